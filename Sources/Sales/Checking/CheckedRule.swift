import Decisions
import FEEL

/// A sentence with the tests of scores in its condition.
struct CheckedRule {
  /// One comparison of a score with a number.
  struct ScoreTest {
    enum Amount: Int { case score, points, percent }

    var test: ThresholdTest
    /// As the rule writes it; it may be undefined.
    var assessment: Text
    var amount: Amount
    /// The operator and number: `> 60`.
    var written: Text
  }

  let sentence: SentenceDefinition
  let tree: Tree
  let nullTests: [Span]
  let tests: [ScoreTest]
  /// Every name in the condition, each once.
  let names: [Text]

  init(_ sentence: SentenceDefinition, scope: Scope, _ builder: inout ProgramBuilder) {
    self.sentence = sentence
    let compiled = builder.expression(sentence.condition, scope: scope)
    tree = compiled.tree
    nullTests = compiled.nullTests
    var scored: [Text] = []
    for node in compiled.tree.nodes {
      if case .path(let base, let member) = node, CheckedRule.amount(member) != nil,
        case .name(let name) = compiled.tree[base], !scored.contains(name)
      {
        scored.append(name)
      }
    }
    names = compiled.tree.names
    // Assessments that are not defined have thresholds too: each gets three slots of its own here.
    var variables: [Scope.Variable] = []
    for (place, name) in scored.enumerated() {
      let members: [Scope.Variable] = [
        Scope.Variable("Score", .slot(3 * place, .number)), Scope.Variable("Assessment", .slot(3 * place, .number)),
        Scope.Variable("Points", .slot(3 * place + 1, .number)),
        Scope.Variable("Percent", .slot(3 * place + 2, .number)),
      ]
      variables.append(Scope.Variable(name, .namespace(members, hint: "")))
    }
    tests = ThresholdTest.all(in: compiled.tree, scope: Scope(variables)).compactMap { test in
      guard let amount = ScoreTest.Amount(rawValue: test.slot % 3) else { return nil }
      return ScoreTest(
        test: test, assessment: scored[test.slot / 3], amount: amount,
        written: test.sign.written + Text(" ") + Text("\(test.bound)"))
    }
  }

  private static func amount(_ member: Text) -> ScoreTest.Amount? {
    switch member {
    case "Score", "Assessment": .score
    case "Points": .points
    case "Percent": .percent
    default: nil
    }
  }

  /// All names that conditions may read, whatever their kind; the tree is what is wanted, not the code.
  static func scope(_ definition: PlaybookDefinition) -> Scope {
    var variables: [Scope.Variable] = []
    func add(_ name: Text, _ type: FeelType) {
      guard !variables.contains(where: { $0.name == name }) else { return }
      variables.append(Scope.Variable(name, .slot(variables.count, type)))
    }
    for kind in definition.kinds {
      for attribute in kind.attributes { add(attribute.name, .any) }
      for list in kind.related { add(list.name, .any) }
    }
    for fact in definition.facts { add(fact.name, .any) }
    for sentence in definition.sentences {
      for case .contribute(let contribution) in sentence.actions { add(contribution.fact, .any) }
    }
    for name in ["stage", "step", "probability", "owner", "id"] as [Text] { add(name, .any) }
    for assessment in definition.assessments {
      guard !variables.contains(where: { $0.name == assessment.name }) else { continue }
      var members: [Scope.Variable] = []
      for name in ["Score", "Points", "Percent", "Assessment", "Complete"] as [Text] {
        members.append(Scope.Variable(name, .slot(variables.count, .any)))
      }
      let answers = assessment.questions.map { Scope.Variable($0.id, .slot(variables.count, .any)) }
      members.append(Scope.Variable("Answers", .namespace(answers, hint: "")))
      variables.append(Scope.Variable(assessment.name, .namespace(members, hint: "")))
    }
    return Scope(variables)
  }
}

extension CheckedRule {
  /// Whether a promotion hangs on it.
  var promotes: Bool {
    sentence.actions.contains { action in
      switch action {
      case .upgrade, .propose: true
      case .contribute, .flag, .ask, .start, .require: false
      }
    }
  }

  /// Whether its whole condition is one test of a score.
  var isOneTest: Bool {
    guard tests.count == 1, tree.roots.count == 1 else { return false }
    if case .compare = tree[tree.roots[0]] { return tree.span(of: tree.roots[0]) == tests[0].test.span }
    return false
  }
}

extension CompareOperator {
  /// As FEEL writes it.
  var written: Text {
    switch self {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
