public import FEEL

// A step's result as JSON: {"answer": {...}, "changes": [{"change": "stage", ...}], "effects": [{"effect": "stage", ...}],
// "decision": {...}}.

extension StepResult {
  /// The result for machines: answer, changes, effects and the decision that stands now.
  public var json: JSON {
    .object([
      JSON.Member("answer", answer.json), JSON.Member("changes", .array(changes.map { $0.json })),
      JSON.Member("effects", .array(effects.map { $0.json })),
      JSON.Member(
        "decision", last == nil ? .null : dossier.outcome.flatMap { try? JSON.parse($0.line) } ?? .null),
    ])
  }
}

extension StepAnswer {
  /// The word of the answer, and what it says beside.
  var json: JSON {
    switch self {
    case .done: Self.object("done")
    case .unchanged: Self.object("unchanged")
    case .stale: Self.object("stale")
    case .echo: Self.object("echo")
    case .untouched: Self.object("untouched")
    case .waits(let reason): Self.object("waits", ("reason", reason))
    case .refused(let refusal): Self.object("refused", ("code", refusal.code), ("message", refusal.message))
    }
  }

  private static func object(_ word: Text, _ more: (Text, Text)...) -> JSON {
    .object([JSON.Member("answer", .string(word))] + more.map { JSON.Member($0.0, .string($0.1)) })
  }
}

extension StepEffect {
  var json: JSON {
    switch self {
    case .result(let submission, let payload):
      return .object([
        JSON.Member("effect", .string("result")), JSON.Member("key", .string(submission)),
        JSON.Member("payload", (try? JSON.parse(payload)) ?? .null),
      ])
    case .stage(let id, let from, let to, let by):
      var members = [
        JSON.Member("effect", .string("stage")), JSON.Member("key", .string(id)), JSON.Member("from", .string(from)),
        JSON.Member("to", .string(to)),
      ]
      if let by { members.append(JSON.Member("by", .string(by))) }
      return .object(members)
    case .stageWritesDropped: return .object([JSON.Member("effect", .string("stage writes dropped"))])
    }
  }
}

extension Change {
  /// The change with its name under `change`.
  public var json: JSON {
    var writer = ChangeMembers()
    switch self {
    case .attribute(let change):
      writer.begin("attribute")
      writer.add("name", change.name)
      writer.add("before", change.before)
      writer.add("after", change.after)
      writer.add("at", instant: change.at)
    case .related(let list):
      writer.begin("related")
      writer.add("name", list.name)
      writer.add("items", .list(list.items))
      writer.add("at", instant: list.changedAt)
    case .owner(let owner): writer.one("owner", "owner", owner)
    case .pipeline(let pipeline): writer.one("pipeline", "pipeline", pipeline)
    case .stamps(let stamps):
      writer.begin("stamps")
      writer.add("modified", stamps.modified)
      writer.add("stageModifiedAt", instant: stamps.stageModifiedAt)
    case .deleted(let at):
      writer.begin(at == nil ? "undeleted" : "deleted")
      writer.add("at", instant: at)
    case .stage(let change): writer.add(change)
    case .episode(let start):
      writer.begin("episode")
      writer.add("start", instant: start)
    case .lowestStage(let stage): writer.one("lowest stage", "stage", stage)
    case .gateKept(let gate):
      writer.begin("gate kept")
      writer.add("from", gate.from)
      writer.add("to", gate.to)
      writer.add("rule", gate.rule)
      writer.add("passedAt", instant: gate.passedAt)
    case .gateLost(let from, let to):
      writer.begin("gate lost")
      writer.add("from", from)
      writer.add("to", to)
    case .watermark(let mark):
      writer.begin("watermark")
      writer.add("from", mark.from)
      writer.add("to", mark.to)
      writer.add("at", instant: mark.at)
      writer.add("by", mark.by)
      writer.add("reason", mark.reason)
    case .hold(let word): writer.add("hold", word)
    case .override(let word): writer.add("override", word)
    case .promotions(let count):
      writer.begin("promotions")
      writer.add("day", count.day.map { CalendarDate(days: $0).dayText })
      writer.add("count", Decimal34(count.count))
    case .reasonsErased(let person): writer.one("reasons erased", "of", person)
    case .submission(let submission): writer.one("submission", "id", submission.id)
    case .submissionWithdrawn(let id): writer.one("submission withdrawn", "id", id)
    case .proposal(let proposal):
      writer.begin("proposal")
      writer.members += proposal.json.members ?? []
    case .refusal(let refusal):
      writer.begin("refusal")
      writer.add("from", refusal.from)
      writer.add("to", refusal.to)
      writer.add("at", instant: refusal.at)
    case .refusalsForgotten: writer.begin("refusals forgotten")
    case .ask(let ask):
      writer.begin(ask.doneAt == nil ? "ask" : "ask done")
      writer.members += ask.json.members ?? []
    case .outcome(let outcome):
      writer.begin(outcome == nil ? "outcome gone" : "outcome")
      writer.add("stated", outcome?.stated)
      writer.add("least", outcome?.least)
      writer.add("most", outcome?.most)
      writer.add("verdict", outcome?.verdict)
    case .outcomeMoved(let change):
      writer.begin("outcome moved")
      writer.add("stated", change.stated)
      writer.add("least", change.least)
      writer.add("most", change.most)
      if let money = change.money { writer.add("money", money) }
      writer.add("cause", change.cause)
    }
    return .object(writer.members)
  }
}

/// The members of one change.
private struct ChangeMembers {
  var members: [JSON.Member] = []

  mutating func begin(_ name: Text) { add("change", name) }
  mutating func one(_ name: Text, _ key: Text, _ text: Text?) {
    begin(name)
    add(key, text)
  }
  mutating func add(_ key: Text, _ text: Text?) {
    if let text { members.append(JSON.Member(key, .string(text))) }
  }
  mutating func add(_ key: Text, _ number: Decimal34) { members.append(JSON.Member(key, .number(number))) }
  mutating func add(_ key: Text, _ value: Value) { members.append(JSON.Member(key, value.json)) }
  mutating func add(_ key: Text, instant: Int64?) { add(key, instant.map { Instant.text($0) }) }

  mutating func add(_ name: Text, _ word: History.PersonsWord?) {
    begin(word == nil ? name + " withdrawn" : name)
    add("by", word?.by)
    add("reason", word?.reason)
    add("stage", word?.stage)
    add("until", word?.until?.dayText)
  }

  mutating func add(_ change: StageChange) {
    begin("stage")
    add("from", change.from)
    add("to", change.to)
    add("at", instant: change.at)
    add("cause", change.cause)
    add("by", change.by)
    add("rule", change.rule)
    add("submission", change.submission)
    add("proposal", change.proposal)
    add("reason", change.reason)
  }
}
