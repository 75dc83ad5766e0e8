import Decisions
import FEEL
import Testing

@Suite("Rules that can give one fact different values")
struct OverlapTests {
  private func overlaps(_ first: Text, _ second: Text, _ merge: Merge = .any, _ values: (Text, Text) = ("1", "2"))
    -> [String]
  {
    let book = RuleBook(
      [rule("A", first, set("x", values.0)), rule("B", second, set("x", values.1))],
      facts: [FactDefinition(name: "x", type: .any, merge: merge)],
      inputs: [("n", .number), ("s", .string), ("b", .boolean)])
    return book.program?.overlaps(scope: book.scope).map { "\($0.severity) \($0.message)" } ?? ["does not compile"]
  }

  @Test("one condition, two values: an error")
  func same() {
    #expect(overlaps("n > 5", "n > 5") == ["error rules \"A\" and \"B\" always fire together and give x 1 and 2"])
  }

  @Test("conditions that leave room for both: a warning")
  func room() {
    #expect(overlaps("n > 5", "n > 3") == ["warning rules \"A\" and \"B\" can fire together and give x 1 and 2"])
    #expect(overlaps("n > 5", "b").count == 1)
    #expect(overlaps("n > 5 or b", "n <= 5").count == 1)
  }

  @Test(
    "conditions that exclude each other",
    arguments: [
      ("n > 5", "n <= 5"), ("n > 5 and b", "s = \"a\" and 5 >= n"), ("n in [1..3)", "n in [3..5)"),
      ("n between 1 and 3", "n > 3"), ("s = \"a\"", "s = \"b\""), ("s in (\"a\", \"b\")", "s = \"c\""),
      ("s in (\"a\", \"b\")", "not(s in (\"a\", \"b\", \"c\"))"), ("b", "not(b)"), ("n = null", "n > 5"),
      ("n > 5 or n < 2", "n in [2..5]"), ("not(n > 5)", "n > 5"), ("s != \"a\"", "s = \"a\""),
    ])
  func exclusive(first: String, second: String) {
    #expect(overlaps(Text(first), Text(second)) == [])
  }

  /// Rules that give `x` different values by way of other facts.
  private func chained(_ rules: [RuleDefinition], facts: [FactDefinition] = []) -> [String] {
    let book = RuleBook(
      rules, facts: facts + [FactDefinition(name: "x", type: .any, merge: .any)],
      inputs: [("n", .number), ("s", .string), ("b", .boolean)])
    return book.program?.overlaps(scope: book.scope).filter { $0.message.string.contains("give x") }
      .map { "\($0.severity) \($0.message)" } ?? ["does not compile"]
  }

  @Test("conditions that the facts they read exclude")
  func excludedByFacts() {
    let small = rule("Small", "n < 5", set("size", "\"small\""))
    let large = rule("Large", "n >= 5", set("size", "\"large\""))
    let hot = rule("Hot", "size = \"small\"", set("hot", "true"))
    let low = rule("A", "hot", set("x", "1"))
    #expect(chained([small, large, hot, low, rule("B", "size = \"large\"", set("x", "2"))]) == [])
    #expect(chained([small, large, hot, low, rule("B", "n > 7", set("x", "2"))]) == [])
    // They leave room for both.
    #expect(chained([small, large, hot, low, rule("B", "n > 3", set("x", "2"))]).count == 1)
    #expect(chained([small, large, hot, low, rule("B", "size != \"large\"", set("x", "2"))]).count == 1)
    // Another rule may make it hot.
    let also = rule("Also", "b", set("hot", "true"))
    #expect(chained([small, large, hot, also, low, rule("B", "n > 7", set("x", "2"))]).count == 1)
    // A default may too, where no rule gives a value.
    let hotByDefault = FactDefinition(name: "hot", type: .boolean, merge: .any, fallback: "true")
    #expect(chained([small, large, hot, low, rule("B", "n > 7", set("x", "2"))], facts: [hotByDefault]).count == 1)
  }

  @Test("equal values, and merges for which several values are no conflict")
  func harmless() {
    #expect(overlaps("n > 5", "b", .any, ("1", "1")) == [])
    #expect(overlaps("n > 5", "b", .unique, ("1", "1")).count == 1)
    #expect(overlaps("n > 5", "b", .max) == [])
    #expect(overlaps("n > 5", "b", .collect) == [])
  }
}
