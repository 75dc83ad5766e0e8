public import FEEL

extension SalesforceConnector {
  /// Salesforce's own most rows of one page.
  private static let pageLimit = 2000
  /// Ids of one query: its address must stay below 16,384 bytes.
  private static let idLimit = 200

  /// One query, deleted rows too (`queryAll`), by `SystemModstamp` and id.
  public func changes(
    of object: ObjectMapping, after: ChangeCursor?, limit: Int
  ) async throws(ConnectorFailure) -> ChangePage {
    let columns = try SalesforceColumns(object, withDeleted: true)
    let limit = min(max(1, limit), Self.pageLimit)
    var query = "SELECT \(columns.list) FROM \(object.object)"
    if let after {
      let instant = SOQL.instant(after.stamp)
      if let id = after.id {
        guard let wide = SalesforceID.widened(id) else {
          throw ConnectorFailure(kind: .person, message: "\"\(id)\" is no id of a Salesforce row")
        }
        let literal = SOQL.literal(wide)
        query += " WHERE (SystemModstamp > \(instant) OR (SystemModstamp = \(instant) AND Id > \(literal)))"
      } else {
        query += " WHERE SystemModstamp >= \(instant)"
      }
    }
    query += " ORDER BY SystemModstamp, Id LIMIT \(limit)"
    let rows = try await self.query(query, withDeleted: true, limit: limit).map { (json) throws(ConnectorFailure) in
      try columns.row(json)
    }
    let next = rows.last.map { ChangeCursor(stamp: $0.modifiedAt, id: $0.id) } ?? after
    return ChangePage(rows: rows, next: next, isLast: rows.count < limit)
  }

  /// Queries of at most 200 ids each.
  public func rows(_ ids: [Text], of object: ObjectMapping) async throws(ConnectorFailure) -> [CRMRow] {
    let columns = try SalesforceColumns(object)
    let wide = try widened(ids)
    var found: [Text: CRMRow] = [:]
    for chunk in unique(wide).chunks(of: Self.idLimit) {
      let query = "SELECT \(columns.list) FROM \(object.object) WHERE Id IN \(SOQL.list(chunk))"
      for json in try await self.query(query) {
        let row = try columns.row(json)
        found[row.id] = row
      }
    }
    return wide.map { id in
      found[id]
        ?? CRMRow(
          kind: object.kind, id: id, stage: nil, owner: nil, fields: [], modified: "", modifiedAt: 0, modifiedBy: nil,
          isDeleted: true)
    }
  }

  /// Queries of at most 200 ids each, without our attributes.
  public func stages(
    of ids: [Text], object: ObjectMapping
  ) async throws(ConnectorFailure) -> [Text: StageReading] {
    let columns = try SalesforceColumns(
      ObjectMapping(
        kind: object.kind, object: object.object, stageField: object.stageField, ownerField: object.ownerField,
        fields: []))
    let wide = try widened(ids)
    var found: [Text: StageReading] = [:]
    for chunk in unique(wide).chunks(of: Self.idLimit) {
      let query = "SELECT \(columns.list) FROM \(object.object) WHERE Id IN \(SOQL.list(chunk))"
      for json in try await self.query(query) {
        let row = try columns.row(json)
        if row.isDeleted { continue }
        found[row.id] = StageReading(
          id: row.id, stage: row.stage, modified: row.modified, modifiedAt: row.modifiedAt, modifiedBy: row.modifiedBy)
      }
    }
    var readings: [Text: StageReading] = [:]
    for (asked, id) in zip(ids, wide) { readings[asked] = found[id] }
    return readings
  }

  private func widened(_ ids: [Text]) throws(ConnectorFailure) -> [Text] {
    try ids.map { (id) throws(ConnectorFailure) in
      guard let wide = SalesforceID.widened(id) else {
        throw ConnectorFailure(kind: .person, message: "\"\(id)\" is no id of a Salesforce row")
      }
      return wide
    }
  }

  private func unique(_ ids: [Text]) -> [Text] {
    var seen: Set<Text> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
