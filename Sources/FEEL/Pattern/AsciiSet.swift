/// A set of ASCII characters, one bit each.
struct AsciiSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  static let all: AsciiSet = {
    var all = AsciiSet()
    all.low = .max
    all.high = .max
    return all
  }()

  mutating func insert(_ point: UInt32) {
    if point < 64 { low |= 1 << UInt64(point) } else if point < 128 { high |= 1 << UInt64(point - 64) }
  }

  mutating func formUnion(_ other: AsciiSet) {
    low |= other.low
    high |= other.high
  }

  /// For code points below 128.
  @inline(__always) func contains(_ point: UInt32) -> Bool {
    (point < 64 ? low &>> UInt64(point) : high &>> UInt64(point &- 64)) & 1 != 0
  }
}

extension CodePointSet {
  /// Its ASCII characters.
  var ascii: AsciiSet {
    var result = AsciiSet()
    forEachStretch { first, last in
      if first < 128 { for point in first...min(last, 127) { result.insert(point) } }
    }
    return result
  }
}
