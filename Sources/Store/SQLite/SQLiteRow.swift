internal import GRDB
internal import GRDBSQLite

/// The row that a statement stands at.
struct SQLiteRow: StoreRow {
  let statement: SQLiteStatement

  func value(_ column: Int) throws -> StoreValue {
    let index = CInt(truncatingIfNeeded: column)
    guard column < Int(sqlite3_column_count(statement)) else { throw ColumnMismatch(column: column) }
    switch sqlite3_column_type(statement, index) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, index))
    case SQLITE_TEXT:
      // The pointer before the count: the other way round SQLite may convert in between.
      let start = sqlite3_column_text(statement, index)
      let count = Int(sqlite3_column_bytes(statement, index))
      return .text(String(decoding: UnsafeBufferPointer(start: start, count: start == nil ? 0 : count), as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(statement, index)
      let count = Int(sqlite3_column_bytes(statement, index))
      return .blob(Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)))
    default: throw ColumnMismatch(column: column)
    }
  }
}
