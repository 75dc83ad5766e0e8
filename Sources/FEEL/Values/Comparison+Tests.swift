extension Comparison {
  /// Whether a value meets the unary test that came to `test`: is in a range, is in a list or in a range of the list, is
  /// equal to anything else (DMN 1.5 table 55).
  ///
  /// - Parameter verdict: a boolean test of a value that is none is the answer itself.
  mutating func meets(_ value: Value, _ test: Value, verdict: Bool) -> Truth {
    switch test {
    case .unknown: return .unknown
    case .range(let range): return Self.membership(value, range)
    case .list(let items): return isAmong(value, items, test, nil)
    case .uncertainList(let list): return isAmong(value, list.items, test, list)
    case .boolean(let flag) where verdict:
      switch value {
      case .boolean, .null: return equality(value, test)
      case .unknown: return .unknown
      default: return Truth(flag)
      }
    default: return equality(value, test)
    }
  }

  /// Whether a value is in a list; items of another kind are just not it.
  private mutating func isAmong(_ value: Value, _ items: [Value], _ list: Value, _ uncertain: UncertainList?) -> Truth {
    var found = Truth.no
    if case .list = value { found = equality(value, list).nullAsNo }
    if case .uncertainList = value { found = equality(value, list).nullAsNo }
    remaining -= items.count
    for (index, item) in items.enumerated() {
      if found == .yes || isExhausted { return found }
      var equal: Truth
      if case .range(let range) = item {
        // A range can also be the item that is looked for.
        equal = Self.membership(value, range).nullAsNo.or(equality(value, item).nullAsNo)
      } else {
        equal = equality(value, item).nullAsNo
      }
      if equal == .yes, uncertain?.isCertain(index) == false { equal = .unknown }
      found = found.or(equal)
    }
    return found
  }
}

extension Truth {
  fileprivate var nullAsNo: Truth { self == .null ? .no : self }
}
