import Foundation
import Testing

/// The judge of the sandbox: a client that others wrote for the real Salesforce.
@Suite("The real simple-salesforce client", .timeLimit(.minutes(10)))
struct ClientJudgeTests {
  static let package = "simple-salesforce==1.12.9"

  @Test("finds everything as it knows it from Salesforce")
  func judge() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "judge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    guard Self.run("/usr/bin/env", ["python3", "-m", "venv", folder.path]).status == 0 else {
      try Test.cancel("SKIPPED: python3 makes no virtual environment here, so the sandbox has no judge")
    }
    let python = folder.appending(path: "bin/python3").path
    let install = Self.run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", Self.package])
    guard install.status == 0 else {
      try Test.cancel("SKIPPED: \(Self.package) cannot be installed here, so the sandbox has no judge: \(install.said)")
    }
    let accounts = (0..<2500).map { #"{"object":"Account","Name":"Account \#($0)"}"# }.joined(separator: "\n")
    let sandbox = try RunningSandbox(
      seed: RunningSandbox.seed + accounts, "--audience", "https://login.salesforce.com")
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "judge.py").path
    let verdict = Self.run(python, [script, sandbox.base, sandbox.keyFile, RunningSandbox.first])
    #expect(verdict.status == 0 && verdict.said.hasSuffix("all as Salesforce does it\n"), "\(verdict.said)")
  }

  /// Runs a program to its end, three minutes at most.
  static func run(_ program: String, _ arguments: [String]) -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let file = FileManager.default.temporaryDirectory.appending(path: "said-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    guard FileManager.default.createFile(atPath: file.path, contents: nil),
      let handle = try? FileHandle(forWritingTo: file)
    else { return (-1, "cannot write \(file.path)") }
    process.standardOutput = handle
    process.standardError = handle
    do { try process.run() } catch { return (-1, "\(error)") }
    let limit = Date().addingTimeInterval(180)
    while process.isRunning, Date() < limit { usleep(10_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return (process.terminationStatus, (try? String(contentsOf: file, encoding: .utf8)) ?? "")
  }
}
