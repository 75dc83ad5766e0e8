public import FEEL
public import Sales

/// The last decision of a record, with the columns that lists and sums are made of.
public struct RecordOutcome: Hashable, Sendable {
  public var key: RecordKey
  /// The decision as a line of NDJSON.
  public var line: [UInt8]
  /// SHA-256 of what must differ for the decision to be written anew.
  public var digest: String
  /// The version that decided.
  public var playbook: String
  /// Epoch milliseconds.
  public var decidedAt: Int64
  /// The stated stage.
  public var stated: Text?
  /// The least stage that evidence supports.
  public var least: Text?
  /// The most that evidence could support.
  public var most: Text?
  public var verdict: Text?
  /// `open`, `won`, `lost`, `archived` or `unknown`.
  public var status: Text?
  public var owner: Text?
  public var pipeline: Text?
  /// In minor units.
  public var money: Int64?
  /// Money weighted at the stated stage, a decimal number.
  public var statedWeighted: Text?
  /// Money weighted at the least supported stage, a decimal number.
  public var leastWeighted: Text?

  public init(
    key: RecordKey, line: [UInt8], digest: String, playbook: String, decidedAt: Int64, stated: Text? = nil,
    least: Text? = nil, most: Text? = nil, verdict: Text? = nil, status: Text? = nil, owner: Text? = nil,
    pipeline: Text? = nil, money: Int64? = nil, statedWeighted: Text? = nil, leastWeighted: Text? = nil
  ) {
    self.key = key
    self.line = line
    self.digest = digest
    self.playbook = playbook
    self.decidedAt = decidedAt
    self.stated = stated
    self.least = least
    self.most = most
    self.verdict = verdict
    self.status = status
    self.owner = owner
    self.pipeline = pipeline
    self.money = money
    self.statedWeighted = statedWeighted
    self.leastWeighted = leastWeighted
  }
}

extension RecordOutcome: TableRow {
  static let table = Table(
    "outcome", key: ["kind", "id"],
    [
      "kind", "id", "line", "digest", "playbook", "decided_at", "stated", "least", "most", "verdict", "status",
      "owner", "pipeline", "money", "stated_weighted", "least_weighted",
    ])

  init(_ columns: inout ColumnReader) throws {
    key = try columns.next()
    line = try columns.next()
    digest = try columns.next()
    playbook = try columns.next()
    decidedAt = try columns.next()
    stated = try columns.next()
    least = try columns.next()
    most = try columns.next()
    verdict = try columns.next()
    status = try columns.next()
    owner = try columns.next()
    pipeline = try columns.next()
    money = try columns.next()
    statedWeighted = try columns.next()
    leastWeighted = try columns.next()
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(key)
    columns.add(line)
    columns.add(digest)
    columns.add(playbook)
    columns.add(decidedAt)
    columns.add(stated)
    columns.add(least)
    columns.add(most)
    columns.add(verdict)
    columns.add(status)
    columns.add(owner)
    columns.add(pipeline)
    columns.add(money)
    columns.add(statedWeighted)
    columns.add(leastWeighted)
  }
}
