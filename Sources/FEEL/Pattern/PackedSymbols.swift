/// Reads what `scripts/unicode` packed: 91 symbols out of printable ASCII, and numbers in digits of base 45, of which the
/// last is below 45 and those before it are written 45 higher, the lowest first.
struct PackedSymbols {
  private let start: UnsafePointer<UInt8>
  private let count: Int
  private var place = 0

  init(_ text: StaticString) {
    start = text.utf8Start
    count = text.utf8CodeUnitCount
  }

  var isAtEnd: Bool { place >= count }

  /// The value of the next symbol, 0...90; 0 behind the end.
  mutating func symbol() -> Int {
    guard place < count else { return 0 }
    let byte = Int(start[place])
    place += 1
    return byte > 0x5C ? byte - 0x24 : byte - 0x23
  }

  mutating func number() -> UInt32 {
    var result: UInt32 = 0
    var weight: UInt32 = 1
    while true {
      let digit = UInt32(truncatingIfNeeded: symbol())
      if digit < 45 { return result &+ digit &* weight }
      result = result &+ (digit &- 45) &* weight
      weight = weight &* 45
    }
  }
}
