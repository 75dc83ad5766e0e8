import FEEL
import Testing

/// Relations between ranges held against sets of points: ends are whole numbers, points lie half a step apart, so that an
/// open range between two neighbours is not empty.
@Suite struct `Ranges as sets of points` {
  private struct Range {
    let start: Int
    let end: Int
    let startIncluded: Bool
    let endIncluded: Bool

    init(_ random: inout RepeatableRandom) {
      start = random.next(below: 6)
      end = start + random.next(below: 5)
      startIncluded = random.next(below: 2) == 0
      endIncluded = random.next(below: 2) == 0
    }

    /// The points that lie in it, in halves.
    var points: [Int] {
      (0...24).filter { point in
        (startIncluded ? point >= 2 * start : point > 2 * start) && (endIncluded ? point <= 2 * end : point < 2 * end)
      }
    }

    var value: Value {
      .range(
        RangeValue(
          start: .integer(start), startIncluded: startIncluded, end: .integer(end), endIncluded: endIncluded))
    }
  }

  private static let relations: [(name: Text, holds: @Sendable ([Int], [Int]) -> Bool)] = [
    ("before", { a, b in a[a.count - 1] < b[0] }), ("after", { a, b in b[b.count - 1] < a[0] }),
    ("overlaps", { a, b in a.contains { b.contains($0) } }),
    ("includes", { a, b in b.allSatisfy { a.contains($0) } }),
    ("during", { a, b in a.allSatisfy { b.contains($0) } }), ("coincides", { a, b in a == b }),
    (
      "overlaps before",
      { a, b in a.contains { b.contains($0) } && !b.contains(a[0]) && a[a.count - 1] <= b[b.count - 1] }
    ),
    (
      "overlaps after",
      { a, b in a.contains { b.contains($0) } && !a.contains(b[0]) && b[b.count - 1] <= a[a.count - 1] }
    ),
    ("starts", { a, b in a[0] == b[0] && a[a.count - 1] <= b[b.count - 1] }),
    ("started by", { a, b in a[0] == b[0] && b[b.count - 1] <= a[a.count - 1] }),
    ("finishes", { a, b in a[a.count - 1] == b[b.count - 1] && a[0] >= b[0] }),
    ("finished by", { a, b in a[a.count - 1] == b[b.count - 1] && b[0] >= a[0] }),
    // Between whole numbers lies more than one point, so none of them is an only one that two share.
    ("meets", { a, b in a[a.count - 1] == b[0] && b[0] % 2 == 0 }),
    ("met by", { a, b in b[b.count - 1] == a[0] && a[0] % 2 == 0 }),
  ]

  @Test(arguments: relations.indices) func `a relation says of ranges what it says of their points`(place: Int) throws {
    let (name, holds) = Self.relations[place]
    var random = RepeatableRandom(seed: UInt64(place + 1))
    for _ in 0..<600 {
      let (a, b) = (Range(&random), Range(&random))
      let (x, y) = (a.points, b.points)
      // Of ranges without points the standard's formulas say nothing useful.
      guard !x.isEmpty, !y.isEmpty else { continue }
      let (value, _) = try call(name, [a.value, b.value], law: .standard)
      #expect(value.isIdentical(to: .boolean(holds(x, y))), "\(name): \(a) \(b)")
    }
  }

  @Test(arguments: relations.indices) func `a point in a range is one of its points`(place: Int) throws {
    let (name, holds) = Self.relations[place]
    let (takesFirst, takesSecond) = (
      ["before", "after", "finishes", "starts", "during"].contains(name),
      ["before", "after", "finished by", "started by", "includes"].contains(name)
    )
    var random = RepeatableRandom(seed: UInt64(place + 100))
    for _ in 0..<300 {
      let range = Range(&random)
      let point = random.next(below: 12)
      // `[5..5)` includes 5 by the formulas.
      guard !range.points.isEmpty else { continue }
      if takesFirst {
        let (value, _) = try call(name, [.integer(point), range.value], law: .standard)
        #expect(value.isIdentical(to: .boolean(holds([2 * point], range.points))), "\(name): \(point) \(range)")
      }
      if takesSecond {
        let (value, _) = try call(name, [range.value, .integer(point)], law: .standard)
        #expect(value.isIdentical(to: .boolean(holds(range.points, [2 * point]))), "\(name): \(range) \(point)")
      }
    }
  }
}
