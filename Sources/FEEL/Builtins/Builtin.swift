// In work: replaced by the built-ins' author.

/// What a built-in may see of its surroundings.
public struct CallSurroundings: Sendable {
  public var clock: Clock
  public var law: Law
  public var limits: Limits
  /// Set by a built-in that answers null because of an error: the sentence that says why.
  public var failure: Text?
  /// Work done beyond one step (items visited, bytes made); counted against the step limit.
  public var steps = 0
  public init(clock: Clock, law: Law, limits: Limits) {
    self.clock = clock
    self.law = law
    self.limits = limits
  }
}

/// A built-in function (DMN 1.5 §10.3.4).
public struct Builtin: Hashable, Sendable {
  /// Place in the table of all built-ins.
  public let index: Int

  /// The names of all built-ins, by index; some hold spaces.
  public static var names: [Text] { [] }

  /// The built-in of that name.
  public init?(named name: Text) { return nil }

  /// Its parameter lists; arguments by name are matched against them at compile time.
  public var signatures: [[Text]] { [] }

  /// Whether the last parameter takes any number of arguments.
  public var isVariadic: Bool { false }

  /// The type of its results, as far as it is known.
  public var resultType: FeelType { .any }

  /// Whether it reads the clock.
  public var readsClock: Bool { false }

  /// The value for arguments in the order of one of the signatures. Arguments may be `unknown`, `undecided` or
  /// uncertain lists: the built-in decides what comes of them (design §5: unknown, unless every way gives the same).
  public func call(_ arguments: [Value], _ surroundings: inout CallSurroundings) -> Value { .null }
}
