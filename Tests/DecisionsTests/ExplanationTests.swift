import Decisions
import FEEL
import Testing

@Suite("Why a rule fired, did not, or could not be told")
struct ExplanationTests {
  private let inputs: [(Text, FeelType)] = [
    ("next_meeting", .boolean), ("employees", .number), ("region", .string), ("limit", .number),
    ("activities", .list(.context([.init("type", .string), .init("date", .number)]))),
  ]
  private let namespaces: [(Text, [Text])] = [("DiscoveryAssessment", ["Score"]), ("DemoAssessment", ["Score"])]
  private let friendly = ReasonSentences { path in
    switch path {
    case "DiscoveryAssessment.Score": "Discovery"
    case "DemoAssessment.Score": ""
    default: path
    }
  }

  private func why(_ condition: Text, _ values: [Text: Value] = [:], _ more: [RuleDefinition] = []) -> String {
    RuleBook([rule("R", condition)] + more, inputs: inputs, namespaces: namespaces).run(values).why("R", friendly)
  }

  @Test("a threshold tells value, threshold and distance, and whether strictly")
  func thresholds() {
    #expect(
      why("DemoAssessment.Score > 80", ["DemoAssessment.Score": .number(80)]) == "no, because 80 is not greater than 80"
    )
    #expect(
      why("DiscoveryAssessment.Score > 75", ["DiscoveryAssessment.Score": .number(60)])
        == "no, because Discovery 60 is not greater than 75 (15 short, strictly)")
    #expect(
      why("DiscoveryAssessment.Score >= 75", ["DiscoveryAssessment.Score": .number(60)])
        == "no, because Discovery 60 is not at least 75 (15 short)")
    #expect(
      why("employees < 10", ["employees": .number(12)])
        == "no, because employees 12 is not less than 10 (2 over, strictly)"
    )
    #expect(
      why("1000 <= employees", ["employees": .number(12)]) == "no, because 1000 is not at most employees 12 (988 over)")
    #expect(why("employees = 12", ["employees": .number(10)]) == "no, because employees 10 is not 12 (2 short)")
    #expect(why("employees != 12", ["employees": .number(12)]) == "no, because employees 12 is 12")
    #expect(
      why("employees > limit", ["employees": .number(1), "limit": .number(3)])
        == "no, because employees 1 is not greater than limit 3 (2 short, strictly)")
    #expect(
      why("DemoAssessment.Score > 80", ["DemoAssessment.Score": .number(90)]) == "yes, because 90 is greater than 80")
  }

  @Test("bounds that already decide are told as bounds")
  func bounds() {
    let interval = Value.undecided(Interval(least: 20, most: 50))
    #expect(
      why("DiscoveryAssessment.Score > 75", ["DiscoveryAssessment.Score": interval])
        == "no, because Discovery 20 to 50 is not greater than 75 (at least 25 short, strictly)")
    #expect(
      why("DiscoveryAssessment.Score > 40", ["DiscoveryAssessment.Score": interval])
        == "unknown, because Discovery is only known to lie between 20 and 50")
  }

  @Test("only the parts that decide are told")
  func connectives() {
    let values: [Text: Value] = ["employees": .number(5), "region": .string("APAC"), "next_meeting": .boolean(true)]
    #expect(
      why("employees > 10 and next_meeting", values)
        == "no, because employees 5 is not greater than 10 (5 short, strictly)")
    #expect(
      why("employees > 10 and region in (\"NA\", \"EMEA\")", values)
        == "no, because employees 5 is not greater than 10 (5 short, strictly) and "
        + "region \"APAC\" is not in \"NA\", \"EMEA\"")
    #expect(why("employees > 10 or next_meeting", values) == "yes, because next_meeting is true")
    #expect(why("not(next_meeting)", values) == "no, because next_meeting is true")
    #expect(why("not(employees > 10)", values) == "yes, because employees 5 is not greater than 10 (5 short, strictly)")
    #expect(
      why("employees between 10 and 20", values) == "no, because employees 5 is not between 10 and 20 (5 short)")
    #expect(why("employees in [6..9)", values) == "no, because employees 5 is not in [6..9) (1 short)")
    #expect(why("employees in (> 7, > 9)", values) == "no, because employees 5 is not in > 7, > 9 (2 short, strictly)")
    #expect(why("region = \"NA\"", values) == "no, because region \"APAC\" is not \"NA\"")
  }

  @Test("what is missing is named")
  func missing() {
    #expect(why("next_meeting") == "unknown, because next_meeting is missing")
    #expect(why("not(next_meeting)") == "unknown, because next_meeting is missing")
    #expect(
      why("employees > 5 and region = \"NA\" and limit > 1", ["limit": .number(9)])
        == "unknown, because employees and region are missing")
    #expect(
      why("employees > 5 and limit > 1", ["limit": .number(0)])
        == "no, because limit 0 is not greater than 1 (1 short, strictly)")
    #expect(why("count(activities[type = \"call\"]) >= 3") == "unknown, because activities is missing")
    #expect(why("employees = null") == "yes, because employees is missing")
    #expect(why("employees != null", ["employees": .number(3)]) == "yes, because employees 3 is there")
  }

  @Test("what an item of a related list lacks is named by list and entry")
  func items() {
    let shape = Shape(["type", "date"])
    let call = Value.context(Context(shape: shape, values: [.string("call"), .unknown]))
    #expect(
      why("count(activities[type = \"call\" and date > 3]) >= 1", ["activities": .list([call])])
        == "unknown, because activities.date is missing")
  }

  @Test("reasons go through facts to what is missing, or to the conflict")
  func facts() {
    let chain = [
      rule("S", "employees >= 1000", set("segment", "\"big\"")), rule("F", "segment = \"big\"", set("fit", "true")),
    ]
    #expect(why("fit", [:], chain) == "unknown, because employees (needed for segment) is missing")
    let dispute = [rule("S", "true", set("fit", "true")), rule("T", "true", set("fit", "false"))]
    #expect(why("fit", [:], dispute) == "unknown, because fit is in conflict")
    #expect(why("fit", ["employees": .number(1)], chain) == "no, because fit is null")
  }

  @Test("a fact tells its rules, what each gave, and who won")
  func winners() throws {
    let book = RuleBook(
      [rule("A", "true", set("x", "2")), rule("B", "true", set("x", "5")), rule("C", "employees > 3", set("x", "9"))],
      facts: [FactDefinition(name: "x", type: .number, merge: .max)], inputs: inputs)
    let run = book.run(["employees": .number(1)])
    let program = try #require(book.program)
    var explainer = RuleExplainer(program, scope: book.scope)
    let reason = explainer.why(fact: 0, slots: run.slots, run.evaluation, clock: run.clock)
    #expect(reason.value.phrase == "5")
    #expect(reason.contributions.map { $0.rule.rule } == ["A", "B", "C"])
    #expect(reason.contributions.map { $0.wins } == [false, true, false])
    #expect(reason.contributions.map { $0.rule.outcome } == [.yes, .yes, .no])
    #expect(!reason.isFallback)
  }

  private func fact(_ rules: [RuleDefinition], _ fact: FactDefinition, _ values: [Text: Value] = [:]) -> String {
    let book = RuleBook(rules, facts: [fact], inputs: inputs)
    let run = book.run(values)
    guard let program = book.program, let index = program.fact(named: fact.name) else { return "no program" }
    var explainer = RuleExplainer(program, scope: book.scope)
    return ReasonSentences().sentence(
      explainer.why(fact: index, slots: run.slots, run.evaluation, clock: run.clock)
    ).string
  }

  @Test("a fact in one sentence")
  func factSentences() {
    let fit = FactDefinition(name: "fit", type: .string, merge: .any)
    let size = [rule("Right size", "employees >= 1000", set("fit", "\"high\""))]
    #expect(
      fact(size, fit, ["employees": .number(2000)])
        == "fit is \"high\" by rule \"Right size\", because employees 2000 is at least 1000")
    #expect(fact(size, fit, ["employees": .number(20)]) == "fit is null, because no rule for it fires")
    #expect(fact(size, fit) == "fit is undecided, because employees is missing")
    let low = FactDefinition(name: "fit", type: .string, merge: .any, fallback: "\"low\"")
    #expect(
      fact(size, low, ["employees": .number(20)]) == "fit is \"low\" by default, because no rule for it fires")
    let other = [rule("Other", "true", set("fit", "\"low\""))]
    #expect(
      fact(size + other, fit, ["employees": .number(2000)])
        == "fit is undecided by conflict: \"low\" by rule \"Other\" and \"high\" by rule \"Right size\"")
    let points = FactDefinition(name: "points", type: .number, merge: .sum)
    #expect(
      fact([rule("A", "true", add("20", to: "points")), rule("B", "true", add("10", to: "points"))], points)
        == "points is 30: 20 by rule \"A\" and 10 by rule \"B\"")
  }

  @Test("a loop is told once round")
  func loop() throws {
    let truth = { (name: Text) in FactDefinition(name: name, type: .boolean, merge: .max) }
    let book = RuleBook(
      [rule("A", "y", set("x", "true")), rule("B", "x or next_meeting", set("y", "true"))],
      facts: [truth("x"), truth("y")], inputs: inputs)
    let run = book.run()
    let program = try #require(book.program)
    var explainer = RuleExplainer(program, scope: book.scope)
    let reason = explainer.why(fact: 0, slots: run.slots, run.evaluation, clock: run.clock)
    let inner = reason.contributions[0].rule.condition?.facts[0].contributions[0].rule.condition?.parts[0].facts[0]
    #expect(inner?.isCut ?? false)
    #expect(run.why("A") == "unknown, because next_meeting (needed for y) is missing")
  }

  @Test("chains deeper than the limit are cut, and long conditions are told whole")
  func limits() {
    var rules = [rule("r0", "employees > 1", set("f0", "true"))]
    for index in 1..<40 { rules.append(rule(Text("r\(index)"), Text("f\(index - 1)"), set(Text("f\(index)"), "true"))) }
    let book = RuleBook(rules, inputs: inputs)
    #expect(book.run(["employees": .number(5)])["f39"].phrase == "true")
    #expect(book.run().why("r39") == "unknown, because f38 cannot be told yet")
    let long = Text(Array(repeating: "employees > 1", count: 500).joined(separator: " and "))
    #expect(why(long).hasPrefix("unknown, because employees is missing"))
  }

  @Test("which slots a rule hangs on, and by which facts")
  func chain() throws {
    let book = RuleBook(
      [
        rule("G", "fit = \"high\""), rule("F", "segment = \"big\"", set("fit", "\"high\"")),
        rule("S", "employees > 3 and region = \"NA\"", set("segment", "\"big\"")),
      ], inputs: inputs)
    let program = try #require(book.program)
    #expect(program.transitiveReads(rule: 0).contains(book.slot("employees")))
    #expect(!program.transitiveReads(rule: 0).contains(book.slot("limit")))
    #expect(program.chain(fromRule: 0, toSlot: book.slot("region")) == ["fit", "segment"])
    #expect(program.chain(fromRule: 0, toSlot: book.slot("fit")) == [])
    #expect(program.chain(fromRule: 0, toSlot: book.slot("limit")) == nil)
  }
}
