import Testing

@testable import FEEL

/// Laws that hold of all numbers, tried on numbers of all kinds from a fixed seed.
@Suite struct `Laws of decimals` {
  @Test func `the order of operands does not matter`() {
    var source = NumberSource(seed: 1)
    for _ in 0..<5000 {
      let a = source.number()
      let b = source.number()
      #expect(a.adding(b) == b.adding(a))
      #expect(a.multiplied(by: b) == b.multiplied(by: a))
      #expect(a.subtracting(b) == b.subtracting(a).map { -$0 })
    }
  }

  @Test func `what was subtracted may be added again`() throws {
    var source = NumberSource(seed: 2)
    for _ in 0..<5000 {
      let a = source.money()
      let b = source.money()
      #expect(try #require(a.subtracting(b)).adding(b) == a)
      #expect(try #require(a.adding(b)).exponent == -2)
    }
  }

  @Test func `sums of money do not depend on their order and stay cents`() throws {
    var source = NumberSource(seed: 3)
    var amounts = (0..<500).map { _ in source.money() }
    let total = try amounts.reduce(Decimal34.zero) { try #require($0.adding($1)) }
    amounts.reverse()
    #expect(try amounts.reduce(Decimal34.zero) { try #require($0.adding($1)) } == total)
    #expect(total.exponent == -2)
  }

  @Test func `reading what was written gives the number back`() {
    var source = NumberSource(seed: 4)
    for _ in 0..<5000 {
      let a = source.number()
      #expect(Decimal34(a.text) == a)
      #expect(a.text.bytes.count <= 43)
    }
  }

  @Test func `rounding stays within one unit, keeps order and does nothing twice`() throws {
    var source = NumberSource(seed: 5)
    for _ in 0..<3000 {
      let a = source.fraction()
      let b = source.fraction()
      let scale = source.below(12) - 4
      let unit = try #require(Decimal34(coefficient: 1, exponent: -scale))
      for mode in Decimal34.Rounding.allCases {
        let rounded = try #require(a.rounded(toScale: scale, mode))
        #expect(try #require(rounded.subtracting(a)).magnitude < unit)
        #expect(rounded.rounded(toScale: scale, mode) == rounded)
        let other = try #require(b.rounded(toScale: scale, mode))
        #expect(a < b ? rounded <= other : other <= rounded)
      }
      let floor = try #require(a.rounded(toScale: scale, .floor))
      let ceiling = try #require(a.rounded(toScale: scale, .ceiling))
      #expect(floor <= a && a <= ceiling)
      let down = try #require(a.rounded(toScale: scale, .down))
      #expect(down.magnitude <= a.magnitude)
      #expect((-a).rounded(toScale: scale, .floor) == -ceiling)
    }
  }

  @Test func `the rest is less than the divisor, has its sign, and is missing to a multiple`() throws {
    var source = NumberSource(seed: 6)
    for _ in 0..<3000 {
      let a = source.fraction()
      let b = source.fraction()
      if b.isZero { continue }
      let rest = try #require(a.modulo(b))
      #expect(rest.magnitude < b.magnitude)
      #expect(rest.isZero || rest.isNegative == b.isNegative)
      let multiple = try #require(a.subtracting(rest))
      #expect(multiple.modulo(b) == 0)
    }
  }

  @Test func `equal numbers hash alike however they are held`() throws {
    var source = NumberSource(seed: 7)
    for _ in 0..<3000 {
      let a = source.money()
      let zeros = source.below(12)
      let b = try #require(
        Decimal34(coefficient: a.coefficient * Int128(PowersOfTen.wide(Int32(zeros))), exponent: -2 - zeros))
      #expect(a == b)
      #expect(Set([a, b]).count == 1)
      #expect(a.text == b.text)
    }
  }

  @Test func `no pair of extremes traps`() throws {
    let extremes = try [
      "0", "0E-6176", "0E+6111", "1E-6176", "-1E-6176", "9999999999999999999999999999999999E-6176", "1", "-1",
      "1E+6111",
      "9999999999999999999999999999999999E+6111", "-9999999999999999999999999999999999E+6111", "0.5", "-3",
      "9223372036854775807",
      "-9223372036854775808", "-9223372036854775808E-6176", "9999999999999999999999999999999999", "1E+38", "1E-38",
      "170141183460469231731687303715884105727", "0.9999999999999999999999999999999999",
    ].map { try #require(Decimal34($0)) }
    for a in extremes {
      for b in extremes {
        let results = [
          a.adding(b), a.subtracting(b), a.multiplied(by: b), a.divided(by: b), a.modulo(b), a.raised(to: b),
          a.squareRoot(), a.exponential(), a.naturalLogarithm(), -a, a.magnitude, a.floor, a.ceiling,
          Value.number(a).decimal,
        ]
        #expect(results.allSatisfy { $0?.holdsInvariants != false })
        #expect((a < b) != (b <= a))
      }
    }
  }
}

/// Numbers of all kinds, the same ones for the same seed (SplitMix64).
private struct NumberSource {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func money() -> Decimal34 {
    Decimal34(unchecked: Int128(Int64(bitPattern: next()) >> Int64(below(50) + 8)), -2)
  }

  mutating func fraction() -> Decimal34 {
    Decimal34(unchecked: Int128(Int64(bitPattern: next()) >> Int64(below(60))), Int32(-below(10)))
  }

  mutating func number() -> Decimal34 {
    switch below(4) {
    case 0: return money()
    case 1: return fraction()
    default:
      let magnitude = (UInt128(next()) << 64 | UInt128(next())) % PowersOfTen.wide(Int32(below(34) + 1))
      let coefficient = below(2) == 0 ? Int128(magnitude) : -Int128(magnitude)
      return Decimal34(unchecked: coefficient, Int32(below(2) == 0 ? below(80) - 60 : below(12_287) - 6176))
    }
  }
}
