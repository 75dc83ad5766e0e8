public import FEEL

/// An assessment that is worth filling in for a record, and why.
public struct Recommendation: Sendable {
  /// What speaks for it.
  public enum Cause: Hashable, Sendable {
    /// Its answers are older than the policy allows.
    case expired
    /// It belongs to the stage that the evidence carries the record to, and the record is stated beyond that.
    case provesBeyond(Text)
    /// It belongs to the stage that the record is at.
    case belongsTo(Text)
    /// A rule asks for it.
    case asked
    /// The way beyond that stage depends on it.
    case leadsBeyond(Text)
  }

  /// Its newest version.
  public var assessment: AssessmentDefinition
  /// Why it is worth filling in.
  public var cause: Cause
  /// Whether answers are missing or too old; else it is filled in already.
  public var isOpen: Bool

  /// Makes a recommendation.
  public init(assessment: AssessmentDefinition, cause: Cause, isOpen: Bool) {
    self.assessment = assessment
    self.cause = cause
    self.isOpen = isOpen
  }
}

extension PlaybookDefinition {
  /// The newest version of each assessment about a kind of record, in the playbook's order.
  public func newestAssessments(about kind: Text) -> [AssessmentDefinition] {
    var newest: [AssessmentDefinition] = []
    for definition in assessments where definition.kind == kind {
      guard let place = newest.firstIndex(where: { $0.name == definition.name }) else {
        newest.append(definition)
        continue
      }
      if newest[place].version < definition.version { newest[place] = definition }
    }
    return newest
  }
}

extension Explanation {
  /// What is worth filling in, most of all first: while the evidence does not reach the stated stage what would prove it,
  /// else what belongs to the stage; what is filled in already comes last.
  public var recommendations: [Recommendation] {
    let isProven =
      switch decision.verdict {
      case .unproven?, .ahead?: false
      default: true
      }
    let names =
      (isProven ? decision.recommended + decision.asks : decision.asks + decision.recommended) + unanswered + expired
    let known = playbook.definition.newestAssessments(about: record.kind)
    var found: [Recommendation] = []
    for name in names where !found.contains(where: { $0.assessment.name == name }) {
      guard let definition = known.first(where: { $0.name == name }) else { continue }
      let result = decision.assessments.first { $0.assessment == name }
      let least = decision.supported?.least
      let cause: Recommendation.Cause =
        if result?.expired == true {
          .expired
        } else if let least, !isProven, definition.stages.contains(least) {
          .provesBeyond(least)
        } else if decision.recommended.contains(name), let stage = decision.stated {
          .belongsTo(stage)
        } else if decision.asks.contains(name) {
          .asked
        } else {
          .leadsBeyond(least ?? "")
        }
      let isOpen = result.map { $0.state != .complete || $0.expired } ?? true
      found.append(Recommendation(assessment: definition, cause: cause, isOpen: isOpen))
    }
    return found.filter { $0.isOpen } + found.filter { !$0.isOpen }
  }
}
