import FEEL

/// Arithmetic of points. Compiling keeps points, weights and their number so small that sums and products are exact and
/// cannot overflow; what an author's own border numbers could still exceed leaves the first number as it is.
enum Amounts {
  static let hundred = Decimal34(100)
  static let half = Decimal34(1).divided(by: Decimal34(2)) ?? Decimal34(1)

  static func sum(_ a: Decimal34, _ b: Decimal34) -> Decimal34 { a.adding(b) ?? a }
  static func product(_ a: Decimal34, _ b: Decimal34) -> Decimal34 { a.multiplied(by: b) ?? a }

  /// points × 100 / maximum: one division of 34 digits, half-even; nil for a maximum at or below zero.
  static func percent(_ points: Decimal34, of maximum: Decimal34) -> Decimal34? {
    guard Decimal34.zero < maximum else { return nil }
    return product(points, hundred).divided(by: maximum)
  }
}
