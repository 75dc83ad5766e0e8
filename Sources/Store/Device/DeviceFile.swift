internal import Cryptography
internal import GRDB

/// The rep's own file (`device.sqlite`): the bundle to work from, drafts, and the outbox of frozen submissions.
///
/// One rule holds it together: a submission's bytes are frozen in one transaction with its id and number, and the
/// draft is deleted in that same transaction. So a crash leaves either the draft or the frozen submission, never
/// neither and never both. And the bytes stay as they are until a receipt for exactly these bytes is here, and after it
/// as history. The file is mode 0600, in WAL with `synchronous=FULL`: what was saved survives power loss.
public struct DeviceFile: Sendable {
  /// Where it lies.
  public let path: String
  private let queue: DatabaseQueue

  /// Marks a SQLite file as a device file of ours.
  static let applicationID = 0x5354_4456

  /// Opens the file, making it if it is absent.
  ///
  /// - Parameters:
  ///   - device: the id that a new file gets (a UUID made by the caller); an existing file keeps its own.
  ///   - maximumPages: the most pages the file may have, for tests of a full disk.
  /// - Throws: `StoreError` where the file cannot be opened, is not ours or is damaged.
  public init(path: String, device: @autoclosure () -> String, maximumPages: Int? = nil) throws {
    try self.init(path: path, device: device(), maximumPages: maximumPages, schema: DeviceSchema.version)
  }

  /// - Parameter schema: the number up to which the schema is brought; less than the newest for tests of older files.
  init(path: String, device: @autoclosure () -> String, maximumPages: Int? = nil, schema: Int) throws {
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
    try writing { try DeviceFile.migrate($0, path: path, to: schema, device: device()) }
  }

  private static func migrate(
    _ database: Database, path: String, to schema: Int, device: @autoclosure () -> String
  ) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if found == schema && mark == applicationID { return }
    if mark != 0 && mark != applicationID {
      throw StoreError.notOurs(path: path, reason: "it belongs to another program")
    }
    if found > DeviceSchema.version {
      throw StoreError.notOurs(
        path: path, reason: "its schema is version \(found), this stagecraft knows \(DeviceSchema.version)")
    }
    if try mark == 0 && Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0 > 0 {
      throw StoreError.notOurs(path: path, reason: "it holds other tables")
    }
    for step in DeviceSchema.steps[max(0, found)..<max(found, schema)] { try database.execute(sql: step) }
    if found == 0 {
      try database.execute(sql: "INSERT INTO device (id, next_sequence) VALUES (?, 1)", arguments: [device()])
    }
    try database.execute(
      sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(schema)")
  }

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

  /// Statements past the verbs, for tests.
  func run(_ statements: String) throws { try writing { try $0.execute(sql: statements) } }

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
  static func digest(_ bytes: [UInt8]) -> String { Hexadecimal.sha256(bytes) }
}
