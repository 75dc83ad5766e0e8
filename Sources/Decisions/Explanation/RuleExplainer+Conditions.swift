import FEEL

extension RuleExplainer {
  /// One condition with what evaluates its parts.
  struct Reading {
    let tree: Tree
    let pieces: RulePieces
    var machine: Machine
    let clock: Clock

    mutating func value(_ id: NodeID) -> Value {
      if case .literal(let value) = tree[id] { return value }
      guard let piece = pieces.piece(id) else { return .unknown }
      return machine.run(piece.entry, clock: clock)
    }

    mutating func side(_ id: NodeID) -> Side {
      Side(
        text: tree.bareText(of: id), path: tree.dottedName(id).map { $0.joined(by: ".") },
        isLiteral: tree.isLiteral(id), value: value(id))
    }
  }

  /// Takes a condition apart; what nests deeper than 32 connectives is told as a whole.
  mutating func explain(_ id: NodeID, _ reading: inout Reading, _ visit: inout Visit, depth: Int) -> Reason {
    let tree = reading.tree
    let value = reading.value(id)
    var reason = Reason(
      kind: .all, value: value, text: tree.text(of: id), span: tree.span(of: id))
    if depth < 32 {
      switch tree[id] {
      case .and, .or:
        let isAnd = if case .and = tree[id] { true } else { false }
        reason.kind = isAnd ? .all : .any
        for operand in tree.operands(of: id, isAnd: isAnd) {
          reason.parts.append(explain(operand, &reading, &visit, depth: depth + 1))
        }
        return reason
      default:
        if let operand = tree.negated(id) {
          reason.kind = .not
          reason.parts = [explain(operand, &reading, &visit, depth: depth + 1)]
          return reason
        }
      }
    }
    reason.kind = leaf(id, value, &reading)
    let reads = reading.pieces.piece(id)?.reads ?? []
    for slot in reads {
      if let fact = program.fact(inSlot: slot) { reason.facts.append(explain(fact: fact, &visit)) }
    }
    reason.facts.sort { $0.fact < $1.fact }
    if case .unknown = value { reason.missing = missing(reads, tree, id, reason.facts, visit) }
    return reason
  }

  private func leaf(_ id: NodeID, _ value: Value, _ reading: inout Reading) -> Reason.Kind {
    let fails = Outcome(value) == .no
    switch reading.tree[id] {
    case .compare(let sign, let left, let right):
      var comparison = Comparison(left: reading.side(left), sign: sign, right: reading.side(right))
      if fails { comparison.distance = Distance(comparison.left.value, sign, comparison.right.value) }
      return .comparison(comparison)
    case .between(let operand, let low, let high):
      let bounds = [reading.side(low), reading.side(high)]
      var membership = Membership(
        value: reading.side(operand), tests: bounds[0].text + " and " + bounds[1].text, bounds: bounds)
      if fails {
        membership.distance = Distance.to(
          membership.value.value, from: bounds[0].value, isStrict: false, to: bounds[1].value, isStrict: false)
      }
      return .membership(membership)
    case .within(let operand, let tests):
      var membership = Membership(value: reading.side(operand), tests: text(of: tests, reading.tree), bounds: [])
      for test in tests {
        for part in reading.tree.subtree(of: test) {
          if let number = reading.tree.number(part) { membership.literals.append(.number(number)) }
        }
      }
      if fails { membership.distance = nearest(membership.value.value, tests, &reading) }
      return .membership(membership)
    default: return .truth(reading.side(id))
    }
  }

  private func text(of tests: [NodeID], _ tree: Tree) -> Text {
    guard let first = tests.first, let last = tests.last else { return "" }
    let start = Int(tree.span(of: first).start)
    let end = Int(tree.span(of: last).end)
    guard start >= 0, start <= end, end <= tree.source.bytes.count else { return "" }
    return Text(bytes: Array(tree.source.bytes[start..<end]))
  }

