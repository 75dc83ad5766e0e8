import Decisions
import FEEL
import Testing

@testable import Sales

/// Design §6, sentence by sentence, beside what the other suites of scoring say.
@Suite struct ScoringLawTests {
  private static let limit: [(String, FeelType)] = [("limit", .number)]

  /// Bands that hang on an attribute of the record.
  private static func hours(required: Bool = true) -> AssessmentDefinition {
    Questionnaires.assessment(
      "Hours",
      [
        Questionnaires.question(
          "hours",
          .number(
            minimum: Decimal34(0), maximum: nil, unit: nil,
            bands: [
              Questionnaires.band("< limit", 10), Questionnaires.band("> limit", 40),
              Questionnaires.band("[1000..2000]", 100),
            ]), required: required)
      ])
  }

  @Test func `an answer whose band hangs on a missing attribute may come to match none`() throws {
    var bench = try #require(Bench(Self.hours(), attributes: Self.limit))
    bench.machine.slots[0] = .unknown
    let open = bench.score([("hours", .number("5"))])
    #expect(open.state == .undecided)
    #expect(open.missing.isEmpty)
    let bounds = try #require(open.points)
    // Every way to know the limit stays within the bounds.
    for (limit, told) in [(4, "40"), (6, "10"), (5, "10...100")] {
      bench.machine.slots[0] = .number(Decimal34(limit))
      let points = try #require(bench.score([("hours", .number("5"))]).points)
      #expect(points.written == told)
      #expect(bounds.least <= points.least && points.most <= bounds.most)
    }
  }

  @Test func `what a rule reads of such an answer is unknown until it is known to count`() throws {
    var bench = try #require(Bench(Self.hours(), attributes: Self.limit))
    bench.machine.slots[0] = .unknown
    _ = bench.score([("hours", .number("5"))])
    if case .unknown = bench.machine.slots[1] {} else { Issue.record("unknown") }
    bench.machine.slots[0] = .number(5)
    _ = bench.score([("hours", .number("5"))])
    if case .unknown = bench.machine.slots[1] {} else { Issue.record("it matches no band: unanswered") }
    bench.machine.slots[0] = .number(4)
    _ = bench.score([("hours", .number("5"))])
    #expect(bench.machine.slots[1].decimal == 5)
  }

  @Test func `a condition on such an answer holds either way`() throws {
    var definition = Self.hours()
    definition.questions.append(
      Questionnaires.choice("why", [Questionnaires.option("a", 7)], relevance: "hours > 3"))
    var bench = try #require(Bench(definition, attributes: Self.limit))
    bench.machine.slots[0] = .unknown
    let open = bench.score([("hours", .number("5")), ("why", .text("a"))])
    #expect(open.points?.written == "10...107")
    bench.machine.slots[0] = .number(4)
    #expect(bench.score([("hours", .number("5")), ("why", .text("a"))]).points?.written == "47")
  }

  /// Two people fill one sheet together.
  private static let team = Questionnaires.assessment(
    "Team", current: .latestPerQuestion,
    [
      Questionnaires.choice("a", [Questionnaires.option("x", 1), Questionnaires.option("y", 2)]),
      Questionnaires.choice("b", [Questionnaires.option("x", 10), Questionnaires.option("y", 20)]),
    ])

  private static let day: Int64 = 86_400_000

  @Test func `of a sheet whose answers were all given again nothing expires, with or without an id`() throws {
    var bench = try #require(Bench(Self.team))
    let now = bench.clock.epochMilliseconds
    for id in [nil, "s"] as [String?] {
      let old = Bench.submission("Team", [("a", .text("x"))], id: id.map { $0 + "1" }, at: now - 200 * Self.day)
      let new = Bench.submission(
        "Team", [("a", .text("y")), ("b", .text("y"))], id: id.map { $0 + "2" }, at: now - Self.day)
      let result = bench.score([old, new], freshnessDays: 90)
      #expect(result.points?.written == "22")
      #expect(!result.expired)
      #expect(result.submissions == (id == nil ? [] : ["s2"]))
      let half = Bench.submission("Team", [("b", .text("y"))], id: id.map { $0 + "2" }, at: now - Self.day)
      #expect(bench.score([old, half], freshnessDays: 90).expired)
    }
  }

