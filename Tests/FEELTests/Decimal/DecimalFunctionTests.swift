import Testing

@testable import FEEL

@Suite struct `Decimal functions` {
  struct RoundingCase: Sendable {
    let number: String
    let scale: Int
    /// Half-even, half up, half down, up, down, floor, ceiling.
    let expected: [String]
  }

  @Test(arguments: [
    RoundingCase(number: "2.5", scale: 0, expected: ["2", "3", "2", "3", "2", "2", "3"]),
    RoundingCase(number: "-2.5", scale: 0, expected: ["-2", "-3", "-2", "-3", "-2", "-3", "-2"]),
    RoundingCase(number: "3.5", scale: 0, expected: ["4", "4", "3", "4", "3", "3", "4"]),
    RoundingCase(number: "1.125", scale: 2, expected: ["1.12", "1.13", "1.12", "1.13", "1.12", "1.12", "1.13"]),
    RoundingCase(
      number: "-1.126", scale: 2, expected: ["-1.13", "-1.13", "-1.13", "-1.13", "-1.12", "-1.13", "-1.12"]),
    RoundingCase(number: "1.1", scale: 5, expected: ["1.1", "1.1", "1.1", "1.1", "1.1", "1.1", "1.1"]),
    RoundingCase(number: "1250", scale: -2, expected: ["1200", "1300", "1200", "1300", "1200", "1200", "1300"]),
    RoundingCase(number: "7", scale: -3, expected: ["0", "0", "0", "1000", "0", "0", "1000"]),
    RoundingCase(number: "0.00", scale: 1, expected: ["0", "0", "0", "0", "0", "0", "0"]),
    RoundingCase(number: "1", scale: .max, expected: ["1", "1", "1", "1", "1", "1", "1"]),
    RoundingCase(
      number: "1", scale: -6111, expected: ["0", "0", "0", "1E+6111", "0", "0", "1E+6111"]),
    RoundingCase(
      number: "1", scale: -6144, expected: ["0", "0", "0", "1E+6144", "0", "0", "1E+6144"]),
    RoundingCase(number: "1", scale: -6145, expected: ["0", "0", "0", "none", "0", "0", "none"]),
    RoundingCase(number: "-1", scale: .min, expected: ["0", "0", "0", "none", "0", "none", "0"]),
  ])
  func `rounds to a scale in the seven ways of FEEL`(_ line: RoundingCase) throws {
    let number = try #require(Decimal34(line.number))
    let results = Decimal34.Rounding.allCases.map { mode in
      number.rounded(toScale: line.scale, mode)?.description ?? "none"
    }
    #expect(results == line.expected)
  }

  @Test(arguments: [
    ("2", "10", "1024"), ("-2", "3", "-8"), ("-2", "4", "16"), ("2", "-2", "0.25"), ("1.10", "2", "1.21"),
    ("10", "-3", "0.001"), ("0", "5", "0"), ("0", "0", "1"), ("7", "0", "1"), ("7", "1.0", "7"), ("2", "1E+1", "1024"),
    ("1", "1E+6000", "1"), ("-1", "1E+6000", "1"), ("-1", "9999999999999999999999999999999999", "-1"),
    ("0.5", "1E+6000", "0"), ("2", "-1E+6000", "0"), ("3", "100", "5.153775207320113310364611297656213E+47"),
    ("1.000000000000000000000000000000001", "1E+33", "2.718281828459045235360287471352661"),
    ("4", "0.5", "2"), ("8", "-0.5", "0.3535533905932737622004221810524245"), ("32", "0.2", "2"),
    ("0.01", "1.5", "0.001"),
    ("100", "-1.5", "0.001"),
  ])
  func `raises to a power`(_ base: String, _ power: String, _ expected: String) throws {
    let base = try #require(Decimal34(base))
    let power = try #require(Decimal34(power))
    #expect(base.raised(to: power)?.description == expected)
  }

  @Test(arguments: [
    ("0", "-1"), ("10", "6145"), ("-8", "0.5"), ("2", "1E+6000"), ("0.5", "-1E+6000"), ("1E+6000", "1.5"),
    ("1E-6000", "-1.5"), ("-9999999999999999999999999999999999E+6111", "2"),
  ])
  func `has no power where none is, or too large a one`(_ base: String, _ power: String) throws {
    let base = try #require(Decimal34(base))
    let power = try #require(Decimal34(power))
    #expect(base.raised(to: power) == nil)
  }

