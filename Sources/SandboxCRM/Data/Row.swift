/// One row of an object.
struct Row: Sendable {
  let id: RecordID
  let object: String
  /// By the field's name as declared; a field without a value is absent.
  var values: [String: FieldValue]
  var isDeleted = false
  var created: Int64
  var createdBy: RecordID
  /// `SystemModstamp` and `LastModifiedDate` both.
  var modified: Int64
  var modifiedBy: RecordID

  /// What the field holds, the system's own fields included.
  func value(_ field: FieldDefinition) -> FieldValue {
    switch field.name {
    case "Id": .text(id.string)
    case "IsDeleted": .boolean(isDeleted)
    case "CreatedDate": .instant(created)
    case "CreatedById": .text(createdBy.string)
    case "LastModifiedDate", "SystemModstamp": .instant(modified)
    case "LastModifiedById": .text(modifiedBy.string)
    default: values[field.name] ?? .null
    }
  }
}

/// All rows of one object, and an index over each field by which rows are found or held apart.
struct Table: Sendable {
  private(set) var rows: [RecordID: Row] = [:]
  /// In order of creation.
  private(set) var ids: [RecordID] = []
  private var index: [String: [String: [RecordID]]] = [:]
  /// Counts the rows ever created.
  private(set) var created = 0

  /// The ids of all rows whose indexed field holds this text, whatever its case.
  func ids(where field: FieldDefinition, is text: String) -> [RecordID] {
    index[field.name]?[text.lowercased()] ?? []
  }

  /// A number no row of this table has had.
  mutating func nextNumber() -> Int {
    created += 1
    return created
  }

  /// Puts the row in, or in the place of the one with its id.
  mutating func put(_ row: Row, of object: ObjectDefinition) {
    let before = rows.updateValue(row, forKey: row.id)
    if before == nil { ids.append(row.id) }
    for field in object.fields where field.isUnique || field.isExternalID {
      let old = before.flatMap { $0.isDeleted ? nil : $0.value(field).text?.lowercased() }
      let new = row.isDeleted ? nil : row.value(field).text?.lowercased()
      if old == new { continue }
      if let old { index[field.name]?[old]?.removeAll { $0 == row.id } }
      if let new { index[field.name, default: [:]][new, default: []].append(row.id) }
    }
  }
}
