internal import FEEL
internal import Sales

/// Reads one sentence; one extension for each part of the grammar.
struct SentenceReader {
  let sentence: SentenceText
  let text: Text
  let file: SourceFile
  let names: SentenceNames
  let limits: Limits
  let findings: FindingCollector
  /// The words and signs of the sentence, `end` last; a full stop at the end is left out.
  let tokens: [Token]
  /// The place of the next token to read.
  var index = 0
  let budget = ReadingBudget()
  var actions: [(SentenceDefinition.Action, ParsedSentence.ActionPlace)] = []
  var mode: SentenceDefinition.Mode?
  var priority: Decimal34?
  var from: CalendarDate?
  var until: CalendarDate?

  init(
    _ sentence: SentenceText, file: SourceFile, names: SentenceNames, limits: Limits, findings: FindingCollector
  ) {
    self.sentence = sentence
    text = Text(bytes: sentence.bytes)
    self.file = file
    self.names = names
    self.limits = limits
    self.findings = findings
    var tokens = Lexer.tokens(of: text)
    if tokens.count > 2, tokens[tokens.count - 2].kind == .dot {
      tokens.remove(at: tokens.count - 2)
    }
    self.tokens = tokens
  }

  /// Reads `"name":`; nil if the sentence has no name.
  mutating func readName() -> Text? {
    if tokens[0].kind == .string {
      let name = stringValue(tokens[0])
      index = 1
      if tokens[1].kind == .colon {
        index = 2
      } else {
        report("NAME", at: 1, "`:` is missing after the rule's name", fix: "write `\(slice(0..<1)): if ...`")
      }
      if !name.bytes.contains(where: { $0 > 0x20 }) {
        report("NAME", at: 0, "the rule's name is empty", fix: "write a name, or leave the quotation marks out")
        return nil
      }
      return name
    }
    // Words, a colon and `if`: a name without its quotation marks.
    let colon = tokens.prefix(12).firstIndex { $0.kind == .colon }
    if let colon, colon > 0, !isWord(0, "if"), isWord(colon + 1, "if") {
      report(
        "NAME", at: 0, "a rule's name stands in quotation marks", fix: "write `\"\(slice(0..<colon))\": if ...`")
      index = colon + 1
      return Text(slice(0..<colon))
    }
    return nil
  }

  /// Reads what follows the name; nil if it holds no condition or no action.
  mutating func read(name: Text) -> ParsedSentence? {
    if tokens[index].kind == .end {
      report("NO-SENTENCE", at: index, "nothing follows the rule's name", fix: "write `if ... then ...`")
      return nil
    }
    if !isWord(index, "if"), !(index..<end).contains(where: { isWord($0, "then") }) {
      report(
        "NO-SENTENCE", at: index, "this line is no sentence",
        fix: "write `if ... then ...`, or `//` before a comment")
      return nil
    }
    readIf()
    guard let (condition, then) = readCondition() else { return nil }
    index = then
    if tokens[index].kind == .comma { index += 1 }
    readActions()
    readOptions()
    let (source, map) = normalized(condition)
    guard !actions.isEmpty else {
      reportSyntax(of: source, map)
      return nil
    }
    let definition = SentenceDefinition(
      name: name, condition: source, actions: actions.map(\.0), mode: mode, priority: priority, from: from,
      until: until)
    return ParsedSentence(
      definition: definition, byte: sentence.start, condition: map, actions: actions.map(\.1))
  }

  private mutating func readIf() {
    if isWord(index, "if") {
      index += 1
      return
    }
    let token = tokens[index]
    let typed = slice(index..<index + 1)
    if token.kind == .word, suggestions(for: Text(typed), among: ["if", "when"]) != nil || typed.lowercased() == "when"
    {
      report("IF-MISSING", at: index, "a sentence starts with `if`, not with `\(typed)`", fix: "write `if`")
      index += 1
    } else {
      report("IF-MISSING", at: index, "the sentence does not start with `if`", fix: "write `if ... then ...`")
    }
  }

  /// The syntax errors of a condition that nobody will compile.
  private func reportSyntax(of source: Text, _ map: TextMap) {
    var parser = Parser(source: source, names: names.all, limits: limits)
    for diagnostic in parser.parseExpression().diagnostics {
      findings.add(
        diagnostic.severity, diagnostic.code.string, in: file, at: map.fileByte(Int(diagnostic.span.start)),
        diagnostic.message.string, fix: diagnostic.fix?.string)
    }
  }
}

extension SentenceReader {
  var end: Int { tokens.count - 1 }

  /// Where a token stands in the file.
  func place(_ index: Int) -> Int {
    let token = tokens[min(index, end)]
    // What is missing at the end is missing behind the last word.
    let byte = token.kind == .end && end > 0 ? Int(tokens[end - 1].span.end) : Int(token.span.start)
    return byte < sentence.places.count ? Int(sentence.places[byte]) : sentence.start
  }

  func report(_ code: String, at index: Int, _ message: String, fix: String? = nil) {
    report(.error, code, at: index, message, fix: fix)
  }

  /// Tells something about a token, but no more than fifty things about one sentence.
  func report(_ severity: Diagnostic.Severity, _ code: String, at index: Int, _ message: String, fix: String? = nil) {
    if budget.takeFinding() { findings.add(severity, code, in: file, at: place(index), message, fix: fix) }
  }

  /// The bytes of the sentence that tokens cover.
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
    guard !range.isEmpty else { return [] }
    return text.bytes[Int(tokens[range.lowerBound].span.start)..<Int(tokens[range.upperBound - 1].span.end)]
  }

  /// What tokens say, as it is written.
  func slice(_ range: Range<Int>) -> String { String(decoding: bytes(range), as: UTF8.self) }

  /// A token as findings show it.
  func quoted(_ index: Int) -> String {
    tokens[index].kind == .end ? "the end" : "`\(slice(index..<index + 1))`"
  }

  /// Whether a token is that word, in any case.
  func isWord(_ index: Int, _ word: String) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word, tokens[index].span.end - tokens[index].span.start < 16
    else { return false }
    return slice(index..<index + 1).lowercased() == word
  }

  func stringValue(_ token: Token) -> Text {
    StringLiteral.value(
      of: text.bytes[Int(token.span.start) + 1..<max(Int(token.span.start) + 1, Int(token.span.end) - 1)])
  }

  /// How many tokens a declared name of several words takes here; 1 if there is none.
  func step(_ index: Int) -> Int { max(1, names.all.longestMatch(tokens, at: index, of: text)) }

  /// Whether the word is a member behind a dot, or a key before a colon: no keyword in either place.
  func isMember(_ index: Int) -> Bool {
    (index > 0 && tokens[index - 1].kind == .dot) || tokens[min(index + 1, end)].kind == .colon
  }
}
