import Testing

@testable import FEEL

/// One line of a case table: an expression in words, and the number that must come out (nil: none).
struct DecimalCase: Sendable, CustomTestStringConvertible {
  let left: String
  let right: String
  let expected: String?

  init(_ left: String, _ right: String, _ expected: String?) {
    self.left = left
    self.right = right
    self.expected = expected
  }

  var testDescription: String { "\(left) , \(right) = \(expected ?? "none")" }

  func check(
    _ operation: (Decimal34, Decimal34) -> Decimal34?, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let a = try #require(Decimal34(left), sourceLocation: location)
    let b = try #require(Decimal34(right), sourceLocation: location)
    let result = operation(a, b)
    #expect(result?.description == expected, sourceLocation: location)
    #expect(result?.holdsInvariants != false, sourceLocation: location)
  }
}

private let nines = String(repeating: "9", count: 34)

@Suite struct `Decimal arithmetic` {
  @Test(arguments: [
    DecimalCase("1", "2", "3"),
    DecimalCase("0.1", "0.2", "0.3"),
    DecimalCase("1.10", "-1.1", "0"),
    DecimalCase("19.99", "0.01", "20"),
    DecimalCase("1E+3", "1", "1001"),
    DecimalCase("9223372036854775807", "1", "9223372036854775808"),
    DecimalCase(nines, "1", "1" + String(repeating: "0", count: 34)),
    // A tie goes to the even digit, and a digit far below breaks it.
    DecimalCase(nines, "0.5", "1" + String(repeating: "0", count: 34)),
    DecimalCase("1" + String(repeating: "0", count: 33), "0.5", "1" + String(repeating: "0", count: 33)),
    DecimalCase(
      "1" + String(repeating: "0", count: 33), "0.50000000000000000000000000000001",
      "1" + String(repeating: "0", count: 32) + "1"),
    // Far apart: the small one is only felt.
    DecimalCase("1E+40", "1", "1E+40"),
    DecimalCase("1E+40", "-1E-6000", "1E+40"),
    DecimalCase("1E+6144", "-1E-6176", "1E+6144"),
    DecimalCase("1E+40", "0E-6000", "1E+40"),
    DecimalCase("9.999999999999999999999999999999999E+6144", "1E+6111", nil),
    DecimalCase("9.999999999999999999999999999999999E+6144", "1E+6110", "9.999999999999999999999999999999999E+6144"),
  ])
  func `adds exactly, rounding once to 34 digits, half to even`(_ line: DecimalCase) throws {
    try line.check { $0.adding($1) }
    try line.check { $1.adding($0) }
    try line.check { $0.subtracting(-$1) }
  }

  @Test(arguments: [
    DecimalCase("2", "3", "6"),
    DecimalCase("1.1", "1.1", "1.21"),
    DecimalCase("-0.5", "0.5", "-0.25"),
    DecimalCase("0", "-7", "0"),
    DecimalCase("9223372036854775808", "-1", "-9223372036854775808"),
    DecimalCase("3037000500", "3037000500", "9223372037000250000"),
    DecimalCase(nines, nines, "9.999999999999999999999999999999998E+67"),
    DecimalCase("1E+6000", "1E+145", nil),
    DecimalCase("1E+6000", "1E+144", "1E+6144"),
    DecimalCase("1E-6000", "1E-176", "1E-6176"),
    DecimalCase("1E-6000", "5E-177", "0"),
    DecimalCase("1E-6000", "5.1E-177", "1E-6176"),
    DecimalCase("1E-6000", "15E-177", "2E-6176"),
  ])
  func `multiplies with all 226 bits before it rounds`(_ line: DecimalCase) throws {
    try line.check { $0.multiplied(by: $1) }
    try line.check { $1.multiplied(by: $0) }
  }

  @Test(arguments: [
    DecimalCase("1", "3", "0." + String(repeating: "3", count: 34)),
    DecimalCase("2", "3", "0." + String(repeating: "6", count: 33) + "7"),
    DecimalCase("10", "4", "2.5"),
    DecimalCase("100", "5", "20"),
    DecimalCase("-1", "8", "-0.125"),
    DecimalCase("0", "8", "0"),
    DecimalCase("8", "0", nil),
    DecimalCase("0", "0.00", nil),
    DecimalCase("1E+6144", "1E-1", nil),
    DecimalCase("1E-6176", "2", "0"),
    DecimalCase("3E-6176", "2", "2E-6176"),
    DecimalCase("-9223372036854775808", "-1", "9223372036854775808"),
  ])
  func `divides to 34 digits, never by zero`(_ line: DecimalCase) throws { try line.check { $0.divided(by: $1) } }

  @Test(arguments: [
    DecimalCase("12", "5", "2"),
    DecimalCase("-12", "5", "3"),
    DecimalCase("12", "-5", "-3"),
    DecimalCase("-12", "-5", "-2"),
    DecimalCase("10.1", "4.5", "1.1"),
    DecimalCase("-10.1", "4.5", "3.4"),
    DecimalCase("10.1", "-4.5", "-3.4"),
    DecimalCase("-10.1", "-4.5", "-1.1"),
    DecimalCase("10", "-5", "0"),
    DecimalCase("1", "0", nil),
    DecimalCase("1E+6144", "7", "1"),
    DecimalCase("1", "1E+6144", "1"),
  ])
  func `takes the rest with the sign of the divisor`(_ line: DecimalCase) throws { try line.check { $0.modulo($1) } }
}

@Suite struct `Decimal text` {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("0.000", "0"), ("0E+99999999999999999999", "0"), ("1.50", "1.5"), ("100", "100"),
    ("1E+2", "100"), ("1e2", "100"), ("+7", "7"), (".5", "0.5"), ("-.5e1", "-5"), ("00012", "12"), ("1E-7000", "0"),
    ("0.001", "0.001"), ("1E+39", "1" + String(repeating: "0", count: 39)), ("1E+40", "1E+40"), ("15E+40", "1.5E+41"),
    ("1E-39", "0." + String(repeating: "0", count: 38) + "1"), ("1E-40", "1E-40"), ("123E-45", "1.23E-43"),
    ("12345678901234567890123456789012345", "12345678901234567890123456789012340"),
    ("12345678901234567890123456789012345.000000000000000000001", "12345678901234567890123456789012350"),
    ("0." + String(repeating: "0", count: 10_000) + "1E+10001", "1"),
  ])
  func `reads a number and writes it plainly`(_ source: String, _ written: String) throws {
    let number = try #require(Decimal34(source))
    #expect(number.description == written)
    #expect(Decimal34(written) == number)
    #expect(number.holdsInvariants)
  }

  @Test(arguments: [
    "", "-", "+", ".", "5.", "5.e1", "e1", "1e", "1e+", "1e-", "1 ", " 1", "1,5", "1.2.3", "--1", "1e1.5", "0x1", "NaN",
    "inf",
    "1E+6145", "10E+6144", "1E+99999999999999999999999999", "9.9999999999999999999999999999999995E+6144",
  ])
  func `refuses what is no number or too large`(_ source: String) {
    #expect(Decimal34(source) == nil)
  }
}
