internal import FoundationEssentials
internal import GRDB

/// A connection of GRDB behind the protocol of all drivers.
///
/// SAFETY: used only on the queue of its database, by whom GRDB hands that database to; one at a time.
final class SQLiteConnection: StoreConnection, @unchecked Sendable {
  let database: Database
  private let path: String
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
      try statement.execute()
      return database.totalChangesCount - before
    }
  }

  func rows(_ sql: String, _ values: [StoreValue], _ each: (any StoreRow) throws -> Void) throws {
    try using(sql, values) { statement in
      let cursor = try Row.fetchCursor(statement)
      while let row = try cursor.next() { try each(SQLiteRow(row: row)) }
    }
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

  private func using<R>(_ sql: String, _ values: [StoreValue], _ body: (Statement) throws -> R) throws -> R {
    do {
      let arguments = try values.map(SQLiteConnection.argument)
      let statement = try prepared(sql)
      statement.setUncheckedArguments(StatementArguments(arguments))
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

  /// GRDB binds text up to its first U+0000, and PostgreSQL knows none: better refused than cut.
  private static func argument(_ value: StoreValue) throws -> (any DatabaseValueConvertible)? {
    switch value {
    case .null: return nil
    case .integer(let number): return number
    case .text(let text):
      if text.utf8.contains(0) { throw StoreError.unsuitable(reason: "a text holds the character U+0000") }
      return text
    case .blob(let bytes): return Data(bytes)
    }
  }
}
