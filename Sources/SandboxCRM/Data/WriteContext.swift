/// By whom, when and under which conditions rows are written.
struct WriteContext: Sendable {
  var user: RecordID
  /// When it began, milliseconds since 1970; all rows of one request share it.
  var now: Int64
  /// The number of the request.
  var request: Int
  /// `If-Unmodified-Since`: milliseconds of a whole second.
  var ifUnmodifiedSince: Int64?
  /// Tells whether a fault that someone asked for hits this row: object, id and external ids.
  var fault: @Sendable (_ object: String, _ names: [String]) -> APIFailure? = { _, _ in nil }
  /// A seed may set what only the CRM sets, and need not give what is required.
  var isSeed = false

  /// What rows are stamped with: the whole second in which the request began, as Salesforce does. So many rows share a
  /// stamp, and one whose commit takes its time shows up behind rows with later stamps.
  var stamp: Int64 { now - (now % 1000 + 1000) % 1000 }
}

/// What a write did.
struct WriteResult: Sendable {
  var id: RecordID
  var isCreated: Bool

  var json: JSONValue { ["id": .string(id.string), "success": true, "errors": []] }
  var upsertJSON: JSONValue {
    ["id": .string(id.string), "success": true, "errors": [], "created": .boolean(isCreated)]
  }
}
