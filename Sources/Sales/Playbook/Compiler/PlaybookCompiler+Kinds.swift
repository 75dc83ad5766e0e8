import Decisions
import FEEL

extension PlaybookCompiler {
  /// The rules and facts about a kind over its scope; nil if there is an error in them.
  mutating func compile(_ place: Int, _ kindScope: KindScope, _ sentences: [Int]) -> KindProgram? {
    let kind = definition.kinds[place]
    let facts = facts(of: sentences)
    checkNames(of: facts, kindScope, kind)
    let (scope, slots) = kindScope.withFacts(facts, firstSlot: kindScope.slotCount)
    slotCount = max(slotCount, kindScope.slotCount + facts.count)
    tellDuplicateFacts()
    let compiled = RuleProgram.compile(
      facts: facts, rules: sentences.map { definition.sentences[$0].rule }, scope: scope, factSlots: slots,
      builder: &builder)
    for issue in compiled.issues { findings.append(Finding(issue, in: definition)) }
    guard let rules = compiled.program,
      kindScope.assessments.count == Set(definition.assessments.filter { $0.kind == kind.name }.map { $0.name }).count
    else { return nil }
    return KindProgram(
      definition: kind, layout: kindScope.layout, scope: scope, assessments: kindScope.assessments, rules: rules,
      actions: sentences.map { actions(of: definition.sentences[$0], kind, kindScope.assessments) },
      pipelines: definition.pipelines.indices.filter { definition.pipelines[$0].kind == kind.name })
  }

  private mutating func checkNames(of facts: [FactDefinition], _ scope: KindScope, _ kind: RecordKindDefinition) {
    for fact in facts {
      guard let variable = scope.variables.first(where: { $0.name == fact.name }) else { continue }
      var what: Text = "something of the record itself"
      if case .namespace = variable.meaning {
        what = "an assessment"
      } else if kind.attributes.contains(where: { $0.name == fact.name }) {
        what = "an attribute of " + kind.name
      } else if kind.related.contains(where: { $0.name == fact.name }) {
        what = "a related list of " + kind.name
      }
      error(
        "NAME", .fact(fact.name), Text("the fact \(fact.name) has the name of \(what)"), fix: "rename the fact")
    }
    checkUnique(facts.map { $0.name }, "fact") { .fact($0) }
  }

  private mutating func tellDuplicateFacts() {
    for (first, second) in zip(definition.facts, definition.facts.dropFirst()) where first.name == second.name {
      error(
        "DUPLICATE", .fact(first.name), Text("the fact \(first.name) is declared twice"), fix: "keep one of the two")
    }
  }

  private func actions(
    of sentence: SentenceDefinition, _ kind: RecordKindDefinition, _ assessments: [AssessmentUnit]
  ) -> RuleActions {
    var actions = RuleActions()
    for action in sentence.actions {
      switch action {
      case .flag(let flag): actions.flags.append(flag)
      case .ask(let name):
        let folded = name.caseFolded
        if let place = assessments.firstIndex(where: { $0.name.caseFolded == folded }) { actions.asks.append(place) }
      case .require(let name):
        if let place = kind.attributes.firstIndex(where: { $0.name == name }) { actions.requires.append(place) }
      case .upgrade, .propose, .contribute, .start: break
      }
    }
    return actions
  }
}
