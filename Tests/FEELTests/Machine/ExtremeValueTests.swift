import Testing

@testable import FEEL

/// Values at the ends of what can be held, in every operation that takes two of them: a result, null or unknown, never
/// a trap.
@Suite struct `Values at the ends` {
  private static let clock = Clock(epochMilliseconds: Int64.max, offsetSeconds: 50_400)

  private static let literals: [String] = [
    "0", "-0.0", "1", "-1", "0.5", "9.999999999999999999999999999999999E+6144", "-9.9E+6144", "1E-6176",
    "9223372036854775807", "-9223372036854775808", "170141183460469231731687303715884105727", "1E+20", "2147483648",
    "\"\"", "\"a\"", "\"🦆é\"", "true", "null", "[]", "[1..1]", "(1..1)", "[null..3]", "[@\"2026-01-01\"..null]", "{}",
    "{a: null}", "[[], [null], {a: 1}]", "@\"999999999-12-31\"", "@\"-999999999-01-01\"", "@\"0000-02-29\"",
    "@\"23:59:59.999999999\"", "@\"00:00:00+14:00\"", "@\"24:00:00\"", "@\"999999999-12-31T23:59:59-14:00\"",
    "@\"-999999999-01-01T00:00:00+14:00\"", "@\"P999999999Y\"", "@\"-P999999999Y11M\"", "@\"P106751991167300D\"",
    "@\"-P106751991167300DT24H\"", "@\"PT0.000000001S\"", "@\"PT9223372036854775807S\"", "@\"P9223372036854775807D\"",
    "today()", "now()", "missing",
  ]

  private static let shapes: [String] = [
    "a + b", "a - b", "a * b", "a / b", "a ** b", "-a", "a = b", "a < b", "a >= b", "a in b", "a in [b..a]",
    "a between b and a", "[a, b][b]", "[a, b][a = item]", "for i in a..b return i", "some i in [a, b] satisfies i < a",
    "(a + b) - b", "(a - b) * 2", "(a - b) / (b - a)", "a.year", "a.month + a.day", "a.weekday", "a.hour", "a.years",
    "a.days", "a.start", "string(a)", "number(string(a), \",\", \".\")", "date(a)", "date(a, b, a)",
    "date and time(a, b)", "time(a)", "time(a, b, a, b)", "duration(a)", "duration(string(a))",
    "years and months duration(a, b)", "day of year(a)", "day of week(a)", "month of year(a)", "week of year(a)",
    "abs(a)", "floor(a, b)", "ceiling(a)", "round up(a, b)", "round half even(a, b)", "decimal(a, b)", "modulo(a, b)",
    "sqrt(a)", "log(a)", "exp(a)", "odd(a)", "even(b)", "substring(a, b)", "substring(a, b, b)", "string length(a)",
    "upper case(a)", "contains(a, b)", "replace(a, b, a)", "split(a, b)", "string join([a, b], a)", "count(a)",
    "min(a, b)", "max([a, b])", "sum(a, b)", "mean(a, b)", "median(a, b)", "stddev([a, b])", "product(a, b)",
    "mode([a, b])", "sublist([a, b], a, b)", "insert before([a], a, b)", "remove([a, b], b)", "list contains(a, b)",
    "index of([a, b], b)", "distinct values([a, b, a])", "flatten([a, [b]])", "concatenate([a], b)", "sort([a, b])",
    "get value(a, b)", "context put(a, \"x\", b)", "context merge([a, b])", "is(a, b)", "if a < b then a else b",
  ]

  @Test(arguments: shapes) func `never trap`(shape: String) {
    let scope = Scope([Scope.Variable("missing", .slot(0, .any))])
    let names = Scope([Scope.Variable("a", .slot(0, .any)), Scope.Variable("b", .slot(1, .any))])
    var values: [Value] = []
    for literal in Self.literals {
      let expression = Expression(Text(literal), scope: scope, law: .standard)
      values.append(literal == "missing" ? .unknown : expression.value([.unknown], clock: Self.clock))
    }
    let expression = Expression(Text(shape), scope: names)
    // What the language does not have yet is told, and nothing is run.
    guard expression.compiled.entry != nil else { return }
    for a in values {
      for b in values {
        let result = expression.value([a, b], clock: Self.clock)
        #expect(result.isIdentical(to: expression.value([a, b], clock: Self.clock)))
      }
    }
  }
}
