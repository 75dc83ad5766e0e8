internal import FoundationEssentials

/// Why a text is not JSON, and where.
struct JSONSyntaxError: Error, Hashable, Sendable {
  var message: String
  /// Byte offset from the start.
  var offset: Int
}

extension JSONValue {
  /// Reads one JSON value that fills the whole text, nested 64 deep at most.
  static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.at < bytes.count { throw reader.error("unexpected text after the value") }
    return value
  }
}

/// A recursive-descent reader over UTF-8 bytes.
private struct JSONReader {
  let bytes: [UInt8]
  var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  func error(_ message: String) -> JSONSyntaxError { JSONSyntaxError(message: message, offset: at) }

  mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func expect(_ byte: UInt8) throws(JSONSyntaxError) {
    guard next == byte else { throw error("expected '\(Character(Unicode.Scalar(byte)))'") }
    at += 1
  }

  mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    if depth > 64 { throw error("nested too deep") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
    guard bytes[at...].starts(with: word.utf8) else { throw error("expected a value") }
    at += word.utf8.count
    return value
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    at += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if next == UInt8(ascii: "}") {
      at += 1
      return .object([])
    }
    while true {
      skipSpace()
      if next != UInt8(ascii: "\"") { throw error("expected a name in quotes") }
      let name = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      skipSpace()
      if next == UInt8(ascii: ",") {
        at += 1
        continue
      }
      try expect(UInt8(ascii: "}"))
      return .object(members)
    }
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    at += 1
    var items: [JSONValue] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      at += 1
      return .array([])
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if next == UInt8(ascii: ",") {
        at += 1
        continue
      }
      try expect(UInt8(ascii: "]"))
      return .array(items)
    }
  }

  private mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = at
    if next == UInt8(ascii: "-") { at += 1 }
    let firstDigit = at
    digits()
    if at == firstDigit || (at - firstDigit > 1 && bytes[firstDigit] == UInt8(ascii: "0")) {
      throw error("expected a value")
    }
    if next == UInt8(ascii: ".") {
      at += 1
      try someDigits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      at += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
      try someDigits()
    }
    guard let number = Decimal(string: String(decoding: bytes[start..<at], as: UTF8.self)), !number.isNaN else {
      throw error("the number is out of range")
    }
    return .number(number)
  }

  private mutating func digits() {
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { at += 1 }
  }

  private mutating func someDigits() throws(JSONSyntaxError) {
    let start = at
    digits()
    if at == start { throw error("expected a digit") }
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    at += 1
    var text: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { throw error("the text is not UTF-8") }
        return string
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw error("a control character stands in the text")
      default: text.append(byte)
      }
    }
    throw error("the text has no end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    guard let byte = next else { throw error("the text has no end") }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var units = [try hexadecimal()]
      if UTF16.isLeadSurrogate(units[0]) {
        try expect(UInt8(ascii: "\\"))
        try expect(UInt8(ascii: "u"))
        units.append(try hexadecimal())
      }
      guard let string = String(validating: units, as: UTF16.self) else { throw error("half a surrogate pair") }
      text.append(contentsOf: string.utf8)
    default: throw error("an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt16 {
    guard at + 4 <= bytes.count, let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw error("expected four hexadecimal digits") }
    at += 4
    return unit
  }
}
