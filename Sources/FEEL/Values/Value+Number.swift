extension Value {
  /// A number in the narrowest form that holds it: equal numbers are all `.small` or all `.large`.
  @inlinable public static func number(_ number: Decimal34) -> Value {
    if let word = number.word, let exponent = Int8(exactly: number.exponent) {
      return .small(coefficient: word, exponent: exponent)
    }
    return narrowed(number)
  }

  /// Moves zeros between coefficient and exponent only as far as `.small` needs it.
  @usableFromInline static func narrowed(_ number: Decimal34) -> Value {
    guard let (coefficient, exponent) = number.narrowed else { return .large(LargeNumber(number)) }
    return .small(coefficient: coefficient, exponent: exponent)
  }

  /// The number, if this is one (decided).
  @inlinable public var decimal: Decimal34? {
    switch self {
    case .small(let coefficient, let exponent): Decimal34(word: coefficient, Int32(exponent))
    case .large(let box): box.number
    default: nil
    }
  }
}
