/// The statements that follow from a table's columns alone, made once.
struct Table: Sendable {
  let name: String
  /// The columns, separated by commas, in the order in which rows are read and written.
  let columns: String
  /// How many columns there are.
  let width: Int
  /// `SELECT ... FROM ...`, to go on with.
  let select: String
  /// `INSERT INTO ... VALUES ($1, ...)`, to go on with.
  let insert: String
  /// An insert that leaves a row with the same key alone.
  let insertOnce: String
  /// An insert that puts the new row in place of the one with the same key.
  let upsert: String

  /// - Parameters:
  ///   - key: the columns of the primary key.
  ///   - kept: columns that stay as they are when a row is replaced.
  init(_ name: String, key: [String], kept: [String] = [], _ columns: [String]) {
    self.name = name
    self.columns = columns.joined(separator: ", ")
    width = columns.count
    select = "SELECT \(self.columns) FROM \(name)"
    let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
    insert = "INSERT INTO \(name) (\(self.columns)) VALUES (\(places))"
    insertOnce = "\(insert) ON CONFLICT DO NOTHING"
    let changed = columns.filter { !key.contains($0) && !kept.contains($0) }
    upsert =
      "\(insert) ON CONFLICT (\(key.joined(separator: ", "))) DO UPDATE SET "
      + changed.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
  }
}

extension Table {
  /// The columns, each with the name that a statement gives the table.
  func columns(of alias: String) -> String {
    columns.split(separator: ", ").map { "\(alias).\($0)" }.joined(separator: ", ")
  }
}

/// A struct that is a row of a table.
protocol TableRow {
  static var table: Table { get }
  init(_ columns: inout ColumnReader) throws
  func write(_ columns: inout ColumnWriter)
}

extension TableRow {
  /// The row's values in the order of the table's columns.
  var values: [StoreValue] {
    var writer = ColumnWriter()
    write(&writer)
    return writer.values
  }
}
