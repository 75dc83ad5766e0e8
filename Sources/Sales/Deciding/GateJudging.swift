import Decisions
import FEEL

/// A gate as it was judged for one record.
struct JudgedGate {
  var from: Int
  var to: Int
  var state: GateState
  /// What became of the rules, in the gate's order.
  var outcomes: [Outcome]
  var stale = false
  /// The watermark that bars it.
  var watermark: History.Watermark?
  /// The earlier passing, if it is on record.
  var kept: History.KeptGate?
  /// The gate's place in the pipeline; nil: only on record, no rule makes it any more.
  var program: Int?

  var isCertain: Bool { state == .passed || state == .kept }
}

extension RecordEvaluation {
  /// The gates from a stage on, in order of origin and target.
  func judgeGates(_ pipeline: PipelineProgram, from start: Int, _ worker: inout DecisionWorker) -> [JudgedGate] {
    var judged: [JudgedGate] = []
    for (place, gate) in pipeline.gates.enumerated() where gate.from >= start {
      judged.append(judge(gate, place, pipeline, &worker))
    }
    settleDormant(pipeline, from: start, &judged)
    addKept(pipeline, from: start, to: &judged)
    if !record.history.watermarks.isEmpty {
      for place in judged.indices { bar(&judged[place], pipeline, worker) }
    }
    return judged
  }

  private func judge(
    _ gate: GateProgram, _ place: Int, _ pipeline: PipelineProgram, _ worker: inout DecisionWorker
  ) -> JudgedGate {
    var outcomes: [Outcome] = []
    for rule in gate.rules {
      let known = worker.evaluation.outcomes[rule.rule]
      outcomes.append(
        rule.readsState && gate.from != statedOpen
          ? outcome(of: rule, at: gate.from, pipeline, &worker) : known)
    }
    var judged = JudgedGate(from: gate.from, to: gate.to, state: .failed, outcomes: outcomes, program: place)
    judged.kept = keptGate(from: gate.from, to: gate.to, pipeline)
    // Rules that are not in force say nothing; where there are no others, it is as if the gate had none.
    if !outcomes.contains(where: { $0 != .notInForce }) {
      judged.state = judged.kept == nil ? .withoutRules : .kept
      return judged
    }
    if outcomes.contains(.yes) {
      judged.state = .passed
      return judged
    }
    let undecided = outcomes.contains(.unknown)
    judged.state = undecided ? .undecided : .failed
    if let kept = judged.kept {
      let sources = keptSources(kept, judged, pipeline, worker)
      if undecided || !isNewer(sources, than: kept.evidenceAt ?? kept.passedAt, worker) {
        judged.state = .kept
        judged.stale = isExpired(sources)
      }
    }
    return judged
  }

  /// A kept gate is judged by the evidence that passed it: that of its rule while this is in force, else that of the
  /// rules which can now say no.
  private func keptSources(
    _ kept: History.KeptGate, _ gate: JudgedGate, _ pipeline: PipelineProgram, _ worker: DecisionWorker
  ) -> EvidenceSources {
    if let program = gate.program {
      for (rule, outcome) in zip(pipeline.gates[program].rules, gate.outcomes)
      where outcome != .notInForce && kind.rules.rules[rule.rule].name == kept.rule {
        return evidence(ofRule: rule.rule, worker)
      }
    }
    return evidence(of: gate, pipeline, worker)
  }

