/// Functions of numbers (DMN 1.5 §10.3.4.5 and 6).
enum NumberBuiltins {
  static let all: [BuiltinDefinition] = [
    BuiltinDefinition("decimal", [.number("n"), .number("scale")], result: .number) { arguments, surroundings in
      rounded(arguments, .halfEven, &surroundings)
    },
    BuiltinDefinition("floor", [.number("n")], [.number("n"), .number("scale")], result: .number) {
      arguments, surroundings in rounded(arguments, .floor, &surroundings)
    },
    BuiltinDefinition("ceiling", [.number("n")], [.number("n"), .number("scale")], result: .number) {
      arguments, surroundings in rounded(arguments, .ceiling, &surroundings)
    },
    BuiltinDefinition("round up", [.number("n"), .number("scale")], result: .number) { arguments, surroundings in
      rounded(arguments, .up, &surroundings)
    },
    BuiltinDefinition("round down", [.number("n"), .number("scale")], result: .number) { arguments, surroundings in
      rounded(arguments, .down, &surroundings)
    },
    BuiltinDefinition("round half up", [.number("n"), .number("scale")], result: .number) { arguments, surroundings in
      rounded(arguments, .halfUp, &surroundings)
    },
    BuiltinDefinition("round half down", [.number("n"), .number("scale")], result: .number) { arguments, surroundings in
      rounded(arguments, .halfDown, &surroundings)
    },
    BuiltinDefinition("abs", [.single("n")], result: .any) { arguments, surroundings in
      absolute(arguments[0], &surroundings)
    },
    BuiltinDefinition("modulo", [.number("dividend"), .number("divisor")], result: .number) { arguments, surroundings in
      if arguments.number(1).isZero { return surroundings.fail("the divisor is 0") }
      return result(arguments.number(0).modulo(arguments.number(1)), &surroundings)
    },
    BuiltinDefinition("sqrt", [.number("number")], result: .number) { arguments, surroundings in
      if arguments.number(0).isNegative { return surroundings.fail("the number is below 0") }
      return result(arguments.number(0).squareRoot(), &surroundings)
    },
    BuiltinDefinition("log", [.number("number")], result: .number) { arguments, surroundings in
      if arguments.number(0) <= 0 { return surroundings.fail("the number is not above 0") }
      return result(arguments.number(0).naturalLogarithm(), &surroundings)
    },
    BuiltinDefinition("exp", [.number("number")], result: .number) { arguments, surroundings in
      result(arguments.number(0).exponential(), &surroundings)
    },
    BuiltinDefinition("odd", [.number("number")], result: .boolean) { arguments, _ in
      .boolean(arguments.number(0).modulo(2) == 1)
    },
    BuiltinDefinition("even", [.number("number")], result: .boolean) { arguments, _ in
      .boolean(arguments.number(0).modulo(2) == 0)
    },
  ]

  /// A number, or null because it is beyond decimal128.
  static func result(_ number: Decimal34?, _ surroundings: inout CallSurroundings) -> Value {
    number.map { .number($0) } ?? surroundings.fail("the result is too large for a number")
  }

  /// A missing scale is 0, a fraction of it is cut off.
  private static func rounded(
    _ arguments: Arguments, _ rounding: Decimal34.Rounding, _ surroundings: inout CallSurroundings
  ) -> Value {
    let scale = arguments.count > 1 ? arguments.integer(1) : 0
    guard Decimal34.scales.contains(scale) else {
      return surroundings.fail(
        Text("the scale must be from \(Decimal34.scales.lowerBound) to \(Decimal34.scales.upperBound)"))
    }
    return result(arguments.number(0).rounded(toScale: scale, rounding), &surroundings)
  }

  /// Of numbers and durations.
  private static func absolute(_ value: Value, _ surroundings: inout CallSurroundings) -> Value {
    switch value {
    case .monthsDuration(let duration):
      if duration.months >= 0 { return value }
      return TemporalArithmetic.negate(value) ?? surroundings.fail("the result is too long for a duration")
    case .daysDuration(let duration):
      if !duration.isNegative { return value }
      return TemporalArithmetic.negate(value) ?? surroundings.fail("the result is too long for a duration")
    default:
      guard let number = value.decimal else { return surroundings.wrong(1, "a number or a duration", value) }
      return .number(number.magnitude)
    }
  }
}
