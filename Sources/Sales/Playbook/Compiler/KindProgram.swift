import Decisions
import FEEL

/// All that is compiled for the records of one kind. A class, so that passing it on costs one reference.
final class KindProgram: Sendable {
  let definition: RecordKindDefinition
  let layout: SlotLayout
  let scope: Scope
  /// By name.
  let assessments: [AssessmentUnit]
  let rules: RuleProgram
  /// What each rule of `rules` does beside facts and stages.
  let actions: [RuleActions]
  /// Places of the kind's pipelines in the playbook.
  let pipelines: [Int]
  /// Whether a rule has a first or last day.
  let hasDates: Bool

  init(
    definition: RecordKindDefinition, layout: SlotLayout, scope: Scope, assessments: [AssessmentUnit],
    rules: RuleProgram, actions: [RuleActions], pipelines: [Int]
  ) {
    self.definition = definition
    self.layout = layout
    self.scope = scope
    self.assessments = assessments
    self.rules = rules
    self.actions = actions
    self.pipelines = pipelines
    hasDates = rules.rules.contains { $0.definition.hasDates }
  }

  var name: Text { definition.name }
}

/// One assessment in all its versions.
struct AssessmentUnit: Sendable {
  let name: Text
  let slots: AssessmentSlots
  /// The newest version.
  let newest: AssessmentProgram
  /// The others, by version.
  let older: [AssessmentProgram]
  /// Where it is recommended, by the newest version.
  let stages: [Text]
  /// What its bands and conditions read of the record, beside the answers.
  let surroundings: AssessmentSurroundings
}

/// What the bands and conditions of an assessment read beside its answers.
struct AssessmentSurroundings: Sendable {
  /// Slots of attributes and related lists, ascending.
  var slots: [Int] = []
  var readsClock = false
}

/// What a rule does when it fires, beside facts and stages.
struct RuleActions: Sendable {
  var flags: [Text] = []
  /// Places among the kind's assessments.
  var asks: [Int] = []
  /// Places among the kind's attributes.
  var requires: [Int] = []

  var isEmpty: Bool { flags.isEmpty && asks.isEmpty && requires.isEmpty }
}

/// Where a record's values lie in a machine.
struct SlotLayout: Sendable {
  /// Slots of what belongs to every record; nil where an attribute has the name.
  struct Special: Sendable {
    var stage: Int?
    var step: Int?
    var probability: Int?
    var owner: Int?
    var id: Int?
  }

  /// Attributes come first, then related lists.
  let attributeCount: Int
  let relatedCount: Int
  let special: Special
  let slotCount: Int

  func slot(attribute: Int) -> Int { attribute }
  func slot(related: Int) -> Int { attributeCount + related }

  /// What of the record's own state a slot holds, if it is one that a fact of a gate may not read.
  func stateName(slot: Int) -> Text? {
    if slot == special.stage { return "stage" }
    if slot == special.step { return "step" }
    if slot == special.probability { return "probability" }
    return nil
  }
}
