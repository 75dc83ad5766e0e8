public import FEEL

/// What came of an attempt at an effect.
public enum EffectResult: Hashable, Sendable {
  /// It is as it should be in the other system.
  case done
  /// It cannot be brought about; a person must look. The words are the other system's.
  case dead(class: Text, code: Text?, message: Text?)
  /// Again, not before that instant. `outcomeUnknown`: it may have come through. `counts`: whether the attempt counts
  /// (one that was never sent does not).
  case retry(
    notBefore: Int64, class: Text, code: Text?, message: Text?, outcomeUnknown: Bool, counts: Bool)
  /// The other system has moved on; the note says how.
  case superseded(note: Text)
}

/// How many effects of a connection and kind there are in a state, for metrics.
public struct EffectCount: Hashable, Sendable {
  public var connection: String
  public var kind: Text
  public var state: EffectState
  public var count: Int
  /// When the oldest of them was made, epoch milliseconds; nil: they are over.
  public var oldestCreatedAt: Int64?

  public init(connection: String, kind: Text, state: EffectState, count: Int, oldestCreatedAt: Int64?) {
    self.connection = connection
    self.kind = kind
    self.state = state
    self.count = count
    self.oldestCreatedAt = oldestCreatedAt
  }
}