  private func nearest(_ value: Value, _ tests: [NodeID], _ reading: inout Reading) -> Distance? {
    var nearest: Distance?
    for test in tests {
      let distance: Distance?
      switch reading.tree[test] {
      case .test(let sign, let operand): distance = Distance(value, sign, reading.value(operand))
      case .range(let start, let startIncluded, let end, let endIncluded):
        distance = Distance.to(
          value, from: start.map { reading.value($0) }, isStrict: !startIncluded, to: end.map { reading.value($0) },
          isStrict: !endIncluded)
      case .literal, .negate: distance = Distance(value, .equal, reading.value(test))
      default: return nil
      }
      guard let distance else { return nil }
      if let known = nearest, known.by < distance.by || (known.by == distance.by && !known.isStrict) { continue }
      nearest = distance
    }
    return nearest
  }
}

extension RuleExplainer {
  /// What has to be known for a leaf: of what it reads, that which is missing, through facts if need be.
  private func missing(
    _ reads: [Int], _ tree: Tree, _ id: NodeID, _ facts: [FactReason], _ visit: Visit
  ) -> [Missing] {
    var found: [Missing] = []
    for slot in reads where slot < visit.slots.count {
      if let index = program.fact(inSlot: slot) {
        let name = program.facts[index].name
        guard let reason = facts.first(where: { $0.fact == name }), !reason.value.isWhole else { continue }
        for contribution in reason.contributions where contribution.rule.outcome == .unknown {
          for deeper in contribution.rule.condition?.allMissing ?? [] { add(deeper.through(name), to: &found) }
        }
        for deeper in missingValues(of: index, reason, visit) { add(deeper.through(name), to: &found) }
        continue
      }
      guard let path = scope.path(ofSlot: slot) else { continue }
      switch visit.slots[slot] {
      case .unknown: add(Missing(path: path, slot: slot, through: []), to: &found)
      case .undecided(let interval):
        add(Missing(path: path, slot: slot, least: interval.least, most: interval.most, through: []), to: &found)
      case let value:
        for key in missingKeys(of: value, namedIn: tree, id) {
          add(Missing(path: path + "." + key, slot: slot, through: []), to: &found)
        }
      }
    }
    return found
  }

  /// What the values of rules that fired lack.
  private func missingValues(of index: Int, _ reason: FactReason, _ visit: Visit) -> [Missing] {
    var found: [Missing] = []
    for (writer, contribution) in zip(program.facts[index].writers, reason.contributions) {
      guard let value = contribution.value, !value.isWhole else { continue }
      let compiled = program.rules[writer.rule].values[writer.contribution]
      for slot in compiled.reads where slot < visit.slots.count && program.fact(inSlot: slot) == nil {
        guard visit.slots[slot].isOpen, let path = scope.path(ofSlot: slot) else { continue }
        add(Missing(path: path, slot: slot, through: []), to: &found)
      }
    }
    return found
  }

  private func add(_ missing: Missing, to found: inout [Missing]) {
    if !found.contains(where: { $0.slot == missing.slot && $0.path == missing.path }) { found.append(missing) }
  }

  /// The keys that items of a list (or a context) lack and that the leaf names, in the order of its text.
  private func missingKeys(of value: Value, namedIn tree: Tree, _ id: NodeID) -> [Text] {
    var contexts: [Context] = []
    switch value {
    case .context(let context): contexts = [context]
    case .list(let items):
      for item in items { if case .context(let context) = item { contexts.append(context) } }
    case .uncertainList(let list):
      for item in list.items { if case .context(let context) = item { contexts.append(context) } }
    default: return []
    }
    var found: [Text] = []
    for node in tree.subtree(of: id) {
      let key: Text
      switch tree[node] {
      case .name(let name): key = name
      case .path(_, let member): key = member
      default: continue
      }
      if found.contains(key) { continue }
      let lacks = contexts.contains { context in
        if case .unknown? = context[key] { return true }
        return false
      }
      if lacks { found.append(key) }
    }
    return found
  }
}

extension Missing {
  init(path: Text, slot: Int, through: [Text]) {
    self.init(path: path, slot: slot, least: nil, most: nil, through: through)
  }

  /// The same, needed by way of a fact.
  func through(_ fact: Text) -> Missing {
    var deeper = self
    deeper.through.insert(fact, at: 0)
    return deeper
  }
}
