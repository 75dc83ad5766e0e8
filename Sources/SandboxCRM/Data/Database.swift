/// All that an organization holds: objects, rows and the journal of commits. A value, so that a request that must be
/// carried out whole or not at all works on a copy.
struct Database: Sendable {
  var schema = Schema()
  private(set) var tables: [String: Table] = [:]
  private(set) var journal: [Commit] = []

  /// The row of this id, deleted or not.
  func row(_ id: RecordID) -> Row? {
    schema.object(prefix: id.prefix).flatMap { tables[$0.name]?.rows[id] }
  }

  /// Every row of the object in order of creation, deleted ones included.
  func rows(of object: ObjectDefinition) -> [Row] {
    guard let table = tables[object.name] else { return [] }
    return table.ids.compactMap { table.rows[$0] }
  }

  /// The rows whose indexed field holds this text.
  func ids(of object: ObjectDefinition, where field: FieldDefinition, is text: String) -> [RecordID] {
    tables[object.name]?.ids(where: field, is: text) ?? []
  }

  /// The row of this object that a path or a `SELECT` names by its 15 or 18 characters.
  func row(_ text: String, of object: ObjectDefinition) throws(APIFailure) -> Row {
    guard let id = RecordID(text), let row = tables[object.name]?.rows[id] else { throw .notFound }
    if row.isDeleted { throw .isDeleted }
    return row
  }

  /// A free id of the object.
  mutating func nextID(of object: ObjectDefinition) -> RecordID {
    while true {
      let number = tables[object.name, default: Table()].nextNumber()
      let id = RecordID(prefix: object.prefix, number: number)
      if tables[object.name]?.rows[id] == nil { return id }
    }
  }

  /// Puts a row in without looking at it again.
  mutating func put(_ row: Row, of object: ObjectDefinition) {
    tables[object.name, default: Table()].put(row, of: object)
  }

  /// Adds a commit to the journal.
  mutating func note(
    _ operation: Commit.Operation, _ row: Row, of object: ObjectDefinition, fields: [String], context: WriteContext
  ) {
    let key = object.fields.first { $0.isExternalID }.flatMap { row.value($0).text }
    journal.append(
      Commit(
        number: journal.count + 1, object: object.name, id: row.id, externalID: key, operation: operation,
        fields: fields, by: context.user, at: row.modified, request: context.request))
  }
}
