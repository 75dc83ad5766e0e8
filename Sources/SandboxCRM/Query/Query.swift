internal import FoundationEssentials

/// A query whose names are looked up in the schema.
struct Query: Sendable {
  /// A field over the reference fields that lead to it.
  struct Column: Sendable {
    var references: [FieldDefinition]
    var field: FieldDefinition
    /// As the query wrote it, but with the schema's own case.
    var names: [String]

    /// Ids are compared with regard to case, texts without it.
    var isID: Bool {
      switch field.type {
      case .id, .reference: true
      default: false
      }
    }
  }

  indirect enum Condition: Sendable {
    case compare(Column, QueryTree.Comparison, FieldValue)
    case contains(Column, Set<FieldValue>, isNegated: Bool)
    case not(Condition)
    case all([Condition])
    case any([Condition])
  }

  var object: ObjectDefinition
  var columns: [Column]
  var condition: Condition?
  var order: [(column: Column, isDescending: Bool, nullsLast: Bool)]
  var limit: Int?
  var offset: Int

  init(_ tree: QueryTree, schema: Schema) throws(APIFailure) {
    guard let object = schema.object(tree.object) else {
      throw APIFailure(
        400, "INVALID_TYPE",
        "sObject type '\(tree.object)' is not supported. If you are attempting to use a custom object, be sure to "
          + "append the '__c' after the entity name.")
    }
    self.object = object
    columns = []
    for path in tree.paths { columns.append(try Self.column(path, of: object, schema: schema)) }
    order = []
    for item in tree.order {
      order.append((try Self.column(item.path, of: object, schema: schema), item.isDescending, item.nullsLast))
    }
    condition = try tree.condition.map { (condition) throws(APIFailure) in
      try Self.condition(condition, of: object, schema: schema)
    }
    limit = tree.limit
    offset = tree.offset
  }

  private static func column(
    _ path: QueryTree.Path, of object: ObjectDefinition, schema: Schema
  ) throws(APIFailure) -> Column {
    var object = object
    var references: [FieldDefinition] = []
    var names: [String] = []
    for name in path.names.dropLast() {
      guard let reference = object.reference(name), case .reference(let target, let relationship) = reference.type,
        let next = schema.object(target)
      else {
        throw APIFailure(
          400, "INVALID_FIELD",
          "Didn't understand relationship '\(name)' in field path. If you are attempting to use a custom relationship, "
            + "be sure to append the '__r' after the custom relationship name.")
      }
      references.append(reference)
      names.append(relationship ?? name)
      object = next
    }
    guard let field = object.field(path.names[path.names.count - 1]) else {
      throw APIFailure(
        400, "INVALID_FIELD", "No such column '\(path.names[path.names.count - 1])' on entity '\(object.name)'.")
    }
    return Column(references: references, field: field, names: names + [field.name])
  }

  private static func condition(
    _ condition: QueryTree.Condition, of object: ObjectDefinition, schema: Schema
  ) throws(APIFailure) -> Condition {
    switch condition {
    case .compare(let path, let comparison, let literal):
      let column = try column(path, of: object, schema: schema)
      return .compare(column, comparison, try value(literal, of: column.field))
    case .contains(let path, let literals, let isNegated):
      let column = try column(path, of: object, schema: schema)
      var values: Set<FieldValue> = []
      for literal in literals { values.insert(try value(literal, of: column.field)) }
      return .contains(column, values, isNegated: isNegated)
    case .not(let inner): return .not(try Self.condition(inner, of: object, schema: schema))
    case .all(let inner): return .all(try conditions(inner, of: object, schema: schema))
    case .any(let inner): return .any(try conditions(inner, of: object, schema: schema))
    }
  }

  private static func conditions(
    _ conditions: [QueryTree.Condition], of object: ObjectDefinition, schema: Schema
  ) throws(APIFailure) -> [Condition] {
    var result: [Condition] = []
    for condition in conditions { result.append(try Self.condition(condition, of: object, schema: schema)) }
    return result
  }

  /// A literal must be of the field's kind: a number never stands in quotes. Texts become lower case here once.
  private static func value(_ literal: QueryTree.Literal, of field: FieldDefinition) throws(APIFailure) -> FieldValue {
    switch (literal, field.type) {
    case (.null, _): return .null
    case (.text(let text), .id), (.text(let text), .reference):
      guard let id = RecordID(text) else {
        throw APIFailure(400, "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: \(text.prefix(40))")
      }
      return .text(id.string)
    case (.text(let text), .string), (.text(let text), .email), (.text(let text), .phone), (.text(let text), .url),
      (.text(let text), .picklist):
      return .text(text.lowercased())
    case (.text, .textArea):
      throw APIFailure(
        400, "INVALID_FIELD", "field '\(field.name)' can not be filtered in a query call")
    case (.number(let number), .integer), (.number(let number), .double), (.number(let number), .currency),
      (.number(let number), .percent):
      return .number(number)
    case (.boolean(let value), .boolean): return .boolean(value)
    case (.date(let day), .date): return .date(day)
    case (.instant(let instant), .dateTime): return .instant(instant)
    default:
      let advice: String
      if case .text = literal {
        advice = " and should not be enclosed in quotes"
      } else {
        advice = ""
      }
      throw APIFailure(
        400, "INVALID_FIELD",
        "value of filter criterion for field '\(field.name)' must be of type \(field.type.name)\(advice)")
    }
  }
}
