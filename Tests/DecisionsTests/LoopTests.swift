import Decisions
import FEEL
import Testing

@Suite("Facts that need each other")
struct LoopTests {
  private let inputs: [(Text, FeelType)] = [("p", .boolean), ("q", .boolean), ("n", .number)]

  private func truth(_ name: Text, _ fallback: Text? = nil) -> FactDefinition {
    FactDefinition(name: name, type: .boolean, merge: .max, fallback: fallback)
  }

  private func level(_ name: Text, _ merge: Merge = .max, _ domain: [Text] = ["1", "2", "3"]) -> FactDefinition {
    FactDefinition(name: name, type: .number, merge: merge, domain: domain)
  }

  private func error(_ rules: [RuleDefinition], _ facts: [FactDefinition] = []) -> RuleIssue? {
    let book = RuleBook(rules, facts: facts, inputs: inputs)
    return book.issues.first { $0.code == "CYCLE" }
  }

  @Test("a loop is an error that prints it with its rules")
  func printed() {
    let issue = error([
      rule("R1", "b = 1", set("a", "1")), rule("R2", "c = 1", set("b", "1")), rule("R3", "a = 1", set("c", "1")),
    ])
    #expect(
      issue?.message == "facts need each other: a → b → c → a (a by rule \"R1\", b by rule \"R2\", c by rule \"R3\")")
    #expect(issue?.fix == "break the loop; it cannot be followed round because a is merged by any")
    #expect(issue?.related == [.rule("R1"), .rule("R2"), .rule("R3")])
    #expect(issue?.subject == .fact("a"))
  }

  @Test("a fact that needs itself is a loop of one")
  func alone() {
    let issue = error([rule("R", "count(x) > 1", add("1", to: "x"))])
    #expect(issue?.message == "the fact x needs itself: x → x (x by rule \"R\")")
    #expect(issue?.fix == "break the loop; it cannot be followed round because x is merged by sum")
  }

  @Test(
    "reads that may fall while a fact rises are refused",
    arguments: [
      ("not(b)", "not(b)"), ("b = true", "b = true"), ("p and (q or not(b))", "not(b)"),
      ("if b then true else false", "if b then true else false"), ("b != false", "b != false"),
      ("count([b]) > 0", "count([b]) > 0"), ("some x in [b] satisfies x", "some x in [b] satisfies x"),
    ])
  func falling(condition: String, part: String) {
    let issue = error(
      [rule("R1", Text(condition), set("a", "true")), rule("R2", "a", set("b", "true"))], [truth("a"), truth("b")])
    #expect(
      issue?.fix
        == Text("break the loop; it cannot be followed round because rule \"R1\" reads the loop by \(part)"))
  }

  @Test(
    "reads that only rise are fine",
    arguments: ["b", "b and p", "b or q and not(p)", "(b or p) and (a or n > 5)", "b and n = 3"])
  func rising(condition: String) {
    #expect(
      error(
        [rule("R1", Text(condition), set("a", "true")), rule("R2", "a", set("b", "true"))], [truth("a"), truth("b")])
        == nil)
  }

  @Test("a default above the bottom, a list out of order, a falling comparison and equality are refused")
  func others() {
    #expect(
      error([rule("R", "a and p", set("a", "true"))], [truth("a", "true")])?.fix
        == "break the loop; it cannot be followed round because the default of a is not its lowest value")
    let words = FactDefinition(name: "a", type: .string, merge: .max, domain: ["low", "mid", "high"])
    #expect(error([rule("R", "a >= \"mid\"", set("a", "\"high\""))], [words]) != nil)
    #expect(error([rule("R", "a in (\"mid\", \"high\")", set("a", "\"high\""))], [words]) == nil)
    #expect(error([rule("R", "a in (\"mid\")", set("a", "\"high\""))], [words]) != nil)
    #expect(error([rule("R", "a > 1", set("a", "3"))], [level("a")]) == nil)
    #expect(error([rule("R", "1 <= a", set("a", "3"))], [level("a")]) == nil)
    #expect(error([rule("R", "a < 3", set("a", "3"))], [level("a")]) != nil)
    #expect(error([rule("R", "a < 3", set("a", "1"))], [level("a", .min)]) == nil)
    #expect(error([rule("R", "a = 1", set("a", "3"))], [level("a")]) != nil)
    #expect(error([rule("R", "a > 1", set("a", "a + 1"))], [level("a")]) != nil)
    #expect(error([rule("R", "a > 1", set("a", "3"))], [level("a", .max, [])]) != nil)
    #expect(error([rule("R", "a > 1", set("a", "null"))], [level("a")]) != nil)
  }

  @Test("the least fixpoint: nothing holds itself up by its own hair")
  func least() {
    let book = RuleBook(
      [rule("R1", "b or p", set("a", "true")), rule("R2", "a", set("b", "true"))],
      facts: [truth("a", "false"), truth("b", "false")], inputs: inputs)
    #expect(book.issues == [])
    let low = book.run(["p": .boolean(false)])
    #expect(low["a"].isIdentical(to: .boolean(false)) && low["b"].isIdentical(to: .boolean(false)))
    let high = book.run(["p": .boolean(true)])
    #expect(high["a"].isIdentical(to: .boolean(true)) && high["b"].isIdentical(to: .boolean(true)))
    #expect(high.outcome("R1") == .yes && high.outcome("R2") == .yes)
    let open = book.run()
    #expect(open["a"].isIdentical(to: .unknown) && open["b"].isIdentical(to: .unknown))
    #expect(open.outcome("R1") == .unknown && open.outcome("R2") == .unknown)
  }

  @Test("levels climb step by step, and collected values grow")
  func steps() {
    let book = RuleBook(
      [
        rule("R1", "n > 0", set("x", "1")), rule("R2", "y >= 1", set("x", "2")), rule("R3", "x >= 1", set("y", "x")),
        rule("R4", "y >= 2 and n > 5", set("x", "3")),
      ], facts: [level("x"), level("y")], inputs: inputs)
    #expect(book.issues == [])
    #expect(book.run(["n": .number(9)])["y"].isIdentical(to: .number(3)))
    #expect(book.run(["n": .number(2)])["y"].isIdentical(to: .number(2)))
    #expect(book.run(["n": .number(0)])["y"].isIdentical(to: .null))
    let tags = RuleBook(
      [
        rule("R1", "p", set("tags", "\"a\"")), rule("R2", "\"a\" in tags", set("tags", "\"b\"")),
        rule("R3", "list contains(tags, \"b\")", set("tags", "\"c\"")),
      ],
      facts: [FactDefinition(name: "tags", type: .any, merge: .collect, domain: ["a", "b", "c"])], inputs: inputs)
    #expect(tags.issues == [])
    #expect(tags.run(["p": .boolean(true)])["tags"].phrase == "[\"a\", \"b\", \"c\"]")
  }

  @Test("what is decided either way stays decided while something else is missing")
  func partly() {
    let book = RuleBook(
      [rule("R1", "b or p", set("a", "true")), rule("R2", "a", set("b", "true")), rule("R3", "q", set("b", "true"))],
      facts: [truth("a", "false"), truth("b", "false")], inputs: inputs)
    let run = book.run(["p": .boolean(true)])
    #expect(run["a"].isIdentical(to: .boolean(true)))
    // A rule that gives to b is still open.
    #expect(run["b"].isIdentical(to: .unknown))
  }
}
