import Decisions
import FEEL
import Testing

@Suite("Thresholds over what can be attained")
struct ThresholdTests {
  private func tests(_ condition: Text) -> [ThresholdTest] {
    let book = RuleBook(
      [rule("R", condition)], inputs: [("n", .number), ("b", .boolean), ("list", .list(.number))],
      namespaces: [("Demo", ["Score"])])
    guard let program = book.program else { return [] }
    return ThresholdTest.all(in: program.rules[0].condition.tree, scope: book.scope)
  }

  @Test(
    "found wherever they stand",
    arguments: [
      ("n > 60", "0 > 60"), ("60 < n", "0 > 60"), ("Demo.Score >= 80 and b", "3 >= 80"), ("n > -5", "0 > -5"),
      ("n between 1 and 5", "0 >= 1 end, 0 <= 5 end"), ("n in [1..5)", "0 >= 1 end, 0 < 5 end"),
      ("n in (> 7, 3)", "0 = 3, 0 > 7"), ("not(n > 60)", "0 > 60 not"), ("not(not(n > 60))", "0 > 60"),
      ("if b then n > 1 else n > 2", "0 > 1, 0 > 2"), ("some n in list satisfies n > 5", ""), ("n + 1 > 5", ""),
      ("Demo.Score = 100", "3 = 100"), ("list[item > 3] = [1]", ""),
    ])
  func found(condition: String, expected: String) {
    let signs: [CompareOperator: String] = [
      .equal: "=", .notEqual: "!=", .less: "<", .lessOrEqual: "<=", .greater: ">", .greaterOrEqual: ">=",
    ]
    let texts = tests(Text(condition)).map { test in
      "\(test.slot) \(signs[test.sign] ?? "?") \(test.bound.text)" + (test.isRangeEnd ? " end" : "")
        + (test.isNegated ? " not" : "")
    }
    #expect(texts.joined(separator: ", ") == expected)
  }

  private func analysis(_ sign: CompareOperator, _ bound: Int, _ attainable: [Int]) throws -> ThresholdAnalysis {
    let test = ThresholdTest(slot: 0, sign: sign, bound: Decimal34(bound), span: Span(0, 0))
    return try #require(ThresholdAnalysis(test, attainable: attainable.map { Decimal34($0) }))
  }

  @Test(
    "the thresholds that decide the same",
    arguments: [
      (CompareOperator.greater, 60, "50 ≤ t < 70"), (.greaterOrEqual, 60, "50 < t ≤ 70"), (.greater, 50, "50 ≤ t < 70"),
      (.greaterOrEqual, 50, "40 < t ≤ 50"), (.less, 60, "50 < t ≤ 70"), (.lessOrEqual, 60, "50 ≤ t < 70"),
      (.greater, 70, "t ≥ 70"), (.greaterOrEqual, 71, "t > 70"), (.greater, -1, "t < 0"), (.equal, 50, "t = 50"),
      (.equal, 60, "50 < t < 70"),
    ])
  func equivalents(sign: CompareOperator, bound: Int, expected: String) throws {
    let analysis = try analysis(sign, bound, [70, 0, 10, 20, 30, 40, 50, 50])
    #expect(analysis.equivalents.written(about: "t").string == expected)
    #expect(analysis.equivalents.contains(Decimal34(bound)))
  }

  @Test("only a perfect score passes; the boundary is attainable; out of reach; always")
  func judgements() throws {
    let demo = try analysis(.greater, 80, [0, 20, 40, 60, 80, 100])
    #expect(demo.passesOnlyAtTheTop && demo.isBoundAttainable && !demo.isAlwaysFalse)
    #expect(try analysis(.greater, 100, [0, 20, 100]).isAlwaysFalse)
    #expect(try analysis(.greaterOrEqual, 0, [0, 20, 100]).isAlwaysTrue)
    #expect(try analysis(.equal, 100, [95, 100, 105]).missesBeyond)
    #expect(!(try analysis(.equal, 100, [95, 100]).missesBeyond))
  }

  @Test("every threshold of the interval decides the same, and none beyond it")
  func property() throws {
    var random = Seeded(9)
    for _ in 0..<500 {
      let attainable = (0..<(1 + random.below(6))).map { _ in random.below(20) }
      let sign = random.pick([CompareOperator.greater, .greaterOrEqual, .less, .lessOrEqual, .equal, .notEqual])
      let one = try analysis(sign, random.below(22) - 1, attainable)
      for bound in -2...22 {
        let other = try analysis(sign, bound, attainable)
        #expect(
          (one.passing == other.passing) == one.equivalents.contains(Decimal34(bound)) || sign == .equal
            || sign == .notEqual)
        if one.equivalents.contains(Decimal34(bound)) { #expect(one.passing == other.passing) }
      }
    }
  }

  @Test("what a condition comes to for each attainable value, nothing else known")
  func attainable() throws {
    let book = RuleBook(
      [
        rule("G", "Demo.Score > 80 and b"), rule("F", "Demo.Score >= 40", set("warm", "true")), rule("W", "warm"),
      ], inputs: [("b", .boolean)], namespaces: [("Demo", ["Score"])])
    let program = try #require(book.program)
    var machine = Machine(book.code, slots: book.slotCount)
    let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)
    let values = [0, 40, 80, 100].map { Value.number($0) }
    let slot = book.slot("Demo.Score")
    #expect(
      program.attainableOutcomes(of: 0, slot: slot, values: values, &machine, clock: clock) == [
        .no, .no, .no, .unknown,
      ])
    #expect(
      program.attainableOutcomes(of: 2, slot: slot, values: values, throughFacts: true, &machine, clock: clock)
        == [.no, .yes, .yes, .yes])
    #expect(machine.slots[slot].isIdentical(to: .unknown))
  }
}
