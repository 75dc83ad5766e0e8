internal import FEEL
public import Store

extension Application {
  /// Copies the store as it is now into a file, while others go on writing; the store remembers when, and the audit
  /// chain says that there is a copy.
  ///
  /// - Parameters:
  ///   - replacing: whether a file that is there may be replaced.
  ///   - progress: how many pages are copied, and of how many.
  /// - Returns: what the copy holds, and whether the store could remember it.
  /// - Throws: `StoreError`; there is no copy then.
  public func backUp(
    to file: String, replacing: Bool = false, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> (inspection: StoreInspection, isRemembered: Bool) {
    let now = time.now()
    let inspection = try await store.backUp(to: file, replacing: replacing, at: now, progress: progress)
    do {
      try await store.write { [self] transaction in
        try transaction.recordDone(.backup, at: now, detail: "\(inspection.bytes) bytes")
        try audit("store.copied", subject: "store", by: nil, payload: [], at: now, in: transaction)
      }
    } catch {
      // A store that takes no writes any more is the one whose copy is needed most.
      return (inspection, false)
    }
    return (inspection, true)
  }
}
