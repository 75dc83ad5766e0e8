internal import FEEL

/// How a file writes numbers: `1234.50` unless its mapping says otherwise (`1.234,50` in many countries).
struct NumberFormat: Hashable {
  var decimalMark = UInt8(ascii: ".")
  /// Between groups of three digits; nil: there is none.
  var groupMark: UInt8?

  /// The number that a text says, or nil. Marks between digits must stand where they belong.
  func number(_ text: Text) -> Decimal34? {
    var digits: [UInt8] = []
    var group: Int?
    var isAfterMark = false
    for byte in text.bytes {
      if byte == groupMark {
        if isAfterMark || digits.last.map({ !isDigit($0) }) ?? true { return nil }
        if let group, group != 3 { return nil }
        group = 0
        continue
      }
      if byte == decimalMark, !isAfterMark {
        if let group, group != 3 { return nil }
        group = nil
        isAfterMark = true
        digits.append(UInt8(ascii: "."))
        continue
      }
      if byte == UInt8(ascii: "."), decimalMark != byte { return nil }
      if isDigit(byte), let count = group { group = count + 1 }
      digits.append(byte)
    }
    if let group, group != 3 { return nil }
    return Decimal34(utf8: digits)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
