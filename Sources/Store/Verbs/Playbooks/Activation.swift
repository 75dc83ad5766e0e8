/// A decision that a version is in force from an instant on.
public struct Activation: Hashable, Sendable {
  /// UUIDv7, made by the server; the later one holds where all else is the same.
  public var id: String
  /// The `PlaybookVersion.version`.
  public var version: String
  /// In force from then on, epoch milliseconds.
  public var from: Int64
  /// When it was decided, epoch milliseconds.
  public var activatedAt: Int64
  /// Who decided.
  public var by: String
  /// Whether all records are to be judged anew when it comes into force.
  public var judgeAll: Bool

  /// A decision about a version that is stored; `from` may lie before `activatedAt` or after it.
  public init(
    id: String, version: String, from: Int64, activatedAt: Int64, by: String, judgeAll: Bool
  ) {
    self.id = id
    self.version = version
    self.from = from
    self.activatedAt = activatedAt
    self.by = by
    self.judgeAll = judgeAll
  }
}

extension Activation: TableRow {
  /// Of those that begin by an instant the first is in force: the one that begins last, and of those that begin together
  /// the one that was decided last.
  static let order = "ORDER BY in_force_from DESC, activated_at DESC, id DESC"

  static let table = Table(
    "activation", key: ["id"],
    [
      "id", "version", "in_force_from", "activated_at", "activated_by", "judge_all",
    ])

  init(_ columns: inout ColumnReader) throws {
    id = try columns.next()
    version = try columns.next()
    from = try columns.next()
    activatedAt = try columns.next()
    by = try columns.next()
    judgeAll = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(id)
    columns.add(version)
    columns.add(from)
    columns.add(activatedAt)
    columns.add(by)
    columns.add(judgeAll)
  }
}
