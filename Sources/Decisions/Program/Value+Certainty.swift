import FEEL

extension Value {
  /// Whether it is wholly unknown: missing, or a number of which only bounds are known.
  var isOpen: Bool {
    switch self {
    case .unknown, .undecided: true
    default: false
    }
  }

  /// Whether nothing in it is missing, however deep. - Complexity: linear in its parts.
  var isWhole: Bool {
    switch self {
    case .unknown, .undecided, .uncertainList: return false
    case .null, .boolean, .small, .large, .string, .date, .time, .dateTime, .monthsDuration, .daysDuration, .function:
      return true
    case .list, .context, .range: break
    }
    var rest = [self]
    while let value = rest.popLast() {
      switch value {
      case .unknown, .undecided, .uncertainList: return false
      case .list(let items): rest += items
      case .context(let context): rest += context.values
      case .range(let range):
        if let start = range.start { rest.append(start) }
        if let end = range.end { rest.append(end) }
      default: break
      }
    }
    return true
  }

  /// Whether both are decided to be the same; nil while something missing in them leaves it open.
  func agrees(with other: Value) -> Bool? {
    switch equals(other) {
    case .boolean(let same): return same
    case .unknown, .undecided: return nil
    default: break
    }
    // Kinds that FEEL does not compare.
    if !isWhole || !other.isWhole { return nil }
    return isIdentical(to: other)
  }
}
