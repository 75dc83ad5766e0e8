/// Numbers packed into a text of the program: a digit is a byte above 48; a number is written five bits a digit, the
/// lowest first, with 32 added to all but the last. The scripts that build tables write them so.
///
/// A text costs nothing until it is read, where an array literal is slow to compile.
struct PackedNumbers {
  private let bytes: UnsafePointer<UInt8>
  private var at: Int
  private let end: Int

  /// The digits in a part of a text; the text is longer than `range` reaches.
  init(_ text: StaticString, _ range: Range<Int>) {
    bytes = text.utf8Start
    at = range.lowerBound
    end = range.upperBound
  }

  init(_ text: StaticString) { self.init(text, 0..<text.utf8CodeUnitCount) }

  var isAtEnd: Bool { at >= end }

  /// A single digit, 0 at the end.
  mutating func digit() -> Int {
    if at >= end { return 0 }
    at &+= 1
    return Int(bytes[at &- 1] &- 48)
  }

  /// A number that is not negative. Instants don't fit the `Int` of a browser.
  mutating func number() -> Int64 {
    var value: Int64 = 0
    var shift: Int64 = 0
    while true {
      let digit = Int64(digit())
      value |= (digit & 31) &<< shift
      shift &+= 5
      if digit < 32 || shift > 55 { return value }
    }
  }

  /// A number of either sign.
  mutating func signed() -> Int64 {
    let value = number()
    return value & 1 == 0 ? value >> 1 : -((value + 1) >> 1)
  }
}
