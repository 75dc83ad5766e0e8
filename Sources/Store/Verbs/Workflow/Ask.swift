public import FEEL
public import Sales

/// A wish that a record be assessed (again).
public struct Ask: Hashable, Sendable {
  public var key: RecordKey
  public var assessment: Text
  public var reason: Text
  /// Epoch milliseconds.
  public var askedAt: Int64
  /// When it was answered, epoch milliseconds.
  public var doneAt: Int64?

  public init(
    key: RecordKey, assessment: Text, reason: Text, askedAt: Int64, doneAt: Int64? = nil
  ) {
    self.key = key
    self.assessment = assessment
    self.reason = reason
    self.askedAt = askedAt
    self.doneAt = doneAt
  }
}

extension Ask: TableRow {
  static let table = Table(
    "ask", key: ["record_kind", "record_id", "place"],
    [
      "record_kind", "record_id", "assessment", "reason", "asked_at", "done_at",
    ])

  init(_ columns: inout ColumnReader) throws {
    key = try columns.next()
    assessment = try columns.next()
    reason = try columns.next()
    askedAt = try columns.next()
    doneAt = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(key)
    columns.add(assessment)
    columns.add(reason)
    columns.add(askedAt)
    columns.add(doneAt)
  }
}
