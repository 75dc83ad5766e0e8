/// A set of code points, as the borders at which membership changes: in from the first on, out from the second on, ...
struct CodePointSet: Equatable, Sendable {
  /// One more than the last code point.
  static let limit: UInt32 = 0x11_0000

  /// Rising, none twice.
  private(set) var borders: [UInt32] = []

  init() {}

  /// The code points of stretches in any order, which may overlap.
  init(_ stretches: [ClosedRange<UInt32>]) {
    for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      append(stretch.lowerBound, through: stretch.upperBound)
    }
  }

  /// Adds a stretch that starts behind or in the last one.
  mutating func append(_ first: UInt32, through last: UInt32) {
    if let end = borders.last, first <= end {
      if last >= end { borders[borders.count - 1] = last + 1 }
    } else {
      borders.append(first)
      borders.append(last + 1)
    }
  }

  var isEmpty: Bool { borders.isEmpty }

  /// All other code points.
  var complement: CodePointSet {
    var result = CodePointSet()
    result.borders = borders.first == 0 ? Array(borders.dropFirst()) : [0] + borders
    if result.borders.last == Self.limit { result.borders.removeLast() } else { result.borders.append(Self.limit) }
    return result
  }

  func union(_ other: CodePointSet) -> CodePointSet { combined(other) { $0 || $1 } }

  func subtracting(_ other: CodePointSet) -> CodePointSet { combined(other) { $0 && !$1 } }

  private func combined(_ other: CodePointSet, _ isIn: (Bool, Bool) -> Bool) -> CodePointSet {
    var result = CodePointSet()
    var (a, b) = (0, 0)
    var isInside = false
    while a < borders.count || b < other.borders.count {
      let border: UInt32
      if b == other.borders.count || a < borders.count && borders[a] < other.borders[b] {
        border = borders[a]
      } else {
        border = other.borders[b]
      }
      if a < borders.count, borders[a] == border { a += 1 }
      if b < other.borders.count, other.borders[b] == border { b += 1 }
      // After an odd number of borders one is inside.
      if isIn(a % 2 == 1, b % 2 == 1) != isInside {
        isInside.toggle()
        result.borders.append(border)
      }
    }
    return result
  }

  func contains(_ point: UInt32) -> Bool {
    var low = 0
    var high = borders.count
    while low < high {
      let middle = (low + high) / 2
      if borders[middle] <= point { low = middle + 1 } else { high = middle }
    }
    return low % 2 == 1
  }

  /// The stretches, from the lowest on.
  func forEachStretch(_ body: (UInt32, UInt32) -> Void) {
    var place = 0
    while place + 1 < borders.count {
      body(borders[place], borders[place + 1] - 1)
      place += 2
    }
  }
}
