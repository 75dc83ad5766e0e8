internal import CCurl
internal import FEEL
internal import Sales

/// Pieces of Salesforce's query language, each safe to stand in a query.
enum SOQL {
  /// A text literal with its quotes; control characters, which no id or stage has, become blanks.
  static func literal(_ text: Text) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "'")]
    for byte in text.bytes {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
      case UInt8(ascii: "\r"): bytes += Array("\\r".utf8)
      case UInt8(ascii: "\t"): bytes += Array("\\t".utf8)
      case 0..<0x20, 0x7F: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "'"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `('a','b')`.
  static func list(_ texts: some Sequence<Text>) -> String { "(" + texts.map(literal).joined(separator: ",") + ")" }

  /// An instant with its milliseconds, in UTC: `2026-03-31T19:00:00.000Z`.
  static func instant(_ milliseconds: Int64) -> String {
    let text = Instant.text(milliseconds).string
    return text.utf8.contains(UInt8(ascii: ".")) ? text : text.dropLast() + ".000Z"
  }

  /// Epoch milliseconds of an instant as Salesforce writes it (`2026-03-31T19:00:00.000+0000`); nil: none.
  static func milliseconds(_ text: Text) -> Int64? {
    var bytes = text.bytes
    // RFC 3339 has a colon in the offset.
    if bytes.count > 5, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[bytes.count - 5]) {
      bytes.insert(UInt8(ascii: ":"), at: bytes.count - 2)
    }
    return Instant.milliseconds(Text(bytes: bytes))
  }

  /// Whether a text is the API name of an object or a field.
  static func isName(_ name: some StringProtocol) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 255 else { return false }
    return isLetter(first) && name.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") }
  }

  /// Whether a text is a field, or a path of at most five lookups to one.
  static func isPath(_ path: String) -> Bool {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    return (1...6).contains(parts.count) && parts.allSatisfy { isName($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }

  /// The query as the value of a URL's parameter.
  static func escaped(_ query: String) -> String {
    // Nil only where no memory is left; the CRM refuses the empty query then.
    guard let escaped = curl_easy_escape(nil, query, CInt(clamping: query.utf8.count)) else { return "" }
    defer { curl_free(escaped) }
    return String(cString: escaped)
  }
}

extension Array {
  /// The elements in runs of at most `count`, in order.
  func chunks(of count: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: self.count, by: Swift.max(1, count)).map {
      self[$0..<Swift.min($0 + Swift.max(1, count), self.count)]
    }
  }
}
