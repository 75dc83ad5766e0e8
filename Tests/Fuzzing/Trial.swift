import Decisions
import FEEL
import ModelReading

/// What is done with one input. Its first letter says what the rest is; whatever it is, nothing traps, everything ends, it
/// comes to the same when done again, and a value that has a text is what the text says.
///
/// | letter | the rest |
/// | --- | --- |
/// | `s` | an expression under our law |
/// | `t`, `u` | unary tests under the standard's law, under ours |
/// | `p` | text, pattern, flags and replacement, parted by bytes 0xFF |
/// | `j` | JSON, plain and typed |
/// | `d` | a decision model |
/// | any other | an expression under the standard's law |
enum Trial {
  static let clock = Clock(epochMilliseconds: 1_767_225_600_000, offsetSeconds: 3600)

  /// Small, so that a second shows what takes too long.
  static let limits: Limits = {
    var limits = Limits()
    limits.steps = 100_000
    limits.size = 100_000
    return limits
  }()

  static func run(_ input: [UInt8]) {
    guard let letter = input.first else { return }
    let rest = Text(bytes: Array(input.dropFirst()))
    switch letter {
    case UInt8(ascii: "s"): expression(rest, .sales)
    case UInt8(ascii: "t"): tests(rest, .standard)
    case UInt8(ascii: "u"): tests(rest, .sales)
    case UInt8(ascii: "p"): pattern(rest)
    case UInt8(ascii: "j"): json(rest)
    case UInt8(ascii: "d"): model(rest)
    default: expression(rest, .standard)
    }
  }

  /// Ends the run: libFuzzer keeps the input.
  static func fail(_ sentence: Text) -> Never { fatalError(sentence.string) }

  // MARK: Expressions

  /// Names that an expression may use, each with a value.
  private static let names: [(name: Text, value: Value)] = {
    let sources: [(Text, Text)] = [
      ("x", "5"), ("s", "\"abc\""), ("l", "[1, 2, null, \"a\"]"), ("c", "{a: 1, b: {c: [true]}}"),
      ("d", "@\"2026-01-31\""), ("t", "@\"10:30:00@Europe/Paris\""), ("close date", "@\"2026-01-31T10:30:00Z\""),
      ("r", "[1..5)"), ("f", "function(a, b) a + b"), ("days", "@\"P1DT2H\""), ("months", "@\"P1Y2M\""), ("n", "null"),
    ]
    return sources.map { ($0, Expression($1, law: .standard).value(clock: clock)) } + [("missing", .unknown)]
  }()

  private static let slots = names.map { $0.value }
  private static let scope = Scope(
    names.enumerated().map { Scope.Variable($1.name, .slot($0, $0 % 2 == 0 ? .any : type(of: $1.value))) })

  private static func type(of value: Value) -> FeelType {
    switch value {
    case .string: .string
    case .context: .context([FeelType.Entry("a", .number)])
    case .time: .time
    default: .any
    }
  }

  private static func expression(_ source: Text, _ law: Law) {
    let expression = Expression(source, scope: scope, law: law, limits: limits)
    check(expression, Expression(source, scope: scope, law: law, limits: limits), slots)
  }

  private static func tests(_ source: Text, _ law: Law) {
    let make = { Expression(tests: source, subject: 0, scope: scope, law: law, limits: limits) }
    check(make(), make(), slots)
  }

  /// Runs what was compiled twice.
  private static func check(_ expression: Expression, _ again: Expression, _ slots: [Value]) {
    if expression.compiled.diagnostics.count != again.compiled.diagnostics.count {
      fail("compiled again, there are other findings")
    }
    let (value, notes) = expression.evaluate(slots, clock: clock)
    let (other, otherNotes) = again.evaluate(slots, clock: clock)
    if !isSame(value, other) { fail("evaluated again, it is another value") }
    if notes.count != otherNotes.count { fail("evaluated again, there are other notes") }
    // A value that is larger than allowed must not come out.
    check(value)
  }

  /// Whether two values are the same, or too large to be compared, or hold functions.
  private static func isSame(_ a: Value, _ b: Value) -> Bool {
    if a.isIdentical(to: b) { return true }
    guard let first = ValueText.literal(a, limit: 10_000), let second = ValueText.literal(b, limit: 10_000) else {
      return true
    }
    return first == second
  }

