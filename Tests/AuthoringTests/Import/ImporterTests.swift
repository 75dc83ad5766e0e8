import FEEL
import Foundation
import Sales
import Testing

@testable import Authoring

@Suite("A file of another system becomes records")
struct ImporterTests {
  static let mapping = """
    kind: opportunity
    id: Id
    owner: Owner
    stage: {column: Stage, aliases: {Qualified: Discovery}}
    dates: {format: M/d/yyyy}
    attributes:
      amount: Amount
      region: {column: Region, aliases: {EU: Europe, "?": ""}}
      next_meeting: Next
    assessments:
      ProspectingAssessment:
        captured: On
        answers:
          hours: Hours
          compliance: Compliance
    """
  static let header = "Id,Owner,Stage,Amount,Region,Next,Hours,Compliance,On\n"

  struct Result {
    var findings = ""
    var report: ImportReport?
    var lines: [String] = []
  }

  /// Imports a file with a mapping, both written into a folder of their own.
  static func run(
    _ text: String, mapping: String = mapping, skipBad: Bool = false, files: [String: String] = [:],
    name: String = "deals.csv", limits: ImportLimits = ImportLimits(),
    playbook definition: PlaybookDefinition = SamplePlaybook.reading().definition
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (file, content) in files.merging([name: text, "mapping.yaml": mapping], uniquingKeysWith: { $1 }) {
      try Data(content.utf8).write(to: folder.appending(path: file))
    }
    let (importer, findings) = Importer.prepare(
      file: folder.appending(path: name).path, mapping: folder.appending(path: "mapping.yaml").path,
      playbook: definition, limits: limits)
    var result = Result()
    let shown = { (text: String) in text.replacing(folder.path + "/", with: "") }
    result.findings = shown(FindingsReport.text(findings))
    result.report = importer?.run(skipBad: skipBad) { result.lines.append(String(decoding: $0, as: UTF8.self)) }
    if let report = result.report { result.findings += shown(report.text) }
    return result
  }

