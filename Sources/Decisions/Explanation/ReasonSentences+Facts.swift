public import FEEL

extension ReasonSentences {
  /// A fact in one sentence: `fit is "high" by rule "Right size", because employees 2000 is at least 1000`,
  /// `priority is 30: 20 by rule "A" and 10 by rule "B"`, `fit is null, because no rule for it fires`,
  /// `fit is undecided, because employees is missing`.
  public func sentence(_ fact: FactReason) -> Text {
    let start = fact.fact + " is "
    if fact.value.isOpen { return start + "undecided" + open(fact) }
    let digits = ShownDigits(for: [fact.value] + fact.contributions.compactMap { $0.value })
    let value = fact.value.phrase(digits)
    if fact.isCut { return start + value }
    if fact.isFallback {
      let why: Text = ", because no rule for it fires"
      if case .null = fact.value { return start + "null" + why }
      return start + value + " by default" + why
    }
    switch fact.merge {
    case .any, .unique, .highestPriority, .min, .max: return start + value + winner(fact)
    case .sum, .collect, .count: return start + value + givers(fact, digits)
    }
  }

  private func winner(_ fact: FactReason) -> Text {
    guard let winner = fact.contributions.first(where: { $0.wins }) else { return "" }
    let by = " by rule \"" + winner.rule.rule + "\""
    guard let condition = winner.rule.condition else { return by }
    let because = sentences(condition)
    return because.isEmpty ? by : by + ", because " + because.listed()
  }

  private func givers(_ fact: FactReason, _ digits: ShownDigits) -> Text {
    var parts: [Text] = []
    for contribution in fact.contributions {
      guard let value = contribution.value else { continue }
      parts.append(value.phrase(digits) + " by rule \"" + contribution.rule.rule + "\"")
    }
    return parts.isEmpty ? "" : ": " + parts.listed()
  }

  private func open(_ fact: FactReason) -> Text {
    if let conflict = fact.conflict, conflict != .nothingGiven {
      let given = givers(fact, ShownDigits(for: fact.contributions.compactMap { $0.value }))
      return given.isEmpty ? ", because its rules are in conflict" : " by conflict" + given
    }
    var because: [Text] = []
    for contribution in fact.contributions where contribution.rule.outcome == .unknown {
      guard let condition = contribution.rule.condition else { continue }
      for sentence in sentences(condition) where !because.contains(sentence) { because.append(sentence) }
    }
    for contribution in fact.contributions {
      guard let value = contribution.value, value.isOpen else { continue }
      because.append("what rule \"" + contribution.rule.rule + "\" gives is not known")
    }
    return because.isEmpty ? "" : ", because " + because.listed()
  }
}
