/// A source text compiled for the entries of one context, which are the names in its scope.
///
/// Under our own law a null among them is what nobody has said yet, as in a record: unknown.
///
///     let expression = ContextExpression("amount * 2", context: context, law: .standard)
///     expression.evaluate(clock: clock).value  // 42 where the amount is 21
public struct ContextExpression: Sendable {
  /// As it was written.
  public let source: Text
  /// The compiled whole.
  public let expression: Expression
  /// The names with their slots and the types of their values.
  let scope: Scope
  /// The values by slot; of unary tests the last is the subject.
  let slots: [Value]
  /// The slot of the subject, if these are unary tests.
  let subject: Int?
  let law: Law
  let limits: Limits

  /// Compiles an expression.
  ///
  /// - Parameter externals: the functions outside FEEL that it may name.
  public init(
    _ source: Text, context: Context, law: Law, limits: Limits = Limits(), externals: ExternalFunctions? = nil
  ) {
    self.init(source, context, nil, law, limits, externals)
  }

  /// Compiles unary tests about a subject (DMN 1.5 grammar rule 17).
  public init(
    tests source: Text, about subject: Value, context: Context, law: Law, limits: Limits = Limits(),
    externals: ExternalFunctions? = nil
  ) {
    self.init(source, context, subject, law, limits, externals)
  }

  private init(
    _ source: Text, _ context: Context, _ subject: Value?, _ law: Law, _ limits: Limits, _ externals: ExternalFunctions?
  ) {
    self.source = source
    self.law = law
    self.limits = limits
    let values = law == .sales ? context.values.map { $0.withoutNull(depth: 0) } : context.values
    let subject = law == .sales ? subject?.withoutNull(depth: 0) : subject
    var variables: [Scope.Variable] = []
    for (slot, (key, value)) in zip(context.shape.keys, values).enumerated() {
      variables.append(Scope.Variable(key, .slot(slot, FeelType(ofData: value))))
    }
    scope = Scope(variables)
    if let subject {
      self.subject = variables.count
      slots = values + [subject]
      expression = Expression(
        tests: source, subject: variables.count, type: FeelType(ofData: subject), scope: scope, law: law,
        limits: limits,
        externals: externals)
    } else {
      self.subject = nil
      slots = values
      expression = Expression(source, scope: scope, law: law, limits: limits, externals: externals)
    }
  }

  /// What is to be told of the source.
  public var diagnostics: [Diagnostic] { expression.compiled.diagnostics }

  /// Whether there is something to evaluate: no finding is an error.
  public var isUsable: Bool { expression.compiled.entry != nil }

  /// Its value, and the failures met on the way.
  public func evaluate(clock: Clock) -> (value: Value, notes: [Machine.Note]) {
    expression.evaluate(slots, clock: clock)
  }
}

extension Value {
  /// The value with unknown in place of null, inside lists and contexts too.
  fileprivate func withoutNull(depth: Int) -> Value {
    switch self {
    case .null: .unknown
    case .list(let items) where depth < JSONLimits.deepest: .list(items.map { $0.withoutNull(depth: depth + 1) })
    case .context(let context) where depth < JSONLimits.deepest:
      .context(Context(shape: context.shape, values: context.values.map { $0.withoutNull(depth: depth + 1) }))
    default: self
    }
  }
}

extension FeelType {
  /// The type of a value of which the entries are known, so that names of several words are found behind a dot.
  ///
  /// Items of a list that are contexts have the entries of all of them; an entry that differs in type is `any`.
  init(ofData value: Value) { self.init(ofData: value, depth: 0) }

  private init(ofData value: Value, depth: Int) {
    switch value {
    case .list(let items) where depth < 32:
      self = .list(Self.united(items.map { FeelType(ofData: $0, depth: depth + 1) }))
    case .uncertainList(let list) where depth < 32:
      self = .list(Self.united(list.items.map { FeelType(ofData: $0, depth: depth + 1) }))
    case .context(let context) where depth < 32:
      self = .context(
        zip(context.shape.keys, context.values).map { Entry($0, FeelType(ofData: $1, depth: depth + 1)) })
    default: self.init(of: value)
    }
  }

  /// The type that holds values of all of these; contexts are put together, other differences are `any`.
  private static func united(_ types: [FeelType]) -> FeelType {
    guard var result = types.first else { return .any }
    for type in types.dropFirst() where result != type {
      guard case .context(var entries) = result, case .context(let others) = type else { return .any }
      for other in others {
        if let place = entries.firstIndex(where: { $0.name.hasSameBytes(as: other.name) }) {
          entries[place].type = united([entries[place].type, other.type])
        } else {
          entries.append(other)
        }
      }
      result = .context(entries)
    }
    return result
  }
}
