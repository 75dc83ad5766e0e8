// In work: replaced by the decimal's author.
extension Decimal34: Hashable, Comparable {
  public static func == (a: Self, b: Self) -> Bool { a.low == b.low && a.high == b.high && a.exponent == b.exponent }
  public static func < (a: Self, b: Self) -> Bool { a.coefficient < b.coefficient }
  public func hash(into hasher: inout Hasher) { hasher.combine(low) }
}
