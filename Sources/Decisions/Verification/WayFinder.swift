import FEEL

/// Finds what each way to make a rule's condition true demands, through the facts that it reads: a fact has a value only
/// if a rule gives it, and then that rule's condition is true too.
struct WayFinder {
  /// How far facts are followed, and how many ways are told apart; beyond, a fact demands nothing more.
  private static let deepest = 6
  private static let mostWays = 64

  let program: RuleProgram
  let scope: Scope
  private var known: [Int: [[Constraint]]] = [:]

  init(program: RuleProgram, scope: Scope) {
    self.program = program
    self.scope = scope
  }

  /// None, if no way can be true.
  mutating func ways(ofRule rule: Int) -> [[Constraint]] { ways(ofRule: rule, depth: 0) }

  private mutating func ways(ofRule rule: Int, depth: Int) -> [[Constraint]] {
    if let known = known[rule] { return known }
    let own = Constraint.ways(in: program.rules[rule].condition.tree, scope: scope)
    guard depth < Self.deepest else { return own }
    var all: [[Constraint]] = []
    for way in own { all += expanded(way, depth: depth) }
    let found = all.count > Self.mostWays ? own : all
    if depth == 0 { known[rule] = found }
    return found
  }

  private mutating func expanded(_ way: [Constraint], depth: Int) -> [[Constraint]] {
    var all = [way]
    for constraint in way {
      guard let sources = sources(of: constraint, depth: depth) else { continue }
      var joined: [[Constraint]] = []
      for way in all {
        for source in sources {
          // A way that excludes itself is none.
          if way.contains(where: { part in source.contains { part.excludes($0) } }) { continue }
          joined.append(way + source)
        }
      }
      if joined.count > Self.mostWays { continue }
      all = joined
    }
    return all
  }

  /// What each way in which a fact gets such a value demands; nil if that can't be said.
  private mutating func sources(of constraint: Constraint, depth: Int) -> [[Constraint]]? {
    guard let place = program.fact(named: constraint.subject) else { return nil }
    let fact = program.facts[place]
    switch fact.definition.merge {
    case .any, .unique, .highestPriority: break
    // Joined of several rules: none of them alone says what it is.
    case .collect, .sum, .min, .max, .count: return nil
    }
    var sources: [[Constraint]] = []
    for writer in fact.writers {
      if let value = program.rules[writer.rule].values[writer.contribution].constant, !constraint.allows(value) {
        continue
      }
      sources += ways(ofRule: writer.rule, depth: depth + 1)
    }
    if let fallback = fact.fallback {
      if fallback.constant.map({ constraint.allows($0) }) ?? true { sources.append([]) }
    } else if case .noneOf = constraint.demand {
      // Null is different from everything.
      sources.append([])
    }
    return sources
  }
}
