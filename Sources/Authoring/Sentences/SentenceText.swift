internal import FEEL

/// One sentence on one line: comments left out, white space between its words folded to one space.
struct SentenceText {
  var bytes: [UInt8] = []
  /// Where every byte stands in the file; one more for what follows.
  var places: [Int32] = []
  /// Whether something in it could not be read and was told.
  var isBroken = false
  /// Whether white space was read that is not in `bytes` yet.
  var isSpacePending = false

  var start: Int { Int(places.first ?? 0) }

  /// Adds a byte that is no white space outside strings.
  mutating func append(_ byte: UInt8, at place: Int) {
    if isSpacePending, !bytes.isEmpty {
      bytes.append(UInt8(ascii: " "))
      places.append(Int32(clamping: place - 1))
    }
    isSpacePending = false
    bytes.append(byte)
    places.append(Int32(clamping: place))
  }
}

/// Cuts a file of sentences: one a line, and an indented line continues the one above.
struct SentenceCutter {
  private let file: SourceFile
  private let limit: Int
  private let findings: FindingCollector
  private var sentences: [SentenceText] = []
  private var offset = 0
  /// Where the block comment began that is still open.
  private var comment: Int?

  init(_ file: SourceFile, limit: Int, findings: FindingCollector) {
    self.file = file
    self.limit = limit
    self.findings = findings
  }

  /// All sentences of the file in its order.
  mutating func cut() -> [SentenceText] {
    while offset < file.bytes.count {
      let end = file.bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
      let start = offset
      let isIndented = comment == nil && spaceLength(start, end) > 0
      let line = readLine(to: end)
      offset = end + 1
      if !line.bytes.isEmpty { add(line, isIndented: isIndented) }
    }
    if let comment {
      findings.add(
        .error, "UNCLOSED", in: file, at: comment, "the comment that starts here is never closed", fix: "add `*/`")
    }
    return sentences
  }

  /// Puts a line where it belongs: to the sentence above, or as a new one.
  private mutating func add(_ line: SentenceText, isIndented: Bool) {
    if isIndented, sentences.isEmpty {
      findings.add(
        .error, "INDENT", in: file, at: line.start, "this line is indented, but no sentence stands above it",
        fix: "start the sentence at the beginning of the line")
    }
    var continues = isIndented
    if !isIndented, let word = SentenceCutter.continuation(line.bytes) {
      findings.add(
        .error, "INDENT", in: file, at: line.start, "no sentence starts with `\(word)`",
        fix: sentences.isEmpty
          ? "start the sentence with `if`" : "indent the line if it continues the sentence above")
      if sentences.isEmpty { return }
      continues = true
    }
    guard continues, var sentence = sentences.popLast() else {
      sentences.append(line)
      checkLength(&sentences[sentences.count - 1])
      return
    }
    if sentence.bytes.count <= limit {
      sentence.bytes.append(UInt8(ascii: " "))
      sentence.bytes += line.bytes
      // The space stands at the end of the line above: what is missing there is told there.
      sentence.places += line.places
    }
    sentence.isBroken = sentence.isBroken || line.isBroken
    checkLength(&sentence)
    sentences.append(sentence)
  }

  /// Tells of a sentence that is too long, and cuts it, once.
  private func checkLength(_ sentence: inout SentenceText) {
    guard sentence.bytes.count > limit else { return }
    if !sentence.isBroken {
      findings.add(
        .error, "TOO-LONG", in: file, at: sentence.start, "the sentence is longer than \(limit) bytes",
        fix: "divide it into several")
    }
    sentence.isBroken = true
  }

  /// The word or sign of a line that can't start a sentence, because it continues one.
  private static func continuation(_ line: [UInt8]) -> String? {
    let tokens = Lexer.tokens(of: Text(bytes: line))
    let words = tokens.map { String(decoding: line[Int($0.span.start)..<Int($0.span.end)], as: UTF8.self) }
    switch tokens[0].kind {
    case .comma, .semicolon: return words[0]
    case .word:
      let word = words[0].lowercased()
      let isAction = SentenceAction.Keyword(rawValue: word) != nil && !words.contains { $0.lowercased() == "if" }
      return isAction || ["then", "and", "or", "else"].contains(word) ? words[0] : nil
    default: return nil
    }
  }

  /// Reads one line without its comments; a block comment may go on in the next.
  private mutating func readLine(to end: Int) -> SentenceText {
    var line = SentenceText()
    if let invalid = UTF8Check.firstInvalidByte(in: file.bytes[offset..<end]) {
      findings.add(
        .error, "INVALID-UTF8", in: file, at: invalid, "this byte is no UTF-8", fix: "save the file as UTF-8")
      line.isBroken = true
    }
    if comment == nil, file.bytes[offset] == UInt8(ascii: "#") {
      findings.add(.error, "COMMENT", in: file, at: offset, "`#` starts no comment", fix: "write `//`")
      return SentenceText()
    }
    while offset < end {
      let spaces = spaceLength(offset, end)
      if comment != nil {
        skipComment(to: end)
      } else if starts(with: "//", before: end) {
        break
      } else if starts(with: "/*", before: end) {
        comment = offset
        offset += 2
        line.isSpacePending = true
      } else if spaces > 0 {
        offset += spaces
        line.isSpacePending = true
      } else if file.bytes[offset] == UInt8(ascii: "\"") {
        readString(to: end, into: &line)
      } else {
        line.append(file.bytes[offset], at: offset)
        offset += 1
      }
    }
    line.places.append(Int32(clamping: line.places.last.map { Int($0) + 1 } ?? offset))
    return line
  }

  /// Copies a string, which ends on its line.
  private mutating func readString(to end: Int, into line: inout SentenceText) {
    let start = offset
    repeat {
      if file.bytes[offset] == UInt8(ascii: "\\"), offset + 1 < end {
        line.append(file.bytes[offset], at: offset)
        offset += 1
      }
      line.append(file.bytes[offset], at: offset)
      offset += 1
    } while offset < end && file.bytes[offset] != UInt8(ascii: "\"")
    guard offset < end else {
      findings.add(
        .error, "UNCLOSED", in: file, at: start, "the string that starts here is not closed on this line",
        fix: line.bytes.prefix { $0 != UInt8(ascii: "\"") }.count < line.bytes.count - (end - start)
          ? "add the missing `\"`; it may belong to a string before this one" : "add a closing `\"`")
      line.isBroken = true
      return
    }
    line.append(file.bytes[offset], at: offset)
    offset += 1
  }

  private mutating func skipComment(to end: Int) {
    if starts(with: "*/", before: end) {
      comment = nil
      offset += 2
    } else {
      offset += 1
    }
  }

  private func starts(with sign: StaticString, before end: Int) -> Bool {
    offset + 1 < end && file.bytes[offset] == sign.utf8Start[0] && file.bytes[offset + 1] == sign.utf8Start[1]
  }

  /// The bytes of the white space at a place; 0 if there is none. A no-break space is one, tabs and returns are.
  private func spaceLength(_ place: Int, _ end: Int) -> Int {
    guard place < end else { return 0 }
    switch file.bytes[place] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return place + 1 < end && file.bytes[place + 1] == 0xA0 ? 2 : 0
    default: return 0
    }
  }
}
