/// What a built-in may see of its surroundings.
public struct CallSurroundings: Sendable {
  /// The instant that `now()` and `today()` are.
  public var clock: Clock
  /// What missing values mean.
  public var law: Law
  /// How much work the call may do.
  public var limits: Limits
  /// Set by a built-in that answers null because of an error: the sentence that says why.
  public var failure: Text?
  /// Work done beyond one step (items visited, bytes made); counted against the step limit.
  public var steps = 0
  /// How many calls of functions surround this one: a function of the host that runs a machine of its own passes it on.
  public var depth = 0
  /// The patterns used last; a caller that keeps them from call to call saves their making.
  public var patterns = PatternCache()
  /// Makes the surroundings of a call that no other call surrounds, with no work done yet.
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
  public static let names: [Text] = BuiltinTable.all.map { $0.name }

  /// The built-in of that name.
  public init?(named name: Text) {
    guard let index = Self.names.firstIndex(where: { $0.hasSameBytes(as: name) }) else { return nil }
    self.index = index
  }

  /// Its parameter lists; arguments by name are matched against them at compile time.
  public var signatures: [[Text]] { definition?.signatures.map { $0.map { $0.name } } ?? [] }

  /// Whether the last parameter takes any number of arguments.
  public var isVariadic: Bool { definition.map { $0.variadic != .no } ?? false }

  /// The type of its results, as far as it is known.
  public var resultType: FeelType { definition?.result ?? .any }

  /// Whether it reads the clock.
  public var readsClock: Bool { definition?.readsClock ?? false }

  /// The value for arguments in the order of one of the signatures. Arguments may be `unknown`, `undecided` or
  /// uncertain lists: the built-in decides what comes of them (design §5: unknown, unless every way gives the same).
  public func call(_ arguments: [Value], _ surroundings: inout CallSurroundings) -> Value {
    guard let definition else { return .null }
    let value = definition.call(arguments, &surroundings)
    if let failure = surroundings.failure { surroundings.failure = definition.name + ": " + failure }
    return value
  }

  /// What cannot fit: `the 1st argument`, what it must be, what it is.
  struct Misfit {
    var what: Text
    var wanted: FeelType
    var found: FeelType
  }

  /// Why a value of this type can never be the argument.
  func misfit(_ type: FeelType, at place: Int, of count: Int) -> Misfit? {
    definition?.misfit(type, at: place, of: count)
  }

  private var definition: BuiltinDefinition? { BuiltinTable.definition(at: index) }

  /// The form of it that has all these parameters, where several take as many arguments: `key:` of `context put` is one
  /// key, and never the list that `keys:` is. Itself, if it has no such forms.
  func form(named names: [Text]) -> Builtin {
    guard let signature = signature(named: names),
      let place = BuiltinTable.forms.firstIndex(where: { form in
        form.name.hasSameBytes(as: name) && form.signatures[0].map { $0.name } == signature
      })
    else { return self }
    return Builtin(index: BuiltinTable.all.count + place)
  }

  /// The parameters of the form that arguments with these names are meant for; nil if there is none.
  func signature(named names: [Text]) -> [Text]? {
    let fitting = signatures.filter { signature in names.allSatisfy { signature.contains($0) } }
    // Of two with the same names (`before(point, range)`, `before(range, point)`) the written order tells which is meant.
    return fitting.first { $0 == names } ?? fitting.min { $0.count < $1.count }
  }
}

/// All built-ins, family by family. Their places are no promise: they may differ from build to build.
enum BuiltinTable {
  static let all: [BuiltinDefinition] =
    LogicBuiltins.all + ConversionBuiltins.all + TextBuiltins.all + PatternBuiltins.all + NumberBuiltins.all
    + AggregateBuiltins.all + ListBuiltins.all + ContextBuiltins.all + DateBuiltins.all + IntervalBuiltins.all
    + RangeBuiltins.all + FunctionBuiltins.all

  /// Forms of built-ins that only the names of arguments tell apart; their places follow those of `all`.
  static let forms: [BuiltinDefinition] = ContextBuiltins.forms + IntervalBuiltins.forms

  static func definition(at index: Int) -> BuiltinDefinition? {
    if all.indices.contains(index) { return all[index] }
    return forms.indices.contains(index - all.count) ? forms[index - all.count] : nil
  }
}
