/// A place in a source text for people: both numbers count from 1, columns in code points.
public struct TextPlace: Hashable, Sendable {
  public var line: Int
  public var column: Int

  /// The place of a byte of a text, or of its end.
  public init(ofByte offset: Int, in text: Text) {
    line = 1
    column = 1
    for byte in text.bytes.prefix(max(0, offset)) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
