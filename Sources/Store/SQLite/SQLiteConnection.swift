internal import GRDB
internal import GRDBSQLite

/// A connection of GRDB behind the protocol of all drivers.
///
/// SAFETY: used only on the queue of its database, by whom GRDB hands that database to; one at a time.
final class SQLiteConnection: StoreConnection, @unchecked Sendable {
  let database: Database
  private let path: String
  var memory = WriterMemory()
  /// The number that SQLite gives to the last commit of any other connection.
  private var version: Int64?
  /// What was prepared, by the text of the verbs.
  private var statements: [String: Statement] = [:]

  init(_ database: Database, path: String) {
    self.database = database
    self.path = path
  }

  @discardableResult
  func run(_ sql: String, _ values: [StoreValue]) throws -> Int {
    try using(sql, values) { statement in
      // Its count would else be that of the statement before.
      let before = database.totalChangesCount
      while try step(statement) {}
      // The total counts what triggers did too, the other number stays as it was where nothing changed.
      return database.totalChangesCount == before ? 0 : database.changesCount
    }
  }

  func rows(_ sql: String, _ values: [StoreValue], _ each: (any StoreRow) throws -> Void) throws {
    try using(sql, values) { statement in
      while try step(statement) { try each(SQLiteRow(statement: statement)) }
    }
  }

  /// Goes on to the next row. Stepped here: the library would look up the names of all columns and whom a change
  /// concerns, which nobody asks for.
  ///
  /// - Returns: whether there is one.
  private func step(_ statement: OpaquePointer) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    }
  }

  /// Begins a transaction that writes; what is remembered is forgotten where another process wrote meanwhile.
  func begin() throws {
    try run("BEGIN IMMEDIATE", [])
    var present: Int64?
    try rows("PRAGMA data_version", []) { row in
      if case .integer(let number) = try row.value(0) { present = number }
    }
    if present == nil || present != version { memory = WriterMemory() }
    version = present
  }

  /// Commits the transaction. After an error there is none any more, and the error says what is known of the outcome.
  func commit() throws {
    do {
      try prepared("COMMIT").execute()
    } catch {
      statements["COMMIT"] = nil
      if database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
      throw SQLiteError.toldOfCommit(error, path: path)
    }
  }

  private func using<R>(_ sql: String, _ values: [StoreValue], _ body: (OpaquePointer) throws -> R) throws -> R {
    do {
      let statement = try prepared(sql).sqliteStatement
      // A statement that is not reset keeps its transaction open, and one with values keeps their memory.
      defer {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
      }
      for (place, value) in zip(CInt(1)..., values) { try bind(value, to: statement, at: place) }
      return try body(statement)
    } catch {
      // A statement that failed is not used again: resetting it repeats its error.
      statements[sql] = nil
      if error is ColumnMismatch {
        throw StoreError.storeDamaged(path: path, reason: "a column holds what no version of stagecraft writes there")
      }
      throw SQLiteError.told(error, path: path)
    }
  }

  private func prepared(_ sql: String) throws -> Statement {
    if let statement = statements[sql] { return statement }
    // The verbs have some 150 texts; more come of lists of different lengths.
    if statements.count >= 512 { statements.removeAll() }
    let statement = try database.makeStatement(sql: SQLiteConnection.numbered(sql))
    statements[sql] = statement
    return statement
  }

  /// `$1` as SQLite wants it, `?1`: it takes `$1` for a name and counts names as they come.
  static func numbered(_ sql: String) -> String {
    String(decoding: sql.utf8.map { $0 == UInt8(ascii: "$") ? UInt8(ascii: "?") : $0 }, as: UTF8.self)
  }

  /// Binds by SQLite's own functions: GRDB cuts text at its first U+0000, takes empty data for no value and stops the
  /// process where a value is too large.
  private func bind(_ value: StoreValue, to statement: OpaquePointer, at place: CInt) throws {
    let code: CInt
    switch value {
    case .null: code = sqlite3_bind_null(statement, place)
    case .integer(let number): code = sqlite3_bind_int64(statement, place, number)
    case .text(var text):
      code = text.withUTF8 { bytes in
        // PostgreSQL has no such text, and what reads C strings would cut it.
        if bytes.contains(0) { return SQLITE_MISMATCH }
        return sqlite3_bind_text64(
          statement, place, bytes.baseAddress, UInt64(bytes.count), SQLiteConnection.copied, UInt8(SQLITE_UTF8))
      }
    case .blob(let bytes):
      code =
        bytes.isEmpty
        ? sqlite3_bind_zeroblob(statement, place, 0)
        : sqlite3_bind_blob64(statement, place, bytes, UInt64(bytes.count), SQLiteConnection.copied)
    }
    switch code {
    case SQLITE_OK: return
    case SQLITE_MISMATCH: throw StoreError.unsuitable(reason: "a text holds the character U+0000")
    default: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// SQLITE_TRANSIENT: SQLite copies the value before the call returns.
  ///
  /// SAFETY: SQLite compares it with -1 and never calls it.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
