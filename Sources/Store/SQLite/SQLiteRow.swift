internal import FoundationEssentials
internal import GRDB

/// A row of GRDB's cursor.
struct SQLiteRow: StoreRow {
  let row: Row

  func value(_ column: Int) throws -> StoreValue {
    guard column < row.count else { throw ColumnMismatch(column: column) }
    // Never by a type that the column might not have: that would be a crash instead of an error.
    let value: DatabaseValue = row[column]
    return switch value.storage {
    case .null: .null
    case .int64(let number): .integer(number)
    case .string(let string): .text(string)
    case .blob(let data): .blob(Array(data))
    case .double: throw ColumnMismatch(column: column)
    }
  }
}
