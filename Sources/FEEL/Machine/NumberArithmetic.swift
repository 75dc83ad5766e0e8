/// The decimal operations that the machine needs.
enum NumberArithmetic {
  static func sum(_ a: Decimal34, _ b: Decimal34) -> Decimal34? {
    a.exponent == b.exponent ? Decimal34(unchecked: a.coefficient + b.coefficient, a.exponent) : nil
  }
  static func difference(_ a: Decimal34, _ b: Decimal34) -> Decimal34? { sum(a, -b) }
  static func product(_ a: Decimal34, _ b: Decimal34) -> Decimal34? {
    Decimal34(unchecked: a.coefficient * b.coefficient, a.exponent + b.exponent)
  }
  static func quotient(_ a: Decimal34, _ b: Decimal34) -> Decimal34? {
    Decimal34(unchecked: a.coefficient / b.coefficient, a.exponent - b.exponent)
  }
  static func power(_ a: Decimal34, _ b: Decimal34) -> Decimal34? { nil }
  static func isZero(_ a: Decimal34) -> Bool { a.coefficient == 0 }
  static func integer(_ a: Decimal34) -> Int? { a.exponent == 0 ? Int(exactly: a.coefficient) : nil }
}

extension Decimal34 {
  static prefix func - (a: Self) -> Self { Decimal34(unchecked: -a.coefficient, a.exponent) }
}
