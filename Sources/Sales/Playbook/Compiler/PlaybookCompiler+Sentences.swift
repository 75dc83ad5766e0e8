import Decisions
import FEEL

extension SentenceDefinition {
  /// The stages that it names as targets.
  var targets: [Text] {
    var targets: [Text] = []
    for action in actions {
      switch action {
      case .upgrade(let to, _): targets.append(to)
      case .propose(let stage): targets.append(stage)
      default: break
      }
    }
    return targets
  }

  /// The rule as far as facts go.
  var rule: RuleDefinition {
    var contributions: [Contribution] = []
    for action in actions {
      if case .contribute(let contribution) = action { contributions.append(contribution) }
    }
    return RuleDefinition(
      name: name, condition: condition, contributions: contributions, priority: priority, from: from, until: until)
  }

  /// The place among the actions of a contribution's place among the contributions.
  func action(ofContribution wanted: Int) -> Int {
    var place = 0
    for (index, action) in actions.enumerated() {
      guard case .contribute = action else { continue }
      if place == wanted { return index }
      place += 1
    }
    return 0
  }
}

extension PlaybookCompiler {
  /// Checks what sentences name, as far as no FEEL is in it.
  mutating func checkSentences() {
    // Rules of the same name are told by the rule program; names that differ only by case here.
    checkRuleNames()
    var stages: [Text] = []
    var attributes: [Text] = []
    var assessments: [Text] = []
    for pipeline in definition.pipelines {
      for stage in pipeline.stages where !stages.contains(stage.name) { stages.append(stage.name) }
    }
    for kind in definition.kinds {
      for attribute in kind.attributes where !attributes.contains(attribute.name) { attributes.append(attribute.name) }
    }
    for assessment in definition.assessments where !assessments.contains(assessment.name) {
      assessments.append(assessment.name)
    }
    for sentence in definition.sentences {
      if sentence.actions.isEmpty {
        error("NO-ACTION", .rule(sentence.name), "the rule does nothing", fix: "say what follows after then")
      }
      for (index, action) in sentence.actions.enumerated() {
        let subject = Subject.action(rule: sentence.name, index: index)
        switch action {
        case .upgrade(let to, let from):
          _ = resolve(to, among: stages, "stage", subject)
          for stage in from { _ = resolve(stage, among: stages, "stage", subject) }
        case .propose(let stage): _ = resolve(stage, among: stages, "stage", subject)
        case .ask(let assessment): _ = resolve(assessment, among: assessments, "assessment", subject)
        case .require(let attribute):
          if !attributes.contains(attribute) {
            error(
              "UNDEFINED", subject, Text("there is no attribute \(attribute)"),
              fix: Suggestion.didYouMean(attribute, among: attributes))
          }
        case .contribute, .flag, .start: break
        }
      }
    }
  }

  private mutating func checkRuleNames() {
    var names: [(name: Text, folded: Text)] = []
    for sentence in definition.sentences { names.append((sentence.name, sentence.name.caseFolded)) }
    names.sort { ($0.folded, $0.name) < ($1.folded, $1.name) }
    for (first, second) in zip(names, names.dropFirst()) {
      guard first.folded == second.folded, first.name != second.name else { continue }
      error(
        "DUPLICATE", .rule(second.name), Text("the rules \(first.name) and \(second.name) differ only by case"),
        fix: "rename one of them")
    }
  }

  /// Which sentences are about which kind: places of sentences, by kind.
  ///
  /// With one kind all of them. With several, a sentence is about every kind that knows all its stages and all names in
  /// it; facts are known where a rule about the kind gives them a value, or no rule does. A sentence about no kind goes to the one where
  /// it has the fewest errors, so that they are told.
  mutating func assignSentences(_ scopes: inout [KindScope]) -> [[Int]] {
    let all = Array(definition.sentences.indices)
    guard definition.kinds.count > 1 else { return definition.kinds.isEmpty ? [] : [all] }
    var assignment: [[Int]] = []
    for kind in definition.kinds.indices {
      let pipelines = definition.pipelines.filter { $0.kind == definition.kinds[kind].name }
      var candidates = all.filter { place in
        definition.sentences[place].targets.allSatisfy { target in
          pipelines.contains { $0.place(of: target) != nil }
        }
      }
      while true {
        let scope = scopes[kind].withFacts(facts(of: candidates), firstSlot: scopes[kind].slotCount).scope
        let known = candidates.filter { undefinedNames(in: definition.sentences[$0], scope) == 0 }
        if known.count == candidates.count { break }
        candidates = known
      }
      assignment.append(candidates)
    }
    for place in all where !assignment.contains(where: { $0.contains(place) }) {
      var best: (errors: Int, kind: Int)?
      for kind in definition.kinds.indices {
        let scope = scopes[kind].withFacts(facts(of: assignment[kind]), firstSlot: scopes[kind].slotCount).scope
        let errors = undefinedNames(in: definition.sentences[place], scope)
        if best.map({ errors < $0.errors }) ?? true { best = (errors, kind) }
      }
      if let best { assignment[best.kind].append(place) }
    }
    return assignment.map { $0.sorted() }
  }

  /// The facts that sentences give values to, declared or not.
  func facts(of sentences: [Int]) -> [FactDefinition] {
    let rules = sentences.map { definition.sentences[$0].rule }
    guard definition.kinds.count > 1 else { return FactInference.facts(declared: definition.facts, rules: rules) }
    // A fact that no rule at all gives a value is known to every kind, by its default.
    var elsewhere: Set<Text> = []
    for sentence in definition.sentences {
      for contribution in sentence.rule.contributions { elsewhere.insert(contribution.fact) }
    }
    for rule in rules {
      for contribution in rule.contributions { elsewhere.remove(contribution.fact) }
    }
    return FactInference.facts(declared: definition.facts.filter { !elsewhere.contains($0.name) }, rules: rules)
  }

  private func undefinedNames(in sentence: SentenceDefinition, _ scope: Scope) -> Int {
    var scratch = builder
    var count = undefinedNames(in: scratch.expression(sentence.condition, scope: scope))
    for action in sentence.actions {
      guard case .contribute(let contribution) = action else { continue }
      count += undefinedNames(in: scratch.expression(contribution.value, scope: scope))
    }
    return count
  }

  /// A name with blanks that is not defined is no name to the parser, and so a syntax error.
  private func undefinedNames(in compiled: Compiled) -> Int {
    var count = 0
    for diagnostic in compiled.diagnostics where diagnostic.code == "UNDEFINED" || diagnostic.code == "SYNTAX" {
      count += 1
    }
    return count
  }
}
