import FEEL

/// One line `expression<TAB>context`, evaluated.
enum ExpressionCase {
  private static let clock = Clock(epochMilliseconds: 1_767_225_600_000, offsetSeconds: 3600)

  /// The value of the expression, or the errors in it.
  static func expression(_ line: ArraySlice<UInt8>, law: Law) -> [UInt8] {
    guard let (source, given) = parts(of: line) else { return Array("error: no context".utf8) }
    var scope = Scope()
    var slots: [Value] = []
    if case .context(let context) = given {
      for (key, value) in zip(context.shape.keys, context.values) {
        scope.variables.append(Scope.Variable(key, .slot(slots.count, .any)))
        slots.append(value)
      }
    }
    return answer(Expression(source, scope: scope, law: law), slots)
  }

  /// What unary tests say of the subject, or the errors in them.
  static func tests(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard let (source, given) = parts(of: line) else { return Array("error: no context".utf8) }
    return answer(Expression(tests: source, subject: 0), [given])
  }

  private static func parts(of line: ArraySlice<UInt8>) -> (source: Text, given: Value)? {
    guard let tab = line.lastIndex(of: UInt8(ascii: "\t")) else { return nil }
    let context = Array(line[(tab + 1)...])
    let json: JSON
    do throws(JSONError) {
      json = context.isEmpty ? .object([]) : try JSON.parse(context)
    } catch {
      return nil
    }
    return (Text(bytes: Array(line[..<tab])), marked(Value(json, law: .sales)))
  }

  private static func answer(_ expression: Expression, _ slots: [Value]) -> [UInt8] {
    var errors: Text = ""
    for diagnostic in expression.compiled.diagnostics where diagnostic.severity == .error {
      errors += " " + diagnostic.code + " " + diagnostic.message + ";"
    }
    if !errors.isEmpty { return ("error" + errors).bytes }
    let (value, notes) = expression.evaluate(slots, clock: clock)
    var writer = JSONWriter()
    writer.value(JSON(value, unknown: .object([JSON.Member("unknown", .boolean(true))])))
    for note in notes { writer.bytes += (" " + note.code + " " + note.message + ";").bytes }
    return writer.bytes
  }

  /// A value with its marks replaced; see `PortableCases`.
  private static func marked(_ value: Value) -> Value {
    switch value {
    case .string(let text) where text.bytes.first == UInt8(ascii: "@"):
      let rest = Text(bytes: Array(text.bytes.dropFirst()))
      return rest == "null" ? .null : TemporalLiteral.parse(rest) ?? value
    case .list(let items): return .list(items.map { marked($0) })
    case .context(let context):
      let keys = context.shape.keys
      if keys == ["least", "most"], let least = context.values[0].decimal, let most = context.values[1].decimal {
        return .undecided(Interval(least: least, most: most))
      }
      if keys == ["items", "certain"], case .list(let items) = context.values[0],
        case .list(let flags) = context.values[1]
      {
        let certain = flags.map { $0.isIdentical(to: .boolean(true)) }
        return .uncertainList(UncertainList(items: items.map { marked($0) }, certain: certain))
      }
      return .context(Context(shape: context.shape, values: context.values.map { marked($0) }))
    default: return value
    }
  }
}
