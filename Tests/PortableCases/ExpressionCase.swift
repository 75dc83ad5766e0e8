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
  static func tests(_ line: ArraySlice<UInt8>, law: Law) -> [UInt8] {
    guard let (source, given) = parts(of: line) else { return Array("error: no context".utf8) }
    return answer(Expression(tests: source, subject: 0, law: law), [given])
  }

  private static func parts(of line: ArraySlice<UInt8>) -> (source: Text, given: Value)? {
    guard let tab = line.lastIndex(of: UInt8(ascii: "\t")) else { return nil }
    let given = Array(line[(tab + 1)...])
    let source = Text(bytes: Array(line[..<tab]))
    let json: JSON
    do throws(JSONError) {
      json = try JSON.parse(given.isEmpty ? Array("{}".utf8) : given, limits: JSONLimits(depth: 256))
    } catch {
      return nil
    }
    do throws(TypedValueError) {
      return (source, try Value(typed: json))
    } catch {
      return nil
    }
  }

  private static func answer(_ expression: Expression, _ slots: [Value]) -> [UInt8] {
    var errors: Text = ""
    for diagnostic in expression.compiled.diagnostics where diagnostic.severity == .error {
      errors += " " + diagnostic.code + " " + diagnostic.message + ";"
    }
    if !errors.isEmpty { return ("error" + errors).bytes }
    let (value, notes) = expression.evaluate(slots, clock: clock)
    var writer = JSONWriter()
    writer.value(JSON(typed: value))
    for note in notes { writer.bytes += (" " + note.code + " " + note.message + ";").bytes }
    return writer.bytes
  }
}
