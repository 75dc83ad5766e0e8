import Decisions
public import FEEL

/// What a step reads beside dossier and event. Everything that could differ between two runs is passed in.
public struct StepSetting: Sendable {
  /// The compiled playbook that the record is judged by.
  public var playbook: Playbook
  /// The playbook's version, for what is remembered.
  public var version: Text
  /// The instant that is decided for, with the policy's zone.
  public var clock: Clock
  /// Gates that another version passed before this instant are judged anew (an activation for all records); nil: none.
  public var judgesAnewBefore: Int64?

  /// Makes a setting.
  ///
  /// - Parameter judgesAnewBefore: epoch milliseconds; nil: no gate is judged anew for its version.
  public init(playbook: Playbook, version: Text, clock: Clock, judgesAnewBefore: Int64? = nil) {
    self.playbook = playbook
    self.version = version
    self.clock = clock
    self.judgesAnewBefore = judgesAnewBefore
  }
}

/// Everything that can happen to a record goes through this one pure function: takes the event in, then decides and
/// promotes until nothing changes, and returns all that follows (`workflow.md` §1).
///
/// Equal inputs give equal changes. `judged` without news changes nothing, and an event that was taken in before changes
/// nothing the second time where its subject tells (a submission's id, a stage that the record stands at already).
///
/// - Parameters:
///   - ids: gives a fresh id at each call, for proposals and stage writes.
///   - worker: one of this playbook.
/// - Complexity: one decision, and one more for each promotion; at most `Stepping.mostRounds`.
public func step(
  _ dossier: Dossier, _ event: Event, in setting: StepSetting, ids: @escaping () -> Text, worker: inout DecisionWorker
) -> StepResult {
  var stepping = Stepping(dossier, event, setting, ids)
  stepping.run(&worker)
  return stepping.result
}

/// The work of one step.
struct Stepping {
  /// More rounds of deciding and promoting are a loop.
  static let mostRounds = 16

  let event: Event
  let setting: StepSetting
  let ids: () -> Text
  var result: StepResult

  init(_ dossier: Dossier, _ event: Event, _ setting: StepSetting, _ ids: @escaping () -> Text) {
    self.event = event
    self.setting = setting
    self.ids = ids
    result = StepResult(.done, dossier)
  }

  var dossier: Dossier { result.dossier }
  var playbook: Playbook { setting.playbook }
  /// The instant that is decided for.
  var instant: Int64 { setting.clock.epochMilliseconds }

  mutating func run(_ worker: inout DecisionWorker) {
    if let bar = dossier.standing(in: playbook).bars(event.kind, dossier.key.id) {
      result.answer = bar
      return
    }
    // A night for the past must not overwrite what was found since.
    if case .judged = event.kind, let changedAt = dossier.changedAt, instant < changedAt {
      result.answer = .stale
      return
    }
    takeIn()
    // A deleted record is history: nothing of it is judged.
    if case .done = result.answer, dossier.deletedAt == nil { settle(&worker) }
    if result.isChanged { result.dossier.close(at: instant) }
  }

  /// The one way in which a dossier changes, so that the changes are complete.
  mutating func emit(_ change: Change) {
    result.dossier.apply(change)
    result.changes.append(change)
  }

  /// A record that came from a CRM gets its stage written there.
  mutating func sendStage(from: Text, to: Text, by rule: Bool = false) {
    guard dossier.stamps != nil else { return }
    result.effects.append(.stage(id: ids(), from: from, to: to, by: rule ? nil : event.by))
  }

  private mutating func refuse(_ kind: StepRefusal.Kind, _ code: Text, _ message: Text) {
    result.answer = .refused(StepRefusal(kind, code: code, message))
  }

  // MARK: - Taking the event in

  private mutating func takeIn() {
    switch event.kind {
    case .submitted(let submission), .admitted(let submission):
      if dossier.record.submissions.contains(where: { $0.id == submission.id && $0.id != nil }) {
        result.answer = .unchanged
        return
      }
      emit(.submission(submission))
      if !dossier.refusals.isEmpty { emit(.refusalsForgotten) }
    case .withdrawn(let id):
      if dossier.record.submissions.contains(where: { $0.id == id }) { emit(.submissionWithdrawn(id)) }
    case .changed(let row): take(row)
    case .deleted: delete()
    case .loaded(let record): load(record)
    case .moved(let stage, let reason): move(to: stage, reason)
    case .proposalAccepted(let id, let reason): accept(id, reason)
    case .proposalRefused(let id, let reason): refuse(id, reason)
    case .held(let reason, let until):
      emit(.hold(History.PersonsWord(by: event.by ?? "", reason: reason, until: until)))
    case .released: if dossier.record.history.hold != nil { emit(.hold(nil)) }
    case .overridden(let stage, let reason, let until):
      guard isStage(stage) else { return }
      emit(.override(History.PersonsWord(by: event.by ?? "", reason: reason, stage: stage, until: until)))
    case .overrideWithdrawn: if dossier.record.history.override != nil { emit(.override(nil)) }
    case .reasonsErased(let person): if !dossier.reasons(of: person).isEmpty { emit(.reasonsErased(of: person)) }
    case .judged: break
    }
  }

