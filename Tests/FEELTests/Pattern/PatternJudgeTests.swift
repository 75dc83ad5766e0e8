import Foundation
import Testing

@testable import FEEL

/// Random patterns beside Saxon, which its makers call the reference of XPath 3.1.
///
/// `judge.py` says what is asked. It leaves out what Saxon (13.1.1) answers against the standard: it gives up on quantified
/// groups that may be empty, tries more before less in reluctant groups, and forgets groups that a loop matched earlier.
@Suite("Patterns beside Saxon", .timeLimit(.minutes(10))) struct PatternJudgeTests {
  private static let version = "saxonche==13.1.1"

  struct Absence: Error, CustomStringConvertible { var description: String }

  @Test func `come to the same`() throws {
    let python: String
    do {
      python = try Self.environment()
    } catch {
      try Test.cancel("SKIPPED: patterns are not held against \(Self.version): \(error)")
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "judge.py").path
    let count = Python.isAsked ? 4_000 : 1_500
    let told = try Self.output(python, [script, "3", "\(count)"])
    var cases = 0
    for line in told.split(separator: "\n") {
      let fields = line.split(separator: " ")
      try #require(fields.count == 6)
      cases += 1
      let ours = try Self.answer(String(fields[0]), fields[1..<5].map { Self.text($0) })
      #expect(ours == fields[5], "\(fields[0]) \(fields[1..<5].map { Self.text($0) })")
    }
    #expect(cases > 2 * count)
  }

  /// What our engine says, in the judge's words.
  private static func answer(_ function: String, _ arguments: [Text]) throws -> String {
    let input = arguments[0]
    var budget = PatternBudget(steps: 1_000_000)
    do throws(PatternError) {
      let pattern = try Pattern(arguments[1], flags: PatternFlags(arguments[2]))
      if function == "matches" { return "\(pattern.matches(input, &budget) == .found)" }
      let replacement = try PatternReplacement(
        arguments[3], groups: pattern.program.groupCount, flags: pattern.flags)
      if pattern.matchesEmpty { return "error" }
      var parts: [[UInt8]] = [[]]
      var end = 0
      let outcome = pattern.forEachMatch(in: input, slots: replacement.slots, &budget) { match in
        parts[parts.count - 1] += input.bytes[end..<Int(match[0])]
        if function == "replace" {
          replacement.append(match, of: input.bytes, to: &parts[parts.count - 1])
        } else {
          parts.append([])
        }
        end = Int(match[1])
        return true
      }
      if outcome == .exhausted { return "exhausted" }
      parts[parts.count - 1] += input.bytes[end...]
      return parts.map { "_" + $0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
        .joined(separator: ",")
    } catch {
      return "error"
    }
  }

  private static func text(_ hexadecimal: Substring) -> Text {
    let digits = Array(hexadecimal.utf8.dropFirst())
    let value = { (digit: UInt8) in digit < 58 ? digit - 48 : digit - 87 }
    return Text(
      bytes: stride(from: 0, to: digits.count - 1, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) })
  }

  /// The Python of an environment with Saxon, made once a machine beside the build.
  private static func environment() throws -> String {
    let folder = URL(filePath: FileManager.default.currentDirectoryPath)
      .appending(path: ".build/judges/" + version.replacing("==", with: "-"))
    let python = folder.appending(path: "bin/python").path
    let done = folder.appending(path: "complete").path
    if FileManager.default.fileExists(atPath: done) { return python }
    try FileManager.default.createDirectory(at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
    _ = try output("/usr/bin/env", ["python3", "-m", "venv", "--clear", folder.path])
    _ = try output(
      python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--timeout", "15", version])
    guard FileManager.default.createFile(atPath: done, contents: nil) else {
      throw Absence(description: "no file can be made in \(folder.path)")
    }
    return python
  }

  private static func output(_ command: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["timeout", "300", command] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Absence(description: "\(command) \(arguments.joined(separator: " ")) ended \(process.terminationStatus)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
