import FEEL

/// The methods of `java.lang.Math`.
enum JavaMath {
  static func method(_ signature: JavaSignature) -> JavaMethod? {
    switch signature.types {
    case [.double]: one(signature.name)
    case [.double, .double]: two(signature.name)
    case [.float]: float(signature.name)
    case [.float, .float]: floats(signature.name)
    case [.int], [.long]: whole(signature.name, signature.types[0])
    case [.int, .int], [.long, .long]: wholes(signature.name, signature.types[0])
    case [.long, .int] where ["floorMod", "floorDiv", "multiplyExact"].contains(signature.name):
      wholes(signature.name, signature.name == "floorMod" ? .int : .long)
    default: nil
    }
  }

  private static func fraction(_ body: @escaping @Sendable (Double) -> Double?) -> JavaMethod {
    { arguments in arguments.first?.double.flatMap(body).map { .fraction($0) } }
  }

  private static func one(_ name: Text) -> JavaMethod? {
    switch name {
    case "abs": fraction { abs($0) }
    case "sqrt": fraction { $0 < 0 ? nil : $0.squareRoot() }
    case "ceil": fraction { $0.rounded(.up) }
    case "floor": fraction { $0.rounded(.down) }
    case "rint": fraction { $0.rounded(.toNearestOrEven) }
    case "signum": fraction { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }
    case "ulp": fraction { $0.ulp }
    case "toRadians": fraction { $0 * (Double.pi / 180) }
    case "toDegrees": fraction { $0 * (180 / Double.pi) }
    case "round":
      { arguments in
        guard let number = arguments.first?.double else { return nil }
        return Int64(exactly: (number + 0.5).rounded(.down)).map { .whole($0) }
      }
    case "sin": fraction { JavaSeries.sine($0) }
    case "cos": fraction { JavaSeries.cosine($0) }
    case "tan": fraction { JavaSeries.tangent($0) }
    case "asin": fraction { JavaSeries.arcSine($0) }
    case "acos": fraction { JavaSeries.arcSine($0).map { Double.pi / 2 - $0 } }
    case "atan": fraction { JavaSeries.arcTangent($0) }
    case "exp": fraction { JavaSeries.exponential($0) }
    case "expm1": fraction { JavaSeries.exponential($0).map { $0 - 1 } }
    case "log": fraction { JavaSeries.logarithm($0) }
    case "log1p": fraction { JavaSeries.logarithm(1 + $0) }
    case "log10": fraction { JavaSeries.logarithm($0, base: 10) }
    case "sinh": fraction { JavaSeries.hyperbolic($0, sign: -1) }
    case "cosh": fraction { JavaSeries.hyperbolic($0, sign: 1) }
    case "tanh":
      fraction { x in
        if abs(x) > 22 { return x < 0 ? -1 : 1 }
        guard let sine = JavaSeries.hyperbolic(x, sign: -1), let cosine = JavaSeries.hyperbolic(x, sign: 1) else {
          return nil
        }
        return sine / cosine
      }
    case "cbrt":
      fraction { x in x == 0 ? 0 : JavaSeries.power(abs(x), Decimal34(1).divided(by: 3)).map { x < 0 ? -$0 : $0 } }
    default: nil
    }
  }

  private static func pair(_ body: @escaping @Sendable (Double, Double) -> Double?) -> JavaMethod {
    { arguments in
      guard arguments.count == 2, let a = arguments[0].double, let b = arguments[1].double else { return nil }
      return body(a, b).map { .fraction($0) }
    }
  }

  private static func two(_ name: Text) -> JavaMethod? {
    switch name {
    case "max": pair { max($0, $1) }
    case "min": pair { min($0, $1) }
    case "pow": pair { base, power in JavaSeries.power(base, Decimal34(power.description)) }
    case "hypot": pair { a, b in (a * a + b * b).squareRoot() }
    case "atan2": pair { y, x in JavaSeries.angle(y, x) }
    case "copySign": pair { a, b in Double(signOf: b, magnitudeOf: a) }
    case "IEEEremainder": pair { a, b in b == 0 ? nil : a.remainder(dividingBy: b) }
    default: nil
    }
  }

  private static func float(_ name: Text) -> JavaMethod? {
    func fraction(_ body: @escaping @Sendable (Float) -> Float?) -> JavaMethod {
      { arguments in
        guard case .short(let number)? = arguments.first else { return nil }
        return body(number).map { .short($0) }
      }
    }
    switch name {
    case "abs": return fraction { abs($0) }
    case "signum": return fraction { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }
    case "round":
      return { arguments in
        guard case .short(let number)? = arguments.first else { return nil }
        return Int32(exactly: (Double(number) + 0.5).rounded(.down)).map { .whole(Int64($0)) }
      }
    default: return nil
    }
  }

  private static func floats(_ name: Text) -> JavaMethod? {
    guard name == "max" || name == "min" else { return nil }
    return { arguments in
      guard arguments.count == 2, case .short(let a) = arguments[0], case .short(let b) = arguments[1] else {
        return nil
      }
      return .short(name == "max" ? max(a, b) : min(a, b))
    }
  }

  /// The value within a type, going round beyond its ends as Java's arithmetic does.
  private static func wrapped(_ value: Int64, _ type: JavaType) -> Int64 {
    type == .int ? Int64(Int32(truncatingIfNeeded: value)) : value
  }

  private static func checked(_ result: (partialValue: Int64, overflow: Bool), _ type: JavaType) -> JavaValue? {
    guard !result.overflow, let range = type.range, range.contains(result.partialValue) else { return nil }
    return .whole(result.partialValue)
  }

  private static func whole(_ name: Text, _ type: JavaType) -> JavaMethod? {
    func one(_ body: @escaping @Sendable (Int64) -> JavaValue?) -> JavaMethod {
      { arguments in arguments.first?.whole.flatMap(body) }
    }
    switch name {
    case "abs": return one { $0 < 0 ? .whole(wrapped(0 &- $0, type)) : .whole($0) }
    case "negateExact": return one { checked(Int64(0).subtractingReportingOverflow($0), type) }
    case "incrementExact": return one { checked($0.addingReportingOverflow(1), type) }
    case "decrementExact": return one { checked($0.subtractingReportingOverflow(1), type) }
    case "toIntExact": return type == .long ? one { checked(($0, false), .int) } : nil
    default: return nil
    }
  }

  private static func wholes(_ name: Text, _ type: JavaType) -> JavaMethod? {
    func two(_ body: @escaping @Sendable (Int64, Int64) -> JavaValue?) -> JavaMethod {
      { arguments in
        guard arguments.count == 2, let a = arguments[0].whole, let b = arguments[1].whole else { return nil }
        return body(a, b)
      }
    }
    switch name {
    case "max": return two { .whole(max($0, $1)) }
    case "min": return two { .whole(min($0, $1)) }
    case "addExact": return two { checked($0.addingReportingOverflow($1), type) }
    case "subtractExact": return two { checked($0.subtractingReportingOverflow($1), type) }
    case "multiplyExact": return two { checked($0.multipliedReportingOverflow(by: $1), type) }
    case "floorDiv":
      return two { a, b in
        let (quotient, overflow) = a.dividedReportingOverflow(by: b)
        if b == 0 || overflow { return nil }
        return .whole(wrapped(quotient * b != a && (a < 0) != (b < 0) ? quotient - 1 : quotient, type))
      }
    case "floorMod":
      return two { a, b in
        let (rest, overflow) = a.remainderReportingOverflow(dividingBy: b)
        if b == 0 || overflow { return nil }
        return .whole(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
      }
    default: return nil
    }
  }
}
