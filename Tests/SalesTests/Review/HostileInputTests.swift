import Decisions
import FEEL
import Testing

@testable import Sales

/// Nothing from outside can trap, hang, or make two runs differ: lines and documents damaged at random, with a seed.
@Suite struct HostileInputTests {
  private static let pieces: [[UInt8]] = [
    "null", "true", "-1", "1e6144", "-9E-6143", "9223372036854775807", "99999999999999999999999999999999999999",
    "0.00000000000000000000000000000000000001", "\"\"", "\"2026-02-30\"", "\"9999-12-31T23:59:59.999+14:00\"",
    "\"-999999999-01-01\"", "[]", "{}", "[[[[[[[[[[]]]]]]]]]]", "{\"id\":1}", ",", ":", "\"", "\\", "\\ud800",
    "\u{0}", "\u{7f}", "🦆", "253402300799999", "-62167219199999", "\"Prospecting\"", "\"Negotiation\"", "\"region\"",
  ].map { Array($0.utf8) }

  private static func damaged(_ bytes: [UInt8], _ random: inout SeededNumbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
      case 2: bytes.replaceSubrange(place..<end, with: Self.pieces.randomElement(using: &random) ?? [])
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      }
    }
    return bytes
  }

  /// Replaces whole values, so that more of what is damaged is still JSON.
  private static func swapped(_ json: JSON, _ random: inout SeededNumbers, depth: Int = 0) -> JSON {
    if Int.random(in: 0..<24, using: &random) == 0 {
      let piece = Self.pieces.randomElement(using: &random) ?? []
      if let value = try? JSON.parse(piece) { return value }
    }
    switch json {
    case .array(let items): return .array(items.map { swapped($0, &random, depth: depth + 1) })
    case .object(let members):
      return .object(members.map { JSON.Member($0.name, swapped($0.value, &random, depth: depth + 1)) })
    default: return json
    }
  }

  @Test(arguments: 0..<4)
  func `a damaged record is refused, or decided the same twice`(seed: Int) throws {
    var random = SeededNumbers(seed)
    let definition = StoryPlaybook.forecast(
      writes: .auto, policy: PolicyDefinition(promotionsPerDay: 3, freshnessDays: 90),
      sentences: StoryPlaybook.promotions + [
        GateTests.rule(
          "Busy", "count(activities[date > today() - @\"P14D\" and type = \"call\"]) >= 1 or amount / 3 > 2",
          [.upgrade(to: "Demo", from: []), .flag("busy"), .require("region")]),
        GateTests.rule("Sum", "amount > 0", [.contribute(.init(.add, fact: "total", value: "amount * amount"))]),
        GateTests.rule("Low", "total < 5 or stage = \"Demo\"", [.propose("Closed Lost")]),
      ])
    let playbook = try Deals.compiled(definition)
    var worker = DecisionWorker(playbook)
    var fresh = DecisionWorker(playbook)
    var reader = RecordReader(playbook)
    let line = Array(RecordReaderTests.full.utf8).dropLast()
    let json = try JSON.parse(Array(line))
    var decided = 0
    for round in 0..<1500 {
      let bytes =
        round % 2 == 0
        ? Self.damaged(Array(line), &random) : Self.swapped(json, &random).bytes
      guard let record = try? reader.read(bytes) else { continue }
      decided += 1
      var first: [UInt8] = []
      decide(record, playbook: playbook, clock: Deals.monday, climb: true, worker: &worker)
        .write(into: &first, record: record, playbook: playbook)
      if round % 7 == 0 { fresh = DecisionWorker(playbook) }
      var second: [UInt8] = []
      let decision = decide(record, playbook: playbook, clock: Deals.monday, climb: true, worker: &fresh)
      decision.write(into: &second, record: record, playbook: playbook)
      #expect(first == second)
      #expect((try? JSON.parse(Array(first.dropLast()))) != nil)
      // What is remembered can be written, read and decided again.
      var after = record
      after.history = record.history.remembering(decision, at: Deals.monday.epochMilliseconds)
      var writer = RecordWriter()
      #expect((try? reader.read(Array(writer.line(after).dropLast()))) != nil)
      if round % 50 == 1 { _ = explain(record, playbook: playbook, clock: Deals.monday).text() }
    }
    #expect(decided > 100)
  }

  @Test(arguments: 0..<3)
  func `a damaged playbook document is refused, or compiles with findings`(seed: Int) throws {
    var random = SeededNumbers(1000 + seed)
    let bytes = CanonicalDocumentTests.everything.canonical()
    let json = try JSON.parse(bytes)
    for round in 0..<250 {
      let damaged =
        round % 3 == 0 ? Self.damaged(bytes, &random) : Self.swapped(json, &random).canonicalBytes
      guard let definition = try? PlaybookDefinition(canonical: damaged) else { continue }
      let (playbook, findings) = Playbook.compile(definition)
      #expect(playbook != nil || findings.contains { $0.severity == .error })
      _ = definition.check(clock: Deals.monday)
      guard let playbook else { continue }
      var record = Deals.deal("D", "Prospecting", 70, 90, 85, at: "2026-02-01")
      record.attributes = GateTests.amount(500)
      _ = Deals.decide(record, playbook)
    }
  }

  @Test func `numbers at the ends of what can be held are carried through`() throws {
    let rules = [
      GateTests.rule("Up", "amount * amount > 1", [.upgrade(to: "Discovery", from: [])]),
      GateTests.rule("Sum", "true", [.contribute(.init(.add, fact: "total", value: "amount"))]),
      GateTests.rule("Twice", "true", [.contribute(.init(.add, fact: "total", value: "amount + 0"))]),
    ]
    let playbook = try Deals.compiled(StoryPlaybook.forecast(sentences: rules))
    var reader = RecordReader(playbook)
    for number in ["9.9e6144", "-9.9e6144", "1e-6176", "0", "-0", "1e34", "123456789012345678901234567890123456789"] {
      let record = try reader.read(Array(#"{"id":"D","stage":"Prospecting","attributes":{"amount":\#(number)}}"#.utf8))
      let decision = Deals.decide(record, playbook)
      #expect(decision.supported != nil)
      var line: [UInt8] = []
      decision.write(into: &line, record: record, playbook: playbook)
      #expect(line.count < 3000)
    }
  }

  @Test func `thousands of submissions, gates and watermarks are decided in bounded time`() throws {
    let playbook = try Deals.compiled(StoryPlaybook.forecast())
    var record = Deals.deal("D", "Prospecting")
    for place in 0..<20_000 {
      record.submissions.append(
        Submission(
          assessment: "ProspectingAssessment", answers: [.init(question: "value", value: .number(Decimal34(70)))],
          capturedAt: Int64(place), device: "d", sequence: place))
    }
    let clock = ContinuousClock()
    let spent = clock.measure { _ = Deals.decide(record, playbook) }
    #expect(spent < .seconds(60))
  }
}
