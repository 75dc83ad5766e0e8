internal import Decisions
internal import FEEL

extension XMLReader {
  // MARK: Characters

  /// The byte ahead; 0 beyond the end.
  func byte(_ ahead: Int = 0) -> UInt8 { offset + ahead < bytes.count ? bytes[offset + ahead] : 0 }

  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    for index in 0..<count where bytes[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  mutating func skipSpace() -> Bool {
    let start = offset
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
    return offset > start
  }

  /// Where `offset` stands.
  mutating func place() -> SourcePlace { place(at: offset) }

  /// Where a byte stands. Places are asked in order, so counting goes on from the last one.
  mutating func place(at end: Int) -> SourcePlace {
    var index = counted
    while index < end {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80, byte != 0x0D {
        column += 1
      }
      index += 1
    }
    counted = max(counted, end)
    return SourcePlace(line: line, column: column)
  }

  func written(_ name: Range<Int>) -> Text { Text(bytes: Array(bytes[name].prefix(60))) }

  mutating func failure(_ code: Text, _ message: Text, fix: Text? = nil) -> XMLFailure {
    XMLFailure(code: code, place: place(), message: message, fix: fix)
  }

  /// Moves behind the next occurrence of `end`.
  mutating func skip(past end: StaticString, from ahead: Int, _ what: Text) throws(XMLFailure) {
    let place = place()
    offset += ahead
    while offset < bytes.count, !starts(with: end) { offset += 1 }
    guard offset < bytes.count else { throw XMLFailure(code: "XML", place: place, message: "\(what) never ends") }
    offset += end.utf8CodeUnitCount
  }

  mutating func comment() throws(XMLFailure) {
    let place = place()
    offset += 4
    while offset < bytes.count, !starts(with: "--") { offset += 1 }
    guard starts(with: "-->") else {
      throw XMLFailure(
        code: "XML", place: place,
        message: offset < bytes.count ? "a comment holds `--`" : "the comment never ends")
    }
    offset += 3
  }

  /// Moves over a name and tells where it stands.
  mutating func name(_ what: Text) throws(XMLFailure) -> Range<Int> {
    let start = offset
    while offset < bytes.count, isNamePart(bytes[offset], first: offset == start) { offset += 1 }
    if offset == start {
      let fix: Text? = what == "element" ? "a `<` in a text is written `&lt;`" : nil
      throw failure("XML", "the name of an \(what) is missing", fix: fix)
    }
    return start..<offset
  }

  private func isNamePart(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"): !first
    default: false
    }
  }

  // MARK: Text

