import Decisions
import FEEL
import Testing

@Suite("Errors in rules and facts, word for word")
struct RuleIssueTests {
  private let inputs: [(Text, FeelType)] = [("a", .boolean), ("n", .number), ("s", .string)]

  private func issues(_ rules: [RuleDefinition], _ facts: [FactDefinition] = []) -> [String] {
    RuleBook(rules, facts: facts, inputs: inputs).issues.map {
      "\($0.severity) \($0.code): \($0.message)" + ($0.fix.map { "; \($0)" } ?? "")
    }
  }

  @Test("two rules of one name")
  func duplicateRule() {
    #expect(
      issues([rule("A", "a"), rule("A", "n > 1")])
        == ["error DUPLICATE: two rules are called \"A\"; give each rule a name of its own"])
  }

  @Test("set and add on one fact")
  func setAndAdd() {
    #expect(
      issues([rule("A", "a", set("x", "1")), rule("B", "a", add("1", to: "x"))])
        == [
          "error MERGE: the fact x is both set (rule \"A\") and added to (rule \"B\"); "
            + "use \"set\" or \"add\" for all of its rules"
        ])
  }

  @Test("add to a fact that is no sum, set on one that is")
  func wrongMerge() {
    #expect(
      issues([rule("A", "a", add("1", to: "x"))], [FactDefinition(name: "x", type: .number, merge: .max)])
        == [
          "error MERGE: \"add\" is for sums, but the fact x is declared with merge max; "
            + "declare merge: sum, or write set x to ..."
        ])
    #expect(
      issues([rule("A", "a", set("x", "1"))], [FactDefinition(name: "x", type: .number, merge: .sum)])
        == [
          "error MERGE: the fact x is a sum, so rules add to it; write add ... to x, or declare another merge"
        ])
  }

  @Test("values of different types")
  func types() {
    #expect(
      issues([rule("A", "a", set("x", "1")), rule("B", "a", set("x", "\"b\""))])
        == [
          "error TYPE: rule \"B\" gives x a string, but rule \"A\" gives it a number; give the fact values of one type"
        ])
    #expect(
      issues([rule("A", "a", set("x", "1"))], [FactDefinition(name: "x", type: .date, merge: .any)])
        == [
          "error TYPE: the fact x is a date, but this is a number; give a date, or declare another type for x"
        ])
    #expect(
      issues([rule("A", "a", add("s", to: "x"))])
        == ["error TYPE: only numbers can be added to x, but this is a string; add a number"])
    #expect(
      issues([rule("A", "a", set("x", "1"))], [FactDefinition(name: "x", type: .any, merge: .any, fallback: "\"b\"")])
        == [
          "error TYPE: the fact x is a number, but this is a string; give a number, or declare another type for x"
        ])
    #expect(
      issues([rule("A", "n")])
        == ["error TYPE: a condition is true or false, but this is a number; compare it with something"])
  }

  @Test("a rule that reads a fact sees the type that its rules give it")
  func inferredTypes() {
    let found = issues([rule("A", "a", set("x", "\"b\"")), rule("B", "x > 5")])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("error ") ?? false)
  }

  @Test("a value that is not allowed")
  func domain() {
    #expect(
      issues(
        [rule("A", "a", set("fit", "if n > 1 then \"hihg\" else \"low\""))],
        [FactDefinition(name: "fit", type: .any, merge: .any, domain: ["low", "high"])])
        == [
          "error DOMAIN: \"hihg\" is not an allowed value of fit; "
            + "allowed are \"low\", \"high\"; did you mean \"high\"?"
        ])
  }

  @Test("a fact without rules, and one declared twice")
  func facts() {
    #expect(
      issues([], [FactDefinition(name: "x", type: .any, merge: .any)])
        == ["warning NEVER-SET: no rule gives the fact x a value; write a rule that does, or remove the fact"])
    var builder = ProgramBuilder()
    let twice = [
      FactDefinition(name: "x", type: .any, merge: .any), FactDefinition(name: "x", type: .any, merge: .max),
    ]
    let compiled = RuleProgram.compile(
      facts: twice, rules: [rule("A", "true", set("x", "1"))], scope: Scope(), factSlots: [0, 1], builder: &builder)
    #expect(compiled.issues.map { $0.message } == ["the fact x is declared twice"])
  }

  @Test("dates the wrong way round")
  func dates() {
    #expect(
      issues([rule("A", "a", from: 10, until: 9)])
        == ["error DATES: its last day lies before its first, so it is never in force; exchange the two dates"])
  }

  @Test("a broken text is told with its place, and the others too")
  func texts() {
    let book = RuleBook(
      [rule("A", "emploees > 1", set("x", "1")), rule("B", "a and", set("y", "zz"))],
      inputs: inputs + [("employees", .number)])
    #expect(book.program == nil)
    #expect(book.issues.map { $0.subject } == [.condition("A"), .condition("B"), .value(rule: "B", contribution: 0)])
    #expect(book.issues.first?.fix == "did you mean `employees`?")
  }

  @Test("issues come in the same order whatever the order of the definitions")
  func order() {
    let rules = [rule("A", "nn > 1"), rule("B", "a and"), rule("C", "n")]
    #expect(issues(rules) == issues(rules.reversed()))
  }
}
