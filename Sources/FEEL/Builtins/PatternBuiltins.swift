/// Functions that take a regular expression of XPath (DMN 1.5 §10.3.4.3, tables 74 and 75; XPath and XQuery Functions and
/// Operators 3.1 §5.6). Where XPath has an error they are null.
enum PatternBuiltins {
  static let all: [BuiltinDefinition] = [
    BuiltinDefinition(
      "matches", [.string("input"), .string("pattern")],
      [.string("input"), .string("pattern"), .stringOrNull("flags")], result: .boolean
    ) { arguments, surroundings in
      guard let pattern = pattern(arguments, flags: 2, &surroundings) else { return .null }
      var budget = PatternBudget(steps: surroundings.limits.steps - surroundings.steps)
      let outcome = pattern.matches(arguments.text(0), &budget)
      return value(outcome, budget, &surroundings) { .boolean(outcome == .found) }
    },
    BuiltinDefinition(
      "replace", [.string("input"), .string("pattern"), .string("replacement")],
      [.string("input"), .string("pattern"), .string("replacement"), .stringOrNull("flags")], result: .string
    ) { arguments, surroundings in
      replace(arguments, &surroundings)
    },
    BuiltinDefinition("split", [.string("string"), .string("delimiter")], result: .list(.string)) {
      arguments, surroundings in split(arguments, &surroundings)
    },
  ]

  private static func replace(_ arguments: Arguments, _ surroundings: inout CallSurroundings) -> Value {
    guard let pattern = pattern(arguments, flags: 3, &surroundings) else { return .null }
    if pattern.matchesEmpty { return surroundings.fail("the pattern matches the empty text, which stands everywhere") }
    let replacement: PatternReplacement
    do throws(PatternError) {
      replacement = try PatternReplacement(
        arguments.text(2), groups: pattern.program.groupCount, flags: pattern.flags)
    } catch {
      return surroundings.fail(error.message)
    }
    let text = arguments.text(0)
    var budget = PatternBudget(steps: surroundings.limits.steps - surroundings.steps)
    var result: [UInt8] = []
    var end = 0
    let size = surroundings.limits.size
    let outcome = pattern.forEachMatch(in: text, slots: replacement.slots, &budget) { match in
      result += text.bytes[end..<Int(match[0])]
      replacement.append(match, of: text.bytes, to: &result)
      end = Int(match[1])
      return result.count <= size
    }
    if result.count <= size { result += text.bytes[end...] }
    if result.count > size { return surroundings.tooLarge("bytes") }
    surroundings.steps += result.count / 8
    return value(outcome, budget, &surroundings) { .string(Text(bytes: result)) }
  }

  private static func split(_ arguments: Arguments, _ surroundings: inout CallSurroundings) -> Value {
    guard let pattern = pattern(arguments, flags: nil, &surroundings) else { return .null }
    if pattern.matchesEmpty {
      return surroundings.fail("the delimiter matches the empty text, which stands everywhere")
    }
    let text = arguments.text(0)
    var budget = PatternBudget(steps: surroundings.limits.steps - surroundings.steps)
    var parts: [Value] = []
    var end = 0
    let size = surroundings.limits.size
    let outcome = pattern.forEachMatch(in: text, slots: 2, &budget) { match in
      parts.append(.string(Text(bytes: Array(text.bytes[end..<Int(match[0])]))))
      end = Int(match[1])
      return parts.count < size
    }
    if parts.count >= size { return surroundings.tooLarge("items") }
    parts.append(.string(Text(bytes: Array(text.bytes[end...]))))
    surroundings.steps += parts.count
    return value(outcome, budget, &surroundings) { .list(parts) }
  }

  /// The pattern that stands second among the arguments, with the flags at their place, if any; nil, with the reason, if
  /// it is none.
  private static func pattern(
    _ arguments: Arguments, flags place: Int?, _ surroundings: inout CallSurroundings
  ) -> Pattern? {
    let source = arguments.text(1)
    do throws(PatternError) {
      let flags = place == nil ? [] : try PatternFlags(arguments.text(place ?? 0))
      let (pattern, isNew) = try surroundings.patterns.pattern(source, flags)
      if isNew { surroundings.steps += pattern.cost }
      return pattern
    } catch {
      let place = error.place.map { Text(" (character \($0) of the pattern)") } ?? ""
      _ = surroundings.fail(error.message + place)
      return nil
    }
  }

  private static func value(
    _ outcome: PatternOutcome, _ budget: PatternBudget, _ surroundings: inout CallSurroundings, _ value: () -> Value
  ) -> Value {
    surroundings.steps += budget.spent
    return outcome == .exhausted ? surroundings.fail("the pattern takes too long on this text") : value()
  }
}
