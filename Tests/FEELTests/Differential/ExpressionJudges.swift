import FEEL
import Foundation

/// The FEEL engines of others, in a Python environment of their own.
enum ExpressionJudges {
  static let names = ["pySFeel", "bkflow-feel"]
  static let versions = ["pySFeel==1.4.2", "bkflow-feel==1.2.0"]

  struct Absence: Error, CustomStringConvertible { var description: String }

  /// What an engine says to an expression.
  enum Verdict {
    case value(JSON)
    /// It raises, or reports an error.
    case refused(String)
  }

  /// The environment's Python, or why there is none. Made once a machine, beside the build.
  static let python: Result<String, Absence> = {
    let folder = URL(filePath: FileManager.default.currentDirectoryPath)
      .appending(path: ".build/judges/feel-" + versions.joined(separator: "-").replacing("==", with: "-"))
    let python = folder.appending(path: "bin/python").path()
    let done = folder.appending(path: "complete").path()
    if FileManager.default.fileExists(atPath: done) { return .success(python) }
    try? FileManager.default.createDirectory(at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
    if let trouble = run("/usr/bin/env", ["python3", "-m", "venv", "--clear", folder.path()]) {
      return .failure(trouble)
    }
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--timeout", "15"] + versions
    if let trouble = run(python, install) { return .failure(trouble) }
    guard FileManager.default.createFile(atPath: done, contents: nil) else {
      return .failure(Absence(description: "no file can be made in \(folder.path())"))
    }
    return .success(python)
  }()

  static var isHere: Bool {
    switch python {
    case .success: return true
    case .failure(let absence):
      print("SKIPPED: FEEL is not held against \(versions.joined(separator: ", ")): \(absence)")
      return false
    }
  }

  /// Runs a command to its end; what it complains of, if it fails.
  private static func run(_ command: String, _ arguments: [String]) -> Absence? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["timeout", "300", command] + arguments
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    do { try process.run() } catch { return Absence(description: "\(error)") }
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : Absence(description: String(text.suffix(300)))
  }

  /// For each expression the verdicts in the order of `names`.
  static func judge(_ expressions: [Text]) throws -> [[Verdict]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "feel-judges-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (given, told) = (folder.appending(path: "in"), folder.appending(path: "out"))
    var lines: [UInt8] = []
    for expression in expressions { lines += JSON.string(expression).bytes + [0x0A] }
    try Data(lines).write(to: given)
    try Data().write(to: told)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "timeout", "600", try python.get(),
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "judges.py").path(),
    ]
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: told)
    try process.run()
    process.waitUntilExit()
    return try Array(try Data(contentsOf: told)).split(separator: 0x0A).map { line in
      let answer = try JSON.parse(Array(line))
      return names.map { name in
        guard let verdict = answer[Text(name)] else { return .refused("no answer") }
        if let value = verdict["value"] { return .value(value) }
        return .refused(verdict["refused"]?.text?.string ?? "")
      }
    }
  }
}
