internal import GRDB
internal import Synchronization

/// The one writer, with group commit: all bodies that wait go into one transaction, each in a savepoint of its own, and
/// one synchronisation of the disk makes them all durable. While it lasts, the next ones gather.
final class SQLiteWriter: Sendable {
  /// The most bodies in one transaction.
  static let largestBatch = 256
  /// A transaction takes no further body after this long, so that its first does not wait for many slow ones.
  static let longestBatch = Duration.milliseconds(25)
  /// The most bodies that wait; more are told that the store is busy instead of piling up.
  static let mostWaiting = 16_384

  private struct Waiting {
    var requests: [any WriteRequest] = []
    var isDraining = false
    var isClosed = false
  }

  /// Who may write. A function that is itself the value of a mutex would get one more layer each time it is read.
  private struct Admission {
    let check: @Sendable (any StoreConnection) throws -> Void
  }

  private let path: String
  private let pool: DatabasePool
  private let connections: SQLiteConnections
  private let file: OpenFile
  private let waiting = Mutex(Waiting())
  /// Asked at the start of every transaction.
  private let admission = Mutex(Admission { _ in })

  init(_ pool: DatabasePool, _ connections: SQLiteConnections, _ file: OpenFile, path: String) {
    self.pool = pool
    self.connections = connections
    self.file = file
    self.path = path
  }

  func admit(by admission: @escaping @Sendable (any StoreConnection) throws -> Void) {
    self.admission.withLock { $0 = Admission(check: admission) }
  }

  /// Runs the body in a transaction that also holds others, and returns when it is committed.
  func write<R: Sendable>(_ body: @escaping @Sendable (any StoreConnection) throws -> R) async throws -> R {
    try await withCheckedThrowingContinuation { continuation in
      let request = WriteRequestOf(body, continuation)
      if let refusal = take(request) {
        request.fail(refusal)
        request.finish()
      }
    }
  }

  /// Refuses what comes from now on; what waits is still done.
  func close() { waiting.withLock { $0.isClosed = true } }

  private func take(_ request: any WriteRequest) -> StoreError? {
    let (refusal, starts) = waiting.withLock { waiting -> (StoreError?, Bool) in
      if waiting.isClosed { return (.closed(path: path), false) }
      if waiting.requests.count >= SQLiteWriter.mostWaiting { return (.busy(path: path), false) }
      waiting.requests.append(request)
      defer { waiting.isDraining = true }
      return (nil, !waiting.isDraining)
    }
    if starts { pool.asyncWriteWithoutTransaction { self.drain($0) } }
    return refusal
  }

  /// Commits batch after batch until nothing waits.
  private func drain(_ database: Database) {
    let connection = connections.connection(database, path: path)
    while true {
      var requests = waiting.withLock { waiting -> [any WriteRequest] in
        if waiting.requests.isEmpty { waiting.isDraining = false }
        defer { waiting.requests = [] }
        return waiting.requests
      }
      if requests.isEmpty { return }
      while !requests.isEmpty { commit(&requests, connection) }
    }
  }

  /// One transaction with the first of the requests; takes those out that are decided.
  private func commit(_ requests: inout [any WriteRequest], _ connection: SQLiteConnection) {
    var taken = 0
    do {
      try begin(connection)
    } catch {
      // Whatever keeps it from beginning keeps all of them, each of which would wait as long.
      for request in requests { request.fail(error) }
      for request in requests { request.finish() }
      requests = []
      return
    }
    let began = ContinuousClock.now
    while taken < min(requests.count, SQLiteWriter.largestBatch) {
      let request = requests[taken]
      taken += 1
      if !run(request, connection) {
        // The database gave up the whole transaction. The others did nothing wrong: they run again without this one.
        _ = try? connection.run("ROLLBACK", [])
        connection.memory = WriterMemory()
        requests.remove(at: taken - 1)
        request.finish()
        return
      }
      if ContinuousClock.now - began > SQLiteWriter.longestBatch { break }
    }
    do {
      try connection.commit()
      if !file.isInPlace {
        throw StoreError.notCommitted(path: path, reason: "the file was moved away or replaced meanwhile")
      }
    } catch {
      connection.memory = WriterMemory()
      for request in requests[..<taken] { request.fail(error) }
    }
    for request in requests[..<taken] { request.finish() }
    requests.removeFirst(taken)
  }

  /// Begins a transaction, where this process may write and the file is still the one at its path.
  private func begin(_ connection: SQLiteConnection) throws {
    guard file.isInPlace else { throw StoreError.moved(path: path) }
    try connection.begin()
    do { try admission.withLock({ $0 }).check(connection) } catch {
      _ = try? connection.run("ROLLBACK", [])
      throw error
    }
  }

  /// Runs one body in a savepoint.
  ///
  /// - Returns: whether the transaction can go on.
  private func run(_ request: any WriteRequest, _ connection: SQLiteConnection) -> Bool {
    let memory = connection.memory
    do {
      try connection.run("SAVEPOINT body", [])
      if request.run(connection) {
        guard connection.database.isInsideTransaction else {
          request.fail(StoreError.failed(path: path, reason: "the database gave up the transaction"))
          return false
        }
        try connection.run("RELEASE body", [])
        return true
      }
      guard connection.database.isInsideTransaction else { return false }
      connection.memory = memory
      try connection.run("ROLLBACK TO body", [])
      try connection.run("RELEASE body", [])
      return true
    } catch {
      request.fail(error)
      return false
    }
  }
}
