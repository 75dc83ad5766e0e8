internal import Synchronization

/// `/sobjects/{object}`, `/{object}/{id}` and `/{object}/{external id field}/{value}`: single rows.
struct RowResource: Sendable {
  let call: DataCall

  /// `path`: the parts after `sobjects`.
  func answer(_ path: [String]) throws(APIFailure) -> Reply {
    let object = try call.object(path[0])
    switch (call.request.method, path.count) {
    case ("POST", 1): return try create(object)
    case (_, 1): throw .wrongMethod(call.request.method, allowed: "HEAD,GET,POST")
    case ("GET", 2): return try show(object, try row(path[1], object))
    case ("PATCH", 2): return try update(object, path[1])
    case ("DELETE", 2): return try delete(object, try row(path[1], object).id)
    case ("GET", _): return try show(object, try row(path[2], by: key(path[1], object), object))
    case ("PATCH", _): return try upsert(object, key(path[1], object), path[2])
    case ("DELETE", _): return try delete(object, try row(path[2], by: key(path[1], object), object).id)
    default: throw .wrongMethod(call.request.method, allowed: "HEAD,GET,PATCH,DELETE")
    }
  }

  private func row(_ text: String, _ object: ObjectDefinition) throws(APIFailure) -> Row {
    try call.sandbox.database.withLock { (database) throws(APIFailure) in try database.row(text, of: object) }
  }

  private func row(_ value: String, by key: FieldDefinition, _ object: ObjectDefinition) throws(APIFailure) -> Row {
    let ids = call.sandbox.database.withLock { $0.ids(of: object, where: key, is: value) }
    guard let id = ids.first else { throw .notFound }
    if ids.count > 1 { throw APIFailure(300, "MULTIPLE_CHOICES", "several rows hold \(value)") }
    return try row(id.string, object)
  }

  private func key(_ name: String, _ object: ObjectDefinition) throws(APIFailure) -> FieldDefinition {
    guard let key = object.field(name), key.isExternalID else {
      throw APIFailure(
        404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: \(name.prefix(80))")
    }
    return key
  }

  private func show(_ object: ObjectDefinition, _ row: Row) throws(APIFailure) -> Reply {
    var fields = object.fields
    if let names = call.request.parameter("fields") {
      fields = []
      for name in names.split(separator: ",") {
        guard let field = object.field(String(name)) else { throw .unknownColumn(String(name), of: object) }
        fields.append(field)
      }
      if !fields.contains(where: { $0.type == .id }), let id = object.field("Id") { fields.append(id) }
    }
    if let since = try call.writeContext().ifUnmodifiedSince, row.modified / 1000 * 1000 > since {
      return Reply(412)
    }
    let members = fields.map { JSONValue.Member($0.name, row.value($0).json(as: $0.type)) }
    var reply = Reply(200, .object([JSONValue.Member("attributes", row.attributes(call.version))] + members))
    reply.headers.append(("Last-Modified", Calendar.httpText(instant: row.modified)))
    return reply
  }

  private func create(_ object: ObjectDefinition) throws(APIFailure) -> Reply {
    let (input, context) = (try input(object), try call.writeContext())
    let result = try call.sandbox.database.withLock { (database) throws(APIFailure) in
      try database.create(input, context: context)
    }
    var reply = Reply(201, result.json)
    reply.headers.append(("Location", "/services/data/\(call.version)/sobjects/\(object.name)/\(result.id.string)"))
    return reply
  }

  private func update(_ object: ObjectDefinition, _ text: String) throws(APIFailure) -> Reply {
    let (input, context) = (try input(object), try call.writeContext())
    if input.id != nil {
      throw APIFailure(400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.")
    }
    try call.sandbox.database.withLock { (database) throws(APIFailure) in
      _ = try database.update(database.row(text, of: object).id, input, context: context)
    }
    return Reply(204)
  }

  private func upsert(_ object: ObjectDefinition, _ key: FieldDefinition, _ value: String) throws(APIFailure) -> Reply {
    let (input, context) = (try input(object), try call.writeContext())
    if input.names.contains(key.name) {
      throw APIFailure(400, "INVALID_FIELD", "The \(key.name) field should not be specified in the sobject data.")
    }
    if call.request.parameter("updateOnly") == "true",
      call.sandbox.database.withLock({ $0.ids(of: object, where: key, is: value) }).isEmpty
    {
      throw .notFound
    }
    do throws(APIFailure) {
      let result = try call.sandbox.database.withLock { (database) throws(APIFailure) in
        try database.upsert(input, by: key, value, context: context)
      }
      return result.isCreated ? Reply(201, result.upsertJSON) : Reply(204)
    } catch {
      guard error.status == 300 else { throw error }
      let ids = call.sandbox.database.withLock { $0.ids(of: object, where: key, is: value) }
      return Reply(
        300, .array(ids.map { .string("/services/data/\(call.version)/sobjects/\(object.name)/\($0.string)") }))
    }
  }

  private func delete(_ object: ObjectDefinition, _ id: RecordID) throws(APIFailure) -> Reply {
    let context = try call.writeContext()
    try call.sandbox.database.withLock { (database) throws(APIFailure) in
      try database.delete(id, of: object, context: context)
    }
    return Reply(204)
  }

  private func input(_ object: ObjectDefinition) throws(APIFailure) -> RowInput {
    let members = try call.members()
    return try call.sandbox.database.withLock { (database) throws(APIFailure) in
      try RowInput(members, of: object, schema: database.schema)
    }
  }
}
