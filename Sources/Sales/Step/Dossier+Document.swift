public import FEEL

// A dossier as documents. What changes rarely (`document`) is apart from what changes with most steps (`state`).

extension Dossier {
  /// Attributes and related lists with their times of change, as `RecordReader` reads them.
  public func document() -> [UInt8] {
    var writer = RecordWriter()
    return writer.line(
      Record(kind: record.kind, id: record.id, attributes: record.attributes, related: record.related))
  }

  /// History, refusals and the count of promotions.
  public func state() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.write(record.history.withoutCount)
    if !refusals.isEmpty {
      writer.key("refusals")
      writer.beginArray()
      for refusal in refusals {
        writer.beginObject()
        writer.member("from", refusal.from)
        writer.member("to", refusal.to)
        writer.member(instant: refusal.at, "at")
        writer.endObject()
      }
      writer.endArray()
    }
    if let day = promotions.day {
      writer.key("promotions")
      writer.beginObject()
      writer.member("day", CalendarDate(days: day).dayText)
      writer.member("count", promotions.count)
      writer.endObject()
    }
    writer.endObject()
    return writer.bytes
  }

  /// Takes in what `state` wrote.
  ///
  /// - Throws: `RecordError` with all that is wrong.
  public mutating func take(state bytes: [UInt8], _ reader: RecordReader) throws(RecordError) {
    let json: JSON
    do throws(JSONError) {
      json = try JSON.parse(bytes, limits: RecordReader.limits)
    } catch {
      throw DocumentError([DocumentError.Problem(path: "state", message: error.message)])
    }
    try take(state: json, reader)
  }

  /// Takes in a state from JSON.
  ///
  /// - Throws: `RecordError` with all that is wrong.
  mutating func take(state json: JSON, _ reader: RecordReader) throws(RecordError) {
    var reading = reader.reading
    if let history = json["history"], !history.isNull { record.history = reading.history(history) }
    refusals = []
    for item in json["refusals"]?.items ?? [] {
      if let from = item["from"]?.text, let to = item["to"]?.text,
        let at = item["at"]?.text.flatMap(Instant.milliseconds)
      {
        refusals.append(Refusal(from: from, to: to, at: at))
      } else {
        reading.report("a refusal has from, to and at")
      }
    }
    if let day = json["promotions"]?["day"]?.text.flatMap({ CalendarDate(day: $0) }) {
      promotions = PromotionCount(day: day.days, count: json["promotions"]?["count"]?.number?.wholeNumber ?? 0)
    }
    try reading.finish()
  }
}

extension History {
  /// The count belongs to a day, which the dossier knows.
  fileprivate var withoutCount: History {
    var history = self
    history.promotedToday = 0
    return history
  }
}

// MARK: - The whole dossier

// {"record": {...with stage, owner, submissions and history...}, "revision": 3, "changedAt": ..., "crm": {"modified": ...,
//  "stageModifiedAt": ...}, "deletedAt": ..., "refusals": [...], "promotions": {...}, "proposals": [...], "asks": [...],
//  "outcome": {"playbook", "decidedAt", "decision": {...}}}

extension Dossier {
  /// Reads a dossier as `document` in `StepResult` writes it; a record by itself is a dossier of which nothing else is
  /// known.
  ///
  /// - Throws: `RecordError` with all that is wrong.
  public init(_ json: JSON, _ reader: RecordReader) throws(RecordError) {
    guard let record = json["record"] else {
      self.init(record: try reader.record(json), revision: 1)
      return
    }
    var reading = reader.reading
    _ = reading.members(
      json,
      known: [
        "record", "revision", "changedAt", "crm", "deletedAt", "refusals", "promotions", "proposals", "asks", "outcome",
      ])
    reading.enter(.member("record"))
    self.init(record: reading.record(record))
    reading.leave()
    let history = self.record.history
    try reading.finish()
    try take(state: json, reader)
    self.record.history = history
    revision = json["revision"]?.number.flatMap { Int64(exactly: $0) } ?? 1
    changedAt = json["changedAt"]?.text.flatMap(Instant.milliseconds)
    deletedAt = json["deletedAt"]?.text.flatMap(Instant.milliseconds)
    if let modified = json["crm"]?["modified"]?.text {
      guard let modifiedAt = Instant.milliseconds(modified) else {
        throw DocumentError([DocumentError.Problem(path: "crm.modified", message: "an instant belongs here")])
      }
      stamps = CRMStamps(
        modified: modified, modifiedAt: modifiedAt,
        stageModifiedAt: json["crm"]?["stageModifiedAt"]?.text.flatMap(Instant.milliseconds))
    }
    for (index, item) in (json["proposals"]?.items ?? []).enumerated() {
      guard let proposal = StoredProposal(item, of: key) else {
        throw DocumentError([DocumentError.Problem(path: Text("proposals[\(index)]"), message: "this is no proposal")])
      }
      proposals.append(proposal)
    }
    for (index, item) in (json["asks"]?.items ?? []).enumerated() {
      guard let assessment = item["assessment"]?.text, let askedAt = item["askedAt"]?.text.flatMap(Instant.milliseconds)
      else { throw DocumentError([DocumentError.Problem(path: Text("asks[\(index)]"), message: "this is no ask")]) }
      asks.append(Ask(key: key, assessment: assessment, reason: item["reason"]?.text ?? "", askedAt: askedAt))
    }
    outcome = json["outcome"].flatMap { RecordOutcome($0, of: key) }
  }

