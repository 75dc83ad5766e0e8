import FEEL

/// Finds the facts that rules use without anybody declaring them.
public enum FactInference {
  /// The declared facts and those that only rules give values to, sorted by name: merged by *any* if they are set, by
  /// sum if they are added to. Types are those of the facts' values (a list where values are collected, a number where
  /// they are summed or counted); where that is not known yet, compiling the rules finds it.
  ///
  /// Of facts declared twice only the first stands here; `RuleProgram.compile` tells of the others if it is given them.
  public static func facts(declared: [FactDefinition], rules: [RuleDefinition]) -> [FactDefinition] {
    var known: [Text: Int] = [:]
    var facts: [FactDefinition] = []
    for fact in declared where known[fact.name] == nil {
      known[fact.name] = facts.count
      facts.append(fact)
    }
    let declaredCount = facts.count
    for rule in rules {
      for contribution in rule.contributions {
        switch known[contribution.fact] {
        case nil:
          known[contribution.fact] = facts.count
          let merge: Merge = contribution.kind == .add ? .sum : .any
          facts.append(FactDefinition(name: contribution.fact, type: .any, merge: merge))
        case .some(let index) where index >= declaredCount && contribution.kind == .set:
          // A fact both set and added to is an error, told as one; `any` whatever the order of the rules.
          facts[index].merge = .any
        default: break
        }
      }
    }
    for index in facts.indices { facts[index].type = facts[index].valueType }
    return facts.sorted { $0.name < $1.name }
  }
}

extension FactDefinition {
  /// The type of the fact's value: authors may give the type of what is collected instead.
  var valueType: FeelType {
    switch (merge, type) {
    case (.sum, _), (.count, _): .number
    case (.collect, .list): type
    case (.collect, let item): .list(item)
    default: type
    }
  }
}
