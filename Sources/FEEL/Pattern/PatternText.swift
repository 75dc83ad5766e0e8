/// The text that a pattern is held against: well-formed UTF-8, or U+FFFD for each byte that makes no character.
struct PatternText {
  let bytes: UnsafeBufferPointer<UInt8>

  var count: Int { bytes.count }

  /// The code point at a place before the end, and how many bytes it has.
  @inline(__always) func point(at place: Int) -> (point: UInt32, length: Int) {
    let first = bytes[place]
    return first < 0x80 ? (UInt32(first), 1) : longPoint(at: place)
  }

  private func longPoint(at place: Int) -> (point: UInt32, length: Int) {
    let length = UTF8Scan.length(of: bytes, at: place)
    if length == 0 { return (0xFFFD, 1) }
    var point = UInt32(bytes[place]) & 0xFF >> UInt32(length + 1)
    for next in place + 1..<place + length { point = point << 6 | UInt32(bytes[next] & 0x3F) }
    return (point, length)
  }

  /// Whether an anchor holds at a place. A line end that is the last character starts no further line (F&O 3.1 §5.6.2,
  /// flag `m`).
  @inline(__always) func holds(_ anchor: PatternInstruction.Operation, at place: Int) -> Bool {
    switch anchor {
    case .textStart: place == 0
    case .textEnd: place == count
    case .lineStart: place == 0 || place < count && bytes[place - 1] == 0x0A
    case .lineEnd: place < count ? bytes[place] == 0x0A : place == 0 || bytes[place - 1] != 0x0A
    default: true
    }
  }

  /// The first place at or behind one where a match of the program may start; nil if there is none.
  func start(of program: PatternProgram, from place: Int) -> Int? {
    if program.isAnchored { return place == 0 ? 0 : nil }
    guard let first = program.first else { return place <= count ? place : nil }
    var place = place
    while place < count {
      let byte = bytes[place]
      if byte < 0x80 ? first.contains(UInt32(byte)) : program.startsBeyondASCII { return place }
      place += 1
    }
    return nil
  }
}