  /// All of it as JSON.
  public var json: JSON {
    var members = [JSON.Member("record", Self.json(record))]
    members.append(JSON.Member("revision", .number(Decimal34(revision))))
    if let changedAt { members.append(JSON.Member("changedAt", .string(Instant.text(changedAt)))) }
    if let stamps {
      var crm = [JSON.Member("modified", .string(stamps.modified))]
      if let noted = stamps.stageModifiedAt { crm.append(JSON.Member("stageModifiedAt", .string(Instant.text(noted)))) }
      members.append(JSON.Member("crm", .object(crm)))
    }
    if let deletedAt { members.append(JSON.Member("deletedAt", .string(Instant.text(deletedAt)))) }
    let state = (try? JSON.parse(state())) ?? .null
    for key in ["refusals", "promotions"] as [Text] {
      if let part = state[key] { members.append(JSON.Member(key, part)) }
    }
    if !proposals.isEmpty { members.append(JSON.Member("proposals", .array(proposals.map { $0.json }))) }
    if !asks.isEmpty { members.append(JSON.Member("asks", .array(asks.map { $0.json }))) }
    if let outcome { members.append(JSON.Member("outcome", outcome.json)) }
    return .object(members)
  }

  private static func json(_ record: Record) -> JSON {
    var bare = record
    bare.history.promotedToday = 0
    var writer = RecordWriter()
    return (try? JSON.parse(writer.line(bare))) ?? .null
  }
}

extension StoredProposal {
  fileprivate init?(_ json: JSON, of key: RecordKey) {
    guard let id = json["id"]?.text, let from = json["from"]?.text, let to = json["to"]?.text,
      let status = json["status"]?.text, let createdAt = json["createdAt"]?.text.flatMap(Instant.milliseconds)
    else { return nil }
    func texts(_ name: Text) -> [Text] { (json[name]?.items ?? []).compactMap { $0.text } }
    self.init(
      id: id, key: key, from: from, to: to, path: texts("path"), rules: texts("rules"), status: status,
      detail: texts("detail"), playbook: json["playbook"]?.text ?? "", createdAt: createdAt,
      changedAt: json["changedAt"]?.text.flatMap(Instant.milliseconds) ?? createdAt,
      decidedBy: json["decidedBy"]?.text, reason: json["reason"]?.text)
  }

  var json: JSON {
    func texts(_ texts: [Text]) -> JSON { .array(texts.map { .string($0) }) }
    var members = [
      JSON.Member("id", .string(id)), JSON.Member("from", .string(from)), JSON.Member("to", .string(to)),
      JSON.Member("path", texts(path)), JSON.Member("rules", texts(rules)), JSON.Member("status", .string(status)),
      JSON.Member("detail", texts(detail)), JSON.Member("playbook", .string(playbook)),
      JSON.Member("createdAt", .string(Instant.text(createdAt))),
      JSON.Member("changedAt", .string(Instant.text(changedAt))),
    ]
    if let decidedBy { members.append(JSON.Member("decidedBy", .string(decidedBy))) }
    if let reason { members.append(JSON.Member("reason", .string(reason))) }
    return .object(members)
  }
}

extension Ask {
  var json: JSON {
    var members = [
      JSON.Member("assessment", .string(assessment)), JSON.Member("reason", .string(reason)),
      JSON.Member("askedAt", .string(Instant.text(askedAt))),
    ]
    if let doneAt { members.append(JSON.Member("doneAt", .string(Instant.text(doneAt)))) }
    return .object(members)
  }
}

extension RecordOutcome {
  fileprivate init?(_ json: JSON, of key: RecordKey) {
    guard let decision = json["decision"], let playbook = json["playbook"]?.text,
      let decidedAt = json["decidedAt"]?.text.flatMap(Instant.milliseconds)
    else { return nil }
    self.init(
      key: key, line: decision.bytes + [0x0A], playbook: playbook, decidedAt: decidedAt,
      stated: decision["stage"]?.text,
      least: decision["supported"]?["least"]?.text, most: decision["supported"]?["most"]?.text,
      verdict: decision["verdict"]?["kind"]?.text, status: decision["status"]?.text, owner: decision["owner"]?.text,
      pipeline: decision["pipeline"]?.text, money: decision["money"]?.number)
  }

  var json: JSON {
    .object([
      JSON.Member("playbook", .string(playbook)), JSON.Member("decidedAt", .string(Instant.text(decidedAt))),
      JSON.Member("decision", (try? JSON.parse(line)) ?? .null),
    ])
  }
}
