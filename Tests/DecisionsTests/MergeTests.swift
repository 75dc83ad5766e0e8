import Decisions
import FEEL
import Testing

@Suite("What several rules give to one fact becomes one value")
struct MergeTests {
  private let inputs: [(Text, FeelType)] = [("a", .boolean), ("b", .boolean), ("n", .number), ("m", .number)]

  private func book(_ merge: Merge, _ first: Text, _ second: Text, _ fallback: Text? = nil, _ domain: [Text] = [])
    -> RuleBook
  {
    RuleBook(
      [rule("A", "a", set("x", first), priority: 1), rule("B", "b", set("x", second), priority: 2)],
      facts: [FactDefinition(name: "x", type: .any, merge: merge, fallback: fallback, domain: domain)], inputs: inputs)
  }

  private let yes = Value.boolean(true)
  private let no = Value.boolean(false)

  private func expect(_ value: Value, _ expected: Value, _ location: SourceLocation = #_sourceLocation) {
    #expect(value.isIdentical(to: expected), "\(value) is not \(expected)", sourceLocation: location)
  }

  @Test("any: equal values agree, different ones are a conflict that is told")
  func any() {
    let agreeing = book(.any, "\"high\"", "\"high\"")
    expect(agreeing.run(["a": yes, "b": yes])["x"], .string("high"))
    let disputing = book(.any, "\"high\"", "\"low\"")
    expect(disputing.run(["a": yes, "b": no])["x"], .string("high"))
    let run = disputing.run(["a": yes, "b": yes])
    expect(run["x"], .unknown)
    #expect(run.conflicts == ["x gets different values: \"high\" from rule \"A\" and \"low\" from rule \"B\""])
  }

  @Test("a fact is undecided while a rule is, or while a firing rule's value is")
  func undecided() {
    let book = book(.any, "n", "n")
    expect(book.run(["a": yes, "n": .number(1)])["x"], .unknown)
    expect(book.run(["a": yes, "b": no])["x"], .unknown)
    expect(book.run(["a": yes, "b": no, "n": .number(1)])["x"], .number(1))
  }

  @Test("the default holds only when every rule is false; without one the fact is null")
  func fallback() {
    let book = book(.any, "1", "1", "0")
    expect(book.run(["a": no, "b": no])["x"], .number(0))
    expect(book.run(["a": no])["x"], .unknown)
    expect(self.book(.any, "1", "1").run(["a": no, "b": no])["x"], .null)
  }

  @Test("unique: two rules are one too many, even with equal values")
  func unique() {
    let run = book(.unique, "1", "1").run(["a": yes, "b": yes])
    expect(run["x"], .unknown)
    #expect(run.conflicts == ["x may get a value from one rule only, but gets 1 from rule \"A\" and 1 from rule \"B\""])
  }

  @Test("collect: sorted by value, then by rule name")
  func collect() {
    expect(book(.collect, "2", "1").run(["a": yes, "b": yes])["x"], .list([.number(1), .number(2)]))
    expect(book(.collect, "2", "1").run(["a": yes, "b": no])["x"], .list([.number(2)]))
  }

  @Test("min and max: numbers by size, listed values by their place in the list")
  func extremes() {
    expect(book(.max, "2", "10").run(["a": yes, "b": yes])["x"], .number(10))
    expect(book(.min, "2", "10").run(["a": yes, "b": yes])["x"], .number(2))
    let listed: [Text] = ["low", "mid", "high"]
    expect(book(.max, "\"high\"", "\"low\"", nil, listed).run(["a": yes, "b": yes])["x"], .string("high"))
    expect(book(.min, "\"high\"", "\"low\"", nil, listed).run(["a": yes, "b": yes])["x"], .string("low"))
    expect(book(.max, "true", "false").run(["a": yes, "b": yes])["x"], .boolean(true))
  }

  @Test("count: how many rules fired")
  func count() {
    expect(book(.count, "\"p\"", "\"q\"").run(["a": yes, "b": yes])["x"], .number(2))
    expect(book(.count, "\"p\"", "\"q\"").run(["a": no, "b": no])["x"], .number(0))
  }

