public import FEEL
public import Sales

/// Which outcomes a list is to have; nil: no condition.
public struct OutcomeFilter: Hashable, Sendable {
  /// Of these owners only; an empty list has none.
  public var owners: [Text]?
  public var pipeline: Text?
  public var verdict: Text?
  /// The stated stage.
  public var stage: Text?

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
    try first("\(RecordOutcome.table.select) WHERE kind = $1 AND id = $2", values(key.kind, key.id))
  }

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

extension StoreTransaction {
  /// Stores a decision, in place of the one before.
  public func saveOutcome(_ outcome: RecordOutcome) throws { try upsert(outcome) }
}