  @Test func `a sheet without answers is no newer evidence`() throws {
    var bench = try #require(Bench(Self.team))
    let full = Bench.submission("Team", [("a", .text("y")), ("b", .text("y"))], id: "s1", at: 1000)
    let empty = Bench.submission("Team", [], id: "s2", at: 2000)
    let result = bench.score([full, empty])
    #expect(result.capturedAt == 1000)
    #expect(result.submissions == ["s1"])
    #expect(bench.score([empty]).state == .undecided)
    #expect(bench.score([Submission]()).state == .notSubmitted)
  }

  @Test func `latest per question reads the newest version: options that it lacks are unanswered`() throws {
    var old = Self.team
    old.questions[0] = Questionnaires.choice("a", [Questionnaires.option("x", 1), Questionnaires.option("gone", 9)])
    var new = Self.team
    new.version = 2
    var bench = try #require(Bench(new, older: [old]))
    let result = bench.score([
      Bench.submission("Team", [("a", .text("gone")), ("b", .text("x"))], version: 1, at: 1000)
    ])
    #expect(result.state == .undecided)
    #expect(result.version == 2)
    #expect(result.missing == ["a"])
    #expect(result.points?.written == "11...12")
  }

  @Test func `the latest complete sheet counts, and a later incomplete one does not`() throws {
    var definition = Self.team
    definition.current = .latestSubmission
    var bench = try #require(Bench(definition))
    let complete = Bench.submission("Team", [("a", .text("x")), ("b", .text("x"))], id: "s1", at: 1000)
    let later = Bench.submission("Team", [("a", .text("y"))], id: "s2", at: 2000)
    let result = bench.score([later, complete])
    #expect(result.points?.written == "11")
    #expect(result.submissions == ["s1"])
    #expect(bench.machine.slots[bench.program.firstSlot].isString("x"))
    let open = bench.score([later, Bench.submission("Team", [("b", .text("y"))], id: "s0", at: 500)])
    #expect(open.points?.written == "12...22")
    #expect(open.submissions == ["s2"])
  }

