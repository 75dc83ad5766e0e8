import FEEL
import Foundation
import Testing

@testable import Connect

/// The libraries of others, in a Python environment of their own.
private enum Judges {
  static let versions = ["standardwebhooks==1.1.0", "svix==2.9.1"]

  /// The environment's Python, or why there is none. Made once a machine, beside the build.
  static let python: Result<String, Absence> = {
    let folder = URL(filePath: FileManager.default.currentDirectoryPath)
      .appending(path: ".build/judges/webhooks-" + versions.joined(separator: "-").replacing("==", with: "-"))
    let python = folder.appending(path: "bin/python").path()
    let done = folder.appending(path: "complete").path()
    if FileManager.default.fileExists(atPath: done) { return .success(python) }
    try? FileManager.default.createDirectory(
      at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
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

  struct Absence: Error, CustomStringConvertible { var description: String }

  static var isHere: Bool {
    switch python {
    case .success: return true
    case .failure(let absence):
      print("SKIPPED: the webhook proofs are not held against \(versions.joined(separator: ", ")): \(absence)")
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

  struct Case {
    var verb: String
    var secret: String
    var id = "msg_1"
    var timestamp: Int64
    var signature = ""
    var body: [UInt8]

    var line: Text {
      let members: [JSON.Member] = [
        .init("do", .string(Text(verb))), .init("secret", .string(Text(secret))), .init("id", .string(Text(id))),
        .init("timestamp", .number(Decimal34(timestamp))), .init("signature", .string(Text(signature))),
        .init("body", .string(Text(Data(body).base64EncodedString()))),
      ]
      return Text(bytes: JSON.object(members).bytes)
    }
  }

  /// One answer a case: what each library says.
  static func judge(_ cases: [Case]) throws -> [JSON] {
    let process = Process()
    process.executableURL = URL(filePath: try python.get())
    process.arguments = [URL(filePath: #filePath).deletingLastPathComponent().appending(path: "judges.py").path()]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // Few enough bytes for the pipe: nobody waits for the other.
    let lines = cases.map(\.line.string).joined(separator: "\n") + "\n"
    try input.fileHandleForWriting.write(contentsOf: Data(lines.utf8))
    try input.fileHandleForWriting.close()
    let answers = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try answers.split(separator: 10).map { try JSON.parse(Array($0)) }
  }
}

@Suite(
  "Webhook proofs beside the libraries of others",
  .enabled(if: Judges.isHere, "no Python environment with standardwebhooks and svix could be made"))
struct WebhookJudgeTests {
  private static let secrets = [24, 32, 64].map {
    "whsec_" + Data((0..<$0).map { UInt8(truncatingIfNeeded: 7 * $0 + 3) }).base64EncodedString()
  }
  private static let bodies = ["", "{}", #"{"type":"record.changed"}"#, "häß 漢字 \u{1F600}", "a.b.c\n", "\u{0}"]
  private static let ids = ["msg_1", "2f7a-11", "x"]

  private let now = Int64(Date().timeIntervalSince1970)

  private func cases(_ verb: String) -> [Judges.Case] {
    Self.secrets.flatMap { secret in
      Self.bodies.flatMap { body in
        Self.ids.map { Judges.Case(verb: verb, secret: secret, id: $0, timestamp: now, body: Array(body.utf8)) }
      }
    }
  }

  private func verdict(_ example: Judges.Case, _ signature: String) throws -> WebhookVerifier.Verdict {
    try #require(WebhookVerifier(secrets: [example.secret])).verify(
      id: example.id, timestamp: "\(example.timestamp)", signature: signature, body: example.body,
      nowMilliseconds: now * 1000)
  }

  @Test func `theirs hold here and are ours`() throws {
    let cases = cases("sign")
    let answers = try Judges.judge(cases)
    try #require(answers.count == cases.count)
    for (example, answer) in zip(cases, answers) {
      let ours = WebhookVerifier.sign(
        secret: example.secret, id: example.id, timestampSeconds: example.timestamp, body: example.body)
      for library in ["standardwebhooks", "svix"] {
        let theirs = try #require(answer[Text(library)]?.text?.string)
        #expect(theirs == ours)
        #expect(try verdict(example, theirs) == .genuine(id: example.id))
      }
    }
  }

  @Test func `ours hold there, and what fails here fails there`() throws {
    var examples: [(Judges.Case, Bool)] = []
    // The libraries also read the body, which must be JSON then.
    for var example in cases("verify") where (try? JSON.parse(example.body)) != nil {
      let ours = try #require(
        WebhookVerifier.sign(
          secret: example.secret, id: example.id, timestampSeconds: example.timestamp, body: example.body))
      example.signature = ours
      examples.append((example, true))
      example.signature = "v1,\(Data(count: 32).base64EncodedString()) \(ours)"
      examples.append((example, true))
      var changed = example
      changed.body.append(32)
      examples.append((changed, false))
      changed = example
      changed.id += "2"
      examples.append((changed, false))
      changed = example
      changed.timestamp -= 1
      examples.append((changed, false))
      for seconds: Int64 in [-600, 600] {
        changed = example
        changed.timestamp += seconds
        changed.signature = try #require(
          WebhookVerifier.sign(
            secret: changed.secret, id: changed.id, timestampSeconds: changed.timestamp, body: changed.body))
        examples.append((changed, false))
      }
    }
    let answers = try Judges.judge(examples.map(\.0))
    try #require(answers.count == examples.count)
    for ((example, holds), answer) in zip(examples, answers) {
      #expect(answer["standardwebhooks"]?.boolean == holds && answer["svix"]?.boolean == holds)
      #expect((try verdict(example, example.signature) == .genuine(id: example.id)) == holds)
    }
  }

  @Test func `where theirs crash ours refuses calmly`() throws {
    for signature in ["nocomma", "v1", "v1=AAAA", "AAAA BBBB"] {
      let example = Judges.Case(
        verb: "verify", secret: Self.secrets[0], timestamp: now, signature: signature, body: Array("{}".utf8))
      let answer = try #require(try Judges.judge([example]).first)
      // Splitting by a comma that is not there; should they be mended, this is the place to say so.
      #expect(answer["standardwebhooks"]?.text == "ValueError" && answer["svix"]?.text == "ValueError")
      guard case .malformed = try verdict(example, signature) else {
        Issue.record("\(signature) was not told to be malformed")
        return
      }
    }
  }
}
