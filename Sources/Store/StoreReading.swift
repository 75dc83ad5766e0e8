/// The verbs that read, within one snapshot. Good only within the body that it is handed to.
public class StoreReading {
  /// For errors.
  let path: String
  /// How many statements were run so far, those of the transaction itself left out.
  public private(set) var statements = 0
  private var connection: (any StoreConnection)?

  init(_ connection: any StoreConnection, path: String) {
    self.connection = connection
    self.path = path
  }

  /// The body is over: whoever kept it finds it closed.
  func end() { connection = nil }

  /// Counts a statement that is about to run.
  func count() { statements += 1 }

  /// The connection, as long as the body lasts.
  func connected() throws -> any StoreConnection {
    guard let connection else { throw StoreError.closed(path: path) }
    return connection
  }
}

extension StoreReading {
  /// All rows of an answer.
  func list<R>(
    _ sql: String, _ values: [StoreValue] = [], _ make: (inout ColumnReader) throws -> R
  ) throws -> [R] {
    var list: [R] = []
    count()
    try connected().rows(sql, values) { row in
      var columns = ColumnReader(row)
      list.append(try make(&columns))
    }
    return list
  }

  /// All rows of an answer that are rows of one table.
  func list<R: TableRow>(_ sql: String, _ values: [StoreValue] = []) throws -> [R] {
    try list(sql, values) { try R(&$0) }
  }

  /// The first row, if there is one.
  func first<R>(
    _ sql: String, _ values: [StoreValue] = [], _ make: (inout ColumnReader) throws -> R
  ) throws -> R? {
    try list(sql, values, make).first
  }

  /// The first row, if there is one.
  func first<R: TableRow>(_ sql: String, _ values: [StoreValue] = []) throws -> R? {
    try first(sql, values) { try R(&$0) }
  }

  /// The one number that a statement gives.
  func number(_ sql: String, _ values: [StoreValue] = []) throws -> Int64 {
    try first(sql, values) { try $0.next() as Int64? }.flatMap { $0 } ?? 0
  }
}

/// The verbs that write, and all that read, within one transaction. Good only within the body that it is handed to.
public final class StoreTransaction: StoreReading {
  /// Whether it changes who may sign in, or what is in force for them.
  var changesDirectory = false

  /// Runs a statement without rows.
  @discardableResult
  func run(_ sql: String, _ values: [StoreValue] = []) throws -> Int {
    count()
    return try connected().run(sql, values)
  }

  /// Puts a row in.
  func insert(_ row: some TableRow) throws { try run(type(of: row).table.insert, row.values) }

  /// Puts a row in, or in place of the one with its key.
  func upsert(_ row: some TableRow) throws { try run(type(of: row).table.upsert, row.values) }

  /// Puts a row in unless its key is there already.
  ///
  /// - Returns: whether it was put in.
  func insertOnce(_ row: some TableRow) throws -> Bool {
    try run(type(of: row).table.insertOnce, row.values) == 1
  }
}
