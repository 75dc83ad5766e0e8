import Foundation
import Testing

@Suite("Bad input gets its own clear answer")
struct BadInputTests {
  /// One thing done wrong to the playbook that ships, and what `check` says to it.
  struct Mistake: CustomTestStringConvertible, Sendable {
    var name: String
    var file: String
    /// Replaces the first of these by the second; without the first the second is put at the end.
    var replacing: String?
    var with: String
    /// What a finding holds: place, code, words.
    var says: [String]
    var testDescription: String { name }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      name: "a misspelt key", file: "assessments/prospecting.yaml", replacing: "    type: number",
      with: "    tpye: number",
      says: ["assessments/prospecting.yaml:", "error UNKNOWN-KEY", "`tpye`", "did you mean `type`?"]),
    Mistake(
      name: "a tab", file: "rules/records.yaml", replacing: "  opportunity:", with: "\topportunity:",
      says: ["rules/records.yaml:", "error TAB", "replace every tab"]),
    Mistake(
      name: "a YAML bomb", file: "rules/policy.yaml", replacing: nil,
      with: "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n",
      says: ["rules/policy.yaml:", "error YAML-ANCHOR"]),
    Mistake(
      name: "an unknown stage", file: "rules/promotion.rules", replacing: "Upgrade to Demo", with: "Upgrade to Demoo",
      says: ["rules/promotion.rules:", "error UNKNOWN-STAGE", "`Demoo`", "did you mean `Demo`?"]),
    Mistake(
      name: "a duplicate rule name", file: "rules/promotion.rules", replacing: "\"Understood\"",
      with: "\"Worth a talk\"",
      says: ["rules/promotion.rules:", "error DUPLICATE-RULE", "`Worth a talk`"]),
    Mistake(
      name: "a duplicate rule name in another file", file: "rules/attention.rules", replacing: "\"Large deal\"",
      with: "\"Worth a talk\"", says: ["error DUPLICATE", "`Worth a talk`", "rules/attention.rules:"]),
    Mistake(
      name: "two rules that set one fact to different values", file: "rules/attention.rules", replacing: nil,
      with: "\"Any deal\": if amount >= 5 then set size to \"normal\"\n",
      says: ["warning CONFLICT", "\"Any deal\"", "\"Large deal\"", "size", "can fire together"]),
    Mistake(
      name: "a cycle", file: "rules/attention.rules", replacing: nil,
      with: "\"A\": if warm = 1 then set hot to 1\n\"B\": if hot = 1 then set warm to 1\n",
      says: ["error CYCLE", "hot → warm → hot", "\"A\"", "\"B\"", "rules/attention.rules:6", "rules/attention.rules:7"]),
    Mistake(
      name: "a threshold above reach", file: "rules/promotion.rules", replacing: "Score > 60", with: "Score > 70",
      says: ["rules/promotion.rules:", "error UNREACHABLE-THRESHOLD", "70 at most"]),
    Mistake(
      name: "`then` missing", file: "rules/promotion.rules", replacing: ", Then, Upgrade to Demo",
      with: " Upgrade to Demo",
      says: ["rules/promotion.rules:5:", "error THEN-MISSING", "`then`"]),
    Mistake(
      name: "an unclosed string", file: "rules/attention.rules", replacing: "to \"large\"", with: "to \"large",
      says: ["rules/attention.rules:3:", "error UNCLOSED", "the string that starts here is not closed"]),
    Mistake(
      name: "a type clash", file: "rules/attention.rules", replacing: "amount >= 100000", with: "amount >= \"much\"",
      says: ["rules/attention.rules:3:", "error TYPE", "number", "string"]),
    Mistake(
      name: "an undefined name", file: "rules/attention.rules", replacing: "amount >=", with: "amont >=",
      says: ["rules/attention.rules:3:", "error UNDEFINED", "amont", "amount"]),
  ]

  /// A copy of the playbook that ships.
  private func copy(into program: Program) throws {
    for name in ["rules", "assessments"] {
      try FileManager.default.copyItem(atPath: Program.root + "/" + name, toPath: program.folder.path + "/" + name)
    }
  }

  @Test("told with place, code, cause and fix", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let program = try Program()
    try copy(into: program)
    let path = program.folder.path + "/" + mistake.file
    var text = try String(contentsOfFile: path, encoding: .utf8)
    if let old = mistake.replacing {
      let range = try #require(text.range(of: old))
      text.replaceSubrange(range, with: mistake.with)
    } else {
      text += mistake.with
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let checked = try program.run("check", "--quiet", ".")
    #expect(
      checked.lines.contains { line in mistake.says.allSatisfy { line.contains($0) } },
      "\(checked.output)\(checked.error)")
    #expect(checked.status == (mistake.says.contains { $0.contains("warning") } ? 0 : 1))
  }

  @Test("invalid UTF-8 is told with its place")
  func encoding() throws {
    let program = try Program()
    try copy(into: program)
    let path = program.folder.path + "/rules/attention.rules"
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes.append(contentsOf: [0xFF, 0xFE, 0x0A])
    try bytes.write(to: URL(filePath: path))
    let checked = try program.run("check", "--quiet", ".")
    #expect(checked.status == 1)
    #expect(checked.output.contains("error INVALID-UTF8") && checked.output.contains("0xFF"))
    let scored = try program.run(
      ["score", "--playbook", Program.root], input: Data([0x7B, 0x22, 0xFF, 0x22, 0x7D, 0x0A]))
    #expect(scored.status == 65 && scored.error.contains("UTF-8"), "\(scored.error)")
  }

  @Test("a file or folder that is not there is told by its name")
  func absent() throws {
    let program = try Program()
    let folder = try program.run("check", "no-such-folder")
    #expect(folder.status == 1 && folder.output.contains("no-such-folder is not there"))
    let none = try program.run("check")
    #expect(none.status == 66 && none.error.contains("no playbook"))
    let records = try program.run("score", "--playbook", Program.root, "none.ndjson")
    #expect(records.status == 66 && records.error.contains("none.ndjson cannot be read"))
    let mapping = try program.run("import", "none.csv", "--mapping", "none.yaml", "--playbook", Program.root)
    #expect(mapping.status == 66 && mapping.error.contains("none.yaml"))
  }

  @Test("answers to an unknown question, and a number where a choice belongs, are told and nothing is kept")
  func answers() throws {
    let program = try Program()
    try program.folder.write(#"{"id":"O-1","stage":"Prospecting"}"# + "\n", to: "records.ndjson")
    _ = try program.run("outbox", "fetch", "--from", "records.ndjson", "--playbook", Program.root)
    try program.folder.write("hourz: 4\ncompliance: 7\nhours: many\n", to: "answers.yaml")
    let result = try program.run("assess", "O-1", "ProspectingAssessment", "--answers", "answers.yaml")
    #expect(result.status == 65)
    #expect(result.error.contains("answers.yaml:1:1") && result.error.contains("no question hourz"))
    #expect(result.error.contains("did you mean hours?"))
    #expect(result.error.contains("answers.yaml:2:13") && result.error.contains("\"7\" is none of the options"))
    #expect(result.error.contains("answers.yaml:3:8") && result.error.contains("\"many\" is no number"))
    #expect(result.error.contains("nothing was saved"))
    #expect(try program.run("outbox", "list").output.contains("nothing waits to be sent"))
  }

  @Test("in records, such answers count as unanswered and are told")
  func answersOfRecords() throws {
    let program = try Program()
    let record =
      #"{"id":"O-1","stage":"Prospecting","submissions":[{"assessment":"ProspectingAssessment","version":2,"#
      + #""answers":{"hours":6,"compliance":7,"colour":"red"}}]}"#
    let scored = try program.run("score", "--playbook", Program.root, input: record + "\n")
    let decision = try #require(try Program.objects(scored.output).first)
    let score = try #require((decision["scores"] as? [String: [String: Any]])?["ProspectingAssessment"])
    #expect(score["state"] as? String == "undecided")
    let notes = "\(score["notes"] ?? "")"
    #expect(notes.contains("compliance") && notes.contains("colour"), "\(notes)")
  }

  @Test("a gigabyte on one line is refused without being kept, and the other lines are scored")
  func longLine() throws {
    let program = try Program()
    let path = program.folder.path + "/long.ndjson"
    #expect(FileManager.default.createFile(atPath: path, contents: Data()))
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    // A sparse gigabyte of zero bytes: one line without an end until the last byte.
    try file.truncate(atOffset: 1 << 30)
    try file.seekToEnd()
    try file.write(contentsOf: Data((#"\#n{"id":"O-1","stage":"Prospecting"}"# + "\n").utf8))
    try file.close()
    let process = try program.run("score", "--playbook", Program.root, "long.ndjson")
    #expect(process.status == 65)
    #expect(process.error.contains("long.ndjson:1") && process.error.contains("longer than"))
    #expect(process.lines.count == 2 && process.lines[1].contains("\"id\":\"O-1\""))
    let imported = try program.run(
      "import", "long.ndjson", "--mapping", Program.root + "/rules/examples/mapping.yaml", "--playbook", Program.root)
    #expect(imported.status == 65 && imported.output.isEmpty)
  }

  @Test("a full disk while the outbox is written saves nothing and says so")
  func fullDisk() throws {
    let program = try Program()
    try program.folder.write(#"{"id":"O-1","stage":"Prospecting"}"# + "\n", to: "records.ndjson")
    try program.folder.write("hours: 6\ncompliance: yes\n", to: "answers.yaml")
    _ = try program.run("outbox", "fetch", "--from", "records.ndjson", "--playbook", Program.root)
    // The limit of a file's size stands in for the end of the disk: SQLite meets both in the same place.
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.arguments = [
      "-c",
      "trap '' XFSZ; ulimit -f 4; exec \"$0\" assess O-1 ProspectingAssessment --answers answers.yaml",
      Program.binary.path,
    ]
    shell.currentDirectoryURL = URL(filePath: program.folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["STAGECRAFT_HOME"] = program.home
    shell.environment = environment
    let errors = Pipe()
    shell.standardError = errors
    shell.standardOutput = Pipe()
    try shell.run()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 74, "\(told)")
    #expect(told.contains("device.sqlite"), "\(told)")
    #expect(try program.run("outbox", "list").output.contains("nothing waits to be sent"))
    let again = try program.run("assess", "O-1", "ProspectingAssessment", "--answers", "answers.yaml")
    #expect(again.status == 0 && again.output.contains("no. 1"))
  }
}
