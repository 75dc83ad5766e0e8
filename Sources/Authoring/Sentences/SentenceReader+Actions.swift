internal import Decisions
internal import FEEL
internal import Sales

extension SentenceReader {
  /// Reads the actions up to `;` or the end; what can't be read is told, and reading goes on with the next action.
  mutating func readActions() {
    if isAtEnd {
      report("ACTION-MISSING", at: index, "nothing follows `then`", fix: "write an action: `upgrade to ...`")
      return
    }
    while true {
      readAction()
      if isAtEnd { return }
      let separator = index
      if tokens[index].kind == .comma { index += 1 }
      if isWord(index, "and") { index += 1 }
      if index == separator {
        reportLeftover()
        skipToAction()
        if isAtEnd { return }
      } else if isAtEnd {
        report(
          "ACTION-MISSING", at: index, "nothing follows `\(slice(separator..<index))`",
          fix: "write an action or remove it")
        return
      }
    }
  }

  private var isAtEnd: Bool { tokens[index].kind == .end || tokens[index].kind == .semicolon }

  func keyword(at place: Int) -> SentenceAction.Keyword? {
    guard tokens[place].kind == .word else { return nil }
    return SentenceAction.Keyword(rawValue: slice(place..<place + 1).lowercased())
  }

  private mutating func readAction() {
    let start = index
    guard let keyword = keyword(at: index) else {
      reportUnknownAction()
      index = endOfPart(from: index)
      return
    }
    index += 1
    let place = ParsedSentence.ActionPlace(byte: place(start), value: nil)
    switch keyword {
    case .upgrade: readUpgrade(place)
    case .propose:
      if let stage = readStage("propose Discovery") { actions.append((.propose(stage), place)) }
    case .set: readSet(place)
    case .add: readAdd(place)
    case .flag: readFlag(place)
    case .ask:
      if let name = readName(names.assessments, "`ask` needs an assessment", "ask DiscoveryAssessment") {
        actions.append((.ask(name), place))
      }
    case .start:
      if let name = readName(nil, "`start` needs a sequence", "start onboarding") {
        actions.append((.start(name), place))
      }
    case .require:
      if let name = readName(nil, "`require` needs an attribute", "require amount") {
        actions.append((.require(name), place))
      }
    }
  }

  private func reportUnknownAction() {
    let typed = slice(index..<index + 1)
    let keywords = SentenceAction.Keyword.allCases.map { Text($0.rawValue) }
    if let meant = SentenceAction.meant[typed.lowercased()] ?? suggestions(for: Text(typed), among: keywords) {
      report("UNKNOWN-ACTION", at: index, "`\(typed)` is no action", fix: "did you mean `\(meant)`?")
    } else {
      report(
        "UNKNOWN-ACTION", at: index, "\(quoted(index)) is no action",
        fix: "write one of upgrade, propose, set, add, flag, ask, start, require")
    }
  }

  /// Tells of what stands behind an action and starts no other.
  private func reportLeftover() {
    if keyword(at: index) != nil {
      report(
        "SEPARATOR", at: index, "`,` or `and` is missing before \(quoted(index))",
        fix: "write `, \(slice(index..<index + 1))`")
    } else if isWord(index, "if") {
      report(
        "INDENT", at: index, "a sentence starts inside another",
        fix: "start it at the beginning of a line, not indented")
    } else if isWord(index, "else") {
      report(
        "ELSE", at: index, "a rule has no `else`", fix: "write a second sentence with the opposite condition")
    } else {
      report("ACTION-FORM", at: index, "\(quoted(index)) can't stand behind an action", fix: "write `,` and an action")
    }
  }

  private mutating func skipToAction() {
    if keyword(at: index) != nil { return }
    index = endOfPart(from: index)
    if isSeparator(index) { index = behindSeparator(index) }
  }

  /// `set fact to FEEL`.
  private mutating func readSet(_ place: ParsedSentence.ActionPlace) {
    let start = index
    guard let to = findTo(from: start), to > start else {
      let isSign = start + 1 < tokens.count && tokens[start + 1].kind == .equal
      report(
        "ACTION-FORM", at: isSign ? start + 1 : start,
        isSign ? "`set` takes `to`, not `=`" : "`set` needs a fact, `to` and a value",
        fix: "write `set fit to \"high\"`")
      index = endOfPart(from: index)
      return
    }
    let fact = name(start..<to)
    index = to + 1
    if let (value, map) = readValue() {
      actions.append((.contribute(Contribution(.set, fact: fact, value: value)), .init(byte: place.byte, value: map)))
    }
  }

  /// `add FEEL to fact`.
  private mutating func readAdd(_ place: ParsedSentence.ActionPlace) {
    let start = index
    guard let to = findTo(from: start), to > start else {
      report("ACTION-FORM", at: start, "`add` needs a value, `to` and a fact", fix: "write `add 20 to priority`")
      index = endOfPart(from: index)
      return
    }
    index = to + 1
    guard let fact = readName(nil, "a fact is missing after `to`", "add 20 to priority") else { return }
    let (value, map) = normalized(start..<to)
    actions.append((.contribute(Contribution(.add, fact: fact, value: value)), .init(byte: place.byte, value: map)))
  }

  private mutating func readValue() -> (Text, TextMap)? {
    let start = index
    if tokens[start].kind != .comma { index = endOfPart(from: start) }
    if index > start { return normalized(start..<index) }
    report("ACTION-FORM", at: start, "a value is missing after `to`", fix: "write `set fit to \"high\"`")
    return nil
  }

  /// `flag "text"`.
  private mutating func readFlag(_ place: ParsedSentence.ActionPlace) {
    if tokens[index].kind == .string {
      let text = stringValue(tokens[index])
      index += 1
      actions.append((.flag(text), place))
      return
    }
    let start = index
    index = endOfPart(from: index)
    let typed = index > start ? slice(start..<index) : "hot"
    report("ACTION-FORM", at: start, "`flag` needs a text in quotation marks", fix: "write `flag \"\(typed)\"`")
  }

  /// The name that tokens write, quoted or not.
  private func name(_ range: Range<Int>) -> Text {
    range.count == 1 && tokens[range.lowerBound].kind == .string
      ? stringValue(tokens[range.lowerBound]) : Text(bytes: Array(bytes(range)))
  }

  /// Reads a name up to the end of its part; declared names of the table in any case.
  private mutating func readName(_ table: CaseTable?, _ missing: String, _ example: String) -> Text? {
    let start = index
    index = tokens[start].kind == .string ? start + 1 : endOfName(from: start)
    guard index > start else {
      report("ACTION-FORM", at: start, missing, fix: "write `\(example)`")
      return nil
    }
    let name = name(start..<index)
    guard let declared = table?[name], declared != name else { return name }
    noteCase(name.string, declared.string, at: start)
    return declared
  }
}
