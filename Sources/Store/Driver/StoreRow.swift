/// One row of an answer, good only while it is handed over.
public protocol StoreRow {
  /// The value of a column, counted from 0.
  ///
  /// - Throws: `ColumnMismatch` where there is no such column.
  func value(_ column: Int) throws -> StoreValue
}

/// A column held what no version of ours writes there.
public struct ColumnMismatch: Error, Sendable {
  /// Counted from 0.
  public let column: Int
}
