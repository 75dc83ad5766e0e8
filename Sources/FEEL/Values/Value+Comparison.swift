// In work: replaced by the machine's author.
extension Value {
  /// FEEL `=` (DMN 1.5 §10.3.2.13, table 53): true, false, null for different kinds, unknown where it can't be told.
  public func equals(_ other: Value) -> Value { .null }

  /// FEEL `<`: true, false, null where there is no order, unknown where it can't be told.
  public func isLess(than other: Value) -> Value { .null }

  /// Whether both are the same value to the last detail (identity for merges and tests, `unknown` equals `unknown`).
  public func isIdentical(to other: Value) -> Bool { false }

  /// A total order over all values for sorted output: by kind, then by value. Deterministic.
  public func precedes(_ other: Value) -> Bool { false }
}
