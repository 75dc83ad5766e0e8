/// Characters that differ by case only: those whose capitals or whose small letters are the same text (F&O 3.1 §5.6.2,
/// flag `i`). So K, k and the Kelvin sign are variants of each other; İ is no variant of i, as its small letter has two
/// characters.
enum CaseVariants {
  /// `count` letters from `start` on, `step` apart, each with a variant `distance` farther on.
  private struct Stretch {
    var start: UInt32
    var step: UInt32
    var last: UInt32
    var distance: UInt32

    /// Whether it has a pair whose lower half is this code point.
    func hasLower(_ point: UInt32) -> Bool {
      point >= start && point <= last && (step == 1 || (point - start) % 2 == 0)
    }
  }

  /// What it costs to find the variants of one character or stretch.
  static let work = 240

  private static let stretches: [Stretch] = {
    var result: [Stretch] = []
    var table = PackedSymbols(UnicodeTables.caseVariants)
    var start: UInt32 = 0
    while !table.isAtEnd {
      start += table.number()
      let extent = table.number()
      let step = 1 + extent % 2
      result.append(Stretch(start: start, step: step, last: start + extent / 2 * step, distance: table.number()))
    }
    return result
  }()

  /// Whether two code points are the same or variants of each other.
  static func areSame(_ a: UInt32, _ b: UInt32) -> Bool {
    if a == b { return true }
    let (low, high) = a < b ? (a, b) : (b, a)
    for stretch in stretches where high - low == stretch.distance && stretch.hasLower(low) { return true }
    return false
  }

  /// The code point and its variants.
  static func of(_ point: UInt32) -> [UInt32] {
    var result = [point]
    for stretch in stretches {
      if stretch.hasLower(point) { result.append(point + stretch.distance) }
      if point >= stretch.distance, stretch.hasLower(point - stretch.distance) {
        result.append(point - stretch.distance)
      }
    }
    return result
  }

  /// Appends the stretches of the variants of all code points of a stretch, itself left out.
  static func append(of range: ClosedRange<UInt32>, to result: inout [ClosedRange<UInt32>]) {
    for stretch in stretches {
      append(stretch, offset: 0, range, to: &result)
      append(stretch, offset: stretch.distance, range, to: &result)
    }
  }

  /// The upper halves of the pairs whose lower halves are in the range (`offset` 0), or the other way round.
  private static func append(
    _ stretch: Stretch, offset: UInt32, _ range: ClosedRange<UInt32>, to result: inout [ClosedRange<UInt32>]
  ) {
    var low = max(stretch.start + offset, range.lowerBound)
    let high = min(stretch.last + offset, range.upperBound)
    if stretch.step == 2, low <= high, (low - stretch.start - offset) % 2 == 1 { low += 1 }
    guard low <= high else { return }
    let move: (UInt32) -> UInt32 = { offset == 0 ? $0 + stretch.distance : $0 - stretch.distance }
    if stretch.step == 1 {
      result.append(move(low)...move(high))
    } else {
      for point in stride(from: low, through: high, by: 2) { result.append(move(point)...move(point)) }
    }
  }
}
