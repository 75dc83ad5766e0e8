internal import FEEL

/// What is selected of one object, and how a row of it is read.
struct SalesforceColumns {
  private let object: ObjectMapping
  private let columns: [String]

  /// Fails with class `person` where the mapping names what cannot be a field.
  /// - Parameter withDeleted: whether a row is deleted is selected too.
  init(_ object: ObjectMapping, withDeleted: Bool = false) throws(ConnectorFailure) {
    self.object = object
    guard SOQL.isName(object.object) else {
      throw ConnectorFailure(kind: .person, message: "\"\(object.object)\" is no API name of a Salesforce object")
    }
    let ours = ["Id", "SystemModstamp", "LastModifiedById", object.ownerField] + [object.stageField].compactMap { $0 }
    var seen: Set<String> = []
    var columns: [String] = []
    for column in ours + object.fields.map(\.field) + (withDeleted ? ["IsDeleted"] : []) {
      guard SOQL.isPath(column) else {
        throw ConnectorFailure(kind: .person, message: "\"\(column)\" is no API name of a field or path to one")
      }
      // Salesforce refuses a query that selects a field twice.
      if seen.insert(column.lowercased()).inserted { columns.append(column) }
    }
    self.columns = columns
  }

  /// Separated by commas.
  var list: String { columns.joined(separator: ", ") }

  /// The row of a query's record.
  func row(_ json: JSON) throws(ConnectorFailure) -> CRMRow {
    guard let id = value("Id", of: json).text.flatMap(SalesforceID.widened),
      let modified = value("SystemModstamp", of: json).text, let modifiedAt = SOQL.milliseconds(modified)
    else {
      throw ConnectorFailure(
        kind: .transient, status: 200, message: "a row of \(object.object) came without a readable id or stamp")
    }
    return CRMRow(
      kind: object.kind, id: id, stage: object.stageField.flatMap { value($0, of: json).text },
      owner: wide(value(object.ownerField, of: json)),
      fields: object.fields.map { ($0.attribute, value($0.field, of: json)) },
      modified: modified, modifiedAt: modifiedAt, modifiedBy: wide(value("LastModifiedById", of: json)),
      isDeleted: value("IsDeleted", of: json).boolean ?? false)
  }

  /// The value at the end of a path; `null` where a lookup on the way is empty.
  private func value(_ path: String, of json: JSON) -> JSON {
    var value = json
    for name in path.split(separator: ".") { value = value[Text(String(name))] ?? .null }
    return value
  }

  private func wide(_ id: JSON) -> Text? { id.text.map { SalesforceID.widened($0) ?? $0 } }
}
