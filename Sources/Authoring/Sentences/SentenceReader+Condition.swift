internal import FEEL

extension SentenceReader {
  /// Finds the condition and where the actions start; nil if there is none.
  mutating func readCondition() -> (condition: Range<Int>, actions: Int)? {
    let start = index
    guard let (stop, actions) = findThen() else { return nil }
    let isSeparated = stop > start && tokens[stop - 1].kind == .comma
    let condition = start..<(isSeparated ? stop - 1 : stop)
    guard !condition.isEmpty else {
      report("CONDITION-MISSING", at: stop, "nothing stands between `if` and `then`", fix: "write a condition")
      return nil
    }
    return (condition, actions)
  }

  /// The end of the condition: the first `then` that closes no FEEL `if`, and the place behind it.
  private func findThen() -> (stop: Int, actions: Int)? {
    var open = 0
    var place = index
    while tokens[place].kind != .end, tokens[place].kind != .semicolon {
      let step = step(place)
      if step == 1, tokens[place].kind == .word, !isMember(place) {
        if tokens[place].keyword == .if {
          open += 1
        } else if tokens[place].keyword == .then, open > 0 {
          open -= 1
        } else if isWord(place, "then") {
          return (place, place + 1)
        }
      }
      place += step
    }
    return missingThen(before: place)
  }

  /// Tells that there is no `then`, and finds where it should be: before the first action.
  private func missingThen(before stop: Int) -> (stop: Int, actions: Int)? {
    var place = index
    while place < stop {
      if place > index, actionStarts(at: place) {
        let before = tokens[place - 1].kind == .comma ? place - 2 : place - 1
        let typed = before > index ? slice(before..<before + 1) : ""
        if tokens[max(0, before)].kind == .word, suggestions(for: Text(typed), among: ["then"]) != nil {
          report("THEN-MISSING", at: before, "`\(typed)` stands where `then` belongs", fix: "did you mean `then`?")
          return (before, place)
        }
        report(
          "THEN-MISSING", at: place, "`then` is missing before `\(slice(place..<place + 1))`",
          fix: "write `then \(slice(place..<place + 1))`")
        return (place, place)
      }
      place += step(place)
    }
    report(
      "THEN-MISSING", at: stop, "the sentence has no `then`",
      fix: "write `then` and what follows: `then upgrade to ...`")
    return nil
  }

  /// The canonical text of tokens, with the places of its bytes: assessments and their members in declared case, and
  /// `X.Assessment` as `X.Score`.
  func normalized(_ range: Range<Int>) -> (Text, TextMap) {
    var writer = CanonicalWriter(sentence: sentence, text: text)
    var place = range.lowerBound
    while place < range.upperBound {
      place = normalize(place, range, &writer)
    }
    return writer.finish()
  }

  /// Writes the name or token at a place, and gives the place behind it.
  private func normalize(_ place: Int, _ range: Range<Int>, _ writer: inout CanonicalWriter) -> Int {
    guard tokens[place].kind == .word, tokens[place].keyword == nil, !isMember(place) else {
      writer.copy(tokens[place])
      return place + 1
    }
    let known = names.values.longestMatch(tokens, at: place, of: text)
    let assessment = match(names.assessments, at: place, before: range.upperBound)
    guard let (name, length) = assessment, length >= known else {
      if known == 0, isAlias(at: place + 1, range), !isLocal(place, range) {
        writer.copy(tokens[place])
        return alias(slice(place..<place + 1), from: place, behind: place + 1, &writer)
      }
      for token in tokens[place..<place + max(1, known)] { writer.copy(token) }
      return place + max(1, known)
    }
    let written = slice(place..<place + length)
    if written == name.string {
      for token in tokens[place..<place + length] { writer.copy(token) }
    } else {
      noteCase(written, name.string, at: place)
      writer.write(name, for: tokens[place..<place + length])
    }
    return member(of: name.string, from: place, behind: place + length, range, &writer)
  }

