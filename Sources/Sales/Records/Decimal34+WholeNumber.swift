public import FEEL

extension Decimal34 {
  /// The whole number that this is, if 32 bits hold it: documents read the same in a browser, where `Int` has no more.
  public var wholeNumber: Int? {
    guard let integer = Int64(exactly: self), let narrow = Int32(exactly: integer) else { return nil }
    return Int(narrow)
  }
}
