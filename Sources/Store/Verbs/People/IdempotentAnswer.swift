public import FEEL

/// What a request with a key was answered, to be answered again to its repetition.
public struct IdempotentAnswer: Hashable, Sendable {
  /// Who asked; the key is good for this person only.
  public var person: Text
  /// The `Idempotency-Key`.
  public var key: String
  /// Hexadecimal SHA-256 of method, path and body.
  public var request: String
  /// The HTTP status of the answer.
  public var status: Int
  /// The media type of the body.
  public var contentType: String
  /// The answer's bytes, as they were sent.
  public var body: [UInt8]
  /// Epoch milliseconds.
  public var createdAt: Int64

  /// An answer, to be stored with what the request did.
  public init(
    person: Text, key: String, request: String, status: Int, contentType: String, body: [UInt8],
    createdAt: Int64
  ) {
    self.person = person
    self.key = key
    self.request = request
    self.status = status
    self.contentType = contentType
    self.body = body
    self.createdAt = createdAt
  }
}

extension IdempotentAnswer: TableRow {
  static let table = Table(
    "idempotent_answer", key: ["person", "request_key"],
    [
      "person", "request_key", "request_digest", "status", "content_type", "body", "created_at",
    ])

  init(_ columns: inout ColumnReader) throws {
    person = try columns.next()
    key = try columns.next()
    request = try columns.next()
    status = try columns.next()
    contentType = try columns.next()
    body = try columns.next()
    createdAt = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(person)
    columns.add(key)
    columns.add(request)
    columns.add(status)
    columns.add(contentType)
    columns.add(body)
    columns.add(createdAt)
  }
}
