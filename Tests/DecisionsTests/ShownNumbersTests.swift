import Decisions
import FEEL
import Testing

@Suite("Numbers in sentences have two digits after the point at most, unless different ones would look equal")
struct ShownNumbersTests {
  private func why(_ condition: Text, _ number: String) -> String {
    let value = Value.number(Decimal34(number) ?? Decimal34(0))
    return RuleBook([rule("R", condition)], inputs: [("x", .number)]).run(["x": value]).why("R", ReasonSentences())
  }

  private let third = "66.66666666666666666666666666666667"

  @Test("a quotient is shown as people read it")
  func quotient() {
    #expect(why("x > 60", third) == "yes, because x 66.67 is greater than 60")
    #expect(why("x > 75", third) == "no, because x 66.67 is not greater than 75 (8.33 short, strictly)")
    #expect(why("x between 70 and 80", third) == "no, because x 66.67 is not between 70 and 80 (3.33 short)")
    #expect(why("x in [0..50]", third) == "no, because x 66.67 is not in [0..50] (16.67 over)")
  }

  @Test("digits are added until a number is told apart from the threshold")
  func apart() {
    #expect(
      why("x > 66.67", third)
        == "no, because x 66.667 is not greater than 66.67 (0.003 short, strictly)")
    #expect(why("x in [66.67..80]", third) == "no, because x 66.667 is not in [66.67..80] (0.003 short)")
    #expect(why("x in (> 66.67, 3)", "66.671") == "yes, because x 66.671 is in > 66.67, 3")
    #expect(why("x = 5", "5.000001") == "no, because x 5.000001 is not 5 (0.000001 over)")
    #expect(why("x > 5", "5") == "no, because x 5 is not greater than 5")
  }

  @Test("what the author wrote stays as it is")
  func literals() {
    #expect(why("x > 33.33333", third) == "yes, because x 66.67 is greater than 33.33333")
    #expect(why("x > 1E-100", "2E-100") == "yes, because x 2E-100 is greater than 1E-100")
  }

  @Test("rounding never turns a comparison round", arguments: 0..<200)
  func order(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 99
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let x = Decimal34("\(next(3)).\(1000 + next(99))\(next(1000))") ?? Decimal34(0)
    let bound = "\(next(3)).\(10 + next(90))\(next(20))"
    let book = RuleBook([rule("R", Text("x > \(bound)"))], inputs: [("x", .number)])
    let sentence = book.run(["x": .number(x)]).why("R", ReasonSentences())
    let words = sentence.split(separator: " ").map(String.init)
    let place = try #require(words.firstIndex(of: "x"))
    let shown = try #require(Decimal34(words[place + 1]))
    let written = try #require(Decimal34(bound))
    #expect((shown > written) == (x > written), "\(sentence)")
    #expect((shown == written) == (x == written), "\(sentence)")
  }

  @Test("values that stand against each other are told apart, and bounds are rounded")
  func conflicts() {
    let rules = [rule("A", "true", set("f", "10 / 3")), rule("B", "true", set("f", "3.3334"))]
    let run = RuleBook(rules).run([:])
    #expect(run.conflicts.contains { $0.contains("3.3333 from rule \"A\" and 3.3334 from rule \"B\"") })
  }
}
