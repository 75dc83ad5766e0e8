import Decisions
public import FEEL

/// What one thread needs to decide the records of one playbook: a machine and memory that is used again.
public struct DecisionWorker: Sendable {
  var machine: Machine
  var evaluation = RuleEvaluation()
  /// By kind of the playbook.
  var evidence: EvidenceOfRules
  /// By attribute of the record's kind: when it last changed.
  var attributeChanges: [Int64?] = []
  /// By related list of the record's kind.
  var relatedChanges: [Int64?] = []

  /// A worker for records of this playbook only.
  public init(_ playbook: Playbook, limits: Limits = Limits()) {
    evidence = EvidenceOfRules(kinds: playbook.kinds.count)
    machine = Machine(playbook.program, slots: playbook.slotCount, limits: limits)
  }
}
