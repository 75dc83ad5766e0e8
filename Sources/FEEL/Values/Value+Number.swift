extension Value {
  /// A number in the narrowest form that holds it.
  @inlinable public static func number(_ number: Decimal34) -> Value {
    let coefficient = number.coefficient
    if let small = Int64(exactly: coefficient), let exponent = Int8(exactly: number.exponent) {
      return .small(coefficient: small, exponent: exponent)
    }
    return .large(LargeNumber(number))
  }

  /// The number, if this is one (decided).
  @inlinable public var decimal: Decimal34? {
    switch self {
    case .small(let coefficient, let exponent): Decimal34(unchecked: Int128(coefficient), Int32(exponent))
    case .large(let box): box.number
    default: nil
    }
  }
}
