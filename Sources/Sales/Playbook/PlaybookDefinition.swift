public import Decisions
public import FEEL

/// All definitions together, before they are compiled. Everything is sorted by name where order has no meaning.
public struct PlaybookDefinition: Hashable, Sendable {
  public var kinds: [RecordKindDefinition]
  public var assessments: [AssessmentDefinition]
  public var pipelines: [PipelineDefinition]
  public var facts: [FactDefinition]
  public var sentences: [SentenceDefinition]
  public var policy: PolicyDefinition
  /// The release of the time zones that the playbook was made with; empty: not told. Part of its version.
  public var zones: Text = TimeZoneTable.version

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
