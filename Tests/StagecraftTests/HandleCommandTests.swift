import Foundation
import Testing

@Suite struct `stagecraft handle` {
  private static let record = #"""
    {"kind":"opportunity","id":"D-1","pipeline":"Opportunities","stage":"Prospecting","owner":"rina",
    "attributes":{"amount":24000,"next_meeting":"2026-05-19"}}
    """#

  private func event(_ kind: String, id: String = "e-1") -> String {
    #"{"id":"\#(id)","at":"2026-03-31T19:00:00Z","by":"rina",\#(kind)}"#
  }

  /// Runs one event beside a dossier, by the playbook that ships.
  private func handle(_ program: Program, _ event: String, _ dossier: String = record, _ more: String...) throws
    -> Program.Result
  {
    try program.run(
      ["handle", "--playbook", Program.root] + more,
      input: Data(#"{"event":\#(event),"dossier":\#(dossier)}"#.utf8))
  }

  private func object(_ result: Program.Result) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test func `gives changes, decision and the dossier for the next event, the same bytes each time`() throws {
    let program = try Program()
    let moved = event(#""kind":"moved","to":"Demo","reason":"they called""#)
    let result = try handle(program, moved)
    #expect(result.status == 0, "\(result.error)")
    #expect(try handle(program, moved).output == result.output)
    let first = try object(result)
    let changes = try #require(first["changes"] as? [[String: Any]])
    let stage = try #require(changes.first { $0["change"] as? String == "stage" })
    #expect(stage["from"] as? String == "Prospecting" && stage["to"] as? String == "Demo")
    #expect(stage["cause"] as? String == "person" && stage["reason"] as? String == "they called")
    #expect((first["decision"] as? [String: Any])?["stage"] as? String == "Demo")
    // A host keeps the dossier as it came.
    let key = try #require(result.output.range(of: "\"dossier\":"))
    let dossier = String(result.output[key.upperBound...].dropLast(2))
    let again = try object(try handle(program, event(#""kind":"judged""#, id: "e-2"), dossier))
    #expect((again["changes"] as? [Any])?.isEmpty == true, "nothing happened since")
  }

  @Test func `says what it cost`() throws {
    let result = try object(try handle(try Program(), event(#""kind":"judged""#), Self.record, "--cost"))
    let cost = try #require(result["cost"] as? [String: Any])
    #expect(cost["statements"] as? Int == 0)
    #expect(try #require(cost["cpuMicroseconds"] as? Int) > 0 && cost["bytesIn"] as? Int ?? 0 > 100)
  }

  @Test func `answers a refusal, and refuses what is no event with all that is wrong`() throws {
    let program = try Program()
    let refused = try handle(program, event(#""kind":"moved","to":"Nowhere""#))
    #expect(refused.status == 0)
    let answer = try #require(try object(refused)["answer"] as? [String: Any])
    #expect(answer["answer"] as? String == "refused" && answer["code"] as? String == "unknown-stage")
    let misspelt = try handle(program, event(#""kind":"mooved","to":"Demo""#))
    #expect(misspelt.status == 65 && misspelt.error.contains("did you mean moved?"))
    let incomplete = try handle(program, #"{"id":"e","at":"yesterday","kind":"moved"}"#)
    #expect(incomplete.status == 65)
    #expect(incomplete.error.contains("at: an instant belongs here"))
    #expect(incomplete.error.contains("the key to is missing"))
    let torn = try handle(program, event(#""kind":"moved","to":"Demo","reason":"a\u0000b""#))
    #expect(torn.status == 65 && torn.error.contains("U+0000"), "\(torn.error)")
    let alone = try program.run(["handle", "--playbook", Program.root], input: Data("{}".utf8))
    #expect(alone.status == 65 && alone.error.contains("the key event is missing"))
  }

  @Test func `with the store applies an event once for its id`() throws {
    let program = try Program()
    #expect(try program.run("init", program.folder.path + "/playbook", "--home", program.home).status == 0)
    #expect(
      try program.run("activate", "--playbook", program.folder.path + "/playbook", "--home", program.home).status == 0)
    try program.folder.write(Self.record.replacing("\n", with: "") + "\n", to: "records.ndjson")
    #expect(try program.run("load", "records.ndjson", "--home", program.home).status == 0)
    let record = #""record":{"kind":"opportunity","id":"D-1"}"#
    func handle(_ event: String, _ more: String...) throws -> Program.Result {
      try program.run(
        ["handle", "--store", "--home", program.home] + more, input: Data("{\"event\":\(event),\(record)}".utf8))
    }
    let held = event(#""kind":"held","reason":"budget round""#)
    let tried = try handle(held, "--dry-run")
    #expect(tried.status == 0, "\(tried.error)")
    let first = try handle(held)
    #expect(first.status == 0, "\(first.error)")
    #expect(try object(first)["answer"] as? [String: String] == ["answer": "done"])
    #expect(try handle(held).output == first.output, "the answer that was given before")
    let other = try handle(event(#""kind":"released""#))
    #expect(other.status != 0 && other.error.contains("Another event came under the id e-1"))
    let gone = try object(try handle(event(#""kind":"released""#, id: "e-2"), "--cost"))
    #expect(((gone["changes"] as? [[String: Any]])?.first?["change"] as? String) == "hold withdrawn")
    #expect(try #require((gone["cost"] as? [String: Any])?["statements"] as? Int) > 0)
  }
}
