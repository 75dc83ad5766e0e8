import Decisions
import FEEL
import Foundation
import Generators
import Sales
import Testing

/// One run of events over one record.
private struct Trace {
  var dossier: Dossier
  var events: TraceGenerator
  var trial: Trial
  var counter = 0

  init(_ trial: Trial) {
    self.trial = trial
    var random = trial.random
    let record = RecordGenerator.record(of: trial.definition, &random, RecordTraits(history: false), id: "R-1")
    dossier = Dossier(RecordKey(kind: record.kind, id: record.id))
    dossier.record.pipeline = record.pipeline
    events = TraceGenerator(trial.definition, random)
  }

  func setting(at instant: Int64) -> StepSetting {
    StepSetting(
      playbook: trial.playbook, version: "v",
      clock: Clock(epochMilliseconds: instant, offsetSeconds: Trial.clock.offsetSeconds))
  }

  /// One step with ids that depend on the event alone.
  mutating func step(_ dossier: Dossier, _ event: Event, at instant: Int64) -> StepResult {
    let made = Counter()
    return Sales.step(
      dossier, event, in: setting(at: instant), ids: { Text("\(event.id)-\(made.next())") }, worker: &trial.worker)
  }

  final class Counter {
    private var count = 0
    func next() -> Int {
      count += 1
      return count
    }
  }
}

extension StepResult {
  /// Everything that came of a step, to be compared byte by byte.
  fileprivate var bytes: [UInt8] { json.bytes + dossier.json.bytes }
}

/// How many of a hundred thousand traces are tried: a debug build tries 240, `scripts/soak step` all of them.
private let traces =
  ProcessInfo.processInfo.environment["STAGECRAFT_TRACES"].flatMap { Int($0) }
  ?? (_isDebugAssertConfiguration() ? 240 : 4_000)

@Suite struct `The laws of the step` {
  /// So many traces go over one playbook, which costs more to make than they do.
  private static let tracesOfOne = 8

  @Test func `hold whatever happens to a record, in whatever order`() throws {
    var met: [String: Int] = [:]
    for seed in 1...UInt64(max(1, traces / Self.tracesOfOne)) {
      var trial: Trial
      do throws(Trial.Invalid) {
        trial = try Trial(seed: seed, size: 1 + Int(seed % 6))
      } catch {
        Issue.record("seed \(seed): \(error.description)")
        return
      }
      for number in 1...Self.tracesOfOne {
        var trace = Trace(trial)
        for place in 1...12 {
          let event = trace.events.next(trace.dossier)
          if let reason = try broken(&trace, event, &met) {
            Issue.record("seed \(seed), trace \(number), event \(place) (\(event.kind)): \(reason)")
            return
          }
        }
        trial.random = trace.events.random
      }
    }
    for (name, count) in met.sorted(by: { $0.key < $1.key }) { print("  \(name): \(count)") }
    for name in ["stage", "gate kept", "gate lost", "proposal", "ask", "attribute", "watermark", "episode", "deleted"] {
      #expect(met["change " + name, default: 0] > 0, "no trace had a change \(name)")
    }
    #expect(met["promotions", default: 0] > 0)
  }

  /// Takes one event in and says which law is broken.
  private func broken(_ trace: inout Trace, _ event: Event, _ met: inout [String: Int]) throws -> String? {
    let before = trace.dossier
    let at = event.at
    let result = trace.step(before, event, at: at)
    note(event, result, &met)
    if trace.step(before, event, at: at).bytes != result.bytes { return "the same inputs gave other changes" }
    if before.applying(result.changes, at: at).json.bytes != result.dossier.json.bytes {
      return "the changes are not all that changed"
    }
    if result.isChanged, result.dossier.revision != before.revision + 1 { return "the revision did not rise by one" }
    if case .refused = result.answer, result.isChanged { return "a refused event changed something" }
    if let reason = causeless(result) { return reason }
    if let reason = unbacked(before, event, result, &trace) { return reason }
    let after = result.dossier
    // Nothing happened since it was judged. (An event that is no news judges nothing, and time went on until it came.)
    let again = trace.step(after, Event(id: "again", at: at, .judged), at: at)
    if result.last != nil, again.isChanged {
      let lines = [after.outcome, again.dossier.outcome].map { String(decoding: $0?.line ?? [], as: UTF8.self) }
      return "judged again without news: \(again.changes.map { String(decoding: $0.json.bytes, as: UTF8.self) }), "
        + lines.joined(separator: " / ")
    }
    // Where rules carried the record on from the stage that was stated, the same statement would be a move back: there the
    // event's id says that it came before, which the store knows.
    if event.isOnce, result.applied.isEmpty {
      let twice = trace.step(after, event, at: at)
      if twice.isChanged { return "the event changed something when it came twice" }
    }
    // What a store gives back is the same dossier.
    let reader = RecordReader(trace.trial.playbook)
    let restored: Dossier
    do { restored = try Dossier(try JSON.parse(after.json.bytes), reader) } catch {
      return "the dossier cannot be read back: \(error)"
    }
    var probe = trace.events
    let next = probe.next(after)
    let (fromStore, goingOn) = (trace.step(restored, next, at: next.at), trace.step(after, next, at: next.at))
    if fromStore.json.bytes != goingOn.json.bytes {
      return "stepping on from what a store gives back differs: "
        + String(decoding: fromStore.json.bytes, as: UTF8.self) + " / "
        + String(decoding: goingOn.json.bytes, as: UTF8.self)
    }
    if try canonical(fromStore.dossier, reader) != canonical(goingOn.dossier, reader) {
      return "the dossiers differ after stepping on from what a store gives back"
    }
    trace.dossier = after
    return nil
  }