  @Test(arguments: [
    ("0", "0"), ("4", "2"), ("0.01", "0.1"), ("0.1", "0.3162277660168379331998893544432719"),
    ("2", "1.414213562373095048801688724209698"), ("1E+6144", "1E+3072"), ("1E-6176", "1E-3088"),
    ("9999999999999999999999999999999999", "99999999999999999.99999999999999999"),
  ])
  func `takes square roots`(_ number: String, _ expected: String) throws {
    #expect(try #require(Decimal34(number)).squareRoot()?.description == expected)
  }

  @Test func `has no root of a number below zero`() {
    #expect(Decimal34(-1).squareRoot() == nil)
  }

  @Test func `knows e and its logarithm`() {
    #expect(Decimal34(1).exponential()?.description == "2.718281828459045235360287471352662")
    #expect(Decimal34(10).naturalLogarithm()?.description == "2.302585092994045684017991454684364")
    #expect(Decimal34(1).naturalLogarithm() == 0)
    #expect(Decimal34(0).exponential() == 1)
    #expect(Decimal34(0).naturalLogarithm() == nil)
    #expect(Decimal34(-1).naturalLogarithm() == nil)
    #expect(Decimal34("1E+6000")?.exponential() == nil)
    #expect(Decimal34("-1E+6000")?.exponential() == 0)
  }

  @Test(arguments: [
    ("0", 0), ("-0.00", 0), ("0E+6111", 0), ("12.00", 12), ("12E+1", 120), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min), ("-9223372036854775808.000", Int.min), ("922337203685477580.7E+1", Int.max),
    ("9223372036854775808", nil), ("1E+19", nil), ("1E+6000", nil), ("1E-6000", nil), ("12.5", nil),
  ])
  func `is an integer of the machine only if it is one exactly`(_ number: String, _ expected: Int?) throws {
    #expect(Int(exactly: try #require(Decimal34(number))) == expected)
  }

  @Test(arguments: [("2.00", true), ("2.01", false), ("1E+6111", true), ("1E-6176", false), ("0E-6176", true)])
  func `tells a whole number`(_ number: String, _ expected: Bool) throws {
    #expect(try #require(Decimal34(number)).isInteger == expected)
  }

  @Test func `builds from a coefficient of any size, rounding to 34 digits`() {
    #expect(Decimal34(coefficient: 15, exponent: -1)?.description == "1.5")
    #expect(Decimal34(coefficient: .max, exponent: 0)?.description == "170141183460469231731687303715884100000")
    #expect(Decimal34(coefficient: .min, exponent: 0)?.description == "-170141183460469231731687303715884100000")
    #expect(Decimal34(coefficient: 1, exponent: .min) == 0)
    #expect(Decimal34(coefficient: 0, exponent: .max) == 0)
    #expect(Decimal34(coefficient: 1, exponent: .max) == nil)
  }

  @Test func `orders numbers that are far apart without rounding them`() throws {
    let ascending = try [
      "-1E+6144", "-1E+34", "-1.5", "-1", "-1E-6176", "0", "1E-6176", "0.9999999999999999999999999999999999", "1.00",
      "1.000000000000000000000000000000001", "1E+33", "1000000000000000000000000000000001", "1E+6144",
    ].map { try #require(Decimal34($0)) }
    #expect(ascending.shuffled().sorted() == ascending)
    for (a, b) in zip(ascending, ascending.dropFirst()) {
      #expect(a < b && !(b < a) && a != b)
    }
  }
}

@Suite struct `Numbers as values` {
  @Test(arguments: [
    ("1.50", true, 150), ("9223372036854775807", true, Int.max), ("-9223372036854775808", true, Int.min),
    ("9223372036854775808", false, 0), ("1.0000000000000000000000000", true, 1_000_000_000_000_000_000),
    ("9223372036854775800E+127", true, 9_223_372_036_854_775_800), ("1E+130", true, 1000), ("1E+145", true, Int(1e18)),
    ("1E+146", false, 0), ("100E-130", true, 1), ("1E-129", false, 0), ("0E-6000", true, 0),
  ])
  func `are small wherever they fit, with no more zeros moved than must be`(
    _ text: String, _ isSmall: Bool, _ expected: Int
  ) throws {
    let number = try #require(Decimal34(text))
    let value = Value.number(number)
    #expect(value.decimal == number)
    if case .small(let coefficient, _) = value {
      #expect(isSmall)
      #expect(Int(coefficient) == expected)
    } else {
      #expect(!isSmall)
    }
  }
}
