/// A body that waits for the writer, and whoever waits for its result.
protocol WriteRequest: AnyObject, Sendable {
  /// Runs the body; its result, or its error, is kept until the commit is decided.
  ///
  /// - Returns: whether the body returned.
  func run(_ connection: any StoreConnection) -> Bool
  /// Keeps an error in place of what the body gave.
  func fail(_ error: any Error)
  /// Hands over what was kept; once only.
  func finish()
}

/// SAFETY: handed from the caller to the writer, which alone touches it from then on, on its one queue.
final class WriteRequestOf<R: Sendable>: WriteRequest, @unchecked Sendable {
  private let body: @Sendable (any StoreConnection) throws -> R
  private let continuation: CheckedContinuation<R, any Error>
  private var result: Result<R, any Error>?

  init(
    _ body: @escaping @Sendable (any StoreConnection) throws -> R, _ continuation: CheckedContinuation<R, any Error>
  ) {
    self.body = body
    self.continuation = continuation
  }

  func run(_ connection: any StoreConnection) -> Bool {
    do {
      result = .success(try body(connection))
      return true
    } catch {
      result = .failure(error)
      return false
    }
  }

  func fail(_ error: any Error) { result = .failure(error) }

  func finish() {
    if let result { continuation.resume(with: result) }
  }
}
