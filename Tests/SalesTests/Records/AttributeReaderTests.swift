import FEEL
import Sales
import Testing

@Suite("Values of attributes are read in one way")
struct AttributeReaderTests {
  private static let touched = AttributeDefinition(name: "touched", type: .dateTime)

  private static func definition(zone: Text) -> PlaybookDefinition {
    var definition = StoryPlaybook.forecast(
      writes: .auto, policy: PolicyDefinition(zone: zone),
      sentences: [
        StoryPlaybook.sentence(
          "Touched", #"touched > @"2026-01-31T06:00:00Z""#, [.upgrade(to: "Discovery", from: [])])
      ])
    definition.kinds[0].attributes.append(touched)
    return definition
  }

  @Test(
    "A date and time without offset is of the policy's zone, so that a rule can compare it",
    arguments: [("Asia/Jakarta", "passed"), ("UTC", "passed"), ("Pacific/Kiritimati", "failed")] as [(Text, Text)])
  func localTimes(zone: Text, state: Text) throws {
    let playbook = try Deals.compiled(Self.definition(zone: zone))
    var reader = RecordReader(playbook)
    let line = #"{"id":"O-1","stage":"Prospecting","attributes":{"touched":"2026-01-31T13:30:00"}}"#
    let decision = Deals.decide(try reader.read(Array(line.utf8)), playbook)
    #expect(decision.gates.first?.state.word == state)
    #expect(decision.unknown == [])
  }

  @Test(
    "An instant is read however its offset is written",
    arguments: [
      "2026-01-31T13:30:00Z", "2026-01-31T13:30:00.000Z", "2026-01-31T13:30:00.000+0000", "2026-01-31T13:30:00+00:00",
      "2026-01-31T06:30:00-0700", "2026-01-31T20:30:00.000+0700", "2026-01-31T20:30:00@Asia/Jakarta",
      // Without an offset: of the policy's zone.
      "2026-01-31T20:30:00", "2026-01-31T20:30:00.000",
    ] as [Text])
  func offsets(text: Text) throws {
    let reader = AttributeReader(PolicyDefinition(zone: "Asia/Jakarta"))
    guard case .dateTime(let dateTime) = try reader.value(.string(text), of: Self.touched) else {
      Issue.record("no date and time")
      return
    }
    #expect(Instant.text(dateTime.epochSeconds * 1000) == "2026-01-31T13:30:00Z")
  }

  @Test("Summer time is the zone's of that day, not of today")
  func summerTime() throws {
    let reader = AttributeReader(PolicyDefinition(zone: "Europe/Paris"))
    func told(_ text: Text) throws -> Text { try reader.value(.string(text), of: Self.touched).json.text ?? "" }
    #expect(try told("2026-01-31T13:30:00") == "2026-01-31T13:30:00+01:00")
    #expect(try told("2026-07-31T13:30:00") == "2026-07-31T13:30:00+02:00")
  }

  struct Misfit: CustomTestStringConvertible {
    let attribute: AttributeDefinition
    let json: JSON
    let sentence: String
    var testDescription: String { sentence }
  }

  private static let refused: [Misfit] = [
    Misfit(
      attribute: touched, json: .string("2026-01-31"),
      sentence: #"touched: a date and time like 2026-01-31T13:30:00Z belongs here, not the text "2026-01-31""#),
    Misfit(
      attribute: touched, json: .string("2026-01-31T13:30:00+00"),
      sentence: #"touched: a date and time like 2026-01-31T13:30:00Z belongs here, not the text "#
        + #""2026-01-31T13:30:00+00""#),
    Misfit(
      attribute: AttributeDefinition(name: "amount", type: .number), json: .string("12"),
      sentence: #"amount: a number belongs here, not the text "12""#),
    Misfit(
      attribute: AttributeDefinition(name: "region", type: .string, values: ["EMEA", "NA"]), json: .string("EMAE"),
      sentence: #"region: "EMAE" is none of the values of region: EMEA and NA; did you mean EMEA?"#),
    Misfit(
      attribute: AttributeDefinition(name: "products", type: .list(.string), values: ["care", "core"]),
      json: .array([.string("core"), .string("plus")]),
      sentence: #"products[1]: "plus" is none of the values of products: care and core"#),
  ]

  @Test("What does not fit is refused with attribute, value and what belongs there", arguments: refused)
  func refusal(misfit: Misfit) throws {
    let reader = AttributeReader(PolicyDefinition(zone: "Asia/Jakarta"))
    let error = try #require(throws: DocumentError.self) { try reader.value(misfit.json, of: misfit.attribute) }
    #expect(error.problems.map { $0.description } == [misfit.sentence])
  }

  @Test("Where the policy's zone is not known, a date and time must say its offset")
  func unknownZone() throws {
    let reader = AttributeReader(PolicyDefinition(zone: "Atlantis/Capital"))
    let error = try #require(throws: DocumentError.self) {
      try reader.value(.string("2026-01-31T13:30:00"), of: Self.touched)
    }
    #expect(
      error.problems.map { $0.description } == [
        #"touched: "2026-01-31T13:30:00" says no offset from UTC, and the policy's zone "Atlantis/Capital" is not "#
          + "known; write it like 2026-01-31T13:30:00+07:00, or with Z for UTC"
      ])
    #expect(throws: Never.self) { try reader.value(.string("2026-01-31T13:30:00Z"), of: Self.touched) }
  }
}
