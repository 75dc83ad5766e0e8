internal import Decisions
internal import FEEL

/// The encodings that an XML file may have: UTF-8, UTF-16 with a byte order mark, Latin-1 and ASCII where it says so.
enum XMLEncoding {
  /// The file as UTF-8, without its byte order mark.
  static func utf8(_ bytes: [UInt8]) throws(XMLFailure) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try utf16(bytes.dropFirst(2), isBigEndian: bytes[0] == 0xFE)
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    switch declared(text) {
    case nil, "utf-8", "us-ascii": break
    case "iso-8859-1": return text.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
    case .some(let name):
      throw XMLFailure(
        code: "ENCODING", place: SourcePlace(line: 1, column: 1), message: "the encoding `\(name)` is not read",
        fix: "save the file as UTF-8")
    }
    if let invalid = firstInvalid(text) {
      let before = text[..<invalid]
      let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let column = before[start...].reduce(1) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
      throw XMLFailure(
        code: "ENCODING", place: SourcePlace(line: line, column: column), message: "this is no UTF-8",
        fix: "save the file as UTF-8")
    }
    return text
  }

  /// The encoding that the XML declaration names, in lower case.
  private static func declared(_ bytes: [UInt8]) -> Text? {
    guard bytes.starts(with: "<?xml".utf8) else { return nil }
    let declaration = Array(bytes.prefix(200).prefix { $0 != UInt8(ascii: ">") })
    let wanted = Array("encoding".utf8)
    guard declaration.count > wanted.count,
      let place = (0..<declaration.count - wanted.count).first(where: { declaration[$0...].starts(with: wanted) })
    else { return nil }
    let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    guard let opening = declaration[place...].firstIndex(where: quotes.contains) else { return nil }
    let name = declaration[(opening + 1)...].prefix { !quotes.contains($0) }
    return Text(bytes: name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) throws(XMLFailure) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    guard let text = String(validating: units, as: UTF16.self), bytes.count % 2 == 0 else {
      throw XMLFailure(
        code: "ENCODING", place: SourcePlace(line: 1, column: 1),
        message: "the file is no UTF-16 as its first bytes say",
        fix: "save the file as UTF-8")
    }
    return Array(text.utf8)
  }

  /// Where the first byte stands that is no UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return index }
      for next in bytes[index + 1..<index + length] where next & 0xC0 != 0x80 { return index }
      let second = bytes[index + 1]
      let isWrong =
        first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F || first == 0xF0 && second < 0x90
        || first == 0xF4 && second > 0x8F
      if isWrong { return index }
      index += length
    }
    return nil
  }
}
