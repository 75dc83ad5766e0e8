/// One connection within one transaction: prepare, bind, step and read; synchronous, on the driver's own thread.
///
/// Statements are written once for all drivers: placeholders `$1`, `$2`, ..., `ON CONFLICT`, `RETURNING`, no functions of
/// one database alone. The connection keeps what it prepared, so the same text is prepared once.
public protocol StoreConnection: AnyObject {
  /// What is known without asking. A reader's is empty and stays so.
  var memory: WriterMemory { get set }

  /// Runs a statement that gives no rows.
  ///
  /// - Returns: how many rows it changed.
  /// - Throws: `StoreError`.
  @discardableResult
  func run(_ sql: String, _ values: [StoreValue]) throws -> Int

  /// Runs a statement and hands over its rows one after the other.
  ///
  /// - Parameter each: must not run the same statement again before the last row.
  /// - Throws: `StoreError`, or what `each` throws.
  func rows(_ sql: String, _ values: [StoreValue], _ each: (any StoreRow) throws -> Void) throws
}
