import Decisions
import FEEL
import Testing

@Suite("Facts that nobody declared")
struct FactInferenceTests {
  @Test("set makes a fact merged by any, add a sum; sorted by name")
  func inferred() {
    let rules = [
      RuleDefinition(name: "b", condition: "true", contributions: [Contribution(.set, fact: "zone", value: "1")]),
      RuleDefinition(name: "a", condition: "true", contributions: [Contribution(.add, fact: "points", value: "1")]),
    ]
    let facts = FactInference.facts(declared: [FactDefinition(name: "fit", type: .string, merge: .max)], rules: rules)
    #expect(facts.map(\.name) == ["fit", "points", "zone"])
    #expect(facts.map(\.merge) == [.max, .sum, .any])
    #expect(facts.map(\.type) == [.string, .number, .any])
  }

  @Test("a fact both set and added to comes out the same in any order of rules")
  func both() {
    let rules = [
      RuleDefinition(name: "b", condition: "true", contributions: [Contribution(.set, fact: "x", value: "1")]),
      RuleDefinition(name: "a", condition: "true", contributions: [Contribution(.add, fact: "x", value: "1")]),
    ]
    #expect(
      FactInference.facts(declared: [], rules: rules)
        == FactInference.facts(declared: [], rules: rules.reversed()))
  }
}
