/// Finds the character U+0000, which no text of ours may have: databases and C programs take it for a text's end.
public enum NULScan {
  /// The place of the first in a JSON text, as a byte or as the escape `\u0000`; nil: there is none.
  public static func place(in json: [UInt8]) -> (line: Int, column: Int)? {
    var at = 0
    while at < json.count {
      switch json[at] {
      case 0: return lineAndColumn(of: at, in: json)
      case UInt8(ascii: "\\"):
        if json[at...].starts(with: escape) { return lineAndColumn(of: at, in: json) }
        at += 2
      default: at += 1
      }
    }
    return nil
  }

  private static let escape = Array("\\u0000".utf8)

  /// Both counted from 1; columns in characters.
  private static func lineAndColumn(of place: Int, in text: [UInt8]) -> (Int, Int) {
    var (line, column) = (1, 1)
    for byte in text[..<place] {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
