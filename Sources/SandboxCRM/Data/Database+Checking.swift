internal import FoundationEssentials

extension Database {
  /// What the input would set in this row, checked against the fields, the other rows and who may write what.
  func changes(
    _ input: RowInput, row: Row, context: WriteContext
  ) throws(APIFailure) -> [(field: FieldDefinition, value: FieldValue)] {
    var changes: [(field: FieldDefinition, value: FieldValue)] = []
    if !context.isSeed {
      let locked = (input.values.map(\.field) + input.lookups.map(\.field)).filter(\.isReadOnly).map(\.name)
      if !locked.isEmpty {
        throw APIFailure(
          400, "INVALID_FIELD_FOR_INSERT_UPDATE",
          "Unable to create/update fields: \(locked.joined(separator: ", ")). Please check the security settings of "
            + "this field and verify that it is read/write for your profile or permission set.", fields: locked)
      }
    }
    for (field, value) in input.values {
      changes.append((field, try checked(value, field, row: row, object: input.object)))
    }
    for lookup in input.lookups { changes.append((lookup.field, .text(try found(lookup).string))) }
    return changes
  }

  private func checked(
    _ value: FieldValue, _ field: FieldDefinition, row: Row, object: ObjectDefinition
  ) throws(APIFailure) -> FieldValue {
    switch value {
    case .text(let text):
      if case .reference(let name, _) = field.type { return .text(try reference(text, field, to: name, object).string) }
      if case .picklist(let values, true) = field.type, !values.contains(text) {
        throw APIFailure(
          400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
          "\(field.label): bad value for restricted picklist field: \(text)", fields: [field.name])
      }
      if text.utf16.count > field.type.length {
        throw APIFailure(
          400, "STRING_TOO_LONG",
          "\(field.label): data value too large: \(text.prefix(255)) (max length=\(field.type.length))",
          fields: [field.name])
      }
      if field.isUnique, let other = ids(of: object, where: field, is: text).first(where: { $0 != row.id }) {
        throw APIFailure(
          400, "DUPLICATE_VALUE",
          "duplicate value found: \(field.name) duplicates value on record with id: \(other.string)")
      }
    case .number(let number):
      // Digits after the point beyond the scale are kept, as the API keeps them.
      let whole = number.description.split(separator: ".")[0].filter(\.isNumber)
      if let digits = field.type.digits, whole.count > digits.before {
        throw APIFailure(
          400, "NUMBER_OUTSIDE_VALID_RANGE",
          "\(field.label): value outside of valid range on numeric field: \(number)", fields: [field.name])
      }
    default: break
    }
    return value
  }

  private func reference(
    _ text: String, _ field: FieldDefinition, to name: String, _ object: ObjectDefinition
  ) throws(APIFailure) -> RecordID {
    guard let id = RecordID(text), let target = schema.object(name), id.prefix == target.prefix else {
      throw APIFailure(
        400, "MALFORMED_ID", "\(field.label): id value of incorrect type: \(text.prefix(40))", fields: [field.name])
    }
    guard let row = row(id) else {
      throw APIFailure(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", fields: [field.name])
    }
    if row.isDeleted { throw APIFailure(400, "ENTITY_IS_DELETED", "entity is deleted", fields: [field.name]) }
    return id
  }

  private func found(_ lookup: RowInput.Lookup) throws(APIFailure) -> RecordID {
    guard let target = schema.object(lookup.target), let key = target.field(lookup.key),
      let id = ids(of: target, where: key, is: lookup.value).first
    else {
      throw APIFailure(
        400, "INVALID_FIELD",
        "Foreign key external ID: \(lookup.value.lowercased()) not found for field \(lookup.key) in entity "
          + lookup.target)
    }
    return id
  }
}
