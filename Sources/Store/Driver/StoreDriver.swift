/// The seam between the verbs and a database. Every driver passes the one conformance suite of the store's tests.
public protocol StoreDriver: Sendable {
  /// Runs a body in one snapshot; it cannot write.
  ///
  /// - Parameter briefly: the body reads a few rows and may run on the caller's own thread.
  func read<R: Sendable>(
    briefly: Bool, _ body: @escaping @Sendable (any StoreConnection) throws -> R
  ) async throws -> R

  /// Runs a body whole or not at all, and returns when it is durable.
  ///
  /// A driver may run the body more than once (after a conflict, or since a neighbour in its batch spoiled the
  /// transaction); only its last run counts, so it keeps nothing outside the database.
  func write<R: Sendable>(_ body: @escaping @Sendable (any StoreConnection) throws -> R) async throws -> R

  /// Sets what is asked at the start of every transaction that writes; what it throws is told to all whose bodies the
  /// transaction was to hold, and none of them runs.
  func admitWrites(_ admission: @escaping @Sendable (any StoreConnection) throws -> Void)

  /// Whether the database could take a write of ordinary size now.
  func probe() async throws

  /// Makes sure that what was overwritten or erased is in none of the database's files any more. Waits for reads.
  func clearLog() async throws

  /// Copies one snapshot of the database, whatever is written meanwhile, into a file that is there and empty, and has
  /// the copy say when it was taken.
  ///
  /// - Parameter progress: how many pages are copied, and of how many.
  func copy(to file: String, at now: Int64, progress: @escaping @Sendable (Int, Int) -> Void) async throws

  /// Lets go of the database once what was handed in is done; later calls are refused.
  func close() async
}
