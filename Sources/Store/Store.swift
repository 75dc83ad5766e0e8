internal import Synchronization

/// The server's store: what the CRM told, what reps submitted, what was decided, and what is still to be done.
///
/// All truth is in it; a process that is killed at any point finds everything that was acknowledged, and nothing half.
/// One process writes most of the time, others may at any time. Times are epoch milliseconds and ids are made by the
/// caller, so that the same calls give the same store.
///
///     let store = try await Store.open(path: "store.sqlite")
///     let number = try await store.write { transaction in
///       guard try transaction.apply(result, event: "e-1", at: now) else { return nil as Int64? }
///       return try transaction.nextSubmissionNumber()
///     }
public final class Store: Sendable {
  /// Where it lies.
  public let path: String
  private let driver: any StoreDriver
  let fence = Fence()
  private let directory = Atomic<UInt64>(0)
  private let written = Atomic<Int>(0)

  init(path: String, driver: any StoreDriver) {
    self.path = path
    self.driver = driver
    driver.admitWrites { [fence] connection in try fence.check(connection, path: path) }
  }

  /// Opens the store, making or migrating it where necessary. A new file gets mode 0600; after an unclean stop the file
  /// is checked first.
  ///
  /// - Parameters:
  ///   - readers: how many reads go on at the same time.
  ///   - maximumPages: the most pages the file may have, for tests of a full disk.
  ///   - checking: whether a file of moderate size is checked first, also after a clean stop; for a server's start.
  /// - Throws: `StoreError`: `.cannotOpen`, `.notAStore`, `.storeDamaged`, `.newerSchema`, `.readOnly`, `.diskFull`,
  ///   `.busy`.
  public static func open(
    path: String, readers: Int = 4, maximumPages: Int? = nil, checking: Bool = false
  ) async throws -> Store {
    let driver = try await SQLiteDriver.open(
      path: path, readers: readers, maximumPages: maximumPages, checking: checking)
    do {
      try await Schema.migrate(driver, path: path)
    } catch {
      await driver.close()
      throw error
    }
    return Store(path: path, driver: driver)
  }

  /// Runs a body whole or not at all, and returns when it is durable. Bodies that wait at the same time are committed
  /// together; each fails alone.
  ///
  /// - Parameter body: must be quick and touch no network. It may run more than once, of which only the last run counts;
  ///   so it changes nothing but the store. The transaction is of no use outside it.
  /// - Throws: what the body throws, and nothing is stored then; or `StoreError`, of which only `.notCommitted` leaves
  ///   open whether it was stored: do the same again, by the same ids and keys.
  @discardableResult
  public func write<R: Sendable>(_ body: @escaping @Sendable (StoreTransaction) throws -> R) async throws -> R {
    do {
      let (result, changesDirectory, statements) = try await driver.write { [path] connection in
        let transaction = StoreTransaction(connection, path: path)
        defer { transaction.end() }
        return (try body(transaction), transaction.changesDirectory, transaction.statements)
      }
      written.wrappingAdd(statements, ordering: .relaxed)
      if changesDirectory { directory.wrappingAdd(1, ordering: .releasing) }
      return result
    } catch StoreError.notCommitted(let path, let reason) {
      // It may have been stored all the same.
      directory.wrappingAdd(1, ordering: .releasing)
      throw StoreError.notCommitted(path: path, reason: reason)
    }
  }

  /// How many statements the bodies that wrote ran so far, those of the transactions themselves left out: what a write
  /// costs beside the disk.
  public var statementsWritten: Int { written.load(ordering: .relaxed) }

  /// How often this process changed who may sign in, or what is in force for them: known before the change is
  /// acknowledged. What other processes change is known by `StoreReading.directoryGeneration()`.
  public var directoryChanges: UInt64 { directory.load(ordering: .acquiring) }

  /// Runs a body in one snapshot of the store, beside writes and other reads.
  ///
  /// Long reads keep the log from being cleared away: read page by page.
  ///
  /// - Parameter briefly: the body reads what belongs to one record or one person, so that changing threads would cost
  ///   more than the reading: it runs on the caller's thread if a connection is free.
  public func read<R: Sendable>(
    briefly: Bool = false, _ body: @escaping @Sendable (StoreReading) throws -> R
  ) async throws -> R {
    try await driver.read(briefly: briefly) { [path] connection in
      let reading = StoreReading(connection, path: path)
      defer { reading.end() }
      return try body(reading)
    }
  }

  /// Whether a write of ordinary size works now; costs one commit, shared with whoever else writes.
  ///
  /// - Throws: the `StoreError` that a write would get.
  public func probe() async throws { try await driver.probe() }

  /// Clears the log away, which else keeps older states of what was erased until it is written over: for use after
  /// erasures.
  ///
  /// - Throws: `StoreError`; `.busy` where a read goes on for longer than 5 seconds.
  public func clearLog() async throws { try await driver.clearLog() }

  /// Copies the store as it is now into a file that is there and empty.
  func copy(to file: String, at now: Int64, progress: @escaping @Sendable (Int, Int) -> Void) async throws {
    try await driver.copy(to: file, at: now, progress: progress)
  }

  /// Does what waits, clears the log away and lets go of the file. Later calls throw `StoreError.closed`.
  public func close() async { await driver.close() }
}
