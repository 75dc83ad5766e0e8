public import FEEL

extension RuleProgram {
  /// Rules that give one fact different values and that nothing keeps from firing together: an error where they have
  /// the same condition, else a warning. `scope` is that with which the program was compiled.
  ///
  /// Reported are literals, for facts merged by *any*, by *unique*, or by equal priority. Rules exclude each other where
  /// their dates do, or where every way to make both conditions true demands what cannot be of one name (`n > 5`
  /// and `n <= 5`, `fit = "low"` and `fit = "high"`), themselves or through the facts that they read. At most ten pairs
  /// a fact.
  ///
  /// - Complexity: every pair of rules that give to one fact.
  public func overlaps(scope: Scope) -> [RuleIssue] {
    var issues: [RuleIssue] = []
    var finder = WayFinder(program: self, scope: scope)
    for fact in facts {
      switch fact.definition.merge {
      case .any, .unique, .highestPriority: break
      case .collect, .sum, .min, .max, .count: continue
      }
      let ways = fact.writers.map { finder.ways(ofRule: $0.rule) }
      var reported = 0
      for a in fact.writers.indices {
        for b in fact.writers.indices where b > a && reported < 10 {
          guard let issue = overlap(fact, fact.writers[a], fact.writers[b], ways[a], ways[b]) else { continue }
          issues.append(issue)
          reported += 1
        }
      }
    }
    return issues.sorted(by: RuleIssue.precedes)
  }

  private func overlap(
    _ fact: Fact, _ a: Writer, _ b: Writer, _ waysA: [[Constraint]], _ waysB: [[Constraint]]
  ) -> RuleIssue? {
    let first = rules[a.rule]
    let second = rules[b.rule]
    guard let valueA = first.values[a.contribution].constant, let valueB = second.values[b.contribution].constant else {
      return nil
    }
    if valueA.agrees(with: valueB) != false, fact.definition.merge != .unique { return nil }
    if fact.definition.merge == .highestPriority, first.definition.priority != second.definition.priority { return nil }
    if a.rule != b.rule {
      if RuleProgram.areDatesApart(first.definition, second.definition) { return nil }
      let areExclusive = waysA.allSatisfy { wayA in
        waysB.allSatisfy { wayB in wayA.contains { part in wayB.contains { part.excludes($0) } } }
      }
      if areExclusive { return nil }
    }
    let isSure = first.definition.condition == second.definition.condition
    let name = fact.name.string
    let message =
      "rules \"\(first.name.string)\" and \"\(second.name.string)\" \(isSure ? "always" : "can") fire together and give "
      + "\(name) \(valueA.phrase.string) and \(valueB.phrase.string)"
    return RuleIssue(
      isSure ? .error : .warning, "CONFLICT", .value(rule: second.name, contribution: b.contribution), Text(message),
      fix: Text(
        "let their conditions exclude each other, or declare another merge for \(name); where both fire it is undecided"
      ),
      related: [.value(rule: first.name, contribution: a.contribution)])
  }

  private static func areDatesApart(_ a: RuleDefinition, _ b: RuleDefinition) -> Bool {
    if let until = a.until, let from = b.from, until.days < from.days { return true }
    if let until = b.until, let from = a.from, until.days < from.days { return true }
    return false
  }
}
