internal import FEEL
internal import Sales

/// Reads a row's columns in the order in which the statement names them.
struct ColumnReader {
  private let row: any StoreRow
  private var column = 0

  init(_ row: any StoreRow) { self.row = row }

  /// The next column as what is asked for.
  mutating func next<Column: StoreColumn>() throws -> Column {
    defer { column += 1 }
    guard let value = Column(try row.value(column)) else { throw ColumnMismatch(column: column) }
    return value
  }

  /// Two columns: kind and id.
  mutating func next() throws -> RecordKey { RecordKey(kind: try next(), id: try next()) }

  /// Two columns, both empty where there is none.
  mutating func next() throws -> RecordKey? {
    let kind: Text? = try next()
    let id: Text? = try next()
    guard let kind, let id else { return nil }
    return RecordKey(kind: kind, id: id)
  }

  /// Four columns: person, reason, stage and the last day as days since 1970-01-01.
  mutating func next() throws -> History.PersonsWord? {
    let person: Text? = try next()
    let reason: Text? = try next()
    let stage: Text? = try next()
    let days: Int64? = try next()
    guard let person, let reason else { return nil }
    return History.PersonsWord(by: person, reason: reason, stage: stage, until: days.map { CalendarDate(days: $0) })
  }
}
