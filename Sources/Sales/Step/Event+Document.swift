public import FEEL

// An event as JSON, for `stagecraft handle` and traces:
//
//   {"id": "e-1", "at": "2026-03-31T19:00:00Z", "by": "rina", "kind": "moved", "to": "Demo", "reason": "they called"}
//
// What else an event has depends on its kind; unknown keys are reported.

extension Event {
  /// Reads an event.
  ///
  /// - Parameters:
  ///   - kind: the kind of the record that it is about, for its attributes.
  ///   - reader: of records of the playbook.
  /// - Throws: `RecordError` with all that is wrong.
  public init(_ json: JSON, of kind: Text, _ reader: RecordReader) throws(RecordError) {
    var reading = reader.reading
    let event = reading.event(json, of: kind)
    try reading.finish()
    guard let event else { throw DocumentError([DocumentError.Problem(path: "", message: "this is no event")]) }
    self = event
  }
}

extension RecordReading {
  /// The kinds of events with the keys of each.
  private static let eventKinds: [(name: Text, keys: [Text])] = [
    ("submitted", ["submission"]), ("admitted", ["submission"]), ("withdrawn", ["submission"]),
    ("changed", ["attributes", "owner", "stage", "stood", "modified", "changedBy", "ours"]), ("deleted", []),
    ("loaded", ["record"]), ("moved", ["to", "reason"]), ("accepted", ["proposal", "reason"]),
    ("refused", ["proposal", "reason"]), ("held", ["reason", "until"]), ("released", []),
    ("overridden", ["stage", "reason", "until"]), ("override withdrawn", []), ("reasons erased", ["of"]),
    ("judged", []),
  ]

  fileprivate mutating func event(_ json: JSON, of kind: Text) -> Event? {
    let names = Self.eventKinds.map { $0.name }
    guard let name = json["kind"]?.text, let known = Self.eventKinds.first(where: { $0.name == name }) else {
      let given = json["kind"]?.text
      report(
        "the key kind says what happened: " + names.listed(),
        fix: given.flatMap { Suggestion.didYouMean($0, among: names) })
      return nil
    }
    _ = members(json, known: ["id", "at", "by", "kind"] + known.keys)
    let id = needed(json, "id") { $0.text($1) }
    let at = needed(json, "at") { $0.instant($1) }
    let by = optional(json, "by") { $0.text($1) }
    guard let what = self.kind(name, json, of: kind), let id, let at else { return nil }
    return Event(id: id, at: at, by: by, what)
  }

  private mutating func kind(_ name: Text, _ json: JSON, of kind: Text) -> Event.Kind? {
    let reason = optional(json, "reason") { $0.text($1) }
    let until = optional(json, "until") { $0.day($1) }
    switch name {
    case "submitted": return needed(json, "submission") { $0.submission($1) }.map { .submitted($0) }
    case "admitted": return needed(json, "submission") { $0.submission($1) }.map { .admitted($0) }
    case "withdrawn": return needed(json, "submission") { $0.text($1) }.map { .withdrawn(submission: $0) }
    case "changed": return change(json, of: kind).map { .changed($0) }
    case "deleted": return .deleted
    case "loaded": return needed(json, "record") { $0.record($1) }.map { .loaded($0) }
    case "moved": return needed(json, "to") { $0.text($1) }.map { .moved(to: $0, reason: reason) }
    case "accepted": return needed(json, "proposal") { $0.text($1) }.map { .proposalAccepted($0, reason: reason) }
    case "refused":
      guard let reason else { return missing("reason") }
      return needed(json, "proposal") { $0.text($1) }.map { .proposalRefused($0, reason: reason) }
    case "held":
      guard let reason else { return missing("reason") }
      return .held(reason: reason, until: until)
    case "released": return .released
    case "overridden":
      guard let reason else { return missing("reason") }
      return needed(json, "stage") { $0.text($1) }.map { .overridden(stage: $0, reason: reason, until: until) }
    case "override withdrawn": return .overrideWithdrawn
    case "reasons erased": return needed(json, "of") { $0.text($1) }.map { .reasonsErased(of: $0) }
    default: return .judged
    }
  }

  private mutating func change(_ json: JSON, of kind: Text) -> CRMChange? {
    guard let modified = needed(json, "modified", { $0.text($1) }) else { return nil }
    guard let modifiedAt = Instant.milliseconds(modified) else {
      report("modified: the CRM's stamp as an instant belongs here, not " + Suggestion.shown(modified))
      return nil
    }
    var attributes: [Record.Attribute] = []
    if let given = json["attributes"], let reading = kinds.first(where: { $0.name == kind }) {
      enter(.member("attributes"))
      attributes = self.attributes(given, of: reading)
      // Null says that it was emptied.
      for member in given.members ?? [] where member.value.isNull {
        attributes.append(Record.Attribute(name: member.name, value: .unknown))
      }
      leave()
    }
    return CRMChange(
      attributes: attributes, owner: optional(json, "owner") { $0.text($1) },
      stage: optional(json, "stage") { $0.text($1) }, stood: optional(json, "stood") { $0.text($1) },
      stamps: CRMStamps(modified: modified, modifiedAt: modifiedAt),
      by: optional(json, "changedBy") { $0.text($1) }, isOurs: json["ours"]?.boolean ?? false)
  }

  // MARK: Keys

  private mutating func missing<Part>(_ key: Text) -> Part? {
    report("the key " + key + " is missing")
    return nil
  }

  private mutating func needed<Part>(
    _ json: JSON, _ key: Text, _ read: (inout RecordReading, JSON) -> Part?
  ) -> Part? {
    guard let value = json[key], !value.isNull else { return missing(key) }
    enter(.member(key))
    defer { leave() }
    return read(&self, value)
  }

  private mutating func optional<Part>(
    _ json: JSON, _ key: Text, _ read: (inout RecordReading, JSON) -> Part?
  ) -> Part? {
    guard let value = json[key], !value.isNull else { return nil }
    enter(.member(key))
    defer { leave() }
    return read(&self, value)
  }
}
