import Testing

@testable import FEEL

/// Patterns that take other engines hours, and what is too large for ours.
@Suite struct `Hostile patterns` {
  private static let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)

  /// Steps of an evaluation that a pattern takes on a text; nil if it was given up.
  private func steps(_ pattern: Text, _ text: Text) throws -> Int? {
    let pattern = try Pattern(pattern)
    var budget = PatternBudget(steps: Limits().steps)
    return pattern.matches(text, &budget) == .exhausted ? nil : budget.spent
  }

  @Test(arguments: [
    "^(a+)+$", "^(a*)*$", "^(a|a)*$", "^(a|aa)+$", "^(a|a?)+$", "^((a+)+)+$", "(x+x+)+y", "^(.*a){12}$", "(.*)*b",
    "^([a-z]+)*[0-9]", "(a?){30}a{30}b", "^(([a-z])+.)+[A-Z]([a-z])+$", "a*a*a*a*a*a*a*b",
  ]) func `take time that grows with the text only`(pattern: String) throws {
    let short = try #require(try steps(Text(pattern), Text(String(repeating: "a", count: 500) + "!")))
    let long = try #require(try steps(Text(pattern), Text(String(repeating: "a", count: 5000) + "!")))
    #expect(short < 30_000)
    #expect(long <= 11 * short + 100)
  }

  @Test func `with back-references end at the limit of steps, with the reason`() {
    let text = String(repeating: "a", count: 3000)
    let expression = Expression("matches(\"\(Text(text))!\", \"^(a+)+\\\\1+$\")", law: .standard)
    let (value, notes) = expression.evaluate(clock: Self.clock)
    #expect(value.isNull)
    #expect(
      notes.contains { $0.message.string.contains("the pattern takes too long on this text") })
  }

  @Test(arguments: [
    "a{20001}", "(a{200}){200}", "((a{100}){100}){100}", "(((){999}){999}){999}", "(?:[a-z]{1,500}){1,500}",
    "(a{0,20000}){0,20000}",
  ]) func `are refused when their repetitions are too many`(pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(Text(pattern)) }
  }

  @Test func `are refused when they nest too deep`() {
    for open in ["(", "(?:"] {
      let deep = String(repeating: open, count: 50_000 / open.count)
      let error = #expect(throws: PatternError.self) { try Pattern(Text(deep)) }
      #expect(error?.message == "the pattern nests deeper than 100 levels")
    }
    #expect(throws: PatternError.self) { try Pattern(Text(String(repeating: "[a-", count: 10_000))) }
    let allowed = String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100)
    #expect(throws: Never.self) { try Pattern(Text(allowed)) }
  }

  @Test func `are refused when they are too long`() {
    #expect(throws: PatternError.self) { try Pattern(Text(String(repeating: "a", count: 65_537))) }
    #expect(throws: Never.self) { try Pattern(Text(String(repeating: "a", count: 65_536))) }
  }

  @Test func `results are no larger than allowed`() {
    var limits = Limits()
    limits.size = 100
    let scope = Scope([Scope.Variable("text", .slot(0, .string))])
    let text = Value.string(Text(String(repeating: "a", count: 90)))
    for source: Text in ["replace(text, \"a\", \"bb\")", "split(text + text, \"a\")"] {
      let expression = Expression(source, scope: scope, law: .standard, limits: limits)
      #expect(expression.value([text], clock: Self.clock).isNull)
    }
  }

  @Test func `bytes that are no text match as replacement characters`() throws {
    let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0xE2, 0x82, 0x62]
    var budget = PatternBudget(steps: 1000)
    #expect(try Pattern("^a\u{FFFD}{4}b$").matches(Text(bytes: bytes), &budget) == .found)
    #expect(try Pattern("^a....b$").matches(Text(bytes: bytes), &budget) == .found)
    #expect(try Pattern(Text(bytes: bytes)).matches(Text(bytes: bytes), &budget) == .found)
  }
}
