/// A refusal in Salesforce's own words.
struct APIFailure: Error, Hashable, Sendable {
  var status: Int
  var code: String
  var message: String
  var fields: [String] = []

  init(_ status: Int, _ code: String, _ message: String, fields: [String] = []) {
    self.status = status
    self.code = code
    self.message = message
    self.fields = fields
  }

  /// As a request's whole answer has it: one item of an array.
  var json: JSONValue {
    var members = [JSONValue.Member("message", .string(message)), JSONValue.Member("errorCode", .string(code))]
    if !fields.isEmpty || status == 400 && !Self.withoutFields.contains(code) {
      members.append(JSONValue.Member("fields", .array(fields.map { .string($0) })))
    }
    return .array([.object(members)])
  }

  /// As one row's answer in a collection has it: the code is called `statusCode` there.
  var rowJSON: JSONValue {
    [
      "success": false,
      "errors": [
        ["statusCode": .string(code), "message": .string(message), "fields": .array(fields.map { .string($0) })]
      ],
    ]
  }

  private static let withoutFields: Set = [
    "MALFORMED_QUERY", "INVALID_FIELD", "INVALID_TYPE", "JSON_PARSER_ERROR", "INVALID_QUERY_LOCATOR",
  ]

  static let notFound = APIFailure(404, "NOT_FOUND", "The requested resource does not exist")
  static let isDeleted = APIFailure(404, "ENTITY_IS_DELETED", "entity is deleted")
  static let expiredSession = APIFailure(401, "INVALID_SESSION_ID", "Session expired or invalid")
  static let limitReached = APIFailure(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")

  static func unknownColumn(_ name: String, of object: ObjectDefinition) -> APIFailure {
    APIFailure(400, "INVALID_FIELD", "No such column '\(name)' on sobject of type \(object.name)")
  }

  static func wrongMethod(_ method: String, allowed: String) -> APIFailure {
    APIFailure(405, "METHOD_NOT_ALLOWED", "HTTP Method '\(method)' not allowed. Allowed are \(allowed)")
  }
}
