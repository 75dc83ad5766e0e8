import Decisions
import FEEL

/// One climb of one record (design §7.5-7).
struct Climbing {
  let pipeline: PipelineProgram
  let start: Int
  let stated: Int?
  /// The lowest stage that the record is known to have stood at in this episode.
  let lowest: Int?
  let gates: [JudgedGate]
  let graph: GateGraph
  let least: Int
  let most: Int

  init(_ evaluation: RecordEvaluation, _ pipeline: PipelineProgram, _ worker: inout DecisionWorker) {
    self.pipeline = pipeline
    stated = evaluation.statedOpen
    let remembered = evaluation.record.history.lowestStage.flatMap { pipeline.openPlace(of: $0) }
    lowest = stated.map { min($0, remembered ?? $0) } ?? remembered
    // Where new records start, or the lowest stage that this one has stood at since.
    start = min(pipeline.entry, lowest ?? pipeline.entry)
    gates = evaluation.judgeGates(pipeline, from: start, &worker)
    var graph = GateGraph()
    for gate in gates {
      graph.edges.append(
        GateGraph.Edge(
          from: gate.from, to: gate.to, certain: gate.isCertain, possible: gate.isCertain || gate.state == .undecided,
          ruleless: gate.state == .withoutRules))
    }
    self.graph = graph
    least = graph.farthest(from: start, stated: stated, undecidedToo: false)
    most = graph.farthest(from: start, stated: stated, undecidedToo: true)
  }

  var verdict: Verdict? {
    guard let stated else { return nil }
    if stated < least { return .behind(least - stated) }
    if stated > most { return .ahead(stated - most) }
    return stated > least ? .unproven(stated - least) : .level
  }

  /// The gates of a promotion from the stated stage to the least supported one; empty if it is not beyond.
  var promotion: [JudgedGate] {
    guard let stated, least > stated else { return [] }
    return graph.promotion(from: stated, to: least, start: start).map { gates[$0] }
  }

  /// Whether the evidence carries to a gate for certain: only such gates are kept.
  func reaches(_ gate: JudgedGate) -> Bool {
    graph.reached(from: start, beyond: max(stated ?? start, least)) & (1 << UInt64(gate.from)) != 0
  }
}
