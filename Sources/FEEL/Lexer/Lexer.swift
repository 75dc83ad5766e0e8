/// Cuts a FEEL text into tokens.
///
/// It knows no scope: names come as their *parts*, and who knows the names in scope puts the longest one together
/// (`NameSet.longestMatch`). Every text can be cut, also invalid UTF-8; the last token is `end`, again and again.
///
/// - Complexity: O(1) memory; O(n) for a whole text.
public struct Lexer: Sendable {
  /// The text's bytes.
  public let bytes: [UInt8]
  /// Where the next token is looked for.
  public private(set) var offset: Int

  /// Starts at a byte offset, which is held within the text; of more than 2 GiB only the beginning is read.
  public init(_ source: Text, from offset: Int = 0) {
    bytes = Int32(exactly: source.bytes.count) == nil ? Array(source.bytes.prefix(Int(Int32.max))) : source.bytes
    self.offset = max(0, min(offset, bytes.count))
  }

  /// All tokens of a text, `end` included.
  public static func tokens(of source: Text) -> [Token] {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    while true {
      let token = lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  /// The next token.
  public mutating func next() -> Token {
    let before = offset
    if let comment = skipSpace() { return comment }
    let isSpaced = offset > before || before == 0
    let start = offset
    guard offset < bytes.count else { return Token(.end, Span(start, start), isSpaced: isSpaced) }
    let kind = scan()
    let keyword = kind == .word ? Keyword(bytes[start..<offset]) : nil
    return Token(kind, Span(start, offset), isSpaced: isSpaced, keyword: keyword)
  }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < bytes.count ? bytes[offset + ahead] : 0
  }

  /// Skips white space and comments; an unclosed comment is the rest of the text, as a token.
  private mutating func skipSpace() -> Token? {
    while offset < bytes.count {
      let length = Characters.spaceLength(bytes, offset)
      if length > 0 {
        offset += length
      } else if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "/") {
        while offset < bytes.count, byte() != 0x0A, byte() != 0x0D { offset += 1 }
      } else if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        let start = offset
        offset += 2
        while offset < bytes.count, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) { offset += 1 }
        if offset >= bytes.count { return Token(.unclosedComment, Span(start, bytes.count), isSpaced: true) }
        offset += 2
      } else {
        return nil
      }
    }
    return nil
  }

  /// Moves over one token that starts here.
  private mutating func scan() -> Token.Kind {
    let first = byte()
    if first == UInt8(ascii: "\"") { return scanString() }
    if Characters.isDigit(first) || (first == UInt8(ascii: ".") && Characters.isDigit(byte(1))) {
      return scanNumber()
    }
    if let (kind, length) = Lexer.sign(first, byte(1)) {
      offset += length
      return kind
    }
    // DMN 1.5 grammar rule 30 prints the apostrophe of names so, and word processors write it.
    if bytes[offset...].starts(with: "\u{2019}".utf8) {
      offset += 3
      return .apostrophe
    }
    guard let start = Characters.decode(bytes, offset), Characters.isNameStart(start.scalar) else {
      offset += Characters.decode(bytes, offset)?.length ?? 1
      return .invalid
    }
    offset += start.length
    while let part = Characters.decode(bytes, offset), Characters.isNamePart(part.scalar) { offset += part.length }
    return .word
  }

  private mutating func scanString() -> Token.Kind {
    offset += 1
    while offset < bytes.count {
      if byte() == UInt8(ascii: "\"") {
        offset += 1
        return .string
      }
      offset += byte() == UInt8(ascii: "\\") && offset + 1 < bytes.count ? 2 : 1
    }
    return .unclosedString
  }

  private mutating func scanNumber() -> Token.Kind {
    while Characters.isDigit(byte()) { offset += 1 }
    if byte() == UInt8(ascii: "."), Characters.isDigit(byte(1)) {
      offset += 1
      while Characters.isDigit(byte()) { offset += 1 }
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let signed = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
      if Characters.isDigit(byte(signed ? 2 : 1)) {
        offset += signed ? 2 : 1
        while Characters.isDigit(byte()) { offset += 1 }
      }
    }
    return .number
  }

  /// The sign that two bytes start with, and its length.
  private static func sign(_ first: UInt8, _ second: UInt8) -> (Token.Kind, Int)? {
    let isEqualNext = second == UInt8(ascii: "=")
    return switch first {
    case UInt8(ascii: "("): (.leftParenthesis, 1)
    case UInt8(ascii: ")"): (.rightParenthesis, 1)
    case UInt8(ascii: "["): (.leftBracket, 1)
    case UInt8(ascii: "]"): (.rightBracket, 1)
    case UInt8(ascii: "{"): (.leftBrace, 1)
    case UInt8(ascii: "}"): (.rightBrace, 1)
    case UInt8(ascii: ","): (.comma, 1)
    case UInt8(ascii: ":"): (.colon, 1)
    case UInt8(ascii: ";"): (.semicolon, 1)
    case UInt8(ascii: "'"): (.apostrophe, 1)
    case UInt8(ascii: "@"): (.at, 1)
    case UInt8(ascii: "?"): (.question, 1)
    case UInt8(ascii: "+"): (.plus, 1)
    case UInt8(ascii: "-"): (.minus, 1)
    case UInt8(ascii: "/"): (.slash, 1)
    case UInt8(ascii: "*"): second == UInt8(ascii: "*") ? (.power, 2) : (.star, 1)
    case UInt8(ascii: "."): second == UInt8(ascii: ".") ? (.dots, 2) : (.dot, 1)
    case UInt8(ascii: "="): (.equal, 1)
    case UInt8(ascii: "!"): isEqualNext ? (.notEqual, 2) : (.invalid, 1)
    case UInt8(ascii: "<"): isEqualNext ? (.lessOrEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"): isEqualNext ? (.greaterOrEqual, 2) : (.greater, 1)
    default: nil
    }
  }
}
