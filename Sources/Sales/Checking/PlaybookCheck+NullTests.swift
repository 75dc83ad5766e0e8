import Decisions
import FEEL

/// One way in which a fact gets its value.
struct FactSource {
  let fact: Text
  /// What gives it: a rule's name, or its default.
  let author: Text
  /// Every name that it reads.
  let names: [Text]
  /// Whether it tests something against null itself.
  let testsNull: Bool
}

extension PlaybookCheck {
  /// Gates that rest on a test against null, in their own condition or through facts.
  mutating func checkNullTests() {
    let tainted = factsOnNullTests(factSources())
    for rule in rules where rule.promotes {
      let subject = Subject.condition(rule: rule.sentence.name)
      for span in rule.nullTests {
        tell(
          .warning, "NULL-TEST", subject, span: span,
          "The gate rests on a test against null: what is missing decides it, and its coming may turn it")
      }
      if let fact = tainted.first(where: { rule.names.contains($0.fact) }), rule.nullTests.isEmpty {
        tell(
          .warning, "NULL-TEST", subject,
          "The gate reads `\(fact.fact)`, which rests on a test against null in \(fact.author)")
      }
    }
  }

  private func factSources() -> [FactSource] {
    var scratch = ProgramBuilder(law: .sales)
    let scope = CheckedRule.scope(definition)
    var sources: [FactSource] = []
    func add(_ fact: Text, _ author: Text, _ text: Text, names: [Text], testsNull: Bool) {
      let compiled = scratch.expression(text, scope: scope)
      sources.append(
        FactSource(
          fact: fact, author: author, names: names + compiled.tree.names,
          testsNull: testsNull || !compiled.nullTests.isEmpty))
    }
    for rule in rules {
      for case .contribute(let contribution) in rule.sentence.actions {
        add(
          contribution.fact, rule.sentence.name, contribution.value, names: rule.names,
          testsNull: !rule.nullTests.isEmpty)
      }
    }
    for fact in definition.facts {
      if let fallback = fact.fallback { add(fact.name, "its default", fallback, names: [], testsNull: false) }
    }
    return sources
  }

  /// The facts that hang on a test against null, each with what makes the test.
  private func factsOnNullTests(_ sources: [FactSource]) -> [(fact: Text, author: Text)] {
    var tainted: [(fact: Text, author: Text)] = []
    var grew = true
    while grew {
      grew = false
      for source in sources where !tainted.contains(where: { $0.fact == source.fact }) {
        let inherited = tainted.first { source.names.contains($0.fact) }?.author
        guard let author = source.testsNull ? source.author : inherited else { continue }
        tainted.append((source.fact, author))
        grew = true
      }
    }
    return tainted
  }
}

extension Tree {
  /// Every name in it, each once.
  var names: [Text] {
    var names: [Text] = []
    for node in nodes {
      if case .name(let name) = node, !names.contains(name) { names.append(name) }
    }
    return names
  }
}