  /// As a store gives it back: attributes in the order of their declaration.
  private func canonical(_ dossier: Dossier, _ reader: RecordReader) throws -> [UInt8] {
    try Dossier(try JSON.parse(dossier.json.bytes), reader).json.bytes
  }

  private func note(_ event: Event, _ result: StepResult, _ met: inout [String: Int]) {
    met["event " + event.name, default: 0] += 1
    met["answer \(result.json["answer"]?["answer"]?.text ?? "?")", default: 0] += 1
    if let code = result.json["answer"]?["code"]?.text { met["refusal \(code)", default: 0] += 1 }
    for change in result.changes { met["change \(change.json["change"]?.text ?? "?")", default: 0] += 1 }
    met["promotions", default: 0] += result.applied.count
    for notice in result.last?.notices ?? [] { met["notice \(notice.code)", default: 0] += 1 }
  }

  /// Every change of stage has its cause.
  private func causeless(_ result: StepResult) -> String? {
    for case .stage(let change) in result.changes {
      let isCaused =
        switch change.cause {
        case "promotion": change.rule != nil && change.proposal != nil
        case "crm", "import", "reopening", "person": true
        default: false
        }
      if !isCaused { return "the change to \(change.to) has no cause" }
    }
    return nil
  }

  /// No stage but one that a person or the CRM stated, or a promotion to what the evidence carries for certain.
  private func unbacked(_ before: Dossier, _ event: Event, _ result: StepResult, _ trace: inout Trace) -> String? {
    let after = result.dossier.record.stage
    if after == before.record.stage { return nil }
    var stated: Text?
    switch event.kind {
    case .moved(let to, _): stated = to
    case .changed(let row): stated = row.stage
    case .loaded(let record): stated = record.stage
    case .proposalAccepted(let id, _): stated = before.proposals.first { $0.id == id }?.to
    default: stated = nil
    }
    if after == stated { return nil }
    guard let last = result.applied.last, last.to == after else {
      return "nobody brought about the stage \(after ?? "-")"
    }
    let stages = trace.trial.definition.pipelines.first { $0.name == result.last?.pipeline }?.openStages ?? []
    guard let least = result.last?.supported?.least, let reached = after.flatMap({ stages.firstIndex(of: $0) }),
      let carried = stages.firstIndex(of: least), reached <= carried
    else { return "promoted to \(after ?? "-") beyond what is carried for certain" }
    return nil
  }
}

extension Event {
  /// Whether its subject tells that it came before.
  fileprivate var isOnce: Bool {
    switch kind {
    case .submitted, .admitted, .changed, .moved, .deleted, .withdrawn, .released, .overrideWithdrawn, .reasonsErased,
      .judged:
      true
    case .loaded, .proposalAccepted, .proposalRefused, .held, .overridden: false
    }
  }

  fileprivate var name: String {
    switch kind {
    case .submitted: "submitted"
    case .admitted: "admitted"
    case .withdrawn: "withdrawn"
    case .changed: "changed"
    case .deleted: "deleted"
    case .loaded: "loaded"
    case .moved: "moved"
    case .proposalAccepted: "proposal accepted"
    case .proposalRefused: "proposal refused"
    case .held: "held"
    case .released: "released"
    case .overridden: "overridden"
    case .overrideWithdrawn: "override withdrawn"
    case .reasonsErased: "reasons erased"
    case .judged: "judged"
    }
  }
}
