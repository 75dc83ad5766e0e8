import FEEL

/// With how many digits after the point the numbers of one sentence are shown: two at most, unless that would make
/// different numbers look equal; then as many as keep them apart. Their order stays what it is, as rounding keeps it.
struct ShownDigits {
  private static let usual = 2
  private static let most = 40

  /// Nil: all that there are, for numbers that only then differ.
  private let count: Int?

  /// - Parameter values: all that the sentence compares; those of lists and of bounds count too.
  init(for values: [Value]) {
    var numbers: [Decimal34] = []
    for value in values { value.collectNumbers(into: &numbers, depth: 0) }
    self.init(apart: numbers)
  }

  /// - Parameter numbers: what must not look equal, as far as it is not.
  init(apart numbers: [Decimal34]) {
    var sorted = numbers
    sorted.sort(by: <)
    var count = Self.usual
    for (a, b) in zip(sorted, sorted.dropFirst()) where a < b {
      while count <= Self.most, Self.rounded(a, count) == Self.rounded(b, count) { count += 1 }
    }
    self.count = count <= Self.most ? count : nil
  }

  func shown(_ number: Decimal34) -> Text { (count.map { Self.rounded(number, $0) } ?? number).text }

  private static func rounded(_ number: Decimal34, _ digits: Int) -> Decimal34 {
    number.rounded(toScale: digits, .halfEven) ?? number
  }
}

extension Value {
  /// The numbers in it that a sentence shows.
  fileprivate func collectNumbers(into numbers: inout [Decimal34], depth: Int) {
    switch self {
    case .small, .large: if let decimal { numbers.append(decimal) }
    case .undecided(let interval): numbers += [interval.least, interval.most]
    case .list(let items):
      guard depth < Value.deepestPhrase else { return }
      for item in items.prefix(Value.mostPhrased) { item.collectNumbers(into: &numbers, depth: depth + 1) }
    case .uncertainList(let list): Value.list(list.items).collectNumbers(into: &numbers, depth: depth)
    default: break
    }
  }
}
