public import FEEL

/// A table of cases in a text file, one a line: `expression;input;expected`. No line of it needs more than FEEL.
///
/// The first line says what the first column is: `expression` (our law), `standard expression` (DMN's), `tests` (unary
/// tests; the input is their subject) or `standard tests`. `#` starts a comment line. Input is a FEEL context whose entries are the names
/// in scope; `unknown` is the missing value, `{least: 1, most: 2}` a number of which only the bounds are certain,
/// `{items: [1, 2], certain: [true, false]}` a list of which an item may not be there. Expected is a FEEL value, or
/// `error CODE` for a finding. Each case runs twice: with names of unknown type and with the types of their values.
public struct CaseTable {
  /// A case that came to something else.
  public struct Failure: Sendable {
    public var line: Int
    public var text: Text
    public var reason: Text
  }

  public private(set) var failures: [Failure] = []
  public private(set) var caseCount = 0

  private var areTests = false
  private var law = Law.sales
  private static let clock = Clock(epochMilliseconds: 1_767_225_600_000, offsetSeconds: 3600)

  /// Runs all cases of a file.
  public init(_ file: [UInt8]) {
    for (index, line) in file.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.first == 35 { continue }
      let fields = line.split(separator: 59, omittingEmptySubsequences: false).map { Text(bytes: Array($0)) }
      if index == 0 {
        areTests = fields[0] == "tests" || fields[0] == "standard tests"
        law = fields[0] == "standard expression" || fields[0] == "standard tests" ? .standard : .sales
      } else if fields.count == 3 {
        caseCount += 1
        run(fields[0], fields[1], fields[2], Text(bytes: Array(line)), line: index + 1)
      } else {
        failures.append(
          Failure(line: index + 1, text: Text(bytes: Array(line)), reason: "\(fields.count) fields, not 3"))
      }
    }
  }

  private mutating func run(_ source: Text, _ input: Text, _ expected: Text, _ text: Text, line: Int) {
    func fail(_ reason: Text) { failures.append(Failure(line: line, text: text, reason: reason)) }
    let errorMark: Text = "error "
    let wantsError = expected.bytes.starts(with: errorMark.bytes)
    guard let given = Self.value(input.isEmpty ? "{}" : input) else { return fail("the input is no FEEL") }
    guard let wanted = wantsError ? Value.null : Self.value(expected) else { return fail("the expected is no FEEL") }
    for isTyped in [false, true] {
      let (outcome, diagnostics) = evaluate(source, given, isTyped: isTyped)
      let name: Text = isTyped ? "with types" : "without types"
      let errors = diagnostics.filter { $0.severity == .error }
      if wantsError {
        let code = Text(bytes: Array(expected.bytes.dropFirst(errorMark.bytes.count)))
        if !errors.contains(where: { $0.code == code }) { fail("\(name): no such error") }
      } else if let error = errors.first {
        // With types what is always null is an error; without, it is just null.
        if !isTyped || error.code != "TYPE" || !wanted.isIdentical(to: .null) {
          fail("\(name): \(error.code) \(error.message)")
        }
      } else if !outcome.isIdentical(to: wanted) {
        fail("\(name): came to \(Text("\(outcome)"))")
      }
    }
  }

  private func evaluate(_ source: Text, _ given: Value, isTyped: Bool) -> (Value, [Diagnostic]) {
    if areTests {
      let type = isTyped ? Self.type(of: given) : .any
      let expression = Expression(tests: source, subject: 0, type: type, law: law)
      return (expression.value([given], clock: Self.clock), expression.compiled.diagnostics)
    }
    var scope = Scope()
    var slots: [Value] = []
    if case .context(let context) = given {
      for (key, value) in zip(context.shape.keys, context.values) {
        scope.variables.append(Scope.Variable(key, .slot(slots.count, isTyped ? Self.type(of: value) : .any)))
        slots.append(value)
      }
    }
    let expression = Expression(source, scope: scope, law: law)
    return (expression.value(slots, clock: Self.clock), expression.compiled.diagnostics)
  }

  /// The value of a FEEL text in which the marks for the missing and the undecided may stand.
  static func value(_ text: Text) -> Value? {
    let expression = Expression(text, scope: Scope([Scope.Variable("unknown", .slot(0, .any))]))
    guard expression.compiled.entry != nil else { return nil }
    return marked(expression.value([.unknown], clock: clock))
  }

  private static func marked(_ value: Value) -> Value {
    switch value {
    case .list(let items): return .list(items.map { marked($0) })
    case .context(let context):
      if context.shape.keys == ["least", "most"], let least = context["least"]?.decimal,
        let most = context["most"]?.decimal
      {
        return .undecided(Interval(least: least, most: most))
      }
      if context.shape.keys == ["items", "certain"], case .list(let items)? = context["items"],
        case .list(let flags)? = context["certain"]
      {
        let certain = flags.map { $0.isIdentical(to: .boolean(true)) }
        return .uncertainList(UncertainList(items: items.map { marked($0) }, certain: certain))
      }
      return .context(Context(shape: context.shape, values: context.values.map { marked($0) }))
    default: return value
    }
  }

  /// The type that a record's attribute of that value would be declared with.
  static func type(of value: Value) -> FeelType {
    switch value {
    case .boolean: return .boolean
    case .small, .large, .undecided: return .number
    case .string: return .string
    case .date: return .date
    case .time: return .time
    case .dateTime: return .dateTime
    case .monthsDuration: return .monthsDuration
    case .daysDuration: return .daysDuration
    case .list(let items): return .list(common(items))
    case .uncertainList(let list): return .list(common(list.items))
    case .context(let context):
      return .context(zip(context.shape.keys, context.values).map { FeelType.Entry($0, type(of: $1)) })
    default: return .any
    }
  }

  private static func common(_ items: [Value]) -> FeelType {
    guard let first = items.first else { return .any }
    let type = type(of: first)
    return items.allSatisfy { Self.type(of: $0) == type } ? type : .any
  }
}