  private static func hasRangeOfOne(_ value: Value) -> Bool {
    switch value {
    case .list(let items): items.contains { hasRangeOfOne($0) }
    case .context(let context): context.values.contains { hasRangeOfOne($0) }
    case .range(let range):
      if case .equal = range.form {
        true
      } else {
        [range.start, range.end].contains { $0.map(hasRangeOfOne) ?? false }
      }
    default: false
    }
  }

  /// Writes a value and reads it again.
  private static func check(_ value: Value) {
    _ = ValueText.shown(value, limit: 1000)
    var isCut = false
    let json = JSON(typed: value, isCut: &isCut)
    if !isCut {
      do throws(TypedValueError) {
        let read = try Value(typed: json)
        // JSON has one form for `(= 5)` and `[5..5]`.
        if !hasRangeOfOne(value), !isSame(read, value) { fail("typed JSON reads as another value") }
      } catch {
        // Functions are written, but never read.
      }
    }
    guard let text = ValueText.literal(value, limit: 10_000) else { return }
    let expression = Expression(text, law: .standard, limits: limits)
    guard expression.compiled.entry != nil else {
      if !expression.compiled.diagnostics.contains(where: { $0.code == "LIMIT" }) {
        fail("the text of a value is refused: " + text)
      }
      return
    }
    let (read, notes) = expression.evaluate(clock: clock)
    if notes.contains(where: { ["STEPS", "SIZE", "DEPTH"].contains($0.code) }) { return }
    if !read.isIdentical(to: value) { fail("the text of a value reads as another: " + text) }
  }

  // MARK: Patterns

  private static let patternNames: [Text] = ["text", "pattern", "flags", "replacement"]
  private static let patternCalls: [Expression] = {
    let sources: [Text] = [
      "matches(text, pattern, flags)", "replace(text, pattern, replacement, flags)", "split(text, pattern)",
    ]
    let scope = Scope(patternNames.enumerated().map { Scope.Variable($1, .slot($0, .any)) })
    return sources.map { Expression($0, scope: scope, law: .standard, limits: limits) }
  }()

  private static func pattern(_ rest: Text) {
    var parts = rest.bytes.split(separator: 0xFF, omittingEmptySubsequences: false)
      .map { Value.string(Text(bytes: Array($0))) }
    while parts.count < 4 { parts.append(.null) }
    // Bytes that are no text must do no harm, but nobody promises that they can be written.
    guard parts.allSatisfy({ isText($0) }) else {
      for call in patternCalls { _ = call.evaluate(parts, clock: clock) }
      return
    }
    for call in patternCalls { check(call, call, parts) }
  }

  private static func isText(_ value: Value) -> Bool {
    guard case .string(let text) = value else { return true }
    return Text(text.string) == text
  }

  // MARK: JSON

  private static func json(_ rest: Text) {
    do throws(JSONError) {
      let json = try JSON.parse(rest.bytes)
      var writer = JSONWriter()
      writer.value(json)
      let again = try JSON.parse(writer.bytes)
      var second = JSONWriter()
      second.value(again)
      if writer.bytes != second.bytes { fail("JSON that was written and read is written in another way") }
      check(Value(json, law: .standard))
      do throws(TypedValueError) {
        check(try Value(typed: json))
      } catch {}
    } catch {}
  }

  // MARK: Models

  private static func model(_ rest: Text) {
    let file = DMNModelReader.File(name: "model.dmn", bytes: rest.bytes)
    let (model, findings) = DMNModelReader.read(file, imports: [file], limits: limits)
    let (again, others) = DMNModelReader.read(file, imports: [file], limits: limits)
    if findings.count != others.count { fail("read again, there are other findings") }
    guard let model, let again else { return }
    let inputs = model.inputs.enumerated().map { ModelInput($1.name, slots[$0 % slots.count]) }
    do throws(ModelRequestError) {
      let first = try model.evaluate(decisions: model.decisions, inputs: inputs, clock: clock, limits: limits)
      let second = try again.evaluate(decisions: again.decisions, inputs: inputs, clock: clock, limits: limits)
      for (one, other) in zip(first.results, second.results) {
        if !isSame(one.value, other.value) { fail("evaluated again, a decision is another value") }
        check(one.value)
      }
      for service in model.services {
        check(try model.evaluate(service: service, inputs: inputs, clock: clock, limits: limits).value)
      }
      for knowledge in model.knowledgeModels {
        check(try model.evaluate(knowledgeModel: knowledge, inputs: inputs, clock: clock, limits: limits).value)
      }
    } catch {
      // Names that two elements share are refused.
    }
  }
}
