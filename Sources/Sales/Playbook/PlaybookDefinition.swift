public import Decisions
public import FEEL

/// All definitions together, before they are compiled. Everything is sorted by name where order has no meaning.
public struct PlaybookDefinition: Hashable, Sendable {
  /// The record kinds.
  public var kinds: [RecordKindDefinition]
  /// Every version of every assessment.
  public var assessments: [AssessmentDefinition]
  /// The pipelines of all kinds.
  public var pipelines: [PipelineDefinition]
  /// The facts that are declared; others are inferred from the rules that give them values.
  public var facts: [FactDefinition]
  /// The rules.
  public var sentences: [SentenceDefinition]
  /// What holds for all pipelines.
  public var policy: PolicyDefinition
  /// The release of the time zones that the playbook was made with; empty: not told. Part of its version.
  public var zones: Text = TimeZoneTable.version

  /// Makes a playbook, made with the zones of this build; without arguments an empty one.
  public init(
    kinds: [RecordKindDefinition] = [], assessments: [AssessmentDefinition] = [],
    pipelines: [PipelineDefinition] = [], facts: [FactDefinition] = [], sentences: [SentenceDefinition] = [],
    policy: PolicyDefinition = PolicyDefinition()
  ) {
    self.kinds = kinds
    self.assessments = assessments
    self.pipelines = pipelines
    self.facts = facts
    self.sentences = sentences
    self.policy = policy
  }
}
