import Foundation
import Testing

/// Independent judges: scripts in Python beside the tests.
enum Python {
  static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Whether all cases are asked for, not only the first of them: `STAGECRAFT_ORACLE=all`.
  static let isAsked = ProcessInfo.processInfo.environment["STAGECRAFT_ORACLE"] == "all"

  /// The lines that a script of a folder of these tests writes, split at spaces.
  static func cases(_ script: String, _ arguments: [String], fields: Int) throws -> [[Substring]] {
    let bytes = try output(script, arguments)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
      .filter { $0.count == fields }
  }

  /// What a script writes.
  static func output(_ script: String, _ arguments: [String]) throws -> [UInt8] {
    let python = try #require(path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "timeout", "600", python,
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(script).path,
      ] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Array(bytes)
  }
}
