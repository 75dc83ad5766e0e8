internal import GRDB

/// The rep's own file (`device.sqlite`): the bundle to work from, drafts, and the outbox of frozen submissions.
///
/// One rule holds it together: a submission's bytes are frozen in one transaction with its id and number, and the
/// draft is deleted in that same transaction. So a crash leaves either the draft or the frozen submission, never
/// neither and never both. The file is mode 0600, in WAL with `synchronous=FULL`: what was saved survives power loss.
public struct DeviceFile: Sendable {
  /// Where it lies.
  public let path: String
  private let queue: DatabaseQueue

  /// The number of the schema that this code reads and writes.
  static let schemaVersion = 1
  /// Marks a SQLite file as a device file of ours.
  static let applicationID = 0x5354_4456

  /// Opens the file, making it if it is absent.
  ///
  /// - Parameters:
  ///   - device: the id that a new file gets (a UUID made by the caller); an existing file keeps its own.
  ///   - maximumPages: the most pages the file may have, for tests of a full disk.
  /// - Throws: `StoreError` where the file cannot be opened, is not ours or is damaged.
  public init(path: String, device: @autoclosure () -> String, maximumPages: Int? = nil) throws {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
      if let maximumPages { try database.execute(sql: "PRAGMA max_page_count = \(maximumPages)") }
    }
    do {
      try PrivateFile.make(path)
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw DeviceFile.told(error, path: path)
    }
    try writing { try DeviceFile.migrate($0, path: path, device: device()) }
  }

  private static func migrate(_ database: Database, path: String, device: @autoclosure () -> String) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if found == schemaVersion && mark == applicationID { return }
    if mark != 0 && mark != applicationID {
      throw StoreError.notOurs(path: path, reason: "it belongs to another program")
    }
    if found > schemaVersion { throw StoreError.notOurs(path: path, reason: "its schema is version \(found)") }
    if try found == 0 && Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0 > 0 {
      throw StoreError.notOurs(path: path, reason: "it holds other tables")
    }
    try database.execute(sql: schema)
    try database.execute(sql: "INSERT INTO device (id, next_sequence) VALUES (?, 1)", arguments: [device()])
    try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(schemaVersion)")
  }

  private static let schema = """
    CREATE TABLE device (
      id TEXT NOT NULL PRIMARY KEY,
      next_sequence INTEGER NOT NULL CHECK (next_sequence > 0)
    ) STRICT;
    CREATE TABLE bundle (
      only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
      version TEXT NOT NULL,
      playbook BLOB NOT NULL,
      fetched_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE record (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      place INTEGER NOT NULL,
      line BLOB NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT;
    CREATE TABLE draft (
      record TEXT NOT NULL,
      assessment TEXT NOT NULL,
      answers BLOB NOT NULL,
      changed_at INTEGER NOT NULL,
      PRIMARY KEY (record, assessment)
    ) STRICT;
    CREATE TABLE outbox (
      sequence INTEGER NOT NULL PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      record TEXT NOT NULL,
      assessment TEXT NOT NULL,
      saved_at INTEGER NOT NULL,
      envelope BLOB NOT NULL,
      sha256 TEXT NOT NULL
    ) STRICT;
    """

  // MARK: - Access for the extensions

  func reading<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do { return try queue.read(body) } catch { throw DeviceFile.told(error, path: path) }
  }

  /// One transaction: all of it or nothing.
  func writing<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do {
      return try queue.writeWithoutTransaction { database in
        var result: Result?
        try database.inTransaction(.immediate) {
          result = try body(database)
          return .commit
        }
        guard let result else { throw StoreError.failed(path: path, reason: "the transaction gave no result") }
        return result
      }
    } catch {
      throw DeviceFile.told(error, path: path)
    }
  }

  /// The error in our words; values that people typed never show in it.
  static func told(_ error: any Error, path: String) -> StoreError {
    if let error = error as? StoreError { return error }
    guard let error = error as? DatabaseError else { return .cannotOpen(path: path, reason: "\(error)") }
    let reason = error.message ?? "the database gave no reason"
    return switch error.resultCode {
    case .SQLITE_FULL: .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
    case .SQLITE_CORRUPT: .damaged(path: path, reason: reason)
    case .SQLITE_NOTADB: .notOurs(path: path, reason: reason)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH: .cannotOpen(path: path, reason: reason)
    case .SQLITE_IOERR where PrivateFile.isDiskFull(path): .diskFull(path: path)
    case .SQLITE_IOERR: .failed(path: path, reason: "the disk could not be written or read (\(reason))")
    default: .failed(path: path, reason: reason)
    }
  }

  /// Lower-case hexadecimal SHA-256.
  static func digest(_ bytes: [UInt8]) -> String { Digest.sha256(bytes) }
}
