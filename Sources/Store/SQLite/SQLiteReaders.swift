internal import Dispatch
internal import GRDB
internal import Synchronization

/// The connections that read: as many reads go on at a time as there are connections; the others wait their turn.
///
/// GRDB's own pool changes threads twice for a read and asks for the schema's version each time, which for the few rows
/// of one record costs more than the rows.
final class SQLiteReaders: Sendable {
  private typealias Job = @Sendable (Result<Database, any Error>) -> Void

  private struct State {
    var idle: [DatabaseQueue] = []
    var all: [DatabaseQueue] = []
    /// Connections that are open or about to be.
    var count = 0
    var waiting: [Job] = []
    var isClosed = false
  }

  private enum Place {
    case reader(DatabaseQueue)
    case opening
    case busy
    case closed
  }

  private let path: String
  private let most: Int
  private let configuration: Configuration
  private let connections: SQLiteConnections
  private let state = Mutex(State())
  private let underway = DispatchGroup()

  /// - Parameters:
  ///   - most: how many reads go on at the same time.
  ///   - connections: keep what each connection has prepared.
  init(_ path: String, most: Int, _ configuration: Configuration, _ connections: SQLiteConnections) {
    self.path = path
    self.most = max(1, most)
    var configuration = configuration
    configuration.readonly = true
    self.configuration = configuration
    self.connections = connections
  }

  /// Runs a body in one snapshot.
  ///
  /// - Parameter briefly: on the caller's own thread, if a connection is free.
  func read<R: Sendable>(
    briefly: Bool, _ body: @escaping @Sendable (any StoreConnection) throws -> R
  ) async throws -> R {
    underway.enter()
    defer { underway.leave() }
    if briefly, let reader = try reader(orWait: nil) { return try readHere(reader, body) }
    return try await withCheckedThrowingContinuation { continuation in
      let job: Job = { [self] database in
        continuation.resume(with: Result { try snapshot(database.get(), body) })
      }
      do {
        if let reader = try reader(orWait: job) { start(job, on: reader) }
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }

  private func readHere<R>(_ reader: DatabaseQueue, _ body: (any StoreConnection) throws -> R) throws -> R {
    defer { release(reader) }
    return try reader.unsafeRead { try snapshot($0, body) }
  }

  /// Refuses what comes from now on, waits for what was taken, and closes the connections. Blocks.
  func close() throws {
    state.withLock { $0.isClosed = true }
    underway.wait()
    for reader in state.withLock({ $0.all }) {
      // What was prepared must go before the connection can be closed.
      reader.unsafeRead { connections.remove($0) }
      try reader.close()
    }
  }

  private func snapshot<R>(_ database: Database, _ body: (any StoreConnection) throws -> R) throws -> R {
    do {
      let connection = connections.connection(database, path: path)
      try connection.run("BEGIN", [])
      // A snapshot has nothing to commit; an error may have ended it already.
      defer { if database.isInsideTransaction { _ = try? connection.run("ROLLBACK", []) } }
      return try body(connection)
    } catch {
      throw SQLiteError.told(error, path: path)
    }
  }

  /// A connection that has nothing to do; nil: all are busy, and the job waits for one.
  ///
  /// - Throws: `StoreError`, of which the job knows nothing then.
  private func reader(orWait job: Job?) throws -> DatabaseQueue? {
    let place = state.withLock { state in
      if state.isClosed { return Place.closed }
      if let reader = state.idle.popLast() { return .reader(reader) }
      if state.count < most {
        state.count += 1
        return .opening
      }
      if let job { state.waiting.append(job) }
      return .busy
    }
    switch place {
    case .reader(let reader): return reader
    case .opening: return try open()
    case .busy: return nil
    case .closed: throw StoreError.closed(path: path)
    }
  }

  private func open() throws -> DatabaseQueue {
    do {
      let reader = try DatabaseQueue(path: path, configuration: configuration)
      state.withLock { $0.all.append(reader) }
      return reader
    } catch {
      let stranded = state.withLock { state -> [Job] in
        state.count -= 1
        if state.count > 0 { return [] }
        defer { state.waiting = [] }
        return state.waiting
      }
      let told = SQLiteError.told(error, path: path)
      for job in stranded { job(.failure(told)) }
      throw told
    }
  }

  private func start(_ job: @escaping Job, on reader: DatabaseQueue) {
    reader.asyncWriteWithoutTransaction { [self] database in
      job(.success(database))
      release(reader)
    }
  }

  /// Gives the connection to whoever waits longest.
  private func release(_ reader: DatabaseQueue) {
    let next = state.withLock { state -> Job? in
      if state.waiting.isEmpty {
        state.idle.append(reader)
        return nil
      }
      return state.waiting.removeFirst()
    }
    if let next { start(next, on: reader) }
  }
}
