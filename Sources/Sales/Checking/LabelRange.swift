import FEEL

/// The numbers that an option's label names: `1-2 hours`, `> 5`, `<3 months`, `3 or more`, `51-200 employees`, `0`.
struct LabelRange {
  var start: Decimal34?
  var startIncluded = true
  var end: Decimal34?
  var endIncluded = true

  /// Nil for a label that is no range.
  init?(_ label: Text) {
    var rest = Scanner(bytes: label.caseFolded.bytes)
    rest.skipSpaces()
    if let opening = rest.opening() {
      guard let number = rest.number() else { return nil }
      switch opening {
      case .above: (start, startIncluded) = (number, false)
      case .from: start = number
      case .below: (end, endIncluded) = (number, false)
      case .upTo: end = number
      }
    } else {
      guard let first = rest.number() else { return nil }
      rest.skipSpaces()
      if rest.take("+") || rest.take("or more") || rest.take("and more") || rest.take("or above") {
        start = first
      } else if rest.take("or less") || rest.take("or fewer") || rest.take("or below") {
        end = first
      } else if rest.take("-") || rest.take("–") || rest.take("to ") || rest.take("..") {
        guard let second = rest.number(), first <= second else { return nil }
        (start, end) = (first, second)
      } else {
        (start, end) = (first, first)
      }
    }
    // A unit may follow, but no other number.
    guard !rest.hasDigit else { return nil }
  }

  /// Reads a label from left to right.
  private struct Scanner {
    enum Opening { case above, from, below, upTo }
    var bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func skipSpaces() { while place < bytes.count, bytes[place] == 32 { place += 1 } }

    mutating func take(_ word: Text) -> Bool {
      guard bytes[place...].starts(with: word.bytes) else { return false }
      place += word.bytes.count
      return true
    }

    mutating func opening() -> Opening? {
      for word in [">=", "≥", "at least ", "from "] as [Text] where take(word) { return .from }
      for word in ["<=", "≤", "at most ", "up to "] as [Text] where take(word) { return .upTo }
      for word in [">", "more than ", "over ", "above "] as [Text] where take(word) { return .above }
      for word in ["<", "less than ", "fewer than ", "under ", "below "] as [Text] where take(word) { return .below }
      return nil
    }

    mutating func number() -> Decimal34? {
      skipSpaces()
      let first = place
      while place < bytes.count, isDigit(bytes[place]) || (bytes[place] == 46 && isDigit(after: place)) { place += 1 }
      return first == place ? nil : Decimal34(utf8: Array(bytes[first..<place]))
    }

    var hasDigit: Bool { bytes[min(place, bytes.count)...].contains { isDigit($0) } }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    private func isDigit(after place: Int) -> Bool { place + 1 < bytes.count && isDigit(bytes[place + 1]) }
  }
}
