/// FEEL's arithmetic on values (DMN 1.5 §10.3.2.14): exact decimals, texts put together, dates and durations.
enum Arithmetic {
  /// What an operation came to.
  enum Outcome {
    case value(Value)
    /// Null, for this reason.
    case failure(Text)
  }

  /// Joins two values. Null with null stays null without a reason; what is missing leaves the result unknown.
  static func compute(_ operation: BinaryOperator, _ a: Value, _ b: Value) -> Outcome {
    if let x = a.decimal, let y = b.decimal { return compute(operation, x, y) }
    if a.isMissing || b.isMissing { return .value(.unknown) }
    if a.isNull || b.isNull { return .value(.null) }
    if operation == .add, case .string(let x) = a, case .string(let y) = b { return .value(.string(x + y)) }
    if let value = temporal(operation, a, b) { return .value(value) }
    let (left, right) = (FeelType(kindOf: a), FeelType(kindOf: b))
    if ArithmeticTypes.result(operation, left, right) == nil {
      return .failure(ArithmeticTypes.complaint(operation, left, right))
    }
    return .failure("the result is out of range, or a local time meets one with an offset")
  }

  private static func temporal(_ operation: BinaryOperator, _ a: Value, _ b: Value) -> Value? {
    switch operation {
    case .add: TemporalArithmetic.add(a, b)
    case .subtract: TemporalArithmetic.subtract(a, b)
    case .multiply: TemporalArithmetic.multiply(a, b)
    case .divide: TemporalArithmetic.divide(a, b)
    case .power: nil
    }
  }

  private static func compute(_ operation: BinaryOperator, _ a: Decimal34, _ b: Decimal34) -> Outcome {
    let result: Decimal34?
    switch operation {
    case .add: result = a.adding(b)
    case .subtract: result = a.subtracting(b)
    case .multiply: result = a.multiplied(by: b)
    case .divide:
      if b.isZero { return .failure("division by zero") }
      result = a.divided(by: b)
    case .power: result = a.raised(to: b)
    }
    guard let result else { return .failure("the result is no number that can be held") }
    return .value(.number(result))
  }

  /// The value with the other sign; nil if it can't have one.
  static func negated(_ value: Value) -> Value? {
    if let number = value.decimal { return .number(-number) }
    return TemporalArithmetic.negate(value)
  }
}

extension Value {
  /// Whether it is missing: arithmetic and functions don't look into the bounds of an undecided number.
  @inline(__always) var isMissing: Bool {
    switch self {
    case .unknown, .undecided, .uncertainList: true
    default: false
    }
  }

  @inline(__always) var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  /// A whole number that fits `Int`.
  var integer: Int? {
    if case .small(let coefficient, 0) = self { return Int(exactly: coefficient) }
    guard let number = decimal else { return nil }
    return Int(exactly: number)
  }
}

extension FeelType {
  /// The kind of a value for a message, contexts told from unknown values.
  init(kindOf value: Value) {
    if case .context = value { self = .context([]) } else { self = FeelType(of: value) }
  }
}
