import FEEL
import Sales
import Testing

@Suite struct RecordReaderTests {
  var reader = RecordReader(StoryPlaybook.forecast())

  static let full = #"""
    {"kind":"opportunity","id":"O-1","pipeline":"New business","stage":"Demo","owner":"rina","attributes":{"amount":120000.5,"next_meeting":"2026-04-08","region":"EMEA"},"changed":{"amount":"2026-03-01T08:00:00Z","activities":"2026-03-01T08:00:00.250Z"},"related":{"activities":[{"date":"2026-02-01","type":"call"},{"type":"mail"}]},"submissions":[{"id":"s-1","assessment":"ProspectingAssessment","version":1,"answers":{"value":70,"words":"why","flag":true,"many":["a","b"]},"capturedAt":"2026-02-20T10:00:00Z","device":"d-1","sequence":4}],"history":{"episodeStart":"2026-01-01T00:00:00Z","lowestStage":"Prospecting","gates":[{"from":"Prospecting","to":"Discovery","rule":"To Discovery","passedAt":"2026-02-21T00:00:00Z","playbook":"abc"}],"watermarks":[{"from":"Discovery","to":"Prospecting","at":"2026-02-22T00:00:00Z","by":"tom","reason":"champion left"}],"hold":{"by":"rina","reason":"freeze","until":"2026-04-15"},"override":{"by":"rina","reason":"CFO","stage":"Demo","until":"2026-06-30"},"promotedToday":1}}

    """#

  @Test mutating func `a record is written as it was read`() throws {
    let record = try reader.read(Array(Self.full.utf8).dropLast())
    var writer = RecordWriter()
    #expect(String(decoding: writer.line(record), as: UTF8.self) == Self.full)
    #expect(record.attributes[0].changedAt == Instant.milliseconds("2026-03-01T08:00:00Z"))
    guard case .context(let item) = record.related[0].items[1], case .unknown? = item["date"] else {
      Issue.record("what an item lacks is unknown")
      return
    }
  }

  @Test mutating func `the kind may be absent when there is one, and instants may be numbers`() throws {
    let record = try reader.read(
      Array(#"{"id":"O-1","attributes":{"amount":null},"changed":{"amount":1772355600000},"history":null}"#.utf8))
    #expect(record.kind == "opportunity")
    #expect(record.attributes.count == 1)
    #expect(record.attributes[0].changedAt == 1_772_355_600_000)
  }

  struct Wrong: CustomTestStringConvertible {
    let line: String
    let told: [String]
    init(_ line: String, _ told: String...) {
      self.line = line
      self.told = told
    }
    var testDescription: String { line }
  }

  static let wrong: [Wrong] = [
    Wrong(#"{"id":"O-1","atributes":{}}"#, #"atributes: unknown key "atributes"; did you mean attributes?"#),
    Wrong(
      #"{"id":"O-1","attributes":{"amonut":1}}"#,
      #"attributes.amonut: unknown attribute "amonut" of opportunity; did you mean amount?"#),
    Wrong(
      #"{"id":"O-1","attributes":{"amount":"12"}}"#,
      #"attributes.amount: a number belongs here, not the text "12""#),
    Wrong(
      #"{"id":"O-1","attributes":{"next_meeting":"2026-02-30"}}"#,
      #"attributes.next_meeting: a day like 2026-01-31 belongs here, not the text "2026-02-30""#),
    Wrong(
      #"{"id":"O-1","attributes":{"region":"EMAE"}}"#,
      #"attributes.region: "EMAE" is none of the values of region: APAC, EMEA and NA; did you mean EMEA?"#),
    Wrong(
      #"{"id":"O-1","related":{"activites":[]}}"#,
      #"related.activites: unknown related list "activites" of opportunity; did you mean activities?"#),
    Wrong(
      #"{"id":"O-1","related":{"activities":[{"date":1},{"kind":"x"}]}}"#,
      "related.activities[0].date: a day like 2026-01-31 belongs here, not a number",
      #"related.activities[1].kind: unknown attribute "kind" of activities"#),
    Wrong(
      #"{"id":"O-1","submissions":[{"assessment":"ProspectAssessment","answers":{"a":{}}}]}"#,
      #"submissions[0].assessment: there is no assessment "ProspectAssessment""#,
      "submissions[0].answers.a: an answer belongs here, not an object"),
    Wrong(
      #"{"id":"O-1","history":{"gates":[{"from":"A"}],"hold":{"until":"soon"}}}"#,
      "history.gates[0]: a kept gate has from, to, rule and passedAt",
      #"history.hold.until: a day like 2026-01-31 belongs here, not "soon""#,
      "history.hold: the key by is missing: who says so"),
    Wrong(#"{"id":"O-1","changed":{"amount":"yesterday"}}"#, "changed.amount: an instant belongs here"),
    Wrong(#"{"kind":"lead","id":"O-1"}"#, #"kind: there is no kind "lead""#),
    Wrong(#"{"stage":"Demo"}"#, "the key id is missing"),
    Wrong(#"{"id":""}"#, "id: an id has 1 to 255 bytes"),
    Wrong("[]", "an object belongs here, not a list"),
    Wrong(#"{"id":"O-1""#, "no JSON: column 12"),
    Wrong(#"{"id":"O-1","id":"O-2"}"#, "no JSON: column"),
  ]

  @Test(arguments: wrong)
  func `what is wrong is told with its place`(wrong: Wrong) throws {
    var reader = reader
    let error = try #require(throws: RecordError.self) { try reader.read(Array(wrong.line.utf8)) }
    #expect(error.problems.count == wrong.told.count)
    for (problem, told) in zip(error.problems, wrong.told) {
      #expect(problem.description.hasPrefix(told))
    }
  }
}
