extension Decimal34 {
  /// Reads `[+|-] digits [. digits] [e [+|-] digits]` or `[+|-] . digits ...`, all of it, in UTF-8.
  ///
  /// More than 34 digits are rounded half-even, what is too small becomes zero. Nil if the bytes are anything else or
  /// the number is too large for decimal128.
  public init?(utf8 bytes: Swift.Span<UInt8>) {
    var reader = DigitReader(bytes.isEmpty ? 0 : bytes[0])
    var index = reader.negative || (!bytes.isEmpty && bytes[0] == UInt8(ascii: "+")) ? 1 : 0
    let count = bytes.count
    let whole = index
    while index < count, reader.take(bytes[index]) { index += 1 }
    var digits = index - whole
    if index < count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let start = index
      reader.afterPoint = true
      while index < count, reader.take(bytes[index]) { index += 1 }
      if index == start { return nil }
      digits += index - start
    }
    if digits == 0 { return nil }
    if index < count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      var down = false
      if index < count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
        down = bytes[index] == UInt8(ascii: "-")
        index += 1
      }
      let start = index
      var power: Int64 = 0
      while index < count, case let digit = bytes[index] &- UInt8(ascii: "0"), digit < 10 {
        power = Swift.min(power * 10 + Int64(digit), DigitReader.farPower)
        index += 1
      }
      if index == start { return nil }
      reader.exponent += down ? -power : power
    }
    guard index == count, let number = reader.number else { return nil }
    self = number
  }

  /// Reads a number from all of `bytes`; see `init(utf8:)` on a span.
  public init?(utf8 bytes: [UInt8]) { self.init(utf8: bytes.span) }

  /// Reads a number from all of `bytes`; see `init(utf8:)` on a span.
  public init?(utf8 bytes: ArraySlice<UInt8>) { self.init(utf8: bytes.span) }

  /// Reads a number from all of `text`; see `init(utf8:)`.
  public init?(_ text: Text) { self.init(utf8: text.bytes.span) }

  /// Reads a number from all of `string`; see `init(utf8:)`.
  public init?(_ string: String) { self.init(utf8: Array(string.utf8).span) }
}

/// Gathers digits: 38 of them as two words, what follows is only felt.
private struct DigitReader {
  /// More than any text has digits, and far from the end of `Int64`.
  static let farPower: Int64 = 1_000_000_000_000_000

  let negative: Bool
  var afterPoint = false
  var exponent: Int64 = 0
  private var head: UInt64 = 0
  private var tail: UInt64 = 0
  /// Digits since the first that is not zero.
  private var count: Int32 = 0
  private var sticky = false

  init(_ first: UInt8) { negative = first == UInt8(ascii: "-") }

  mutating func take(_ byte: UInt8) -> Bool {
    let digit = byte &- UInt8(ascii: "0")
    if digit > 9 { return false }
    if count < 19 {
      head = head &* 10 &+ UInt64(digit)
      if head != 0 { count += 1 }
    } else if count < 38 {
      tail = tail &* 10 &+ UInt64(digit)
      count += 1
    } else {
      sticky = sticky || digit != 0
      if !afterPoint { exponent += 1 }
      return true
    }
    if afterPoint { exponent -= 1 }
    return true
  }

  var number: Decimal34? {
    let far = Int64(Decimal34.farExponent)
    let exponent = Int32(Swift.min(Swift.max(exponent, -far), far))
    if count <= 18, exponent <= 0, exponent >= Decimal34.leastExponent {
      let word = Int64(bitPattern: head)
      return Decimal34(word: negative ? -word : word, exponent)
    }
    var magnitude = UInt128(head)
    if count > 19 { magnitude = magnitude * PowersOfTen.wide(count - 19) + UInt128(tail) }
    return Decimal34.rounding(negative: negative, magnitude, exponent, sticky: sticky)
  }
}
