public import FEEL

// What depends on what, through facts.

extension RuleProgram {
  /// Every slot that a rule's condition depends on, through facts, ascending; the facts' own slots included.
  ///
  /// - Parameter day: leaves out what rules read that are not in force then; nil: whatever their dates.
  public func transitiveReads(rule: Int, on day: CalendarDate? = nil) -> [Int] {
    guard rule >= 0, rule < rules.count else { return [] }
    return walk(from: rules[rule].condition.reads, on: day).slots.sorted()
  }

  /// Every slot that a fact depends on, through other facts, ascending; its own only if it is in a loop.
  public func transitiveReads(fact: Int) -> [Int] {
    guard fact >= 0, fact < facts.count else { return [] }
    return walk(from: reads(ofFact: fact)).slots.sorted()
  }

  /// The facts on a shortest way from a rule's condition to a slot: `fit`, `segment`, where the condition reads
  /// `fit`, whose rules read `segment`, whose rules read the slot. Empty if the condition reads the slot itself; nil if
  /// it does not depend on it. Of ways equally short, the first by name.
  public func chain(fromRule rule: Int, toSlot slot: Int) -> [Text]? {
    guard rule >= 0, rule < rules.count else { return nil }
    return chain(from: rules[rule].condition.reads, to: slot)
  }

  /// As `chain(fromRule:toSlot:)` from a fact, which itself comes first.
  public func chain(fromFact fact: Int, toSlot slot: Int) -> [Text]? {
    guard fact >= 0, fact < facts.count, let rest = chain(from: reads(ofFact: fact), to: slot) else { return nil }
    return [facts[fact].name] + rest
  }

  private func chain(from slots: [Int], to wanted: Int) -> [Text]? {
    let (found, cameFrom) = walk(from: slots)
    guard found.contains(wanted) else { return nil }
    if slots.contains(wanted) { return [] }
    var names: [Text] = []
    var slot = wanted
    while let reader = cameFrom[slot] {
      names.append(facts[reader].name)
      slot = facts[reader].slot
      if slots.contains(slot) { break }
    }
    return names.reversed()
  }

  /// The slots within reach, breadth first and by name, with the fact through which each was reached first.
  private func walk(from slots: [Int], on day: CalendarDate? = nil) -> (slots: Set<Int>, cameFrom: [Int: Int]) {
    var found = Set(slots)
    var cameFrom: [Int: Int] = [:]
    var queue = byName(slots.compactMap { fact(inSlot: $0) })
    var head = 0
    while head < queue.count {
      let reader = queue[head]
      head += 1
      var next: [Int] = []
      for slot in reads(ofFact: reader, on: day) where found.insert(slot).inserted {
        cameFrom[slot] = reader
        if let fact = fact(inSlot: slot) { next.append(fact) }
      }
      queue += byName(next)
    }
    return (found, cameFrom)
  }

  private func byName(_ places: [Int]) -> [Int] { places.sorted { facts[$0].name < facts[$1].name } }

  /// What the rules of a fact and its default read, ascending.
  func reads(ofFact index: Int, on day: CalendarDate? = nil) -> [Int] {
    let fact = facts[index]
    var slots: Set<Int> = []
    for writer in fact.writers {
      if let day, !rules[writer.rule].definition.isInForce(on: day) { continue }
      slots.formUnion(rules[writer.rule].condition.reads)
      slots.formUnion(rules[writer.rule].values[writer.contribution].reads)
    }
    if let fallback = fact.fallback { slots.formUnion(fallback.reads) }
    return slots.sorted()
  }
}