  @Test("highest priority: the greater wins; a tie of different values is a conflict")
  func priority() {
    expect(book(.highestPriority, "1", "2").run(["a": yes, "b": yes])["x"], .number(2))
    expect(book(.highestPriority, "1", "2").run(["a": yes, "b": no])["x"], .number(1))
    let tied = RuleBook(
      [rule("A", "true", set("x", "1"), priority: 5), rule("B", "true", set("x", "2"), priority: 5)],
      facts: [FactDefinition(name: "x", type: .any, merge: .highestPriority)])
    #expect(
      tied.run().conflicts == ["x gets different values of the same priority: 1 from rule \"A\" and 2 from rule \"B\""])
  }

  @Test("sum: exact; nothing fired is 0; null adds nothing and is told")
  func sum() {
    let book = RuleBook(
      [
        rule("A", "a", add("0.1", to: "x")), rule("B", "b", add("0.2", to: "x")), rule("C", "n > 0", add("m", to: "x")),
      ],
      inputs: inputs)
    expect(book.run(["a": no, "b": no, "n": .number(0)])["x"], .number(0))
    #expect(book.run(["a": yes, "b": yes, "n": .number(0)])["x"].phrase == "0.3")
    expect(book.run(["a": yes, "b": yes])["x"], .unknown)
    let run = book.run(["a": yes, "b": no, "n": .number(1), "m": .null])
    #expect(run["x"].phrase == "0.1")
    #expect(run.conflicts == ["x gets nothing from rule \"C\": the value is null"])
  }

  @Test("a value outside the list leaves the fact undecided and is told")
  func outsideDomain() {
    let run = RuleBook(
      [rule("A", "true", set("x", "if n > 1 then s else \"low\""))],
      facts: [FactDefinition(name: "x", type: .string, merge: .any, domain: ["low", "high"])],
      inputs: [("n", .number), ("s", .string)]
    ).run(["n": .number(5), "s": .string("huge")])
    expect(run["x"], .unknown)
    #expect(run.conflicts == ["x may not be \"huge\" from rule \"A\""])
  }

  @Test("a rule out of its dates counts as false; both ends are included")
  func dates() {
    let book = RuleBook(
      [rule("A", "true", set("x", "1"), from: 10, until: 12)],
      facts: [FactDefinition(name: "x", type: .any, merge: .any, fallback: "0")])
    expect(book.run(day: 9)["x"], .number(0))
    #expect(book.run(day: 9).outcome("A") == .notInForce)
    expect(book.run(day: 10)["x"], .number(1))
    expect(book.run(day: 12)["x"], .number(1))
    expect(book.run(day: 13)["x"], .number(0))
  }

  @Test("a day starts at midnight of the policy's zone")
  func zone() throws {
    let book = RuleBook([rule("A", "true", from: 1, until: 1)])
    let program = try #require(book.program)
    var machine = Machine(book.code, slots: book.slotCount)
    let minute: Int64 = 60_000
    for (milliseconds, offset, expected) in [
      (Int64(0), Int32(0), Outcome.notInForce), (86_400_000, 0, .yes), (86_400_000 - minute, 60, .yes),
      (86_400_000, -60, .notInForce), (2 * 86_400_000 - minute, 0, .yes), (-1, 0, .notInForce),
    ] {
      let clock = Clock(epochMilliseconds: milliseconds, offsetSeconds: offset)
      #expect(program.outcome(of: 0, &machine, clock: clock) == expected)
    }
  }

  @Test("facts chain from one to the next, whatever order the rules are written in")
  func chain() {
    let book = RuleBook(
      [
        rule("third", "fit = \"high\" and points > 10", set("hot", "true")),
        rule("second", "segment = \"big\"", set("fit", "\"high\""), add("20", to: "points")),
        rule("first", "n >= 1000", set("segment", "\"big\"")),
      ], inputs: inputs)
    #expect(book.issues == [])
    expect(book.run(["n": .number(2000)])["hot"], .boolean(true))
    expect(book.run(["n": .number(20)])["hot"], .null)
    expect(book.run()["hot"], .unknown)
    #expect(book.run(["n": .number(20)]).outcome("third") == .no)
  }
}
