import Testing

@testable import FEEL

/// Values sort and compare by laws that hold for all of them.
@Suite struct `Values compared` {
  private static let values: [Value] = {
    var generator = RandomExpression(seed: 5)
    return (0..<60).map { _ in generator.value() } + (0..<40).map { _ in generator.decided() }
  }()

  @Test func `stand in one order`() {
    for a in Self.values {
      #expect(a.isIdentical(to: a))
      #expect(!a.precedes(a))
      for b in Self.values {
        #expect(a.isIdentical(to: b) == b.isIdentical(to: a))
        // Exactly one of before, same, after.
        #expect([a.precedes(b), a.isIdentical(to: b), b.precedes(a)].count { $0 } == 1)
        for c in Self.values where a.precedes(b) && b.precedes(c) { #expect(a.precedes(c)) }
      }
    }
  }

  @Test func `are equal both ways round`() {
    for a in Self.values {
      for b in Self.values {
        #expect(a.equals(b).isIdentical(to: b.equals(a)))
        if case .boolean(true) = a.isLess(than: b) {
          #expect(b.isLess(than: a).isIdentical(to: .boolean(false)))
        }
      }
    }
  }

  @Test func `are given up where they are too deep or too wide`() {
    var deep = Value.list([])
    for _ in 0..<10_000 { deep = .list([deep]) }
    #expect(deep.equals(deep).isIdentical(to: .null))
    #expect(!deep.isIdentical(to: deep))
    #expect(!deep.precedes(deep))
    var wide = Value.list([.null])
    for _ in 0..<100 { wide = .list([wide, wide]) }
    #expect(wide.equals(wide).isIdentical(to: .null))
    #expect(!wide.isIdentical(to: wide))
  }

  @Test func `numbers are identical whatever their zeros`() {
    #expect(Value.small(coefficient: 10, exponent: -1).isIdentical(to: .small(coefficient: 1, exponent: 0)))
    #expect(!Value.unknown.isIdentical(to: .null))
    #expect(Value.unknown.isIdentical(to: .unknown))
  }
}
