/// What a generated playbook may have in it.
public struct PlaybookTraits: Sendable {
  /// From 1 (a handful of definitions) to 10.
  public var size: Int
  /// Tests against the word `null`, which see what is missing.
  public var nullTests: Bool
  /// Gates that read stage, probability, owner or id: something is known of a record that says nothing else.
  public var stateTests: Bool
  /// Rules with a first or a last day: out of force they say no without any evidence.
  public var dates: Bool
  /// `today()` and answers that expire.
  public var clock: Bool
  /// Facts that no rule gives a value: they are decided by their default without any evidence.
  public var constantFacts: Bool
  /// At least so many rules; the generator adds some that flag, ask and the like.
  public var ruleCount = 0

  public init(
    size: Int = 6, nullTests: Bool = true, stateTests: Bool = true, dates: Bool = true, clock: Bool = true,
    constantFacts: Bool = true
  ) {
    self.size = size
    self.nullTests = nullTests
    self.stateTests = stateTests
    self.dates = dates
    self.clock = clock
    self.constantFacts = constantFacts
  }
}
