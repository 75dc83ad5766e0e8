import FEEL

// Facts that need each other: allowed only where a least fixpoint is sure to exist and to be reached.

extension RuleCompiler {
  /// The loop of a component, or nil after telling why it is none.
  mutating func loop(_ component: [Int], _ graph: FactGraph) -> Loop? {
    var joins: [Monotonicity.Member] = []
    var reason: String?
    for fact in component {
      switch join(fact) {
      case .success(let join):
        joins.append(Monotonicity.Member(name: facts[fact].name, join: join, domain: domains[fact]))
      case .failure(let why): reason = reason ?? why.text
      }
    }
    if reason == nil { reason = readViolation(component, joins) }
    if let reason {
      tellCycle(component, graph, reason)
      return nil
    }
    return assembleLoop(component, joins)
  }

  /// Why a fact cannot stand in a loop, to go after "so that its rules can be followed in circles".
  struct Refusal: Error { let text: String }

  private func join(_ index: Int) -> Result<Loop.Join, Refusal> {
    let fact = facts[index]
    let name = fact.name.string
    let join: Loop.Join
    switch (fact.merge, domains[index].isEmpty) {
    case (.max, true) where fact.type == .boolean: join = .truth
    case (.max, false): join = .upwards
    case (.min, false): join = .downwards
    case (.collect, false): join = .union
    case (.max, true), (.min, true), (.collect, true):
      return .failure(Refusal(text: "\(name) has no list of allowed values"))
    default: return .failure(Refusal(text: "\(name) is merged by \(fact.merge.word)"))
    }
    guard fact.fallback != nil else { return .success(join) }
    guard let value = fallbacks[index]?.constant, isBottom(value, join, domains[index]) else {
      return .failure(Refusal(text: "the default of \(name) is not its lowest value"))
    }
    return .success(join)
  }

  private func isBottom(_ value: Value, _ join: Loop.Join, _ domain: [Value]) -> Bool {
    switch join {
    case .truth:
      if case .boolean(false) = value { return true }
      return false
    case .upwards: return domain.first.map { $0.agrees(with: value) == true } ?? false
    case .downwards: return domain.last.map { $0.agrees(with: value) == true } ?? false
    case .union:
      if case .list(let items) = value { return items.isEmpty }
      return false
    }
  }

  /// The first read inside the loop that does not only rise.
  private func readViolation(_ component: [Int], _ members: [Monotonicity.Member]) -> String? {
    for (place, fact) in component.enumerated() {
      for writer in writers[fact] {
        let name = rules[writer.rule].name.string
        if let tree = conditions[writer.rule]?.tree,
          let node = Monotonicity(members: members, tree: tree).violation()
        {
          return "rule \"\(name)\" reads the loop by \(tree.text(of: node).string)"
        }
        if let tree = values[writer.rule][writer.contribution]?.tree {
          if tree.constant.map({ if case .null = $0 { true } else { false } }) ?? false {
            return "rule \"\(name)\" gives null"
          }
          let check = Monotonicity(members: members, tree: tree)
          if let node = check.valueViolation(for: members[place]) {
            return "rule \"\(name)\" gives \(tree.text(of: node).string)"
          }
        }
      }
    }
    return nil
  }

  private mutating func tellCycle(_ component: [Int], _ graph: FactGraph, _ reason: String) {
    let loop = graph.loop(in: component)
    var printed = ""
    var authors = ""
    var related: [RuleIssue.Subject] = []
    for (place, fact) in loop.enumerated() {
      printed += (place == 0 ? "" : " → ") + facts[fact].name.string
      guard place + 1 < loop.count else { continue }
      authors += place == 0 ? "" : ", "
      if let rule = ruleOfEdge(from: fact, to: loop[place + 1]) {
        authors += "\(facts[fact].name.string) by rule \"\(rules[rule].name.string)\""
        related.append(.rule(rules[rule].name))
      } else {
        authors += "\(facts[fact].name.string) by its default"
        related.append(.fallback(facts[fact].name))
      }
    }
    let first = facts[loop.first ?? component[0]].name
    let start = loop.count == 2 ? "the fact \(first.string) needs itself" : "facts need each other"
    issues.append(
      RuleIssue(
        .error, "CYCLE", .fact(first), Text("\(start): \(printed) (\(authors))"),
        fix: Text(
          "break the loop; it cannot be followed round because \(reason)"), related: related))
  }

  /// The first rule by name through which a fact reads another.
  private func ruleOfEdge(from fact: Int, to read: Int) -> Int? {
    let slot = factSlots[read]
    for writer in writers[fact] {
      if reads[writer.rule].condition.contains(slot) { return writer.rule }
      if reads[writer.rule].values[writer.contribution].contains(slot) { return writer.rule }
    }
    return nil
  }

  private func assembleLoop(_ component: [Int], _ joins: [Monotonicity.Member]) -> Loop {
    var heights = 0
    var members: [Loop.Member] = []
    var isTurn: Set<Int> = []
    for (place, fact) in component.enumerated() {
      var reads: Set<Int> = []
      for writer in writers[fact] {
        isTurn.insert(writer.rule)
        places(component, in: values[writer.rule][writer.contribution]?.reads ?? [], into: &reads)
      }
      // A collected list may hold a value once for each of its rules.
      heights += 2 + domains[fact].count + (joins[place].join == .union ? writers[fact].count : 0)
      members.append(Loop.Member(fact: fact, join: joins[place].join, reads: reads.sorted()))
    }
    var turns: [Loop.Turn] = []
    for rule in rulesByName where isTurn.contains(rule) {
      var reads: Set<Int> = []
      places(component, in: conditions[rule]?.reads ?? [], into: &reads)
      let gives = component.indices.filter { place in writers[component[place]].contains { $0.rule == rule } }
      turns.append(Loop.Turn(rule: rule, reads: reads.sorted(), gives: gives))
    }
    return Loop(members: members, turns: turns, heights: heights)
  }

  private func places(_ component: [Int], in slots: [Int], into places: inout Set<Int>) {
    for (place, fact) in component.enumerated() where slots.contains(factSlots[fact]) { places.insert(place) }
  }
}
