/// What a request wants written to one row, read against the schema but not yet against other rows.
struct RowInput: Sendable {
  /// A lookup that names its row by an external id: `"Result__r": {"Submission_Id__c": "..."}`.
  struct Lookup: Sendable {
    var field: FieldDefinition
    var target: String
    var key: String
    var value: String
  }

  var object: ObjectDefinition
  /// `Id` or `id`, when the request names one.
  var id: String?
  var values: [(field: FieldDefinition, value: FieldValue)] = []
  var lookups: [Lookup] = []

  /// The names of all fields written, in the request's order.
  private(set) var names: [String] = []

  /// Reads the members of a row's object.
  init(_ members: [JSONValue.Member], of object: ObjectDefinition, schema: Schema) throws(APIFailure) {
    self.object = object
    for member in members where member.name != "attributes" {
      if let field = object.field(member.name) {
        if field.type == .id {
          id = member.value.text
        } else {
          values.append((field, try FieldValue.read(member.value, for: field)))
          names.append(field.name)
        }
      } else if let field = object.reference(member.name), let lookup = member.value.members {
        lookups.append(try Self.lookup(lookup, field: field, schema: schema, object: object))
        names.append(field.name)
      } else {
        throw .unknownColumn(member.name, of: object)
      }
    }
  }

  private static func lookup(
    _ members: [JSONValue.Member], field: FieldDefinition, schema: Schema, object: ObjectDefinition
  ) throws(APIFailure) -> Lookup {
    let keys = members.filter { $0.name != "attributes" }
    guard keys.count == 1, case .reference(let name, _) = field.type, let target = schema.object(name) else {
      throw APIFailure(
        400, "INVALID_FIELD", "the lookup \(field.name) of \(object.name) must name one external id field")
    }
    guard let key = target.field(keys[0].name), key.isExternalID else {
      throw APIFailure(
        400, "INVALID_FIELD", "\(keys[0].name) is not an External ID or indexed field for \(target.name)")
    }
    guard let value = keys[0].value.text else {
      throw APIFailure(
        400, "JSON_PARSER_ERROR", "Cannot deserialize instance of string from \(keys[0].value.tokenName)")
    }
    return Lookup(field: field, target: target.name, key: key.name, value: value)
  }
}
