import FEEL
public import Sales

/// Makes what happens to one record, event after event: what reps submit, what the CRM reports, what persons say, nights.
public struct TraceGenerator {
  let playbook: PlaybookDefinition
  public private(set) var random: SeededRandom
  /// The instant of the next event, epoch milliseconds; time goes on from event to event.
  public private(set) var now: Int64
  private var count = 0

  public init(_ playbook: PlaybookDefinition, _ random: SeededRandom) {
    self.playbook = playbook
    self.random = random
    now = RecordGenerator.now
  }

  /// The next event, as it may happen to a record in this state.
  public mutating func next(_ dossier: Dossier) -> Event {
    count += 1
    now += random.pick([0, 1, 1_000, 60_000, 3_600_000, RecordGenerator.day, 40 * RecordGenerator.day])
    let id = Text("e-\(count)")
    let by: Text? = random.chance(70) ? random.pick(["ann", "rina", "tom"]) : nil
    return Event(id: id, at: now, by: by, kind(dossier))
  }

  private mutating func kind(_ dossier: Dossier) -> Event.Kind {
    // A record to take parts from: as many attributes and sheets as the generator likes.
    let fresh = RecordGenerator.record(of: playbook, &random, RecordTraits(), id: dossier.record.id)
    switch random.below(100) {
    case 0..<30:
      guard var submission = fresh.submissions.first else { return .judged }
      submission.id = Text("s-\(count)")
      submission.capturedAt = now - (random.chance(80) ? 0 : RecordGenerator.day * Int64(random.below(200)))
      return random.chance(90) ? .submitted(submission) : .admitted(submission)
    case 30..<50: return .changed(change(dossier, fresh))
    case 50..<60: return .moved(to: stage(dossier), reason: random.chance(50) ? "they called" : nil)
    case 60..<66: return dossier.proposals.first.map { .proposalAccepted($0.id, reason: nil) } ?? .judged
    case 66..<72: return dossier.proposals.last.map { .proposalRefused($0.id, reason: "not yet") } ?? .judged
    case 72..<76: return .held(reason: "budget round", until: nil)
    case 76..<80: return .released
    case 80..<82: return .overridden(stage: stage(dossier), reason: "I know them", until: nil)
    case 82..<84: return .overrideWithdrawn
    case 84..<86: return .deleted
    case 86..<89: return dossier.record.submissions.first?.id.map { .withdrawn(submission: $0) } ?? .judged
    case 89: return .reasonsErased(of: random.pick(["ann", "rina", "tom"]))
    case 90..<92:
      var record = RecordGenerator.record(
        of: playbook, &random, RecordTraits(), id: dossier.record.id, kind: dossier.record.kind)
      record.history = History()
      for place in record.submissions.indices { record.submissions[place].id = Text("f-\(count)-\(place)") }
      return .loaded(record)
    default: return .judged
    }
  }

  private mutating func change(_ dossier: Dossier, _ fresh: Record) -> CRMChange {
    var attributes = fresh.kind == dossier.record.kind ? fresh.attributes : []
    if random.chance(50) { attributes = Array(attributes.prefix(1)) }
    // The CRM repeats what it has more often than it brings news, and a row may come late.
    let before = dossier.stamps?.modifiedAt
    let modifiedAt = random.chance(10) ? (before ?? now) - 1_000 : now / 1_000 * 1_000
    return CRMChange(
      attributes: attributes, owner: random.chance(20) ? "tom" : nil,
      stage: random.chance(40) ? stage(dossier) : random.chance(50) ? dossier.record.stage : nil,
      stamps: CRMStamps(
        modified: Instant.text(modifiedAt), modifiedAt: modifiedAt, stageModifiedAt: dossier.stamps?.stageModifiedAt),
      by: "005", isOurs: random.chance(10))
  }

  private mutating func stage(_ dossier: Dossier) -> Text {
    let pipelines = playbook.pipelines.filter { $0.kind == dossier.record.kind }
    let pipeline = pipelines.first { $0.name == dossier.record.pipeline } ?? random.pick(pipelines)
    return random.chance(3) ? "no such stage" : random.pick(pipeline.stages).name
  }
}
