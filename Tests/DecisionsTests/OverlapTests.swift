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

  @Test("equal values, and merges for which several values are no conflict")
  func harmless() {
    #expect(overlaps("n > 5", "b", .any, ("1", "1")) == [])
    #expect(overlaps("n > 5", "b", .unique, ("1", "1")).count == 1)
    #expect(overlaps("n > 5", "b", .max) == [])
    #expect(overlaps("n > 5", "b", .collect) == [])
  }
}
