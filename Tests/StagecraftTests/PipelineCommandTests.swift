import Foundation
import Testing

@Suite("The pipeline refuses what it cannot show")
struct PipelineCommandTests {
  private static func decision(_ id: String, amount: Int = 5, stage: String = "Discovery") -> String {
    #"{"id":"\#(id)","kind":"opportunity","pipeline":"Opportunities","stage":"\#(stage)","status":"open","owner":"o","#
      + #""money":\#(amount),"attributes":{"amount":\#(amount),"region":"north"},"supported":{"least":"Discovery","#
      + #""most":"Discovery"},"probability":{"stated":25,"least":25},"verdict":{"kind":"level"}}"#
  }

  @Test("A file of records, which are not scored yet, is refused with what it is and what belongs there")
  func records() throws {
    let program = try Program()
    let record = #"{"kind":"opportunity","id":"D-1","pipeline":"Opportunities","stage":"Discovery","attributes":{}}"#
    try program.folder.write(String(repeating: record + "\n", count: 400), to: "records.ndjson")
    let result = try program.run("pipeline", "records.ndjson")
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    let told = result.error.split(separator: "\n").map(String.init)
    #expect(
      told == [
        "records.ndjson:1: this is a record, which is still to be scored (400 lines: 1, 2, 3, ...)",
        "stagecraft: records.ndjson holds no decision, so there is nothing to show. Decisions are what "
          + "`stagecraft score --climb records.ndjson` writes.",
      ])
  }

  @Test(
    "Other files are refused as well",
    arguments: [
      ("id,stage\nD-1,Discovery\n", "no JSON"), ("[1, 2]\n", "this is no object"), (#"{"a": 1}"# + "\n", "no decision"),
      (#"{"id":"D-1","status":"open","stage":"Discovery"}"# + "\n", "scored without --climb"),
    ])
  func others(text: String, says: String) throws {
    let program = try Program()
    try program.folder.write(text, to: "file")
    let result = try program.run("pipeline", "file", "--json")
    #expect(result.status == 65 && result.output.isEmpty)
    #expect(result.error.contains(says), "\(result.error)")
    #expect(result.error.contains("holds no decision"))
  }

  @Test("The same complaint about many lines is told once, with the first of them")
  func complaints() throws {
    let program = try Program()
    let bad = #"{"id":"D-1","error":"no such kind"}"#
    try program.folder.write(
      ([Self.decision("D-1"), bad, bad, "{", bad, bad, Self.decision("D-2")]).joined(separator: "\n"), to: "d.ndjson")
    let result = try program.run("pipeline", "d.ndjson", "--json")
    #expect(result.status == 65)
    let told = result.error.split(separator: "\n").map(String.init)
    #expect(told.first == "d.ndjson:2: was not scored: no such kind (4 lines: 2, 3, 5, ...)")
    #expect(told.count == 3 && told[1].hasPrefix("d.ndjson:4: no JSON: ") && told[2] == "5 lines were left out")
    let report = try #require(try Program.objects(result.output).first)
    #expect((report["total"] as? [String: Any])?["all"] as? [String: Any] != nil)
    #expect(((report["total"] as? [String: Any])?["all"] as? [String: Any])?["records"] as? Int == 2)
  }

  @Test("A group that no decision has is refused, with what there is")
  func groups() throws {
    let program = try Program()
    try program.folder.write(Self.decision("D-1") + "\n", to: "d.ndjson")
    let wrong = try program.run("pipeline", "d.ndjson", "--by", "nonsense")
    #expect(wrong.status == 64 && wrong.output.isEmpty)
    #expect(
      wrong.error
        == "stagecraft: --by nonsense: no decision has that attribute. There are stage, owner, amount, region.\n")
    #expect(try program.run("pipeline", "d.ndjson", "--by", "Region").error.contains("Did you mean region?"))
    for right in ["stage", "owner", "region", "amount"] {
      #expect(try program.run("pipeline", "d.ndjson", "--by", right).status == 0)
    }
    // Nothing scored, nothing wrong.
    #expect(try program.run("pipeline", "--by", "region").status == 0)
  }
}
