internal import FoundationEssentials

/// Fills a database from NDJSON: rows, declarations of custom fields, and the stages of an opportunity. Declarations
/// come first wherever they stand; rows may refer only to rows above them.
struct Seed: Sendable {
  struct Failure: Error, CustomStringConvertible, Sendable {
    var line: Int
    var message: String

    var description: String { "line \(line): \(message)" }
  }

  /// Reads and applies all lines; returns how many rows there were.
  static func apply(
    _ bytes: [UInt8], to database: inout Database, context: WriteContext
  ) throws(Failure) -> Int {
    var rows: [(line: Int, json: JSONValue)] = []
    var context = context
    context.isSeed = true
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      let json: JSONValue
      do throws(JSONSyntaxError) {
        json = try JSONValue.parse(Array(line))
      } catch {
        throw Failure(line: index + 1, message: "not JSON: \(error.message) at byte \(error.offset)")
      }
      do throws(SeedError) {
        if let field = json["field"] {
          try declare(field, in: &database)
        } else if let stages = json["stages"]?.items {
          try declare(stages: stages, in: &database, context: context)
        } else {
          rows.append((index + 1, json))
        }
      } catch {
        throw Failure(line: index + 1, message: error.message)
      }
    }
    for (line, json) in rows {
      do throws(SeedError) {
        try add(json, to: &database, context: context)
      } catch {
        throw Failure(line: line, message: error.message)
      }
    }
    return rows.count
  }

  private struct SeedError: Error {
    var message: String
  }

  private static func add(_ json: JSONValue, to database: inout Database, context: WriteContext) throws(SeedError) {
    guard let name = json["object"]?.text, let members = json.members else {
      throw SeedError(message: "a line is a row with \"object\", or {\"field\": ...} or {\"stages\": [...]}")
    }
    guard let object = database.schema.object(name) else { throw SeedError(message: "there is no object \(name)") }
    var context = context
    // What only the CRM sets may be given in a seed.
    var fields: [JSONValue.Member] = []
    var created: Int64?
    for member in members where member.name != "object" {
      switch member.name {
      case "SystemModstamp", "LastModifiedDate": context.now = try instant(member)
      case "CreatedDate": created = try instant(member)
      case "LastModifiedById", "CreatedById", "IsDeleted":
        guard member.name == "LastModifiedById", let text = member.value.text else { continue }
        do throws(APIFailure) {
          context.user = try database.user(named: text, context: context)
        } catch {
          throw SeedError(message: "\(error.code): \(error.message)")
        }
      default: fields.append(member)
      }
    }
    do throws(APIFailure) {
      let input = try RowInput(fields, of: object, schema: database.schema)
      let id = try database.create(input, context: context).id
      if let created, var row = database.row(id) {
        row.created = created
        database.put(row, of: object)
      }
    } catch {
      throw SeedError(message: "\(error.code): \(error.message)")
    }
  }

  private static func instant(_ member: JSONValue.Member) throws(SeedError) -> Int64 {
    guard let instant = member.value.text.flatMap({ Calendar.instant($0) }) else {
      throw SeedError(message: "\(member.name) must be a date and time like 2026-11-22T00:00:00.000+0000")
    }
    return instant
  }

  private static func declare(_ json: JSONValue, in database: inout Database) throws(SeedError) {
    guard let name = json["name"]?.text, let objectName = json["object"]?.text,
      var object = database.schema.object(objectName)
    else { throw SeedError(message: "a field needs the name of an object that there is, and its own") }
    var field = FieldDefinition(
      name, try type(json), required: json["required"]?.boolean ?? false, unique: json["unique"]?.boolean ?? false,
      externalID: json["externalId"]?.boolean ?? false)
    if let label = json["label"]?.text { field.label = label }
    object.declare(field)
    database.schema.declare(object)
  }

  private static func type(_ json: JSONValue) throws(SeedError) -> FieldType {
    let length = json["length"]?.integer
    let (precision, scale) = (json["precision"]?.integer ?? 18, json["scale"]?.integer ?? 2)
    switch json["type"]?.text?.lowercased() ?? "string" {
    case "string", "text": return .string(length: length ?? 255)
    case "textarea", "longtextarea", "long text": return .textArea(length: length ?? 32_768)
    case "email": return .email
    case "phone": return .phone
    case "url": return .url
    case "boolean", "checkbox": return .boolean
    case "int", "integer": return .integer
    case "double", "number": return .double(precision: precision, scale: scale)
    case "currency": return .currency(precision: precision, scale: scale)
    case "percent": return .percent(precision: precision, scale: scale)
    case "date": return .date
    case "datetime": return .dateTime
    case "picklist":
      let values = (json["values"] ?? json["picklist"])?.items?.compactMap(\.text) ?? []
      return .picklist(values: values, isRestricted: json["restricted"]?.boolean ?? true)
    case "reference", "lookup":
      guard let target = json["referenceTo"]?.text, let name = json["name"]?.text else {
        throw SeedError(message: "a reference needs referenceTo")
      }
      let relationship = name.hasSuffix("__c") ? name.dropLast(1) + "r" : name.hasSuffix("Id") ? name.dropLast(2) : nil
      return .reference(to: target, relationship: relationship.map { String($0) })
    case let other:
      throw SeedError(
        message: "type \(other) is none of string, textarea, email, phone, url, boolean, int, double, currency, "
          + "percent, date, datetime, picklist, reference")
    }
  }

  private static func declare(
    stages: [JSONValue], in database: inout Database, context: WriteContext
  ) throws(SeedError) {
    var list: [Stage] = []
    for stage in stages {
      guard let name = stage["name"]?.text else { throw SeedError(message: "every stage needs a name") }
      list.append(
        Stage(
          name: name, isClosed: stage["isClosed"]?.boolean ?? false, isWon: stage["isWon"]?.boolean ?? false,
          probability: stage["probability"]?.integer ?? 0))
    }
    do throws(APIFailure) {
      try database.declareStages(list, context: context)
    } catch {
      throw SeedError(message: error.message)
    }
  }
}
