/// A place in a text or file, for people: line and column count from 1, columns in characters (code points), as editors
/// do.
public struct SourcePlace: Hashable, Sendable, Comparable {
  /// From 1.
  public var line: Int
  /// In characters, from 1.
  public var column: Int

  /// Makes a place, both numbers counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

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

  /// By line, then column.
  public static func < (a: SourcePlace, b: SourcePlace) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
