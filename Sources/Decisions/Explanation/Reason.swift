public import FEEL

/// Why a rule fired, did not, or could not be told: plain data, the same for the same inputs.
public struct RuleReason: Sendable {
  /// The rule's name.
  public var rule: Text
  /// What became of its condition.
  public var outcome: Outcome
  /// Nil if the rule is not in force.
  public var condition: Reason?
}

/// Why a part of a condition has its value.
public struct Reason: Sendable {
  /// What a part of a condition is.
  public enum Kind: Sendable {
    /// `and`: the parts.
    case all
    /// `or`: the parts.
    case any
    /// `not(...)`: one part.
    case not
    /// Two sides compared by a sign.
    case comparison(Comparison)
    /// `between` or `in`.
    case membership(Membership)
    /// Anything else that is true or false by itself.
    case truth(Side)
  }

  /// What the part is.
  public var kind: Kind
  /// True, false, null or unknown.
  public var value: Value
  /// As its author wrote it.
  public var text: Text
  /// Its place in the condition.
  public var span: Span
  /// What it consists of, in the order of the text; empty for what stands by itself.
  public var parts: [Reason] = []
  /// What is missing, if the value is unknown.
  public var missing: [Missing] = []
  /// The facts that it reads, by name.
  public var facts: [FactReason] = []

  /// What became of this part, taken as a condition.
  public var outcome: Outcome { Outcome(value) }
}

/// One side of a comparison.
public struct Side: Sendable {
  /// As its author wrote it.
  public var text: Text
  /// The name, plain or dotted, if it is nothing but a name (`DemoAssessment.Score`).
  public var path: Text?
  /// Whether it is written out, so that nobody can change it.
  public var isLiteral: Bool
  /// What it came to.
  public var value: Value
}

/// A comparison with both values.
public struct Comparison: Sendable {
  /// The left side.
  public var left: Side
  /// The sign between the two.
  public var sign: CompareOperator
  /// The right side.
  public var right: Side
  /// How far the left number is from passing, if it fails.
  public var distance: Distance?
}

/// A `between` or `in` with its value.
public struct Membership: Sendable {
  /// What is tested.
  public var value: Side
  /// The tests as written, without brackets around several.
  public var tests: Text
  /// The ends of a `between`.
  public var bounds: [Side]
  /// The numbers that stand in the tests.
  public var literals: [Value] = []
  /// How far the number is from passing the nearest test, if it fails.
  public var distance: Distance?
}

/// How far a number is from passing a threshold.
public struct Distance: Hashable, Sendable {
  /// Never below zero; zero where the threshold itself does not pass.
  public var by: Decimal34
  /// Whether the threshold itself does not pass, so that more than `by` is needed.
  public var isStrict: Bool
  /// Whether the number must fall to pass, and not rise.
  public var isOver: Bool
  /// Whether the number is only known by its bounds, so that this is the least it can be.
  public var isAtLeast: Bool
}

/// Something that has to be known before a condition can be told.
public struct Missing: Hashable, Sendable {
  /// The name as written: `next_meeting`, `DemoAssessment.Score`, `activities.date`.
  public var path: Text
  /// Where it lies in the machine.
  public var slot: Int
  /// What the number lies between, if that much is known.
  public var least: Decimal34?
  /// The most that the number may be.
  public var most: Decimal34?
  /// The facts on the way to it, from the condition on; empty if the condition reads it itself.
  public var through: [Text]
}

/// Why a fact has its value.
public struct FactReason: Sendable {
  /// The fact's name.
  public var fact: Text
  /// How the values of several rules become one.
  public var merge: Merge
  /// What it came to; unknown while it is undecided.
  public var value: Value
  /// The rules that give to it, by name, with what became of each.
  public var contributions: [ContributionReason]
  /// Whether its default holds, because every rule is false.
  public var isFallback: Bool
  /// Why its rules could not agree, if they could not.
  public var conflict: Conflict.Cause?
  /// Whether the reasons were cut off here, because they lie too deep or are too many, or because a loop closes.
  public var isCut: Bool
}

/// What one rule gave to a fact.
public struct ContributionReason: Sendable {
  /// Why the rule fired, or did not.
  public var rule: RuleReason
  /// Nil if the rule did not fire.
  public var value: Value?
  /// Whether the fact's value is (or holds) the one it gave.
  public var wins: Bool
}

extension Reason {
  /// The leaves that make the value what it is: of a false `and` its false parts, of a true one all of them, and so on.
  public var deciding: [Reason] {
    switch kind {
    case .all:
      switch outcome {
      case .yes: parts.flatMap { $0.deciding }
      case .unknown: parts.filter { $0.outcome == .unknown }.flatMap { $0.deciding }
      case .no, .notInForce: parts.filter { $0.outcome == .no }.flatMap { $0.deciding }
      }
    case .any:
      switch outcome {
      case .yes: parts.filter { $0.outcome == .yes }.flatMap { $0.deciding }
      case .unknown: parts.filter { $0.outcome == .unknown }.flatMap { $0.deciding }
      case .no, .notInForce: parts.flatMap { $0.deciding }
      }
    case .not: parts.flatMap { $0.deciding }
    case .comparison, .membership, .truth: [self]
    }
  }

  /// All that is missing for it, in the order of the text, each once.
  public var allMissing: [Missing] {
    var found: [Missing] = []
    for leaf in deciding {
      for missing in leaf.missing where !found.contains(where: { $0.slot == missing.slot && $0.path == missing.path }) {
        found.append(missing)
      }
    }
    return found
  }
}
