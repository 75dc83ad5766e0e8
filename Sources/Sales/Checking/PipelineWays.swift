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
    open = pipeline.stages.indices.filter { pipeline.stages[$0].status == .open }.sorted {
      pipeline.stages[$0].rank < pipeline.stages[$1].rank
    }
    for (place, rule) in rules.enumerated() {
      for action in rule.sentence.actions {
        switch action {
        case .upgrade(let target, let origins): add(place, target, origins)
        case .propose(let target): add(place, target, [])
        case .contribute, .flag, .ask, .start, .require: break
        }
      }
    }
  }

  private mutating func add(_ rule: Int, _ target: Text, _ origins: [Text]) {
    guard let to = place(of: target) else { return }
    guard let rank = open.firstIndex(of: to) else {
      closings.append((rule, to))
      return
    }
    let named = origins.compactMap { place(of: $0) }
    let from = origins.isEmpty ? (rank > 0 ? [open[rank - 1]] : []) : named
    for origin in from where !ways.contains(where: { $0.rule == rule && $0.from == origin && $0.to == to }) {
      ways.append((rule, origin, to))
    }
  }

  private func place(of name: Text) -> Int? {
    pipeline.stages.firstIndex { $0.name == name }
      ?? pipeline.stages.firstIndex { $0.name.caseFolded == name.caseFolded }
  }

  /// Where a record enters.
  var entry: Int? { pipeline.entry.flatMap { place(of: $0) } ?? open.first }

  /// The rules that count at a stage, by place.
  func gateRules(from stage: Int) -> [Int] {
    var found: [Int] = []
    for way in ways where way.from == stage && !found.contains(way.rule) { found.append(way.rule) }
    return found
  }

  /// The open stages that a sentence leads out of.
  func origins(of sentence: SentenceDefinition) -> [Int] {
    var found: [Int] = []
    for action in sentence.actions {
      let (target, origins): (Text, [Text])
      switch action {
      case .upgrade(let to, let from): (target, origins) = (to, from)
      case .propose(let to): (target, origins) = (to, [])
      case .contribute, .flag, .ask, .start, .require: continue
      }
      guard let to = place(of: target), let rank = open.firstIndex(of: to) else { continue }
      found += origins.isEmpty ? (rank > 0 ? [open[rank - 1]] : []) : origins.compactMap { place(of: $0) }
    }
    return found
  }

  /// Whether a rule leads into a stage.
  func isTarget(_ stage: Int) -> Bool {
    ways.contains { $0.to == stage } || closings.contains { $0.to == stage }
  }
}
