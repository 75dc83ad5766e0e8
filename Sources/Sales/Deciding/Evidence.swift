import Decisions
import FEEL

extension RecordEvaluation {
  /// What a rule depends on.
  func evidence(ofRule rule: Int, _ worker: DecisionWorker) -> EvidenceSources {
    worker.evidence[kind: kindPlace][rule]
  }

  /// What the rules of a gate depend on that are in force.
  func evidence(of gate: JudgedGate, _ pipeline: PipelineProgram, _ worker: DecisionWorker) -> EvidenceSources {
    var sources = EvidenceSources()
    guard let program = gate.program else { return sources }
    for (rule, outcome) in zip(pipeline.gates[program].rules, gate.outcomes) where outcome != .notInForce {
      sources.formUnion(evidence(ofRule: rule.rule, worker))
    }
    return sources
  }

  /// The first rule of a gate, by name, that is true and so passes it; its place in the kind's rule program.
  func passingRule(_ gate: JudgedGate, _ pipeline: PipelineProgram) -> Int? {
    guard let program = gate.program else { return nil }
    for (rule, outcome) in zip(pipeline.gates[program].rules, gate.outcomes) where outcome == .yes { return rule.rule }
    return nil
  }

  /// When the newest of what a rule depends on came or changed; nil if nothing of it has a time.
  func newest(_ sources: EvidenceSources, _ worker: DecisionWorker) -> Int64? {
    var newest: Int64?
    func take(_ time: Int64?) {
      guard let time else { return }
      newest = newest.map { max($0, time) } ?? time
    }
    for place in sources.assessments { take(results[place].capturedAt) }
    for place in sources.attributes { take(worker.attributeChanges[place]) }
    for place in sources.related { take(worker.relatedChanges[place]) }
    return newest
  }

  /// Whether something of it came or changed after an instant.
  func isNewer(_ sources: EvidenceSources, than instant: Int64, _ worker: DecisionWorker) -> Bool {
    newest(sources, worker).map { $0 > instant } ?? false
  }

  /// Whether an assessment that it depends on has expired.
  func isExpired(_ sources: EvidenceSources) -> Bool { sources.assessments.contains { results[$0].expired } }

  /// The submissions that it depends on, by assessment.
  func submissions(_ sources: EvidenceSources) -> [Text] {
    var ids: [Text] = []
    for place in sources.assessments { ids.append(contentsOf: results[place].submissions) }
    return ids
  }
}
