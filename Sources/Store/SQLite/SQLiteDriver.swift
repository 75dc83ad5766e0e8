internal import Dispatch
internal import GRDB
internal import Synchronization

/// One SQLite file: a writer with group commit, and readers, each on its own connection.
final class SQLiteDriver: StoreDriver {
  /// Marks a SQLite file as a store of ours.
  static let applicationID = 0x5354_5354

  private let path: String
  private let pool: DatabasePool
  private let connections = SQLiteConnections()
  private let writer: SQLiteWriter
  private let readers: SQLiteReaders
  private let isClosed = Mutex(false)
  private let file: OpenFile

  /// Opens the file, making it if it is absent. Blocks.
  ///
  /// - Parameters:
  ///   - maximumPages: the most pages the file may have, for tests of a full disk.
  ///   - checking: whether the file is checked first, also after a clean stop.
  /// - Throws: `StoreError` where it cannot be opened, is not ours or is damaged; the file is as it was then.
  init(path: String, readers: Int, maximumPages: Int?, checking: Bool) throws {
    self.path = path
    do {
      try PrivateFile.make(path)
      PrivateFile.restrict(path)
      file = OpenFile(path)
      try SQLiteOpening.check(path, isOpen: file.wasOpen, checking: checking)
      var configuration = Configuration()
      configuration.label = "stagecraft.store"
      // For copies only; what reads has connections of its own.
      configuration.maximumReaderCount = 1
      // Other processes only ever hold the file for one short transaction.
      configuration.busyMode = .timeout(5)
      // The writer ends its transactions itself; should one not end, that is an error and no crash.
      configuration.allowsUnsafeTransactions = true
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192")
        if database.configuration.readonly { return }
        // A batch of writes touches pages all over the file, and must not spill them half-way.
        try database.execute(sql: "PRAGMA cache_size = -65536")
        // What a person had erased must not stay in the file's free pages.
        try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864")
        if let maximumPages { try database.execute(sql: "PRAGMA max_page_count = \(maximumPages)") }
      }
      self.readers = SQLiteReaders(path, most: readers, configuration, connections)
      pool = try DatabasePool(path: path, configuration: configuration)
      // Only now: opening the pool sets it to NORMAL, which loses acknowledged commits when the power fails.
      try pool.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000")
        guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
          throw StoreError.failed(path: path, reason: "the database does not synchronise its commits")
        }
      }
    } catch {
      throw SQLiteError.told(error, path: path)
    }
    writer = SQLiteWriter(pool, connections, file, path: path)
  }

  /// The same on a thread that may block.
  static func open(path: String, readers: Int, maximumPages: Int?, checking: Bool) async throws -> SQLiteDriver {
    try await blocking {
      try SQLiteDriver(path: path, readers: readers, maximumPages: maximumPages, checking: checking)
    }
  }

  func admitWrites(_ admission: @escaping @Sendable (any StoreConnection) throws -> Void) {
    writer.admit(by: admission)
  }

  func read<R: Sendable>(
    briefly: Bool, _ body: @escaping @Sendable (any StoreConnection) throws -> R
  ) async throws -> R {
    // What the file said before it was replaced is not true any more.
    guard file.isInPlace else { throw isClosed.withLock { $0 } ? StoreError.closed(path: path) : .moved(path: path) }
    return try await readers.read(briefly: briefly, body)
  }

  func write<R: Sendable>(_ body: @escaping @Sendable (any StoreConnection) throws -> R) async throws -> R {
    try await writer.write(body)
  }

  func probe() async throws {
    // The log may still have room where the disk has none.
    if PrivateFile.isDiskFull(path) { throw StoreError.diskFull(path: path) }
    try await writer.write { connection in
      // Taken and given back: whether the file may grow is known without growing it.
      try connection.run("INSERT INTO probe (number, room) VALUES (2, zeroblob(32768))", [])
      try connection.run("DELETE FROM probe WHERE number = 2", [])
      try connection.run("UPDATE probe SET writes = writes + 1 WHERE number = 1", [])
    }
  }

  func clearLog() async throws {
    if isClosed.withLock({ $0 }) { throw StoreError.closed(path: path) }
    try await SQLiteDriver.blocking { [pool, path] in
      do {
        try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      } catch {
        throw SQLiteError.told(error, path: path)
      }
    }
  }

  func copy(to file: String, at now: Int64, progress: @escaping @Sendable (Int, Int) -> Void) async throws {
    if isClosed.withLock({ $0 }) { throw StoreError.closed(path: path) }
    try await SQLiteDriver.blocking { [pool] in try SQLiteCopy.make(of: pool, to: file, at: now, progress: progress) }
  }

  func close() async {
    let wasClosed = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return isClosed
    }
    if wasClosed { return }
    writer.close()
    _ = try? await SQLiteDriver.blocking { [self] in
      // Behind whatever the writer still has to do.
      pool.writeWithoutTransaction { _ in }
      try readers.close()
      try pool.barrierWriteWithoutTransaction { _ in connections.removeAll() }
      try pool.close()
      // The pool closes its reader last, and only a connection that may write takes the log away when it goes as the
      // last one. While another process has the file open it stays.
      if PrivateFile.size(path) == 0 { return }
      let last = try DatabaseQueue(path: path)
      try last.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try last.close()
    }
  }

  /// Runs a body on a thread that may block.
  static func blocking<R: Sendable>(_ body: @escaping @Sendable () throws -> R) async throws -> R {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
    }
  }
}
