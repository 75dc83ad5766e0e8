extension Database {
  /// Creates a row.
  mutating func create(_ input: RowInput, context: WriteContext) throws(APIFailure) -> WriteResult {
    let object = input.object
    if !object.isWritable, !context.isSeed {
      throw APIFailure(
        400, "INVALID_TYPE_FOR_OPERATION", "entity type cannot be inserted: \(object.label)")
    }
    if input.id != nil, !context.isSeed {
      throw APIFailure(
        400, "INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", fields: ["Id"])
    }
    var row = Row(
      id: try input.id.map { (text) throws(APIFailure) in try seedID(text, of: object) } ?? nextID(of: object),
      object: object.name, values: [:], created: context.stamp, createdBy: context.user, modified: context.stamp,
      modifiedBy: context.user)
    let changes = try self.changes(input, row: row, context: context)
    for (field, value) in changes { row.values[field.name] = value == .null ? nil : value }
    complete(&row, of: object, context: context)
    if !context.isSeed {
      let missing = object.fields.filter { $0.isRequired && row.value($0) == .null }.map(\.name)
      if !missing.isEmpty {
        throw APIFailure(
          400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [\(missing.joined(separator: ", "))]",
          fields: missing)
      }
    }
    derive(&row, of: object, given: input.names)
    if let failure = context.fault(object.name, names(of: row, object)) { throw failure }
    put(row, of: object)
    if !context.isSeed { note(.created, row, of: object, fields: input.names, context: context) }
    return WriteResult(id: row.id, isCreated: true)
  }

  /// Changes a row.
  mutating func update(_ id: RecordID, _ input: RowInput, context: WriteContext) throws(APIFailure) -> WriteResult {
    let object = input.object
    guard object.isWritable else {
      throw APIFailure(400, "INVALID_TYPE_FOR_OPERATION", "entity type cannot be updated: \(object.label)")
    }
    var row = try self.row(id.string, of: object)
    try checkPrecondition(row, context)
    let changes = try self.changes(input, row: row, context: context)
    if let failure = context.fault(object.name, names(of: row, object)) { throw failure }
    let before = row
    for (field, value) in changes { row.values[field.name] = value == .null ? nil : value }
    if let field = object.fields.first(where: { $0.isRequired && row.value($0) == .null && before.value($0) != .null })
    {
      throw APIFailure(
        400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [\(field.name)]", fields: [field.name])
    }
    let isChanged = changes.contains { field, value in !before.value(field).isSame(as: value) }
    if isChanged { derive(&row, of: object, given: input.names, before: before) }
    touch(&row, context)
    put(row, of: object)
    note(isChanged ? .updated : .unchanged, row, of: object, fields: input.names, context: context)
    return WriteResult(id: row.id, isCreated: false)
  }

  /// Updates the row that holds this external id, or creates it. Several such rows are refused with 300.
  mutating func upsert(
    _ input: RowInput, by key: FieldDefinition, _ value: String, context: WriteContext
  ) throws(APIFailure) -> WriteResult {
    if input.id != nil {
      throw APIFailure(400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.")
    }
    let ids = ids(of: input.object, where: key, is: value)
    if ids.count > 1 { throw APIFailure(300, "MULTIPLE_CHOICES", "several rows hold \(value) in \(key.name)") }
    if let id = ids.first { return try update(id, input, context: context) }
    if context.ifUnmodifiedSince != nil { throw .notFound }
    var input = input
    input.values.append((key, try FieldValue.read(.string(value), for: key)))
    return try create(input, context: context)
  }

  /// Deletes a row; its id stays taken.
  mutating func delete(_ id: RecordID, of object: ObjectDefinition, context: WriteContext) throws(APIFailure) {
    guard object.isWritable else {
      throw APIFailure(400, "INVALID_TYPE_FOR_OPERATION", "entity type cannot be deleted: \(object.label)")
    }
    var row = try self.row(id.string, of: object)
    if let failure = context.fault(object.name, names(of: row, object)) { throw failure }
    row.isDeleted = true
    touch(&row, context)
    put(row, of: object)
    note(.deleted, row, of: object, fields: [], context: context)
  }

  private func checkPrecondition(_ row: Row, _ context: WriteContext) throws(APIFailure) {
    // The header has whole seconds, so a change within the same second passes, as it does in Salesforce.
    guard let since = context.ifUnmodifiedSince, row.modified / 1000 * 1000 > since else { return }
    throw APIFailure(
      412, "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK",
      "entity failed ifLastModified check: the entity was modified after the given time")
  }

  private func touch(_ row: inout Row, _ context: WriteContext) {
    // Who commits late waited for the row, so the stamps of one row never go back.
    row.modified = max(context.stamp, row.modified)
    row.modifiedBy = context.user
  }

  /// All names by which a fault may call the row.
  private func names(of row: Row, _ object: ObjectDefinition) -> [String] {
    [row.id.string] + object.fields.filter(\.isExternalID).compactMap { row.value($0).text }
  }

  private func seedID(_ text: String, of object: ObjectDefinition) throws(APIFailure) -> RecordID {
    guard let id = RecordID(text), id.prefix == object.prefix else {
      throw APIFailure(
        400, "MALFORMED_ID",
        "\(text) is no id of \(object.name): 15 or 18 letters and digits with the right checksum, from \(object.prefix)"
      )
    }
    if row(id) != nil { throw APIFailure(400, "DUPLICATE_VALUE", "the id \(text) is taken") }
    return id
  }
}
