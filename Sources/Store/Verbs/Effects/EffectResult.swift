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
  /// The connection whose effects are counted.
  public var connection: String
  /// `result`, `stage` or `fields`.
  public var kind: Text
  /// The state that they are in.
  public var state: EffectState
  /// How many there are.
  public var count: Int
  /// When the oldest of them was made, epoch milliseconds; nil: they are over.
  public var oldestCreatedAt: Int64?

  /// A count as it was kept beside the effects; counting reads none of them.
  public init(connection: String, kind: Text, state: EffectState, count: Int, oldestCreatedAt: Int64?) {
    self.connection = connection
    self.kind = kind
    self.state = state
    self.count = count
    self.oldestCreatedAt = oldestCreatedAt
  }
}
