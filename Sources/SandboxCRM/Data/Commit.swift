/// One entry of the journal: a write that was carried out.
struct Commit: Sendable {
  enum Operation: String, Sendable {
    case created
    case updated
    /// An update that changed no value; it sets the stamps all the same.
    case unchanged
    case deleted
  }

  /// From 1, without gaps.
  var number: Int
  var object: String
  var id: RecordID
  /// What the row's external id field holds.
  var externalID: String?
  var operation: Operation
  /// The fields that the request named, in its order.
  var fields: [String]
  var by: RecordID
  /// Milliseconds since 1970.
  var at: Int64
  /// Which request it came in, as `/sandbox/requests` numbers them.
  var request: Int

  var json: JSONValue {
    [
      "number": JSONValue(number), "object": .string(object), "id": .string(id.string),
      "externalId": JSONValue(externalID), "operation": .string(operation.rawValue),
      "fields": .array(fields.map { .string($0) }), "by": .string(by.string),
      "at": .string(Calendar.text(instant: at)), "request": JSONValue(request),
    ]
  }
}
