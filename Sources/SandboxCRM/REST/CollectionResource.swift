internal import Synchronization

/// `/composite/sobjects`: up to 200 rows in one call, each with an answer of its own.
struct CollectionResource: Sendable {
  let call: DataCall

  private static let mostRows = 200
  private static let mostChunks = 10

  /// `path`: the parts after `composite/sobjects`: none, or an object and its external id field.
  func answer(_ path: [String]) throws(APIFailure) -> Reply {
    switch (call.request.method, path.count) {
    case ("POST", 0):
      return try write { (database, input, context) throws(APIFailure) in
        try database.create(input, context: context).json
      }
    case ("PATCH", 0):
      return try write { (database, input, context) throws(APIFailure) in
        guard let text = input.id else {
          throw APIFailure(400, "MISSING_ARGUMENT", "Id not specified in an update call")
        }
        guard let id = RecordID(text), id.prefix == input.object.prefix else {
          throw APIFailure(400, "MALFORMED_ID", "bad id \(text.prefix(40))", fields: ["Id"])
        }
        guard database.row(id) != nil else {
          throw APIFailure(404, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id")
        }
        return try database.update(id, input, context: context).json
      }
    case ("PATCH", 2): return try upsert(try call.object(path[0]), path[1])
    case ("GET", 1): return try show(try call.object(path[0]))
    case (_, 0): throw .wrongMethod(call.request.method, allowed: "POST,PATCH")
    case (_, 1): throw .wrongMethod(call.request.method, allowed: "GET")
    default: throw .wrongMethod(call.request.method, allowed: "PATCH")
    }
  }

  private typealias Writing = (inout Database, RowInput, WriteContext) throws(APIFailure) -> JSONValue

  private func upsert(_ object: ObjectDefinition, _ name: String) throws(APIFailure) -> Reply {
    guard let key = object.field(name), key.isExternalID else {
      throw APIFailure(
        404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: \(name.prefix(80))")
    }
    var seen: Set<String> = []
    return try write(only: object) { (database, input, context) throws(APIFailure) in
      var input = input
      guard let value = input.take(key)?.text else {
        throw APIFailure(400, "MISSING_ARGUMENT", "\(key.name) not specified")
      }
      guard seen.insert(value.lowercased()).inserted else {
        throw APIFailure(400, "DUPLICATE_VALUE", "Duplicate external id specified: \(value)", fields: [key.name])
      }
      return try database.upsert(input, by: key, value, context: context).upsertJSON
    }
  }

  private func show(_ object: ObjectDefinition) throws(APIFailure) -> Reply {
    let ids = (call.request.parameter("ids") ?? "").split(separator: ",").map { String($0) }
    if ids.count > 2000 { throw Self.tooMany(2000) }
    var fields: [FieldDefinition] = []
    for name in (call.request.parameter("fields") ?? "Id").split(separator: ",") {
      guard let field = object.field(String(name)) else { throw .unknownColumn(String(name), of: object) }
      fields.append(field)
    }
    let rows = call.sandbox.database.withLock { database in ids.map { try? database.row($0, of: object) } }
    return Reply(
      200,
      .array(
        rows.map { row in
          guard let row else { return .null }
          return .object(
            [JSONValue.Member("attributes", row.attributes(call.version))]
              + fields.map { JSONValue.Member($0.name, row.value($0).json(as: $0.type)) })
        }))
  }

  /// Writes every row in order under one lock; `allOrNone` works on a copy that is thrown away when a row fails.
  private func write(only object: ObjectDefinition? = nil, _ writing: Writing) throws(APIFailure) -> Reply {
    let members = try call.members()
    let context = try call.writeContext()
    let inputs = try inputs(members, only: object)
    let isWhole = members.first { $0.name == "allOrNone" }?.value.boolean ?? false
    let answers = call.sandbox.database.withLock { database in
      let before = isWhole ? database : nil
      var answers: [JSONValue] = []
      var failed: Set<Int> = []
      for (index, input) in inputs.enumerated() {
        do throws(APIFailure) {
          answers.append(try writing(&database, input, context))
        } catch {
          failed.insert(index)
          answers.append(error.rowJSON)
        }
      }
      guard let before, !failed.isEmpty else { return answers }
      database = before
      let rolledBack = APIFailure(
        400, "ALL_OR_NONE_OPERATION_ROLLED_BACK",
        "Record rolled back because not all records were valid and the request was using AllOrNone header")
      return answers.enumerated().map { failed.contains($0.offset) ? $0.element : rolledBack.rowJSON }
    }
    return Reply(200, .array(answers))
  }

  private func inputs(
    _ members: [JSONValue.Member], only object: ObjectDefinition?
  ) throws(APIFailure) -> [RowInput] {
    guard let records = members.first(where: { $0.name == "records" })?.value.items, !records.isEmpty else {
      throw APIFailure(400, "MISSING_ARGUMENT", "Missing required field: records")
    }
    if records.count > Self.mostRows { throw Self.tooMany(Self.mostRows) }
    let schema = call.sandbox.database.withLock { $0.schema }
    var inputs: [RowInput] = []
    var chunks = 0
    for record in records {
      guard let fields = record.members, let name = record["attributes"]?["type"]?.text else {
        throw APIFailure(400, "INVALID_INPUT", "every record needs attributes with a type")
      }
      guard let definition = schema.object(name) else {
        throw APIFailure(400, "INVALID_TYPE", "sObject type '\(name.prefix(80))' is not supported.")
      }
      if let object, object.name != definition.name {
        throw APIFailure(400, "INVALID_INPUT", "the records must be of type \(object.name), as the address says")
      }
      if inputs.last?.object.name != definition.name { chunks += 1 }
      inputs.append(try RowInput(fields, of: definition, schema: schema))
    }
    if chunks > Self.mostChunks {
      throw APIFailure(
        400, "LIMIT_EXCEEDED",
        "Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.")
    }
    return inputs
  }

  private static func tooMany(_ most: Int) -> APIFailure {
    APIFailure(
      400, "EXCEEDED_ID_LIMIT", "record limit reached. cannot submit more than \(most) records into this call")
  }
}

extension RowInput {
  /// Takes out the value of the field by which the row is addressed.
  fileprivate mutating func take(_ key: FieldDefinition) -> FieldValue? {
    guard let position = values.firstIndex(where: { $0.field.name == key.name }) else { return nil }
    return values.remove(at: position).value
  }
}
