import FEEL
import Testing

@Suite struct `What the parts of an expression came to` {
  static func explained(_ source: Text, _ context: Text = "{}", law: Law = .standard) -> [String] {
    let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)
    guard case .context(let names) = Expression(context, law: .standard).value(clock: clock),
      let explanation = ContextExpression(source, context: names, law: law).explanation(clock: clock)
    else { return [] }
    return lines(explanation.part, "") + (explanation.isCut ? ["..."] : [])
  }

  private static func lines(_ part: ExpressionExplanation.Part, _ indentation: String) -> [String] {
    let label = part.label.map { "\($0): " } ?? ""
    return ["\(indentation)\(label)\(part.text) → \(ValueText.shown(part.value))"]
      + part.reasons.map { "\(indentation)  because \($0)" } + part.parts.flatMap { lines($0, indentation + "  ") }
  }

  @Test func `of an if only the way that was taken is told`() {
    #expect(
      Self.explained("if amount > 1000 then amount * 2 else amount / 2", "{amount: 500}") == [
        "if amount > 1000 then amount * 2 else amount / 2 → 250",
        "  amount > 1000 → false",
        "    amount → 500",
        "  amount / 2 → 250",
        "    amount → 500",
      ])
  }

  @Test func `a null says why where it arose`() {
    #expect(
      Self.explained("10 + amount / 0", "{amount: 500}") == [
        "10 + amount / 0 → null",
        "  amount / 0 → null",
        "    because division by zero",
        "    amount → 500",
      ])
  }

  @Test func `what says all about itself is not told again`() {
    #expect(
      Self.explained("count([{a: 1}, {a: 2}].a) = 3") == [
        "count([{a: 1}, {a: 2}].a) = 3 → false", "  count([{a: 1}, {a: 2}].a) → 2", "    [{a: 1}, {a: 2}].a → [1, 2]",
      ])
  }

  @Test func `functions are called as in the whole, wherever they stand`() {
    #expect(
      Self.explained("{rate: function(x) x * step, r: rate(2)}", "{step: 3}") == [
        "{rate: function(x) x * step, r: rate(2)} → {rate: function(x), r: 6}",
        "  r: rate(2) → 6",
      ])
    #expect(
      Self.explained("for y in [1, 2] return {add: function(x) x + y, r: add(10)}.r") == [
        "for y in [1, 2] return {add: function(x) x + y, r: add(10)}.r → [11, 12]",
        "  y = 1: {add: function(x) x + y, r: add(10)}.r → 11",
        "    {add: function(x) x + y, r: add(10)} → {add: function(x), r: 11}",
        "      r: add(10) → 11",
        "  y = 2: {add: function(x) x + y, r: add(10)}.r → 12",
        "    {add: function(x) x + y, r: add(10)} → {add: function(x), r: 12}",
        "      r: add(10) → 12",
      ])
    #expect(
      Self.explained("{fs: [function(x) x + \"a\"], r: fs[1](1)}") == [
        "{fs: [function(x) x + \"a\"], r: fs[1](1)} → {fs: [function(x)], r: null}",
        "  r: fs[1](1) → null",
        "    because a number and a string cannot be added",
        "    fs[1] → function(x)",
        "      fs → [function(x)]",
      ])
  }

  @Test func `filters and loops tell their first items`() {
    #expect(
      Self.explained(
        "deals[amount > limit].name", "{limit: 15, deals: [{name: \"A\", amount: 10}, {name: \"B\", amount: 20}]}") == [
          "deals[amount > limit].name → [\"B\"]",
          "  deals[amount > limit] → [{name: \"B\", amount: 20}]",
          "    deals → [{name: \"A\", amount: 10}, {name: \"B\", amount: 20}]",
          "    item 1: amount > limit → false",
          "      amount → 10",
          "      limit → 15",
          "    item 2: amount > limit → true",
          "      amount → 20",
          "      limit → 15",
        ])
    #expect(
      Self.explained("for i in 1..9 return i * 2") == [
        "for i in 1..9 return i * 2 → [2, 4, 6, 8, 10, 12, 14, 16, 18]",
        "  i = 1: i * 2 → 2", "  i = 2: i * 2 → 4", "  i = 3: i * 2 → 6", "...",
      ])
    #expect(
      Self.explained("some d in deals satisfies d.amount > 15", "{deals: [{amount: 20}]}") == [
        "some d in deals satisfies d.amount > 15 → true",
        "  deals → [{amount: 20}]",
        "  d = {amount: 20}: d.amount > 15 → true",
        "    d.amount → 20",
      ])
  }

  @Test func `later entries of a context see the earlier ones`() {
    #expect(
      Self.explained("{a: b + 1, c: a * 2}", "{b: 1}") == [
        "{a: b + 1, c: a * 2} → {a: 2, c: 4}", "  a: b + 1 → 2", "    b → 1", "  c: a * 2 → 4", "    a → 2",
      ])
  }

  @Test func `under our own law the unknown is told`() {
    #expect(
      Self.explained("amount > 5 and stage = \"Demo\"", "{amount: null, stage: \"Demo\"}", law: .sales) == [
        "amount > 5 and stage = \"Demo\" → unknown", "  amount > 5 → unknown", "    amount → unknown",
        "  stage = \"Demo\" → true", "    stage → \"Demo\"",
      ])
  }
}
