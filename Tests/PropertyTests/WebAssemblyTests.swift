import FEEL
import Foundation
import Generators
import PortableCases
import Sales
import Testing

/// The same code as Embedded Swift for WebAssembly, run by the toolchain's `wasmkit`, answers the same bytes.
///
/// `scripts/test` builds the module and says where it is; without it, or without `wasmkit`, nothing is compared.
@Suite(.enabled(if: WebAssemblyDoor.found != nil, "STAGECRAFT_WASM_MODULE is not set, or there is no wasmkit"))
struct `In WebAssembly` {
  static let tables: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: CaseTables.folder.path)) ?? []
    return files.filter { $0.hasSuffix(".csv") }.sorted()
  }()

  @Test(arguments: tables) func `expressions come to the same`(table: String) throws {
    let input = try CaseTables.cases(of: table)
    let native = PortableCases.answer(input)
    #expect(native.count > 1)
    try expectSame(input, native)
  }

  @Test func `long and deep expressions come to the same`() throws {
    try expectSame(CaseTables.deep)
  }

  @Test(arguments: 0..<25) func `records are decided the same`(number: Int) throws {
    var trial = try Trial(seed: UInt64(1000 + number), size: 1 + number % 10)
    let clock = Trial.clock
    var input = Array(
      "decide \(clock.epochMilliseconds) \(clock.offsetSeconds) \(number % 5 == 4 ? "score" : "climb")\n".utf8)
    input += trial.definition.canonical() + [0x0A]
    var writer = RecordWriter()
    for record in 0..<16 {
      var line = writer.line(trial.record(id: "R-\(record)"))
      // Some lines are spoilt: what is wrong with them is told in the same words.
      if record % 8 == 7, line.count > 4 { line[1 + trial.random.below(line.count - 3)] = 0x31 }
      input += line
    }
    let native = PortableCases.answer(input)
    #expect(native.split(separator: 0x0A).count == 16)
    try expectSame(input, native)
  }

  @Test func `nonsense is refused the same`() throws {
    for input in ["", "\n", "dance\n", "decide\n", "decide 1 0 climb\n", "decide 1 0 climb\n{}\n", "feel\nx\n"] {
      try expectSame(Array(input.utf8))
    }
  }

  private func expectSame(_ input: [UInt8], _ native: [UInt8]? = nil) throws {
    let native = native ?? PortableCases.answer(input)
    let answer = try WebAssemblyDoor.answer(input)
    guard answer != native else { return }
    let lines = native.split(separator: 0x0A, omittingEmptySubsequences: false)
    let others = answer.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() where place >= others.count || others[place] != line {
      let other = place < others.count ? String(decoding: others[place], as: UTF8.self) : "nothing"
      Issue.record("line \(place + 1):\nnative: \(String(decoding: line, as: UTF8.self))\nWebAssembly: \(other)")
      return
    }
    Issue.record("WebAssembly answers \(answer.count) bytes, natively they are \(native.count)")
  }
}

/// The module, and what runs it.
enum WebAssemblyDoor {
  static let found: (wasmkit: URL, module: URL)? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
    let wasmkit = folders.map { $0.appending(path: "wasmkit") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let module = environment["STAGECRAFT_WASM_MODULE"], FileManager.default.fileExists(atPath: module),
      let wasmkit
    else {
      print("NOT COMPARED: native and WebAssembly, as STAGECRAFT_WASM_MODULE is not set or there is no wasmkit")
      return nil
    }
    return (wasmkit, URL(filePath: module))
  }()

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What the module answers to an input.
  static func answer(_ input: [UInt8]) throws -> [UInt8] {
    guard let found else { throw Failure(description: "there is no WebAssembly module") }
    let folder = FileManager.default.temporaryDirectory.appending(path: "stagecraft-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (given, told) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(input).write(to: given)
    try Data().write(to: told)
    let process = Process()
    process.executableURL = found.wasmkit
    process.arguments = ["run", found.module.path]
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: told)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "the module ended with status \(process.terminationStatus)")
    }
    return Array(try Data(contentsOf: told))
  }
}
