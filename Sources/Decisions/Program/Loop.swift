import FEEL

/// Facts that need each other, all of them monotone joins of finite height, so that their least fixpoint exists, is
/// one, and is reached (design §7.3).
struct Loop: Sendable {
  /// How a fact's values go up.
  enum Join: Sendable {
    /// false below true.
    case truth
    /// Up the listed values (`max`).
    case upwards
    /// Down the listed values (`min`).
    case downwards
    /// More and more of the listed values (`collect`).
    case union
  }

  struct Member: Sendable {
    let fact: Int
    let join: Join
    /// The members that the values given to it read, by their places.
    let reads: [Int]
  }

  /// A rule that gives to a member.
  struct Turn: Sendable {
    let rule: Int
    /// The members that its condition reads, by their places.
    let reads: [Int]
    /// The members that it gives to, by their places.
    let gives: [Int]
  }

  let members: [Member]
  /// By rule name.
  let turns: [Turn]
  /// How often the rules may have to be judged until nothing rises any more, with room to spare.
  let rounds: Int

  init(members: [Member], turns: [Turn], heights: Int) {
    self.members = members
    self.turns = turns
    rounds = heights + members.count + turns.count + 2
  }
}

extension RuleProgram {
  /// Finds the least fixpoint of a loop.
  ///
  /// What is missing is bounded from both sides: once with every open condition taken for false and open values left
  /// out, once with all of them taken for true and for the top. All reads inside the loop are monotone, so every way
  /// to complete what is missing ends between the two; where both agree, the fact is decided. Then the law of §7.2 is
  /// applied to what came out: a fact whose rule is undecided is undecided too.
  func close(
    _ loop: Loop, _ machine: inout Machine, clock: Clock, today: Int64, into evaluation: inout RuleEvaluation
  ) {
    let least = climb(loop, openIsTrue: false, &machine, clock: clock, today: today, into: &evaluation)
    let most = climb(loop, openIsTrue: true, &machine, clock: clock, today: today, into: &evaluation)
    for (place, member) in loop.members.enumerated() {
      let agreed = least != nil && most != nil && (least?[place].isIdentical(to: most?[place] ?? .unknown) ?? false)
      machine.slots[flat.facts[member.fact].slot] = agreed ? (least?[place] ?? .unknown) : .unknown
    }
    settle(loop, &machine, clock: clock, today: today, into: &evaluation)
  }

  /// The facts' values once nothing rises any more; nil if that is not reached (an evaluation over its limits).
  private func climb(
    _ loop: Loop, openIsTrue: Bool, _ machine: inout Machine, clock: Clock, today: Int64,
    into evaluation: inout RuleEvaluation
  ) -> [Value]? {
    for member in loop.members { machine.slots[flat.facts[member.fact].slot] = bottom(of: member.fact) }
    for turn in loop.turns { evaluation.outcomes[turn.rule] = .no }
    // Semi-naive: in each round only what reads something that rose in the last one.
    var rose = Array(repeating: true, count: loop.members.count)
    for round in 0..<loop.rounds {
      var stale = Array(repeating: false, count: loop.members.count)
      for turn in loop.turns where evaluation.outcomes[turn.rule] != .yes {
        if round > 0, !turn.reads.contains(where: { rose[$0] }) { continue }
        let outcome = judge(turn.rule, &machine, clock: clock, today: today)
        if outcome == .yes || (openIsTrue && outcome == .unknown) {
          // What fired stays so: conditions only ever rise.
          evaluation.outcomes[turn.rule] = .yes
          for place in turn.gives { stale[place] = true }
        }
      }
      for (place, member) in loop.members.enumerated() where member.reads.contains(where: { rose[$0] }) {
        stale[place] = true
      }
      var values: [Value?] = []
      for (place, member) in loop.members.enumerated() {
        values.append(stale[place] ? joined(member, openIsTop: openIsTrue, &machine, clock: clock, evaluation) : nil)
      }
      var anyRose = false
      for (place, value) in values.enumerated() {
        let slot = flat.facts[loop.members[place].fact].slot
        rose[place] = value.map { !$0.isIdentical(to: machine.slots[slot]) } ?? false
        if rose[place], let value {
          machine.slots[slot] = value
          anyRose = true
        }
      }
      if !anyRose { return loop.members.map { machine.slots[flat.facts[$0.fact].slot] } }
    }
    return nil
  }

  /// A fact before any rule fired: its default, which is its bottom, or null.
  private func bottom(of fact: Int) -> Value { flat.facts[fact].fallbackConstant ?? .null }

  /// The join of what the rules that fired give to a fact.
  private func joined(
    _ member: Loop.Member, openIsTop: Bool, _ machine: inout Machine, clock: Clock, _ evaluation: RuleEvaluation
  ) -> Value {
    let fact = flat.facts[member.fact]
    var merging = Merging(fact: member.fact, definition: fact, open: false)
    var fired = 0
    for row in fact.firstWriter..<fact.endWriter where evaluation.outcomes[flat.writers[row].rule] == .yes {
      let writer = flat.writers[row]
      let value = writer.constant ?? machine.run(writer.value, clock: clock)
      if case .null = value { continue }
      if !value.isWhole || !Merging.isUsable(value, of: fact, join: member.join) {
        if openIsTop { return top(of: fact, join: member.join) }
        continue
      }
      merging.take(value, from: writer)
      fired += 1
    }
    if fired == 0 { return bottom(of: member.fact) }
    var untold: [Conflict] = []
    return merging.finish(fired: fired, into: &untold)
  }

  private func top(of fact: FlatProgram.Fact, join: Loop.Join) -> Value {
    switch join {
    case .truth: .boolean(true)
    case .upwards: fact.domain.last ?? .null
    case .downwards: fact.domain.first ?? .null
    case .union: .list(fact.domain)
    }
  }

  /// Judges the loop's rules once more with what is certain, and makes undecided what hangs on an undecided rule,
  /// until nothing changes: facts only ever become undecided here, so it ends.
  private func settle(
    _ loop: Loop, _ machine: inout Machine, clock: Clock, today: Int64, into evaluation: inout RuleEvaluation
  ) {
    let told = evaluation.conflicts.count
    for _ in 0...loop.members.count {
      evaluation.conflicts.removeLast(evaluation.conflicts.count - told)
      for turn in loop.turns {
        evaluation.outcomes[turn.rule] = judge(turn.rule, &machine, clock: clock, today: today)
      }
      var changed = false
      for member in loop.members {
        let slot = flat.facts[member.fact].slot
        let value = merged(member.fact, &machine, clock: clock, into: &evaluation)
        if case .unknown = machine.slots[slot] { continue }
        if !value.isIdentical(to: machine.slots[slot]) {
          machine.slots[slot] = .unknown
          changed = true
        }
      }
      if !changed { return }
    }
  }
}

extension Merging {
  /// Whether a value can be joined at all.
  static func isUsable(_ value: Value, of fact: FlatProgram.Fact, join: Loop.Join) -> Bool {
    switch join {
    case .truth:
      if case .boolean = value { return true }
      return false
    case .upwards, .downwards, .union: return rank(value, fact.domain) != nil
    }
  }
}
