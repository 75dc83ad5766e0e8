extension Value {
  /// FEEL `=` (DMN 1.5 §10.3.2.13, table 53): true, false, null for different kinds, unknown where it can't be told.
  ///
  /// Values nested or wide beyond any limit of ours compare as null.
  public func equals(_ other: Value) -> Value {
    var comparison = Comparison()
    return comparison.equality(self, other).value
  }

  /// FEEL `<`: true, false, null where there is no order, unknown where it can't be told.
  public func isLess(than other: Value) -> Value { Comparison.less(self, other).value }

  /// Whether both are the same value to the last detail (identity for merges and tests, `unknown` equals `unknown`).
  ///
  /// Numbers are identical if they are equal (1.0 is 1), times only with the same offset.
  public func isIdentical(to other: Value) -> Bool {
    var order = TotalOrder()
    return order.compare(self, other) == .same && !order.isExhausted
  }

  /// A total order over all values for sorted output: by kind, then by value. Deterministic.
  public func precedes(_ other: Value) -> Bool {
    var order = TotalOrder()
    return order.compare(self, other) == .before
  }
}
