import Decisions
import FEEL

/// Which rules lead from which stage to which, by place in a pipeline.
struct PipelineWays {
  let pipeline: PipelineDefinition
  /// Places of the open stages, by rank.
  let open: [Int]
  private(set) var ways: [(rule: Int, from: Int, to: Int)] = []
  /// Rules that close a record, from any open stage.
  private(set) var closings: [(rule: Int, to: Int)] = []

  init(_ pipeline: PipelineDefinition, _ rules: [CheckedRule]) {
    self.pipeline = pipeline
    open = pipeline.openStages
    for (place, rule) in rules.enumerated() {
      for lead in pipeline.leads(of: rule.sentence, open: open) { add(place, lead) }
    }
  }

  private mutating func add(_ rule: Int, _ lead: StageLead) {
    guard open.contains(lead.target) else {
      closings.append((rule, lead.target))
      return
    }
    for origin in lead.origins
    where !ways.contains(where: { $0.rule == rule && $0.from == origin && $0.to == lead.target }) {
      ways.append((rule, origin, lead.target))
    }
  }

  /// Where a record enters.
  var entry: Int? { pipeline.entry.flatMap { pipeline.place(of: $0) } ?? open.first }

  /// The rules that count at a stage, by place.
  func gateRules(from stage: Int) -> [Int] {
    var found: [Int] = []
    for way in ways where way.from == stage && !found.contains(way.rule) { found.append(way.rule) }
    return found
  }

  /// The open stages that a sentence leads out of to an open one.
  func origins(of sentence: SentenceDefinition) -> [Int] {
    pipeline.leads(of: sentence, open: open).filter { open.contains($0.target) }.flatMap { $0.origins }
  }

  /// Whether a rule leads into a stage.
  func isTarget(_ stage: Int) -> Bool {
    ways.contains { $0.to == stage } || closings.contains { $0.to == stage }
  }
}