  /// Whether the record's pipeline has the stage; if not, the event is refused.
  private mutating func isStage(_ stage: Text) -> Bool {
    guard let pipeline = playbook.pipeline(of: dossier.record) else {
      refuse(.conflict, "no-pipeline", dossier.key.id + " belongs to no pipeline of the playbook, so it has no stages.")
      return false
    }
    if pipeline.stages.contains(where: { $0.name == stage }) { return true }
    refuse(
      .invalid, "unknown-stage",
      "The pipeline " + pipeline.name + " has no stage " + Suggestion.shown(stage) + "; its stages are "
        + pipeline.stages.map { $0.name }.joined(by: ", ") + ".")
    return false
  }

  private mutating func move(to stage: Text, _ reason: Text?) {
    guard isStage(stage) else { return }
    let before = dossier.record.stage
    if before == stage {
      result.answer = .unchanged
      return
    }
    changeStage(to: stage, cause: "person", at: event.at, by: event.by, reason: reason)
    if let before { sendStage(from: before, to: stage) }
  }

  /// One change of stage by somebody else than the rules, with what follows from it: a move backwards is a person's word,
  /// a watermark; a reopening begins an episode.
  ///
  /// - Parameter stood: where the person saw the record, if that is another stage than ours.
  private mutating func changeStage(
    to stage: Text, stood: Text? = nil, cause: Text, at instant: Int64, by: Text?, reason: Text?
  ) {
    let before = dossier.record.stage
    let stages = playbook.pipeline(of: dossier.record)?.stages ?? []
    let old = stages.first { $0.name == stood ?? before }
    let new = stages.first { $0.name == stage }
    var cause = cause
    if let old, let new, old.status != .open, new.status == .open {
      cause = "reopening"
      emit(.episode(instant))
    } else if let old, let new, old.status == .open, new.status == .open, new.rank < old.rank {
      emit(.watermark(History.Watermark(from: old.name, to: new.name, at: instant, by: by, reason: reason)))
    }
    emit(
      .stage(
        StageChange(
          from: before, to: stage, at: instant, cause: cause, by: by, playbook: setting.version, reason: reason)))
  }

  // MARK: - Proposals that a person decides

  private mutating func accept(_ id: Text, _ reason: Text?) {
    guard var proposal = dossier.proposals.first(where: { $0.id == id }) else {
      return refuse(.notFound, "no-proposal", "This proposal is decided or superseded.")
    }
    guard proposal.status == "waiting" else {
      var message = "This proposal is " + proposal.status
      if !proposal.detail.isEmpty { message += ": " + proposal.detail.joined(by: ", ") }
      return refuse(.conflict, "not-waiting", message + ".")
    }
    guard dossier.record.stage == proposal.from else {
      return refuse(
        .conflict, "moved-meanwhile",
        dossier.key.id + " stands at " + (dossier.record.stage ?? "no stage") + " by now, not at " + proposal.from + "."
      )
    }
    take(proposal.path, rules: proposal.rules, by: event.by, proposal: id, reason: reason) { _, _ in nil }
    decide(&proposal, "accepted", reason)
    sendStage(from: proposal.from, to: proposal.to)
  }

  private mutating func refuse(_ id: Text, _ reason: Text) {
    guard var proposal = dossier.proposals.first(where: { $0.id == id }) else {
      return refuse(.notFound, "no-proposal", "This proposal is decided or superseded.")
    }
    let stages = playbook.pipeline(of: dossier.record)?.stages ?? []
    if stages.first(where: { $0.name == proposal.to })?.status == .open {
      emit(
        .watermark(
          History.Watermark(from: proposal.to, to: proposal.from, at: event.at, by: event.by, reason: reason)))
    }
    emit(.refusal(Refusal(from: proposal.from, to: proposal.to, at: event.at)))
    decide(&proposal, "refused", reason)
  }

  private mutating func decide(_ proposal: inout StoredProposal, _ status: Text, _ reason: Text?) {
    proposal.status = status
    proposal.changedAt = event.at
    proposal.decidedBy = event.by
    proposal.reason = reason
    emit(.proposal(proposal))
  }

  /// One history row per stage of a promotion's path.
  mutating func take(
    _ path: [Text], rules: [Text], by: Text?, proposal: Text, reason: Text?,
    _ submission: (_ from: Text, _ to: Text) -> Text?
  ) {
    let at = by == nil ? instant : event.at
    for (place, (from, to)) in zip(path, path.dropFirst()).enumerated() {
      emit(
        .stage(
          StageChange(
            from: from, to: to, at: at, cause: "promotion", by: by, rule: place < rules.count ? rules[place] : nil,
            submission: submission(from, to), playbook: setting.version, proposal: proposal, reason: reason)))
    }
  }

