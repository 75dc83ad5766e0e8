/// For how many days the store keeps what it does not need for ever (`keep:` of the policy).
public struct Keeping: Hashable, Sendable {
  /// Answers to requests, for their repetition.
  public var requests: Int
  /// Tokens, sessions and links, after their end.
  public var tokens: Int
  /// Effects, after they were carried out.
  public var effects: Int
  /// Hints of webhooks, after they were done with.
  public var inbound: Int

  /// Makes periods, each in days.
  public init(requests: Int = 7, tokens: Int = 30, effects: Int = 90, inbound: Int = 30) {
    self.requests = requests
    self.tokens = tokens
    self.effects = effects
    self.inbound = inbound
  }
}
