internal import FEEL
internal import Sales

/// Gathers the values of a row in the order in which the statement names its columns.
struct ColumnWriter {
  private(set) var values: [StoreValue] = []

  mutating func add(_ column: some StoreColumn) { values.append(column.storeValue) }

  mutating func add(_ key: RecordKey) {
    add(key.kind)
    add(key.id)
  }

  mutating func add(_ key: RecordKey?) {
    add(key?.kind)
    add(key?.id)
  }

  mutating func add(_ word: History.PersonsWord?) {
    add(word?.by)
    add(word?.reason)
    add(word?.stage)
    add(word?.until?.days)
  }
}

/// The values of some columns, in order.
func values<each Column: StoreColumn>(_ column: repeat each Column) -> [StoreValue] {
  var values: [StoreValue] = []
  repeat values.append((each column).storeValue)
  return values
}
