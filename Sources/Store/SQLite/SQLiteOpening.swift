internal import GRDB

/// What is looked at before a store is opened for writing, so that a file that is not ours is left as it is.
enum SQLiteOpening {
  /// The largest file that is checked whole before a server starts, in bytes: a fraction of a second.
  static let quicklyChecked: Int64 = 268_435_456

  /// - Parameters:
  ///   - isOpen: whether this process has the file open already; whoever opened it has checked it.
  ///   - checking: whether a file of moderate size is checked whole, also after a clean stop.
  /// - Throws: `StoreError.notAStore`, `.olderSchema`, `.newerSchema`, `.storeDamaged`.
  static func check(_ path: String, isOpen: Bool, checking: Bool) throws {
    if PrivateFile.size(path) == 0 && PrivateFile.size(path + "-wal") == 0 { return }
    let isToCheck =
      !isOpen && (UncleanStop.isLikely(path) || checking && PrivateFile.size(path) <= quicklyChecked)
    let queue = try readOnly(path)
    defer { try? queue.close() }
    try queue.unsafeRead { try look(at: $0, path, checking: isToCheck) }
  }

  /// A connection that cannot write.
  static func readOnly(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "stagecraft.store"
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Whether it is a store that this version can use.
  ///
  /// - Parameter checking: whether all of the file is checked.
  static func look(at database: Database, _ path: String, checking: Bool) throws {
    let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if mark != 0 && mark != SQLiteDriver.applicationID {
      let isDevice = mark == DeviceFile.applicationID
      throw StoreError.notAStore(
        path: path, reason: isDevice ? "it is a rep's device file" : "it belongs to another program")
    }
    if checking { try integrity(database, path) }
    let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    if mark == 0 && !tables.isEmpty {
      throw StoreError.notAStore(path: path, reason: "it holds tables that are not stagecraft's")
    }
    guard tables.contains("migration") else { return }
    let first = try String.fetchOne(database, sql: "SELECT name FROM migration WHERE number = 1")
    if first == Schema.abandoned { throw StoreError.olderSchema(path: path) }
    let found = try Int.fetchOne(database, sql: "SELECT max(number) FROM migration") ?? 0
    if found > Schema.version {
      throw StoreError.newerSchema(path: path, found: found, known: Schema.version)
    }
  }

  private static func integrity(_ database: Database, _ path: String) throws {
    let findings = try String.fetchAll(database, sql: "PRAGMA quick_check(3)")
    if findings != ["ok"] {
      throw StoreError.storeDamaged(path: path, reason: findings.joined(separator: "; "))
    }
  }
}