  /// Writes the member behind an assessment's name.
  private func member(
    of name: String, from start: Int, behind place: Int, _ range: Range<Int>, _ writer: inout CanonicalWriter
  ) -> Int {
    guard place + 1 < range.upperBound, tokens[place].kind == .dot, tokens[place + 1].kind == .word else {
      return place
    }
    if isAlias(at: place, range) { return alias(name, from: start, behind: place, &writer) }
    let written = slice(place + 1..<place + 2)
    let members = ["Score", "Points", "Percent", "Complete", "Answers"]
    guard let member = members.first(where: { $0.lowercased() == written.lowercased() }), member != written else {
      return place
    }
    noteCase(written, member, at: place + 1)
    writer.copy(tokens[place])
    writer.write(Text(member), for: tokens[place + 1..<place + 2])
    return place + 2
  }

  /// Whether `.Assessment` stands at a place.
  private func isAlias(at place: Int, _ range: Range<Int>) -> Bool {
    place + 1 < range.upperBound && tokens[place].kind == .dot && isWord(place + 1, "assessment")
  }

  /// Writes `.Score` for the `.Assessment` behind a name, and tells.
  private func alias(
    _ name: String, from start: Int, behind place: Int, _ writer: inout CanonicalWriter
  ) -> Int {
    report(
      .warning, "ALIAS", at: start, "`\(slice(start..<place + 2))` read as `\(name).Score`",
      fix: "write `\(name).Score`")
    writer.copy(tokens[place])
    writer.write("Score", for: tokens[place + 1..<place + 2])
    return place + 2
  }

  /// Whether the text itself declares the name: an item, an iteration variable or a context key.
  private func isLocal(_ place: Int, _ range: Range<Int>) -> Bool {
    let name = bytes(place..<place + 1)
    if name.elementsEqual("item".utf8) { return true }
    return range.contains { other in
      bytes(other..<other + 1) == name && (tokens[other + 1].keyword == .in || tokens[other + 1].kind == .colon)
    }
  }

  func noteCase(_ written: String, _ declared: String, at place: Int) {
    report(.note, "CASE", at: place, "`\(written)` is declared as `\(declared)`", fix: "write `\(declared)`")
  }

  /// The longest declared name of a table that starts at a place.
  func match(_ table: CaseTable, at place: Int, before stop: Int) -> (name: Text, length: Int)? {
    for length in stride(from: min(table.mostTokens, stop - place), to: 0, by: -1) {
      if let name = table[Text(bytes: Array(bytes(place..<place + length)))] { return (name, length) }
    }
    return nil
  }
}

/// Writes canonical text and remembers where each byte stands in the file.
private struct CanonicalWriter {
  let sentence: SentenceText
  let text: Text
  private var bytes: [UInt8] = []
  private var places: [Int32] = []
  /// The end of what was written, in the sentence.
  private var last: Int?

  init(sentence: SentenceText, text: Text) {
    self.sentence = sentence
    self.text = text
  }

  /// Writes a token as it stands, with the space before it.
  mutating func copy(_ token: Token) { write(Text(bytes: Array(text.bytes[range(token)])), for: [token]) }

  /// Writes a name in place of tokens.
  mutating func write(_ name: Text, for tokens: ArraySlice<Token>) {
    guard let first = tokens.first.map(range), let final = tokens.last.map(range) else { return }
    if let last {
      bytes += text.bytes[last..<first.lowerBound]
      places += sentence.places[last..<first.lowerBound]
    }
    bytes += name.bytes
    places += name.bytes.indices.map { sentence.places[min(first.lowerBound + $0, final.upperBound - 1)] }
    last = final.upperBound
  }

  func finish() -> (Text, TextMap) {
    (Text(bytes: bytes), TextMap(places: places + [sentence.places[last ?? 0]]))
  }

  private func range(_ token: Token) -> Range<Int> { Int(token.span.start)..<Int(token.span.end) }
}
