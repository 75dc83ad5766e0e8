public import FEEL

extension RuleProgram {
  /// A conflict in one sentence, without a full stop.
  public func sentence(_ conflict: Conflict) -> Text {
    let fact = conflict.fact >= 0 && conflict.fact < facts.count ? facts[conflict.fact].name : ""
    switch conflict.cause {
    case .differentValues: return fact + " gets different values: " + given(conflict)
    case .tie: return fact + " gets different values of the same priority: " + given(conflict)
    case .severalRules: return fact + " may get a value from one rule only, but gets " + given(conflict)
    case .unusable: return fact + " cannot be made of " + given(conflict) + Text(" (merge: \(merge(conflict)))")
    case .outsideDomain: return fact + " may not be " + given(conflict)
    case .nothingGiven: return fact + " gets nothing from " + authors(conflict) + ": the value is null"
    }
  }

  private func merge(_ conflict: Conflict) -> Text {
    conflict.fact >= 0 && conflict.fact < facts.count ? facts[conflict.fact].definition.merge.word : ""
  }

  private func given(_ conflict: Conflict) -> Text {
    let digits = ShownDigits(for: conflict.values)
    if conflict.rules.isEmpty {
      return conflict.values.map { $0.phrase(digits) + " (its default)" }.listed()
    }
    var parts: [Text] = []
    for (rule, value) in zip(conflict.rules, conflict.values) {
      parts.append(value.phrase(digits) + " from " + author(rule))
    }
    return parts.listed()
  }

  private func authors(_ conflict: Conflict) -> Text { conflict.rules.map { author($0) }.listed() }

  private func author(_ rule: Int) -> Text {
    rule >= 0 && rule < rules.count ? "rule \"" + rules[rule].name + "\"" : "a rule"
  }
}
