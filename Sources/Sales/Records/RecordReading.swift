import FEEL

/// The work of reading one record, or the value of one attribute. Keeps the way to where it is, which is written out only
/// if something is wrong there.
struct RecordReading {
  enum Part {
    case member(Text)
    case item(Int)
  }

  let kinds: [KindReading]
  let assessments: [Text]
  /// Of dates and times that say no offset.
  let zone: PolicyZone
  private var way: [Part] = []
  private var problems: [DocumentError.Problem] = []

  init(kinds: [KindReading] = [], assessments: [Text] = [], zone: PolicyZone) {
    self.kinds = kinds
    self.assessments = assessments
    self.zone = zone
  }

  func finish() throws(DocumentError) {
    if !problems.isEmpty { throw DocumentError(problems) }
  }

  // MARK: Reporting

  mutating func report(_ message: Text, fix: Text? = nil) {
    guard problems.count < DocumentReader.mostProblems else { return }
    var path: Text = ""
    for part in way {
      switch part {
      case .member(let name): path += path.isEmpty ? name : "." + name
      case .item(let index): path += Text("[\(index)]")
      }
    }
    problems.append(DocumentError.Problem(path: path, message: message, fix: fix))
  }

  mutating func reportKind(_ expected: Text, _ json: JSON) {
    report(expected + " belongs here, not " + DocumentReader.kind(of: json))
  }

  // MARK: Walking

  mutating func enter(_ part: Part) { way.append(part) }
  mutating func leave() { way.removeLast() }

  /// The members of an object that are not null; others than the known ones are reported.
  mutating func members(_ json: JSON, known: [Text]) -> [JSON.Member] {
    guard case .object(let members) = json else {
      reportKind("an object", json)
      return []
    }
    var kept: [JSON.Member] = []
    kept.reserveCapacity(members.count)
    for member in members {
      if known.contains(member.name) {
        if !member.value.isNull { kept.append(member) }
        continue
      }
      enter(.member(member.name))
      report("unknown key " + Suggestion.shown(member.name), fix: Suggestion.didYouMean(member.name, among: known))
      leave()
    }
    return kept
  }

  mutating func items(_ json: JSON) -> [JSON] {
    if case .array(let items) = json { return items }
    reportKind("a list", json)
    return []
  }

  mutating func text(_ json: JSON) -> Text? {
    if case .string(let text) = json { return text }
    reportKind("a text", json)
    return nil
  }

  mutating func integer(_ json: JSON) -> Int? {
    if case .number(let number) = json, let integer = number.wholeNumber { return integer }
    reportKind("a whole number", json)
    return nil
  }

  /// Epoch milliseconds.
  mutating func instant(_ json: JSON) -> Int64? {
    switch json {
    case .number(let number):
      // Within the years 0 to 9999, so that nothing can overflow.
      if let integer = Int64(exactly: number), integer > -62_167_219_200_000, integer < 253_402_300_800_000 {
        return integer
      }
    case .string(let text):
      if let instant = Instant.milliseconds(text) { return instant }
    default: break
    }
    report(
      "an instant belongs here, not " + DocumentReader.kind(of: json),
      fix: "write it like 2026-03-31T19:00:00Z, or as epoch milliseconds")
    return nil
  }

  mutating func day(_ json: JSON) -> CalendarDate? {
    guard let text = text(json) else { return nil }
    if let day = CalendarDate(day: text) { return day }
    report("a day like 2026-01-31 belongs here, not " + Suggestion.shown(text))
    return nil
  }

  // MARK: The record

  static let keys: [Text] = [
    "kind", "id", "pipeline", "stage", "owner", "attributes", "changed", "related", "submissions", "history",
  ]

  mutating func record(_ json: JSON) -> Record {
    var record = Record(kind: "", id: "")
    let members = members(json, known: Self.keys)
    guard case .object = json else { return record }
    let kind = kind(members)
    record.kind = kind?.name ?? ""
    var hasID = false
    for member in members {
      enter(.member(member.name))
      switch member.name {
      case "id":
        hasID = true
        record.id = id(member.value) ?? ""
      case "pipeline": record.pipeline = text(member.value)
      case "stage": record.stage = text(member.value)
      case "owner": record.owner = text(member.value)
      case "attributes": if let kind { record.attributes = attributes(member.value, of: kind) }
      case "related": if let kind { record.related = related(member.value, of: kind) }
      case "submissions": record.submissions = submissions(member.value)
      case "history": record.history = history(member.value)
      default: break
      }
      leave()
    }
    if !hasID { report("the key id is missing") }
    if let kind, let changed = members.first(where: { $0.name == "changed" }) {
      enter(.member("changed"))
      self.changed(changed.value, of: kind, &record)
      leave()
    }
    return record
  }

  private mutating func id(_ json: JSON) -> Text? {
    guard let id = text(json) else { return nil }
    if id.isEmpty || id.bytes.count > 255 { report("an id has 1 to 255 bytes") }
    return id
  }

  private mutating func kind(_ members: [JSON.Member]) -> KindReading? {
    guard let member = members.first(where: { $0.name == "kind" }) else {
      if kinds.count == 1 { return kinds[0] }
      report("the key kind is missing; the playbook has " + kinds.map { $0.name }.listedBriefly)
      return nil
    }
    enter(.member("kind"))
    defer { leave() }
    guard let name = text(member.value) else { return nil }
    for kind in kinds where kind.name == name { return kind }
    let names = kinds.map { $0.name }
    report("there is no kind " + Suggestion.shown(name), fix: Suggestion.didYouMean(name, among: names))
    return nil
  }

  private mutating func changed(_ json: JSON, of kind: KindReading, _ record: inout Record) {
    guard case .object(let members) = json else { return reportKind("an object", json) }
    for member in members where !member.value.isNull {
      enter(.member(member.name))
      if let instant = instant(member.value) {
        if let place = record.attributes.firstIndex(where: { $0.name == member.name }) {
          record.attributes[place].changedAt = instant
        } else if let place = record.related.firstIndex(where: { $0.name == member.name }) {
          record.related[place].changedAt = instant
        } else if kind.attributes.contains(where: { $0.name == member.name }) {
          // Changed to nothing: the change is news all the same.
          record.attributes.append(Record.Attribute(name: member.name, value: .unknown, changedAt: instant))
        } else if !kind.related.contains(where: { $0.name == member.name }) {
          reportUnknown(member.name, kind.attributes, kind.related, kind.name)
        }
      }
      leave()
    }
  }

  mutating func reportUnknown(
    _ name: Text, _ attributes: [KindReading.Attribute], _ lists: [KindReading.List], _ owner: Text
  ) {
    let names = attributes.map { $0.name } + lists.map { $0.name }
    report(
      "unknown attribute " + Suggestion.shown(name) + " of " + owner, fix: Suggestion.didYouMean(name, among: names))
  }
}
