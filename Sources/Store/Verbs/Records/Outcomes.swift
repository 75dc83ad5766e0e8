public import FEEL
public import Sales

extension RecordOutcome: TableRow {
  static let table = Table(
    "outcome", key: ["kind", "id"],
    [
      "kind", "id", "line", "playbook", "decided_at", "stated", "least", "most", "verdict", "status", "owner",
      "pipeline", "money",
    ])

  init(_ columns: inout ColumnReader) throws {
    self.init(
      key: try columns.next(), line: try columns.next(), playbook: try columns.next(), decidedAt: try columns.next(),
      stated: try columns.next(), least: try columns.next(), most: try columns.next(), verdict: try columns.next(),
      status: try columns.next(), owner: try columns.next(), pipeline: try columns.next(), money: try columns.decimal())
  }

  func write(_ columns: inout ColumnWriter) {
    columns.add(key)
    columns.add(line)
    columns.add(playbook)
    columns.add(decidedAt)
    columns.add(stated)
    columns.add(least)
    columns.add(most)
    columns.add(verdict)
    columns.add(status)
    columns.add(owner)
    columns.add(pipeline)
    columns.add(money?.text)
  }
}

/// Which outcomes a list is to have; nil: no condition.
public struct OutcomeFilter: Hashable, Sendable {
  /// Of these owners only; an empty list has none.
  public var owners: [Text]?
  /// The name of the pipeline that they were decided in.
  public var pipeline: Text?
  /// The verdict's word, such as `unproven`; records without a verdict do not match.
  public var verdict: Text?
  /// The stated stage.
  public var stage: Text?

  /// A filter whose conditions must all hold; without any, every outcome passes.
  public init(owners: [Text]? = nil, pipeline: Text? = nil, verdict: Text? = nil, stage: Text? = nil) {
    self.owners = owners
    self.pipeline = pipeline
    self.verdict = verdict
    self.stage = stage
  }
}

extension StoreReading {
  /// The last decision of a record, or nil.
  public func outcome(_ key: RecordKey) throws -> RecordOutcome? {
    try first(Self.outcomeOfRecord, values(key.kind, key.id))
  }

  private static let outcomeOfRecord = "\(RecordOutcome.table.select) WHERE kind = $1 AND id = $2"

  /// Outcomes by kind and id, those after `key`.
  ///
  /// - Throws: `StoreError.unsuitable` for more than 16,384 owners.
  public func outcomes(filter: OutcomeFilter, after key: RecordKey?, limit: Int) throws -> [RecordOutcome] {
    var conditions: [String] = []
    var values: [StoreValue] = []
    func add(_ column: String, _ text: Text?) {
      guard let text else { return }
      values.append(text.storeValue)
      conditions.append("\(column) = $\(values.count)")
    }
    add("pipeline", filter.pipeline)
    add("verdict", filter.verdict)
    add("stated", filter.stage)
    if let key {
      values += [key.kind.storeValue, key.id.storeValue]
      conditions.append("(kind, id) > ($\(values.count - 1), $\(values.count))")
    }
    if let owners = filter.owners {
      if owners.isEmpty { return [] }
      let condition = try ListCondition(owners, first: values.count + 1)
      values += condition.values
      conditions.append("owner IN (\(condition.places))")
    }
    values.append(limit.storeValue)
    let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return try list("\(RecordOutcome.table.select)\(condition) ORDER BY kind, id LIMIT $\(values.count)", values)
  }
}
