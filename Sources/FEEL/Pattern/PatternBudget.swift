/// How much more a search may do.
struct PatternBudget {
  /// Steps of a pattern's program that count as one step of an evaluation.
  static let stepsInOne = 16

  private let granted: Int
  var remaining: Int

  /// What is left of `steps` steps of an evaluation.
  init(steps: Int) {
    granted = min(max(steps, 0), 1 << 26) * Self.stepsInOne
    remaining = granted
  }

  /// What was done, in steps of an evaluation.
  var spent: Int { (granted - remaining) / Self.stepsInOne }

  /// Counts work; false once there was too much of it.
  @inline(__always) mutating func spend(_ work: Int) -> Bool {
    remaining &-= work
    return remaining >= 0
  }
}

/// How a search ended.
enum PatternOutcome: Equatable {
  case found
  case absent
  /// Given up: the budget is spent.
  case exhausted
}
