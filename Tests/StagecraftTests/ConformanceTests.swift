import Foundation
import Testing

/// The visible sample of the DMN conformance suite, through the program as a modelling tool would call it.
///
/// The sample and the scripts that convert and score it are not ours; they are looked for in `../shared/tck`.
@Suite(.enabled(if: Sample.isHere, "../shared/tck is not there"))
struct `The conformance sample` {
  @Test func `passes to the last case, through dmn eval in a stream`() throws {
    let program = try Program()
    let cases = program.folder.path + "/cases.ndjson"
    let requests = program.folder.path + "/requests.ndjson"
    let results = program.folder.path + "/results.ndjson"
    try Sample.run("convert", Sample.folder + "/TestCases", "-o", cases)
    try Sample.run(
      "convert", Sample.folder + "/TestCases", "--requests", "--base", Sample.folder + "/TestCases/", "-o", requests)
    let answered = try program.run("dmn", "eval", "--batch", requests)
    #expect(answered.status == 0, "\(answered.error)")
    #expect(answered.lines.count == 928)
    try Data(answered.output.utf8).write(to: URL(filePath: results))
    let score = try Sample.run("score", cases, results, "--failures", "20", succeeds: false)
    #expect(score.contains("passed 928/928"), "\(score.suffix(3000))")
    #expect(score.contains("with a non-null result 675/675"))
  }

  @Test func `every model loads, and its findings have their places`() throws {
    let program = try Program()
    let files = try #require(FileManager.default.enumerator(atPath: Sample.folder + "/TestCases"))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".dmn") }.sorted()
    #expect(files.count > 70)
    let checked = try program.run(["dmn", "check", "--json"] + files.map { Sample.folder + "/TestCases/" + $0 })
    // 1: a decision of the sample is no FEEL, on purpose.
    #expect([0, 1].contains(checked.status) && checked.error.isEmpty, "\(checked.error)")
    let report = try #require(try Program.objects(checked.output).first)
    for case let finding as [String: Any] in report["findings"] as? [Any] ?? [] {
      #expect((finding["line"] as? Int ?? 0) > 0 && (finding["column"] as? Int ?? 0) > 0, "\(finding)")
    }
  }
}

private enum Sample {
  static let folder = Program.shared + "/tck"

  static var isHere: Bool {
    if FileManager.default.fileExists(atPath: folder + "/convert") { return true }
    print("SKIPPED: the conformance sample is not run, as \(folder) is not there")
    return false
  }

  struct Failure: Error, CustomStringConvertible { var description: String }

  /// Runs a script of the sample and gives what it prints.
  @discardableResult
  static func run(_ script: String, _ arguments: String..., succeeds: Bool = true) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", folder + "/" + script] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if succeeds, process.terminationStatus != 0 { throw Failure(description: "\(script): \(text.suffix(2000))") }
    return text
  }
}
