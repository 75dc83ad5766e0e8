/// Which kinds of values arithmetic can join (DMN 1.5 tables 55 to 60).
enum ArithmeticTypes {
  /// The type of the result, `any` if it is not known; nil if no values of these types can be joined so.
  static func result(_ operation: BinaryOperator, _ left: FeelType, _ right: FeelType) -> FeelType? {
    var results: [FeelType] = []
    for a in left.kind == 0 ? operands : [left] {
      for b in right.kind == 0 ? operands : [right] {
        if let type = known(operation, a, b), !results.contains(type) { results.append(type) }
      }
    }
    if results.isEmpty { return nil }
    return results.count == 1 ? results[0] : .any
  }

  private static let operands: [FeelType] = [
    .number, .string, .date, .time, .dateTime, .monthsDuration, .daysDuration,
  ]

  private static func known(_ operation: BinaryOperator, _ left: FeelType, _ right: FeelType) -> FeelType? {
    switch operation {
    case .add: sum(left, right) ?? sum(right, left)
    case .subtract: difference(left, right)
    case .multiply: product(left, right) ?? product(right, left)
    case .divide: quotient(left, right)
    case .power: left == .number && right == .number ? .number : nil
    }
  }

  private static func sum(_ left: FeelType, _ right: FeelType) -> FeelType? {
    switch (left, right) {
    case (.number, .number), (.string, .string), (.monthsDuration, .monthsDuration), (.daysDuration, .daysDuration):
      left
    case (.date, .monthsDuration), (.date, .daysDuration), (.dateTime, .monthsDuration), (.dateTime, .daysDuration),
      (.time, .daysDuration):
      left
    default: nil
    }
  }

  private static func difference(_ left: FeelType, _ right: FeelType) -> FeelType? {
    switch (left, right) {
    case (.string, .string): nil
    case (.date, .date), (.dateTime, .dateTime), (.date, .dateTime), (.dateTime, .date), (.time, .time): .daysDuration
    case (.monthsDuration, _), (.daysDuration, _): left == right ? left : nil
    default: sum(left, right)
    }
  }

  private static func product(_ left: FeelType, _ right: FeelType) -> FeelType? {
    switch (left, right) {
    case (.number, .number): .number
    case (.monthsDuration, .number), (.daysDuration, .number): left
    default: nil
    }
  }

  private static func quotient(_ left: FeelType, _ right: FeelType) -> FeelType? {
    switch (left, right) {
    case (.monthsDuration, .monthsDuration), (.daysDuration, .daysDuration): .number
    default: product(left, right)
    }
  }

  /// Why two types can't be joined, as a sentence.
  static func complaint(_ operation: BinaryOperator, _ left: FeelType, _ right: FeelType) -> Text {
    switch operation {
    case .add: "\(left.wording) and \(right.wording) cannot be added"
    case .subtract: "\(right.wording) cannot be subtracted from \(left.wording)"
    case .multiply: "\(left.wording) and \(right.wording) cannot be multiplied"
    case .divide: "\(left.wording) cannot be divided by \(right.wording)"
    case .power: "\(left.wording) cannot be raised to the power of \(right.wording)"
    }
  }
}
