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
    tellOtherNames(sentences, scope, kindScope)
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

  /// Tells of names that stand for others: assessments in another case, `Assessment` for `Score`.
  private mutating func tellOtherNames(_ sentences: [Int], _ scope: Scope, _ kindScope: KindScope) {
    var scratch = builder
    for place in sentences {
      let sentence = definition.sentences[place]
      let tree = scratch.expression(sentence.condition, scope: scope).tree
      for index in tree.nodes.indices {
        let id = NodeID(index)
        let subject = Subject.condition(rule: sentence.name)
        if case .name(let name) = tree[id] {
          let folded = name.caseFolded
          for unit in kindScope.assessments where unit.name != name && unit.name.caseFolded == folded {
            findings.append(
              Finding(
                .note, "CASE", subject, span: tree.span(of: id), Text("\(name) is read as \(unit.name)"),
                fix: Text("write \(unit.name)")))
          }
        }
        guard case .path(let base, "Assessment") = tree[id], case .name(let name) = tree[base] else { continue }
        findings.append(
          Finding(
            .warning, "ALIAS", subject, span: tree.span(of: id), Text("\(name).Assessment is read as \(name).Score"),
            fix: Text("write \(name).Score")))
      }
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