  /// Reads character data up to the next `<`.
  mutating func text(into element: XMLElement?, isOutside: Bool) throws(XMLFailure) {
    let start = offset
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
    let isBlank = offset >= bytes.count || bytes[offset] == UInt8(ascii: "<")
    if isOutside, !isBlank {
      throw failure("XML", "text stands outside of the root element", fix: "is this an XML file?")
    }
    guard let element, !isBlank || (element.children.isEmpty && !element.text.text.isEmpty) else {
      // Between the children of an element white space means nothing.
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
      return
    }
    let place = place(at: start)
    offset = start
    let jump = PlacedText.Jump(offset: element.text.text.bytes.count, place: place)
    if jump.offset > 0 || element.text.place != jump.place { element.text.jumps.append(jump) }
    // Taken out, so that every byte need not ask whether anybody else is at it.
    var text = element.text
    element.text = PlacedText("", text.place)
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") {
      try character(into: &text, isAttribute: false, before: bytes.count)
    }
    element.text = text
  }

  /// Reads a CDATA section.
  mutating func section(into element: XMLElement?, isOutside: Bool) throws(XMLFailure) {
    let start = place()
    if isOutside { throw failure("XML", "text stands outside of the root element") }
    offset += 9
    if let element {
      element.text.jumps.append(PlacedText.Jump(offset: element.text.text.bytes.count, place: place()))
    }
    while offset < bytes.count, !starts(with: "]]>") {
      if bytes[offset] == 0x0D {
        offset += 1
        if byte() != 0x0A { element?.text.text.bytes.append(0x0A) }
        continue
      }
      element?.text.text.bytes.append(bytes[offset])
      offset += 1
    }
    guard offset < bytes.count else {
      throw XMLFailure(code: "XML", place: start, message: "the section never ends")
    }
    offset += 3
  }

  /// Moves over the value of an attribute; what stands between its quotation marks.
  mutating func rawValue(of name: Range<Int>) throws(XMLFailure) -> Range<Int> {
    let quote = byte()
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure("XML", "the value of `\(written(name))` has no quotation marks")
    }
    offset += 1
    let start = offset
    while offset < bytes.count, bytes[offset] != quote {
      if bytes[offset] == UInt8(ascii: "<") {
        throw failure("XML", "`<` stands in the value of `\(written(name))`", fix: "write `&lt;`")
      }
      offset += 1
    }
    guard offset < bytes.count else { throw failure("XML", "the value of `\(written(name))` never ends") }
    offset += 1
    return start..<(offset - 1)
  }

  /// Reads the value of an attribute.
  mutating func value(_ attribute: RawAttribute) throws(XMLFailure) -> PlacedText {
    let after = (offset, counted, line, column)
    offset = attribute.value.lowerBound
    (counted, line, column) = (offset, attribute.place.line, attribute.place.column)
    let limit = attribute.value.upperBound
    var value = PlacedText("", attribute.place)
    while offset < limit { try character(into: &value, isAttribute: true, before: limit) }
    (offset, counted, line, column) = after
    return value
  }

  /// Reads plain characters, or one character or reference; line ends become line feeds, in attributes spaces.
  private mutating func character(
    into text: inout PlacedText, isAttribute: Bool, before limit: Int
  ) throws(XMLFailure) {
    var end = offset
    while end < limit, Self.isPlain[Int(bytes[end])] { end += 1 }
    if end > offset {
      text.text.bytes += bytes[offset..<end]
      offset = end
      return
    }
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "&"):
      try reference(into: &text)
      return
    case 0x0D:
      if self.byte(1) == 0x0A { offset += 1 }
      text.text.bytes.append(isAttribute ? 0x20 : 0x0A)
    case 0x0A, 0x09: text.text.bytes.append(isAttribute ? 0x20 : byte)
    case 0x00..<0x20: throw failure("XML", "a control character stands in the text")
    default: text.text.bytes.append(byte)
    }
    offset += 1
  }

  /// The bytes that stand for themselves wherever they stand.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    byte >= 0x20 && byte != Int(UInt8(ascii: "&")) && byte != Int(UInt8(ascii: "<"))
      && byte != Int(UInt8(ascii: "\"")) && byte != Int(UInt8(ascii: "'"))
  }

  /// Reads `&name;`, `&#10;` or `&#xA;`.
  private mutating func reference(into text: inout PlacedText) throws(XMLFailure) {
    var end = offset + 1
    while end < bytes.count, end - offset < 12, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else {
      throw failure("XML", "`&` starts no reference", fix: "write `&amp;`")
    }
    let name = bytes[offset + 1..<end]
    if name.first == UInt8(ascii: "#") {
      guard let scalar = scalar(name.dropFirst()) else {
        throw failure("XML", "`\(written(offset..<end + 1))` is no character")
      }
      text.text.bytes += Array(String(Character(scalar)).utf8)
    } else {
      switch Text(bytes: Array(name)) {
      case "lt": text.text.bytes.append(UInt8(ascii: "<"))
      case "gt": text.text.bytes.append(UInt8(ascii: ">"))
      case "amp": text.text.bytes.append(UInt8(ascii: "&"))
      case "quot": text.text.bytes.append(UInt8(ascii: "\""))
      case "apos": text.text.bytes.append(UInt8(ascii: "'"))
      default:
        throw failure(
          "XML", "the entity `\(written(offset..<end + 1))` is not defined", fix: "write the character itself")
      }
    }
    offset = end + 1
    text.jumps.append(PlacedText.Jump(offset: text.text.bytes.count, place: place()))
  }

  /// The character that the digits of a reference stand for, if XML allows it.
  private func scalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10), text.utf8.first != UInt8(ascii: "+"),
      value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D, value != 0xFFFE, value != 0xFFFF
    else { return nil }
    return Unicode.Scalar(value)
  }
}
