public import FEEL
public import Sales

/// Where a row of a record's histories stands: the step that wrote it, and its place among the step's changes.
struct HistoryPlace {
  var key: RecordKey
  var revision: Int64
  var place: Int
}

extension ColumnWriter {
  mutating func add(_ origin: HistoryPlace) {
    add(origin.key)
    add(origin.revision)
    add(origin.place)
  }
}

// What became of a record is only ever added to.

extension StoreTransaction {
  func add(_ change: StageChange, _ origin: HistoryPlace) throws {
    var writer = ColumnWriter()
    writer.add(origin)
    writer.add(change.from)
    writer.add(change.to)
    writer.add(change.at)
    writer.add(change.cause)
    writer.add(change.by)
    writer.add(change.rule)
    writer.add(change.submission)
    writer.add(change.playbook)
    writer.add(change.proposal)
    writer.add(change.reason)
    try run(
      "INSERT INTO stage_change VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)", writer.values)
  }

  /// Values are kept as JSON; null: there was or is none.
  func add(_ change: AttributeChange, _ origin: HistoryPlace, event: Text, at now: Int64) throws {
    func written(_ value: Value) -> Text? { value.isUnknown ? nil : Text(bytes: value.json.bytes) }
    var writer = ColumnWriter()
    writer.add(origin)
    writer.add(change.name)
    writer.add(written(change.before))
    writer.add(written(change.after))
    writer.add(change.at)
    writer.add(now)
    writer.add(event)
    try run("INSERT INTO attribute_change VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", writer.values)
  }

  func add(_ change: OutcomeChange, _ origin: HistoryPlace, event: Text) throws {
    var writer = ColumnWriter()
    writer.add(origin)
    writer.add(change.stated)
    writer.add(change.least)
    writer.add(change.most)
    writer.add(change.money?.text)
    writer.add(change.cause)
    writer.add(change.at)
    writer.add(event)
    try run("INSERT INTO outcome_change VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", writer.values)
  }
}

extension StoreReading {
  /// The stage history of a record, oldest first.
  public func stageChanges(of key: RecordKey) throws -> [StageChange] {
    try list(
      """
      SELECT from_stage, to_stage, changed_at, cause, person, rule, submission, playbook, proposal, reason
      FROM stage_change WHERE record_kind = $1 AND record_id = $2 ORDER BY changed_at, revision, place
      """, values(key.kind, key.id)
    ) { columns in
      StageChange(
        from: try columns.next(), to: try columns.next(), at: try columns.next(), cause: try columns.next(),
        by: try columns.next(), rule: try columns.next(), submission: try columns.next(), playbook: try columns.next(),
        proposal: try columns.next(), reason: try columns.next())
    }
  }

  /// How stated and supported stages and money of a record moved, oldest first.
  public func outcomeChanges(of key: RecordKey) throws -> [StoredOutcomeChange] {
    try list(
      """
      SELECT stated, least, most, money, cause, decided_at, event FROM outcome_change
      WHERE record_kind = $1 AND record_id = $2 ORDER BY revision, place
      """, values(key.kind, key.id)
    ) { columns in
      StoredOutcomeChange(
        change: OutcomeChange(
          stated: try columns.next(), least: try columns.next(), most: try columns.next(), money: try columns.decimal(),
          cause: try columns.next(), at: try columns.next()), event: try columns.next())
    }
  }

  /// How the attributes of a record changed, oldest first: name, and the values before and after as JSON.
  public func attributeChanges(of key: RecordKey) throws -> [StoredAttributeChange] {
    try list(
      """
      SELECT name, before, after, changed_at, stored_at, event FROM attribute_change
      WHERE record_kind = $1 AND record_id = $2 ORDER BY revision, place
      """, values(key.kind, key.id)
    ) { columns in
      StoredAttributeChange(
        name: try columns.next(), before: try columns.next(), after: try columns.next(), changedAt: try columns.next(),
        storedAt: try columns.next(), event: try columns.next())
    }
  }
}

/// A change of an outcome as it lies in the store.
public struct StoredOutcomeChange: Hashable, Sendable {
  /// What moved, and to where.
  public var change: OutcomeChange
  /// The id of the event that brought it about; of a submission its own id.
  public var event: Text
}

/// A change of an attribute as it lies in the store.
public struct StoredAttributeChange: Hashable, Sendable {
  /// The attribute, as the playbook calls it.
  public var name: Text
  /// JSON; nil: it was unknown.
  public var before: Text?
  /// JSON; nil: it is unknown, since it was emptied or holds what its type does not take.
  public var after: Text?
  /// At its source, epoch milliseconds; nil: unknown.
  public var changedAt: Int64?
  /// Epoch milliseconds.
  public var storedAt: Int64
  /// The id of the event that brought it.
  public var event: Text
}

extension ColumnReader {
  /// A decimal that is kept as text.
  mutating func decimal() throws -> Decimal34? {
    let text: Text? = try next()
    return text.flatMap { Decimal34(utf8: $0.bytes) }
  }
}
