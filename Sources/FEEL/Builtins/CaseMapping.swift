/// Upper and lower case of all letters as Unicode has them, without the tables of `String` (built by
/// `scripts/letter-case`).
enum CaseMapping {
  /// Letters with one distance to their other case: every one of a stretch, or every second.
  private struct Run {
    let first: UInt32
    let last: UInt32
    let step: UInt32
    let shift: Int32
  }

  /// A letter whose other case is several characters: `ß` is `SS`.
  private struct Special {
    let point: UInt32
    let image: [UInt32]
  }

  private static let upperRuns = runs(packedUpper)
  private static let lowerRuns = runs(packedLower)
  private static let upperSpecials = specials(packedUpperSpecial)
  private static let lowerSpecials = specials(packedLowerSpecial)

  /// The text in capitals.
  static func uppercased(_ text: Text) -> Text {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.bytes.count)
    CodePoints.forEach(text.bytes) { append(upper: $0, to: &bytes) }
    return Text(bytes: bytes)
  }

  /// The text in small letters; a sigma that ends a word is `ς`.
  static func lowercased(_ text: Text) -> Text {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.bytes.count)
    var isInWord = false
    var sigma: Int?
    CodePoints.forEach(text.bytes) { point in
      let isLetter = lower(point) != point || upper(point) != point
      if let place = sigma, !isLetter { bytes[place] = 0x82 }
      append(lower: point, to: &bytes)
      sigma = point == 0x3A3 && isInWord ? bytes.count - 1 : nil
      isInWord = isLetter
    }
    if let place = sigma { bytes[place] = 0x82 }
    return Text(bytes: bytes)
  }

  private static func append(upper point: UInt32, to bytes: inout [UInt8]) {
    append(point, upper(point), upperSpecials, to: &bytes)
  }

  private static func append(lower point: UInt32, to bytes: inout [UInt8]) {
    append(point, lower(point), lowerSpecials, to: &bytes)
  }

  private static func append(_ point: UInt32, _ mapped: UInt32, _ specials: [Special], to bytes: inout [UInt8]) {
    if point >= 0x80, mapped == point, let special = specials.first(where: { $0.point == point }) {
      for part in special.image { UTF8Scan.append(part, to: &bytes) }
    } else {
      UTF8Scan.append(mapped, to: &bytes)
    }
  }

  static func lower(_ point: UInt32) -> UInt32 {
    if point < 0x80 { return point >= 0x41 && point <= 0x5A ? point + 32 : point }
    return mapped(point, lowerRuns)
  }

  static func upper(_ point: UInt32) -> UInt32 {
    if point < 0x80 { return point >= 0x61 && point <= 0x7A ? point - 32 : point }
    return mapped(point, upperRuns)
  }

  private static func mapped(_ point: UInt32, _ runs: [Run]) -> UInt32 {
    // The last run that starts at or before the letter.
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].first <= point { low = middle + 1 } else { high = middle }
    }
    guard low > 0, case let run = runs[low - 1], point <= run.last, (point - run.first) % run.step == 0 else {
      return point
    }
    return UInt32(truncatingIfNeeded: Int64(point) + Int64(run.shift))
  }

  private static func runs(_ packed: StaticString) -> [Run] {
    var numbers = PackedNumbers(packed)
    var runs: [Run] = []
    var start: Int64 = 0
    while !numbers.isAtEnd {
      start += numbers.signed()
      let extent = numbers.number()
      let step = extent % 2 + 1
      runs.append(
        Run(
          first: UInt32(truncatingIfNeeded: start), last: UInt32(truncatingIfNeeded: start + extent / 2 * step),
          step: UInt32(truncatingIfNeeded: step), shift: Int32(truncatingIfNeeded: numbers.signed())))
    }
    return runs
  }

  private static func specials(_ packed: StaticString) -> [Special] {
    var numbers = PackedNumbers(packed)
    var specials: [Special] = []
    var point: Int64 = 0
    while !numbers.isAtEnd {
      point += numbers.number()
      let image = (0..<numbers.number()).map { _ in UInt32(truncatingIfNeeded: numbers.number()) }
      specials.append(Special(point: UInt32(truncatingIfNeeded: point), image: image))
    }
    return specials
  }
}
