import Decisions
import FEEL

/// A pipeline with its gates, by place. A class, so that passing it on costs one reference.
final class PipelineProgram: Sendable {
  /// How many open stages a pipeline may have: the climb holds them as bits of one word.
  static let mostOpenStages = 64

  let definition: PipelineDefinition
  /// Place of the kind in the playbook.
  let kind: Int
  /// Places among the definition's stages of the open ones, by rank. A climb counts in places of this list.
  let open: [Int]
  /// By stage of the definition: its place in `open`, or nil.
  let climbPlace: [Int?]
  /// Where new records start, as a place in `open`.
  let entry: Int
  /// By origin, then target.
  let gates: [GateProgram]
  /// Rules to closed stages.
  let closings: [ClosingProgram]
  /// By stage of the definition: the attributes that a promotion into it needs, as places among the kind's.
  let requires: [[Int]]
  /// By stage of the definition: the assessments recommended there, as places among the kind's.
  let assessments: [[Int]]

  init(
    definition: PipelineDefinition, kind: Int, open: [Int], climbPlace: [Int?], entry: Int, gates: [GateProgram],
    closings: [ClosingProgram], requires: [[Int]], assessments: [[Int]]
  ) {
    self.definition = definition
    self.kind = kind
    self.open = open
    self.climbPlace = climbPlace
    self.entry = entry
    self.gates = gates
    self.closings = closings
    self.requires = requires
    self.assessments = assessments
  }

  var name: Text { definition.name }

  func stage(named name: Text) -> Int? { definition.stages.firstIndex { $0.name == name } }

  /// The name of an open stage.
  func name(open place: Int) -> Text { definition.stages[open[place]].name }
}

/// The rules that lead from one open stage to another.
struct GateProgram: Sendable {
  let from: Int
  let to: Int
  /// By name; empty where no rule leads out of the stage at all.
  let rules: [GateRule]
}

/// One rule at a gate.
struct GateRule: Sendable {
  /// Place in the kind's rule program.
  let rule: Int
  let mode: SentenceDefinition.Mode?
  /// Whether it says `propose`: then it is never automatic.
  let proposes: Bool
  /// Whether its condition reads stage, step or probability, and so must be judged at the gate.
  let readsState: Bool
}

/// A rule that closes a record.
struct ClosingProgram: Sendable {
  let rule: Int
  /// Place among the definition's stages.
  let target: Int
  /// Places in `open` where it is tried; empty: everywhere.
  let from: [Int]
}
