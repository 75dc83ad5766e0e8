import Foundation
import Testing

/// A program that runs. It ends with the last reference to it, by its own id.
// Unchecked: only the process changes after the start, and Foundation guards that.
final class RunningProgram: @unchecked Sendable {
  /// What it ended with.
  struct Ending {
    /// The exit code; a signal is told as its negative number.
    var status: Int32
    var output: String
    var error: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  private let process = Process()
  private let files: [String]
  let name: String

  /// - Parameter folder: where it starts.
  init(_ program: URL, _ arguments: [String], in folder: Folder, environment: [String: String] = [:]) throws {
    name = ([program.lastPathComponent] + arguments).joined(separator: " ")
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
    ) { $1 }
    // Files and not pipes: nothing can block, however much is written. Not in the folder, whose disk may be full.
    files = ["out", "err"].map { NSTemporaryDirectory() + "/acceptance-\(UUID().uuidString).\($0)" }
    for file in files { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: files[0]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: files[1]))
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    for file in files { try? FileManager.default.removeItem(atPath: file) }
  }

  var isRunning: Bool { process.isRunning }
  var pid: Int32 { process.processIdentifier }
  var error: String { (try? String(contentsOfFile: files[1], encoding: .utf8)) ?? "" }

  func send(_ signal: Int32) { if process.isRunning { kill(process.processIdentifier, signal) } }

  /// Waits for its end, as long as is said at most; one that does not end is killed and told.
  @discardableResult
  func ending(within seconds: Double = 120) -> Ending {
    let limit = Date().addingTimeInterval(seconds)
    while process.isRunning && Date() < limit { usleep(2000) }
    if process.isRunning {
      kill(process.processIdentifier, SIGKILL)
      Issue.record("\(name) did not end within \(seconds) seconds")
    }
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Ending(status: status, output: (try? String(contentsOfFile: files[0], encoding: .utf8)) ?? "", error: error)
  }

  func killAndWait() {
    send(SIGKILL)
    process.waitUntilExit()
  }
}

/// Waits until something holds; false: it did not within the time.
func eventually(within seconds: Double = 30, _ holds: () throws -> Bool) async throws -> Bool {
  let limit = Date().addingTimeInterval(seconds)
  while Date() < limit {
    if try holds() { return true }
    try await Task.sleep(for: .milliseconds(20))
  }
  return try holds()
}
