import FEEL
import Testing

@Suite struct `Values as FEEL text` {
  private static let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)

  static let literals: [(expression: Text, literal: Text)] = [
    ("null", "null"),
    ("1 + 1.5", "2.5"),
    ("-(3)", "-3"),
    ("\"a\" + \"\\n\\\"\\\\\"", "\"a\\n\\\"\\\\\""),
    ("@\"2026-01-31\"", "@\"2026-01-31\""),
    ("duration(\"P1D\")", "@\"P1D\""),
    ("[1, \"a\", [null]]", "[1, \"a\", [null]]"),
    ("{close date: @\"2026-01-31\", \"a+b\": 1, \"if\": 2}", "{close date: @\"2026-01-31\", \"a+b\": 1, \"if\": 2}"),
    ("[1..5)", "[1..5)"),
    ("](-1)..null[", "(-1..null)"),
    ("(< 5)", "(< 5)"),
    ("(= 5)", "(= 5)"),
    ("(!= \"a\")", "(!= \"a\")"),
    ("(>= @\"P1D\")", "(>= @\"P1D\")"),
  ]

  @Test(arguments: literals) func `a value is written as its literal`(example: (expression: Text, literal: Text)) {
    let value = Expression(example.expression, law: .standard).value(clock: Self.clock)
    #expect(ValueText.literal(value) == example.literal)
  }

  @Test func `any value, written and read again, is the same`() throws {
    var random = RandomValue(seed: 42)
    var read = 0
    while read < 3000 {
      let value = random.value()
      guard let text = ValueText.literal(value, limit: 60_000) else {
        Issue.record("no literal for \(value)")
        return
      }
      let expression = Expression(text, law: .standard)
      #expect(expression.compiled.entry != nil, "\(text) \(expression.compiled.diagnostics)")
      #expect(expression.value(clock: Self.clock).isIdentical(to: value), "\(text)")
      read += 1
    }
  }

  @Test func `what has no literal is shown in words, and what is long is cut at a character`() {
    #expect(ValueText.literal(.unknown) == nil)
    #expect(
      ValueText.shown(.list([.unknown, .undecided(Interval(least: 1, most: 2))])) == "[unknown, unknown from 1 to 2]")
    #expect(ValueText.shown(Expression("[substring before]").value(clock: Self.clock)) == "[function(string, match)]")
    #expect(ValueText.shown(.string("äöü"), limit: 4) == "\"ä...")
  }
}
