import Decisions
public import FEEL

// The words of a decision in documents.

extension AssessmentResult.State {
  /// The word for it in documents.
  public var word: Text {
    switch self {
    case .notSubmitted: "not submitted"
    case .undecided: "undecided"
    case .complete: "complete"
    }
  }
}

extension Verdict {
  /// The word for it in documents.
  public var word: Text {
    switch self {
    case .level: "level"
    case .behind: "behind"
    case .unproven: "unproven"
    case .ahead: "ahead"
    }
  }

  /// By how many stages; 0 for level.
  public var stages: Int {
    switch self {
    case .level: 0
    case .behind(let stages), .unproven(let stages), .ahead(let stages): stages
    }
  }
}

extension GateState {
  /// The word for it in documents.
  public var word: Text {
    switch self {
    case .passed: "passed"
    case .kept: "kept"
    case .undecided: "undecided"
    case .failed: "failed"
    case .withoutRules: "without rules"
    }
  }
}

extension Outcome {
  /// The word for it in documents.
  var word: Text {
    switch self {
    case .no: "no"
    case .yes: "yes"
    case .unknown: "unknown"
    case .notInForce: "not in force"
    }
  }
}
