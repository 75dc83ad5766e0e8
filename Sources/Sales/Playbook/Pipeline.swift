public import FEEL

/// Whether a stage is still open, and how it ended if not.
public enum StageStatus: UInt8, Sendable, CaseIterable { case open, won, lost, archived }

/// What the engine may write by itself; the ceiling for every rule.
///
/// `none`: no proposal is made. `propose`: every proposal waits for a person. `auto`: promotions between open stages
/// are carried out unless their rule leaves them to a person; closings wait for one all the same.
public enum Writes: UInt8, Sendable, CaseIterable { case none, propose, auto }

/// Record kind + sales method; owns its stages.
public struct PipelineDefinition: Hashable, Sendable {
  /// Unique in the playbook.
  public var name: Text
  /// The record kind that it is about.
  public var kind: Text
  /// In the order of the file, which has no meaning: ranks order stages.
  public var stages: [StageDefinition]
  /// Where new records start; absent: the open stage of lowest rank.
  public var entry: Text?
  /// How far the engine may go by itself; the ceiling for every rule.
  public var writes: Writes

  /// Makes a pipeline.
  public init(name: Text, kind: Text, stages: [StageDefinition], entry: Text? = nil, writes: Writes = .propose) {
    self.name = name
    self.kind = kind
    self.stages = stages
    self.entry = entry
    self.writes = writes
  }
}

/// A phase of a pipeline.
public struct StageDefinition: Hashable, Sendable {
  /// Unique in the pipeline; what the CRM says and records state.
  public var name: Text
  /// What people call it; absent: the name.
  public var label: Label?
  /// Whether records at it are open, won, lost or archived.
  public var status: StageStatus
  /// Progress; distinct among open stages.
  public var rank: Int
  /// Place in the funnel; display only.
  public var funnel: Int
  /// Percent, 0 to 100.
  public var probability: Decimal34
  /// Attributes that a promotion into this stage needs.
  public var requires: [Text]

  /// Makes a stage.
  ///
  /// - Parameters:
  ///   - label: what people call it; nil: the name.
  ///   - probability: percent, 0 to 100.
  public init(
    name: Text, label: Label? = nil, status: StageStatus, rank: Int, funnel: Int, probability: Decimal34,
    requires: [Text] = []
  ) {
    self.name = name
    self.label = label
    self.status = status
    self.rank = rank
    self.funnel = funnel
    self.probability = probability
    self.requires = requires
  }
}