  /// A stage of which every rule that leads on is out of force is as one without rules: passed while the record stands
  /// beyond it, and then to the next stage. A gate beside others that are in force is as if it were not there.
  private func settleDormant(_ pipeline: PipelineProgram, from start: Int, _ judged: inout [JudgedGate]) {
    func isDormant(_ gate: JudgedGate) -> Bool { !gate.outcomes.contains { $0 != .notInForce } }
    guard judged.contains(where: { !$0.outcomes.isEmpty && isDormant($0) }) else { return }
    var settled: [JudgedGate] = []
    for stage in start..<pipeline.open.count {
      let gates = judged.filter { $0.from == stage }
      let isAsleep = gates.allSatisfy { isDormant($0) }
      for gate in gates where !isDormant(gate) || gate.state == .kept || (isAsleep && gate.to == stage + 1) {
        settled.append(gate)
      }
      if isAsleep, stage + 1 < pipeline.open.count, !settled.contains(where: { $0.from == stage && $0.to == stage + 1 })
      {
        settled.append(JudgedGate(from: stage, to: stage + 1, state: .withoutRules, outcomes: []))
      }
    }
    judged = settled.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  /// What becomes of a rule that reads `stage` when the stage is the gate's.
  private func outcome(
    of rule: GateRule, at open: Int, _ pipeline: PipelineProgram, _ worker: inout DecisionWorker
  ) -> Outcome {
    var saved: [(slot: Int, value: Value)] = []
    stand(at: open, pipeline) { slot, value in
      saved.append((slot, worker.machine.slots[slot]))
      worker.machine.slots[slot] = value
    }
    let outcome = kind.rules.outcome(of: rule.rule, &worker.machine, clock: clock)
    for (slot, value) in saved { worker.machine.slots[slot] = value }
    return outcome
  }

  /// Gives the slots of the record's state what they hold when a gate of another stage is judged.
  func stand(at open: Int, _ pipeline: PipelineProgram, _ set: (Int, Value) -> Void) {
    let special = kind.layout.special
    let stage = pipeline.definition.stages[pipeline.open[open]]
    if let slot = special.stage { set(slot, .string(stage.name)) }
    if let slot = special.step { set(slot, .unknown) }
    if let slot = special.probability { set(slot, .number(stage.probability)) }
  }

  /// The record of an earlier passing within the episode; the latest, should there be several.
  private func keptGate(from: Int, to: Int, _ pipeline: PipelineProgram) -> History.KeptGate? {
    var found: History.KeptGate?
    for kept in record.history.gates
    where kept.from == pipeline.name(open: from) && kept.to == pipeline.name(open: to) && isOfEpisode(kept.passedAt) {
      if found.map({ $0.passedAt < kept.passedAt }) ?? true { found = kept }
    }
    return found
  }

  private func isOfEpisode(_ instant: Int64) -> Bool {
    record.history.episodeStart.map { instant >= $0 } ?? true
  }

  /// Gates that were passed under rules that no longer exist stay passed: nothing can say no to them.
  private func addKept(_ pipeline: PipelineProgram, from start: Int, to judged: inout [JudgedGate]) {
    var added = false
    for kept in record.history.gates where isOfEpisode(kept.passedAt) {
      guard let from = pipeline.openPlace(of: kept.from), let to = pipeline.openPlace(of: kept.to), from >= start,
        from < to, !judged.contains(where: { $0.from == from && $0.to == to })
      else { continue }
      judged.append(
        JudgedGate(from: from, to: to, state: .kept, outcomes: [], kept: keptGate(from: from, to: to, pipeline)))
      added = true
    }
    if added { judged.sort { ($0.from, $0.to) < ($1.from, $1.to) } }
  }

  /// A person's move back, or refusal, bars every gate between its stages until a rule that is true there rests on
  /// something newer. The day a gate was kept is no evidence.
  private func bar(_ gate: inout JudgedGate, _ pipeline: PipelineProgram, _ worker: DecisionWorker) {
    for watermark in record.history.watermarks where isOfEpisode(watermark.at) {
      guard let high = pipeline.openPlace(of: watermark.from), let low = pipeline.openPlace(of: watermark.to),
        gate.from < high, gate.to > low
      else { continue }
      var isFresh = false
      if let program = gate.program {
        for (rule, outcome) in zip(pipeline.gates[program].rules, gate.outcomes) where outcome == .yes {
          if isNewer(evidence(ofRule: rule.rule, worker), than: watermark.at, worker) { isFresh = true }
        }
      }
      if !isFresh, gate.watermark.map({ $0.at < watermark.at }) ?? true { gate.watermark = watermark }
    }
  }
}

extension PipelineProgram {
  /// The place among the open stages of a name.
  func openPlace(of name: Text) -> Int? { stage(named: name).flatMap { climbPlace[$0] } }
}