  @Test func `a clock that was set back does not make a later sheet an earlier one`() throws {
    var definition = Self.team
    definition.current = .latestSubmission
    var bench = try #require(Bench(definition))
    func sheet(_ answer: String, _ sequence: Int, at: Int64, device: String = "d") -> Submission {
      Bench.submission(
        "Team", [("a", .text(Text(answer))), ("b", .text("x"))], at: at, device: device, sequence: sequence)
    }
    #expect(bench.score([sheet("x", 1, at: 5000), sheet("y", 2, at: 1000)]).points?.written == "12")
    // Raised on one device only: 5000 of d against 4000 of e.
    #expect(
      bench.score([sheet("x", 1, at: 5000), sheet("y", 2, at: 1000), sheet("x", 9, at: 4000, device: "e")])
        .points?.written == "12")
    // At the same time the device decides, then the sequence.
    #expect(bench.score([sheet("y", 1, at: 7, device: "e"), sheet("x", 2, at: 7)]).points?.written == "12")
    // Another assessment's sheet tells how far the device's clock was.
    var other = sheet("x", 1, at: 9000)
    other.assessment = "Other"
    #expect(
      bench.score([other, sheet("y", 2, at: 1000), sheet("x", 3, at: 8000, device: "e")]).points?.written == "12")
  }

  @Test(arguments: 0..<60)
  func `the latest sheet is the same however many there are, in any order`(seed: Int) throws {
    var random = SeededNumbers(seed)
    let scale = Questionnaires.assessment(
      "Team", [Questionnaires.question("a", .scale(from: 0, to: 999, pointsPerStep: Decimal34(1), bands: []))])
    var bench = try #require(Bench(scale))
    struct Sheet {
      var number: Int
      var device: String
      var sequence: Int
      var at: Int64?
    }
    var sheets: [Sheet] = []
    for number in 0..<Int.random(in: 2...60, using: &random) {
      let device = ["d", "e", "f"].randomElement(using: &random) ?? "d"
      sheets.append(
        Sheet(
          number: number, device: device, sequence: number,
          at: Int.random(in: 0..<9, using: &random) == 0 ? nil : Int64.random(in: 0..<40, using: &random)))
    }
    func raised(_ sheet: Sheet) -> Int64 {
      let times = sheets.filter { $0.device == sheet.device && $0.sequence <= sheet.sequence }.compactMap { $0.at }
      return times.max() ?? Int64.min
    }
    let latest = try #require(
      sheets.max { (raised($0), $0.device, $0.sequence) < (raised($1), $1.device, $1.sequence) })
    for _ in 0..<3 {
      sheets.shuffle(using: &random)
      let result = bench.score(
        sheets.map {
          Bench.submission(
            "Team", [("a", .number(Decimal34($0.number)))], at: $0.at, device: $0.device, sequence: $0.sequence)
        })
      #expect(result.points == .decided(Decimal34(latest.number)))
    }
  }

  @Test func `percent is exact and compared unrounded`() throws {
    let thirds = Questionnaires.assessment(
      "Thirds", score: .percent,
      [
        Questionnaires.choice("a", [Questionnaires.option("x", 2), Questionnaires.option("y", 3)])
      ])
    var bench = try #require(Bench(thirds))
    #expect(bench.score([("a", .text("x"))]).score?.written == "66.66666666666666666666666666666667")
  }

  @Test func `without anything to earn there is no percent: null, and check says so`() throws {
    let nothing = Questionnaires.assessment(
      "Nothing", score: .percent,
      [
        Questionnaires.choice("a", [Questionnaires.option("x", -2), Questionnaires.option("y", 0)]),
        Questionnaires.choice("b", [Questionnaires.option("x", 5)], relevance: "a = \"y\""),
      ])
    var bench = try #require(Bench(nothing))
    let result = bench.score([("a", .text("x"))])
    #expect(result.state == .complete)
    #expect(result.percent == nil)
    if case .null = result.value(of: result.percent) {} else { Issue.record("null is decided") }
    #expect(result.notes.map { $0.code } == ["NO-PERCENT"])
    var definition = StoryPlaybook.forecast()
    definition.assessments.append(nothing)
    #expect(definition.check(clock: Deals.monday).contains { $0.code == "NO-PERCENT" })
    definition.assessments[4].score = .raw
    #expect(!definition.check(clock: Deals.monday).contains { $0.code == "NO-PERCENT" })
  }

  @Test func `a gate that rests on a test against null is told, through values and defaults of facts too`() {
    func told(_ facts: [FactDefinition], _ rules: [SentenceDefinition]) -> [Text] {
      var definition = StoryPlaybook.forecast(sentences: rules)
      definition.facts = facts
      return definition.check(clock: Deals.monday).filter { $0.code == "NULL-TEST" }.map { $0.message }
    }
    let gate = GateTests.rule("Gate", "fit", [.upgrade(to: "Discovery", from: [])])
    let value = GateTests.rule(
      "Value", "true", [.contribute(.init(.set, fact: "fit", value: "amount = null"))])
    #expect(told([], [gate, value]) == ["The gate reads `fit`, which rests on a test against null in Value"])
    let plain = GateTests.rule("Plain", "amount > 1", [.contribute(.init(.set, fact: "fit", value: "true"))])
    let fit = FactDefinition(name: "fit", type: .boolean, merge: .any, fallback: "region = null")
    #expect(told([fit], [gate, plain]) == ["The gate reads `fit`, which rests on a test against null in its default"])
    #expect(told([], [gate, plain]).isEmpty)
  }
}

extension Value {
  fileprivate func isString(_ text: Text) -> Bool { if case .string(let own) = self { own == text } else { false } }
}