  // MARK: - What other systems say

  private mutating func take(_ row: CRMChange) {
    if let known = dossier.stamps, row.stamps.modifiedAt < known.modifiedAt {
      result.answer = .stale
      return
    }
    var hasNews = !dossier.isStored || dossier.deletedAt != nil
    if dossier.deletedAt != nil { emit(.deleted(nil)) }
    for attribute in row.attributes {
      if set(attribute.name, attribute.value, at: row.stamps.modifiedAt) { hasNews = true }
    }
    if let owner = row.owner, owner != dossier.record.owner {
      emit(.owner(owner))
      hasNews = true
    }
    if let stage = row.stage, stage != dossier.record.stage {
      changeStage(
        to: stage, stood: row.stood, cause: dossier.isStored ? "crm" : "import",
        at: row.movedAt ?? row.stamps.modifiedAt, by: row.by, reason: nil)
      hasNews = true
    }
    if row.stamps != dossier.stamps { emit(.stamps(row.stamps)) }
    // Only the stamp is news, if anything: nothing is judged.
    if !hasNews { result.answer = row.isOurs && result.isChanged ? .echo : .unchanged }
  }

  /// - Returns: whether it is another value than before.
  private mutating func set(_ name: Text, _ value: Value, at instant: Int64?) -> Bool {
    let before = dossier.record.attributes.first { $0.name == name }?.value ?? .unknown
    if before.isSame(as: value) { return false }
    emit(.attribute(AttributeChange(name: name, before: before, after: value, at: instant)))
    return true
  }

  private mutating func delete() {
    guard dossier.isStored, dossier.deletedAt == nil else {
      result.answer = .unchanged
      return
    }
    emit(.deleted(event.at))
    if let outcome = dossier.outcome {
      emit(.outcome(nil))
      emit(
        .outcomeMoved(
          OutcomeChange(stated: outcome.stated, least: nil, most: nil, money: nil, cause: "deleted", at: event.at)))
    }
    result.effects.append(.stageWritesDropped)
    result.answer = .untouched
  }

  /// What a file says: what differs is changed, nothing is taken away; history and the entry into an episode only where
  /// the record is new.
  private mutating func load(_ record: Record) {
    let isNew = !dossier.isStored
    let stood = dossier
    if let pipeline = record.pipeline, pipeline != dossier.record.pipeline { emit(.pipeline(pipeline)) }
    if let owner = record.owner, owner != dossier.record.owner { emit(.owner(owner)) }
    for attribute in record.attributes where !attribute.value.isUnknown {
      _ = set(attribute.name, attribute.value, at: attribute.changedAt ?? (isNew ? nil : event.at))
    }
    for list in record.related {
      let before = dossier.record.related.first { $0.name == list.name }
      if let before, Value.list(before.items).isSame(as: .list(list.items)) { continue }
      emit(
        .related(
          Record.RelatedList(name: list.name, items: list.items, changedAt: list.changedAt ?? (isNew ? nil : event.at)))
      )
    }
    if isNew {
      if let start = record.history.episodeStart { emit(.episode(start)) }
      if let lowest = record.history.lowestStage { emit(.lowestStage(lowest)) }
      for gate in record.history.gates { emit(.gateKept(gate)) }
      for watermark in record.history.watermarks { emit(.watermark(watermark)) }
    }
    if let hold = record.history.hold, hold != stood.record.history.hold { emit(.hold(hold)) }
    if let override = record.history.override, override != stood.record.history.override { emit(.override(override)) }
    if let stage = record.stage, stage != dossier.record.stage {
      changeStage(to: stage, cause: isNew ? "import" : "crm", at: event.at, by: nil, reason: nil)
    }
    var answered = false
    for submission in record.submissions where !dossier.record.submissions.contains(where: { $0.id == submission.id }) {
      emit(.submission(submission))
      answered = true
    }
    if answered, !dossier.refusals.isEmpty { emit(.refusalsForgotten) }
    if !isNew, !result.isChanged { result.answer = .unchanged }
  }
}

extension Dossier {
  /// Whether one of the attributes has another value than the record.
  public func differs(_ attributes: [Record.Attribute]) -> Bool {
    attributes.contains { attribute in
      let before = record.attributes.first { $0.name == attribute.name }?.value ?? .unknown
      return !before.isSame(as: attribute.value)
    }
  }
}

extension Value {
  /// Whether two values of an attribute are the same to people and to the CRM.
  func isSame(as other: Value) -> Bool {
    if isUnknown || other.isUnknown { return isUnknown && other.isUnknown }
    return json == other.json
  }
}