  @Test("columns become attributes and answers, through aliases and formats")
  func good() throws {
    let result = try Self.run(
      Self.header + "O-1,rina,Qualified,1200.50,EU,3/9/2026,6.5,Yes,3/1/2026\nO-2,,,,?,,,,\n")
    #expect(
      result.lines == [
        #"{"kind":"opportunity","id":"O-1","pipeline":"Opportunities","stage":"Discovery","owner":"rina","#
          + #""attributes":{"amount":1200.5,"region":"Europe","next_meeting":"2026-03-09"},"submissions":[{"assessment":"#
          + #""ProspectingAssessment","version":1,"answers":{"hours":6.5,"compliance":true},"#
          + #""capturedAt":"2026-03-01T00:00:00Z"}]}"# + "\n",
        #"{"kind":"opportunity","id":"O-2","pipeline":"Opportunities"}"# + "\n",
      ])
    #expect(
      result.findings
        == "deals.csv: 2 rows read, 2 imported, 0 bad\n1 record without `amount`: counted, never taken as 0\n")
  }

  @Test("a date and time without offset is of the policy's zone, as in any record")
  func localTime() throws {
    let mapping = """
      kind: opportunity
      id: Id
      attributes: {touched: Touched}
      """
    let result = try Self.run(
      "Id,Touched\nO-1,2026-01-31T13:30:00\nO-2,2026-01-31T13:30:00.000+0000\n", mapping: mapping,
      playbook: SamplePlaybook.reading([
        "rules/records.yaml": "records: {opportunity: {attributes: {touched: date and time}}}"
      ]).definition)
    #expect(
      result.lines == [
        #"{"kind":"opportunity","id":"O-1","pipeline":"Opportunities","attributes":{"touched":"2026-01-31T13:30:00+07:00"}}"#
          + "\n",
        #"{"kind":"opportunity","id":"O-2","pipeline":"Opportunities","attributes":{"touched":"2026-01-31T13:30:00Z"}}"#
          + "\n",
      ])
  }

  static let bad: [(row: String, sentence: String)] = [
    (
      "O-1,rina,Discovery,12k,EU,,,,",
      "deals.csv:2:20: error VALUE: `amount` is a number, `12k` is none. Fix: say in the mapping how numbers are "
        + "written, e.g. `numbers: {decimal: \",\", group: \".\"}`."
    ),
    (
      "O-1,rina,Discovery,1.005,EU,,,,",
      "deals.csv:2:20: error MONEY: `amount` is `1.005`, but USD has 2 decimals. Fix: round it before it is imported."
    ),
    (
      "O-1,rina,Discovery,1,Asa,,,,",
      "deals.csv:2:22: error VALUE: `region` cannot be `Asa`. Fix: did you mean `Asia`? it is `Asia` or `Europe`; "
        + "name other words under `aliases` in the mapping."
    ),
    (
      "O-1,rina,Discovery,1,EU,31/3/2026,,,",
      "deals.csv:2:25: error DATE: column `Next`: `31/3/2026` is no day written like M/d/yyyy. "
        + "Fix: say its format in the mapping, e.g. `format: M/d/yyyy`."
    ),
    (
      "O-1,rina,Discovery,1,EU,,many,,",
      "deals.csv:2:26: error ANSWER: `hours` of ProspectingAssessment, column `Hours`: \"many\" is no number. "
        + "Fix: write digits, with a point before decimals."
    ),
    (
      "O-1,rina,Discovery,1,EU,,1,yess,",
      "deals.csv:2:28: error ANSWER: `compliance` of ProspectingAssessment, column `Compliance`: \"yess\" is none of "
        + "the options. Fix: possible: yes, no."
    ),
    (
      "O-1,rina,Discovery,1,EU,,1,Yes,soon",
      "deals.csv:2:32: error VALUE: `captured` is a day or an instant, `soon` is none. Fix: write it like 2026-01-31 or "
        + "2026-01-31T10:00:00Z, or say its format in the mapping."
    ),
    (
      ",rina,Discovery,1,EU,,,,",
      "deals.csv:2:1: error ID: the row has no `Id`, so the record has no id. Fix: fill it in."
    ),
    (
      "O-9,rina,Discovery,1,EU,,,,",
      "deals.csv:3:1: error DUPLICATE-ID: the id `O-9` stands here a second time, first on line 2. "
        + "Fix: keep one of the two rows, or name another column as the id."
    ),
    (
      "O-1,rina,Discovery",
      "deals.csv:2:1: error CSV-COLUMNS: the row has 3 cells, the first line names 9. "
        + "Fix: fill the row up with separators."
    ),
    (
      "O-1,rina,Discovery,1,200,EU,,,,",
      "deals.csv:2:1: error CSV-COLUMNS: the row has 10 cells, the first line names 9. "
        + "Fix: put cells that hold the separator in quotes."
    ),
  ]

  @Test("a bad row is told with line, column, value and reason; then nothing is written", arguments: bad)
  func badRow(row: String, sentence: String) throws {
    let text = Self.header + "\(row)\nO-9,tom,Discovery,5,EU,,,,\n"
    let refused = try Self.run(text)
    #expect(refused.lines.isEmpty)
    #expect(
      refused.findings == sentence + "\ndeals.csv: 2 rows read, 1 good, 1 bad\n"
        + "nothing was written: repair the bad rows, or leave them out with --skip-bad\n")
    let skipped = try Self.run(text, skipBad: true)
    #expect(skipped.lines.count == 1 && skipped.report?.badRows == 1)
  }

  @Test("a file that cannot be read to its end is refused, also where bad rows may be skipped")
  func unclosed() throws {
    let result = try Self.run(Self.header + "O-1,rina,Discovery,1,EU,,,,\nO-2,\"tom,Discovery\n", skipBad: true)
    #expect(result.lines.isEmpty)
    #expect(
      result.findings
        == "deals.csv:3:5: error CSV-UNCLOSED-QUOTE: this quote is never closed. "
        + "Fix: close it; write a quote inside a cell twice.\ndeals.csv: 2 rows read, 1 good, 1 bad\n"
        + "nothing was written: the file could not be read to its end\n")
  }

  @Test("a stage that the pipeline does not know is kept as it is, and told")
  func unknownStage() throws {
    let result = try Self.run(Self.header + "O-1,,Parked,1,,,,,\nO-2,,Parked,1,,,,,\n")
    #expect(result.lines.count == 2 && result.lines[0].contains(#""stage":"Parked""#))
    #expect(result.findings.contains("stages that the pipeline does not know, kept as they are: Parked (2)"))
  }

  @Test("a file with another separator is told once, with what to write", arguments: [(";", "\";\""), ("\t", "tab")])
  func otherSeparator(separator: String, fix: String) throws {
    let result = try Self.run(Self.header.replacing(",", with: separator))
    #expect(result.report == nil)
    #expect(result.findings.hasPrefix("deals.csv:1:1: error SEPARATOR: the first line has no `,`, but "))
    #expect(result.findings.hasSuffix("Fix: write `separator: \(fix)` in the mapping.\n"))
    #expect(result.findings.split(separator: "\n").count == 1)
  }

  @Test("of many columns that a missing one may be, twelve are listed")
  func manyColumns() throws {
    let columns = (1...20).map { "c\($0)" }.joined(separator: ",")
    let result = try Self.run("Id,Owner,Stage,Amount,Region,Next,Hours,On,\(columns)\n")
    #expect(result.findings.contains("deals.csv has no column `Compliance`"))
    #expect(result.findings.contains("`c4` and 16 more."))
  }

  @Test("true and false of JSON answer a yes/no question")
  func truthValues() throws {
    let rows =
      #"{"Id":"O-1","Hours":3,"Compliance":true}"# + "\n" + #"{"Id":"O-2","Hours":3,"Compliance":false}"# + "\n"
    let result = try Self.run(rows, name: "deals.ndjson")
    #expect(result.lines.count == 2)
    #expect(result.lines[0].contains(#""compliance":true"#) && result.lines[1].contains(#""compliance":false"#))
  }

  @Test("a folder or an absent file is told with what to do")
  func unreadable() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let findings = Importer.prepare(
      file: folder, mapping: folder + "/no-such-mapping.yaml", playbook: SamplePlaybook.reading().definition
    ).findings
    #expect(FindingsReport.text(findings).contains("no-such-mapping.yaml: error FILE-ABSENT: the file is not there."))
    #expect(FindingsReport.text(findings).contains("Fix: check its name."))
  }

  static let badMappings: [(old: String, new: String, sentence: String)] = [
    ("id: Id", "ids: Id", "mapping.yaml:2:1: error UNKNOWN-KEY: the mapping has no key `ids`. Fix: did you mean `id`?"),
    (
      "id: Id", "id: ID",
      "mapping.yaml:2:5: error MISSING-COLUMN: deals.csv has no column `ID`. Fix: did you mean `Id`?"
    ),
    (
      "amount: Amount", "amont: Amount",
      "mapping.yaml:7:3: error UNKNOWN-ATTRIBUTE: there is no attribute of opportunity `amont`. "
        + "Fix: did you mean `amount`?"
    ),
    (
      "Qualified: Discovery", "Qualified: Discvery",
      "mapping.yaml:4:17: error UNKNOWN-STAGE: there is no stage `Discvery`. Fix: did you mean `Discovery`?"
    ),
    (
      "M/d/yyyy", "D/M/y",
      "mapping.yaml:5:17: error WRONG-VALUE: `D/M/y` is no format of days. "
        + "Fix: write it with yyyy, M or MM or MMM, and d or dd, such as M/d/yyyy."
    ),
    (
      "EU: Europe", "EU: Europa",
      "mapping.yaml:8:20: error UNKNOWN-VALUE: there is no value of region `Europa`. Fix: did you mean `Europe`?"
    ),
    (
      "ProspectingAssessment:", "Prospecting:",
      "mapping.yaml:11:3: error UNKNOWN-ASSESSMENT: there is no assessment of opportunity `Prospecting`. "
        + "Fix: there is `ProspectingAssessment`."
    ),
    (
      "compliance: Compliance", "complaince: Compliance",
      "mapping.yaml:15:7: error UNKNOWN-QUESTION: there is no question of ProspectingAssessment `complaince`. "
        + "Fix: did you mean `compliance`?"
    ),
    (
      "compliance: Compliance", "compliance: {column: Compliance, aliases: {J: ja}}",
      "mapping.yaml:15:28: error ANSWER: the alias `ja` of `compliance`: \"ja\" is none of the options. "
        + "Fix: possible: yes, no."
    ),
    (
      "kind: opportunity", "kind: lead",
      "mapping.yaml:1:7: error UNKNOWN-KIND: there is no record kind `lead`. Fix: there is `opportunity`."
    ),
    (
      "owner: Owner", "owner: {aliases: {}}",
      "mapping.yaml:3:8: error MISSING-KEY: `owner` needs either `column` or `value`."
    ),
  ]

  @Test("a mapping that does not fit is told in its own file", arguments: badMappings)
  func badMapping(old: String, new: String, sentence: String) throws {
    let result = try Self.run(Self.header, mapping: Self.mapping.replacing(old, with: new))
    #expect(result.report == nil)
    #expect(result.findings.split(separator: "\n").map(String.init).contains(sentence), "\(result.findings)")
  }

  static let joined = """
    kind: opportunity
    id: row
    separator: ";"
    stage: {value: Prospecting}
    join:
      - file: accounts.csv
        column: Account
        key: name
        aliases: {AcmeInc: Acme}
        attributes: {amount: worth, region: {column: where, aliases: {AS: Asia}}}
    """

  @Test("a join adds attributes; rows without a partner are told, not dropped")
  func join() throws {
    let result = try Self.run(
      "Account\nAcme\n\"\"\nAcmeInc\nNobody\n\nNobody\n".replacing("\"\"", with: "\"\";").replacing(";", with: ""),
      mapping: Self.joined, files: ["accounts.csv": "name,worth,where\nAcme,5,AS\nBeta,7,\n"])
    #expect(result.lines.count == 4)
    #expect(
      result.lines[1].contains(
        #""id":"2","pipeline":"Opportunities","stage":"Prospecting","attributes":{"amount":5,"region":"Asia"}"#))
    #expect(result.findings.contains("2 records whose `Account` is not in accounts.csv: Nobody (2)\n"))
    let empty = try Self.run(
      "Account;x\nAcme;1\n;2\n", mapping: Self.joined, files: ["accounts.csv": "name,worth,where\nAcme,5,AS\n"])
    #expect(empty.lines.count == 2)
    #expect(empty.findings.contains("1 record without `Account`: nothing joined from accounts.csv\n"))
  }

  @Test("what is wrong with a joined file is told in that file")
  func badJoin() throws {
    let text = "Account\nAcme\n"
    #expect(
      try Self.run(text, mapping: Self.joined).findings
        == "accounts.csv: error FILE-ABSENT: the file is not there. Fix: check its name.\n")
    #expect(
      try Self.run(text, mapping: Self.joined, files: ["accounts.csv": "name,worth,where\nAcme,1,\nAcme,2,\n"]).findings
        == "accounts.csv:3:1: error DUPLICATE-KEY: `name` is `Acme` a second time, first on line 2. "
        + "Fix: keep one of the two.\n")
    #expect(
      try Self.run(text, mapping: Self.joined, files: ["accounts.csv": "nam,worth,where\n"]).findings
        == "mapping.yaml:8:10: error MISSING-COLUMN: accounts.csv has no column `name`. Fix: did you mean `nam`?\n")
  }

  @Test("a prefix takes over all columns of a joined file")
  func prefix() throws {
    let mapping = Self.joined.replacing(
      "attributes: {amount: worth, region: {column: where, aliases: {AS: Asia}}}", with: "prefix: \"\"")
    let result = try Self.run(
      "Account\nAcme\n", mapping: mapping, files: ["accounts.csv": "name,amount,region\nAcme,5,Asia\n"])
    #expect(result.lines.first?.contains(#""attributes":{"amount":5,"region":"Asia"}"#) == true, "\(result)")
  }

  @Test("line-delimited JSON is read by the names of its members")
  func lines() throws {
    let mapping = Self.mapping.replacing("M/d/yyyy", with: "yyyy-MM-dd")
    let result = try Self.run(
      "{\"Id\":\"O-1\",\"Amount\":1200.50,\"Compliance\":\"Yes\",\"Next\":null}\n\n{\"Id\":2}\n{\"Id\":[]}\n{nonsense\n",
      mapping: mapping, skipBad: true, name: "deals.ndjson")
    #expect(result.lines.count == 2, "\(result)")
    #expect(result.lines[0].contains(#""amount":1200.5"#) && result.lines[0].contains(#""compliance":true"#))
    #expect(result.findings.contains("deals.ndjson:4:1: error JSON: `Id` holds a list or an object"))
    #expect(result.findings.contains("deals.ndjson:5:2: error JSON:"))
  }

  @Test("another currency than the policy's is refused")
  func currency() throws {
    let result = try Self.run("Id,Cur\n1,USD\n2,EUR\n", mapping: "kind: opportunity\nid: Id\ncurrency: Cur\n")
    #expect(
      result.findings.contains("deals.csv:3:3: error CURRENCY: the row is in `EUR`, the policy's one currency is USD"))
  }

  @Test("a gigabyte on one line is refused without reading it")
  func gigabyte() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "long-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path, contents: Data("Id\n".utf8)))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 1 << 30)
    try handle.close()
    let stream = try ByteStream(path: path)
    var reader = CSVReader(stream)
    #expect(try reader.next()?.first?.text == "Id")
    #expect(throws: ImportTrouble.self) { try reader.next() }
    #expect(stream.done < 2 << 20)
  }

  @Test("the sample deals are all good, and say what they lack")
  func shipped() throws {
    let definition = Checker.check(SamplePlaybook.shipped, depth: .errors).definition
    let folder = SamplePlaybook.shipped + "/rules/examples"
    let (importer, findings) = Importer.prepare(
      file: folder + "/deals.csv", mapping: folder + "/mapping.yaml", playbook: definition)
    #expect(findings.isEmpty)
    var count = 0
    let report = try #require(importer).run(skipBad: false) { _ in count += 1 }
    #expect(count == 42 && report.rows == 42 && report.badRows == 0 && report.withoutMoney == 2)
    #expect(report.unknownStages.isEmpty && report.submissions == 90)
  }
}
