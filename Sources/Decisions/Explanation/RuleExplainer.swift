public import FEEL

/// Tells why rules and facts came out as they did, from the slots of a run.
///
/// What it evaluates it compiles when it is first asked for, rule by rule, into programs of its own: a run that nobody
/// asks about pays nothing.
public struct RuleExplainer: Sendable {
  let program: RuleProgram
  let scope: Scope
  private let law: Law
  private let limits: Limits
  private var pieces: [RulePieces?]
  /// How deep facts are followed.
  public var depth = 8
  /// How many facts one answer explains.
  public var size = 100

  /// `scope` is that with which the program was compiled.
  public init(_ program: RuleProgram, scope: Scope, law: Law = .sales, limits: Limits = Limits()) {
    self.program = program
    self.scope = scope
    self.law = law
    self.limits = limits
    pieces = Array(repeating: nil, count: program.rules.count)
  }

  /// Why a rule fired, did not, or could not be told, with the slots as they are now. `evaluation` is that of the run
  /// which computed the facts in them.
  public mutating func why(rule: Int, slots: [Value], _ evaluation: RuleEvaluation, clock: Clock) -> RuleReason {
    guard rule >= 0, rule < program.rules.count else { return RuleReason(rule: "", outcome: .no, condition: nil) }
    var visit = Visit(slots: slots, evaluation: evaluation, clock: clock, factsLeft: size)
    return explain(rule: rule, &visit)
  }

  /// Why a fact has its value.
  public mutating func why(fact: Int, slots: [Value], _ evaluation: RuleEvaluation, clock: Clock) -> FactReason {
    guard fact >= 0, fact < program.facts.count else {
      return FactReason(
        fact: "", merge: .any, value: .unknown, contributions: [], isFallback: false, conflict: nil, isCut: true)
    }
    var visit = Visit(slots: slots, evaluation: evaluation, clock: clock, factsLeft: size)
    return explain(fact: fact, &visit)
  }

  /// The state of one answer.
  struct Visit {
    let slots: [Value]
    let evaluation: RuleEvaluation
    let clock: Clock
    var factsLeft: Int
    /// The facts that are being explained, outermost first.
    var path: [Int] = []
  }

  mutating func pieces(of rule: Int) -> RulePieces {
    if let known = pieces[rule] { return known }
    let made = RulePieces(program.rules[rule], scope: scope, law: law, limits: limits)
    pieces[rule] = made
    return made
  }

  mutating func explain(rule index: Int, _ visit: inout Visit) -> RuleReason {
    let rule = program.rules[index]
    let today = visit.clock.localDay
    if let from = rule.definition.from, today < from.days {
      return RuleReason(rule: rule.name, outcome: .notInForce, condition: nil)
    }
    if let until = rule.definition.until, today > until.days {
      return RuleReason(rule: rule.name, outcome: .notInForce, condition: nil)
    }
    guard let root = rule.condition.tree.roots.first else {
      return RuleReason(rule: rule.name, outcome: .no, condition: nil)
    }
    let pieces = pieces(of: index)
    var machine = Machine(pieces.program, slots: visit.slots.count)
    machine.slots = visit.slots
    var reading = Reading(tree: rule.condition.tree, pieces: pieces, machine: machine, clock: visit.clock)
    let reason = explain(root, &reading, &visit, depth: 0)
    return RuleReason(rule: rule.name, outcome: reason.outcome, condition: reason)
  }

  mutating func explain(fact index: Int, _ visit: inout Visit) -> FactReason {
    let fact = program.facts[index]
    let value = fact.slot < visit.slots.count ? visit.slots[fact.slot] : .unknown
    let conflict = visit.evaluation.conflicts.first { $0.fact == index }?.cause
    var reason = FactReason(
      fact: fact.name, merge: fact.definition.merge, value: value, contributions: [], isFallback: false,
      conflict: conflict, isCut: false)
    if visit.path.contains(index) || visit.path.count >= depth || visit.factsLeft <= 0 {
      reason.isCut = true
      return reason
    }
    visit.factsLeft -= 1
    visit.path.append(index)
    for writer in fact.writers {
      let rule = explain(rule: writer.rule, &visit)
      var given: Value?
      if rule.outcome == .yes { given = self.value(of: writer, visit) }
      let wins = given.map { FactReason.wins($0, merge: fact.definition.merge, fact: value) } ?? false
      reason.contributions.append(ContributionReason(rule: rule, value: given, wins: wins))
    }
    visit.path.removeLast()
    reason.isFallback = reason.contributions.allSatisfy { $0.rule.outcome == .no || $0.rule.outcome == .notInForce }
    return reason
  }

  private mutating func value(of writer: RuleProgram.Writer, _ visit: Visit) -> Value {
    let compiled = program.rules[writer.rule].values[writer.contribution]
    if let constant = compiled.constant { return constant }
    let pieces = pieces(of: writer.rule)
    guard let piece = pieces.values[writer.contribution] else { return .unknown }
    var machine = Machine(pieces.program, slots: visit.slots.count)
    machine.slots = visit.slots
    return machine.run(piece.entry, clock: visit.clock)
  }
}

extension FactReason {
  static func wins(_ given: Value, merge: Merge, fact: Value) -> Bool {
    switch merge {
    case .sum, .count, .collect: !fact.isOpen
    case .any, .unique, .min, .max, .highestPriority: given.agrees(with: fact) == true
    }
  }
}
