extension JSONCursor {
  /// A string; the cursor stands on its first quote.
  mutating func string() throws(JSONError) -> Text {
    let start = at + 1
    if try plainEnd() { return Text(bytes: Array(bytes[start..<at - 1])) }
    return try escapedString(start)
  }

  /// The name of a member; the cursor stands on its first quote.
  mutating func name() throws(JSONError) -> Text {
    let start = at + 1
    if try plainEnd() { return names.text(UnsafeBufferPointer(rebasing: bytes[start..<at - 1])) }
    return try escapedString(start)
  }

  /// Steps behind the closing quote if there is no escape before it; else stops at the first one.
  private mutating func plainEnd() throws(JSONError) -> Bool {
    at += 1
    try skipPlain()
    if next == UInt8(ascii: "\"") {
      at += 1
      return true
    }
    return false
  }

  /// Steps over characters that stand for themselves, to a quote or a backslash.
  private mutating func skipPlain() throws(JSONError) {
    while at < count {
      let byte = bytes[at]
      if byte >= 0x80 {
        try skipWideCharacter()
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        return
      } else if byte < 0x20 {
        throw error(.controlCharacter, at: at, "a string holds a control character; write it as an escape such as \\n")
      } else {
        at += 1
      }
    }
    throw error(.unexpectedEnd, at: count, "the text ends inside a string")
  }

  /// Steps over one character beyond ASCII, if its bytes are well formed (Unicode 15, table 3-7).
  private mutating func skipWideCharacter() throws(JSONError) {
    let length = UTF8Scan.length(of: bytes, at: at)
    if length == 0 { throw error(.encoding, at: at, "the text is not UTF-8 here") }
    at += length
  }

  /// The string that started at `start`; the cursor stands on its first backslash.
  private mutating func escapedString(_ start: Int) throws(JSONError) -> Text {
    var text = Array(bytes[start..<at])
    while true {
      if next == UInt8(ascii: "\"") {
        at += 1
        return Text(bytes: text)
      }
      try escape(into: &text)
      let from = at
      try skipPlain()
      text.append(contentsOf: bytes[from..<at])
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let place = at
    at += 1
    guard at < count else { throw error(.unexpectedEnd, at: count, "the text ends inside a string") }
    let letter = bytes[at]
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): UTF8Scan.append(try codePoint(place), to: &text)
    default: throw error(.escape, at: place, "JSON knows no such escape; write a backslash as \\\\")
    }
  }

  /// The code point of `\u` and four digits, or of two such escapes that make a surrogate pair.
  private mutating func codePoint(_ place: Int) throws(JSONError) -> UInt32 {
    let first = try fourDigits(place)
    guard first & 0xF800 == 0xD800 else { return first }
    if first < 0xDC00, count - at >= 6, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") {
      at += 2
      let second = try fourDigits(at - 2)
      if second & 0xFC00 == 0xDC00 { return 0x1_0000 + (first & 0x3FF) << 10 + (second & 0x3FF) }
    }
    throw error(.escape, at: place, "half a surrogate pair stands alone")
  }

  private mutating func fourDigits(_ place: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch next {
      case let byte where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case let byte where byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case let byte where byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw error(.escape, at: place, "four hexadecimal digits must follow \\u")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
