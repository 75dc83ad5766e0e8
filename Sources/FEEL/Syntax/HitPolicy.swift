/// What becomes of the rules of a decision table that match (DMN 1.5 §8.2.8).
public enum HitPolicy: UInt8, Hashable, Sendable {
  /// U: at most one rule matches.
  case unique
  /// A: all that match agree.
  case any
  /// P: the one whose outputs stand first among the output values.
  case priority
  /// F: the first.
  case first
  /// R: all, in the order of the rules.
  case ruleOrder
  /// O: all, in the order of the output values.
  case outputOrder
  /// C: all, in any order; here in that of the rules.
  case collect
  /// C+, C<, C>, C#
  case sum, least, greatest, count
}
