internal import FEEL
internal import Sales

extension SentenceReader {
  /// `upgrade [from stage {or stage}] to stage`.
  mutating func readUpgrade(_ place: ParsedSentence.ActionPlace) {
    var origins: [Text] = []
    var isWhole = true
    if isWord(index, "from") {
      repeat {
        index += 1
        if let stage = readStage("upgrade from Prospecting to Discovery") {
          origins.append(stage)
        } else {
          isWhole = false
        }
      } while isWord(index, "or")
    }
    guard isWord(index, "to") else {
      let typed = isWhole ? stageName(at: index) : nil
      report(
        "ACTION-FORM", at: index, "`upgrade` needs `to` and a stage",
        fix: "write `upgrade to \(typed ?? names.vocabulary.stages.first?.string ?? "Discovery")`")
      index = endOfName(from: index)
      return
    }
    index += 1
    guard let stage = readStage("upgrade to Discovery"), isWhole else { return }
    actions.append((.upgrade(to: stage, from: origins), place))
  }

  private func stageName(at place: Int) -> String? {
    match(names.stages, at: place, before: end)?.name.string
  }

  /// Reads a stage, quoted or not: the longest declared name, in any case.
  mutating func readStage(_ example: String) -> Text? {
    let start = index
    if tokens[start].kind == .string {
      index += 1
      return declaredStage(stringValue(tokens[start]), at: start)
    }
    if let (name, length) = match(names.stages, at: start, before: end), endsStage(start + length) {
      index = start + length
      let written = slice(start..<index)
      if written != name.string { noteCase(written, name.string, at: start) }
      return name
    }
    index = start
    while !endsStage(index) { index += 1 }
    guard index > start else {
      report("ACTION-FORM", at: start, "a stage is missing here", fix: "write `\(example)`")
      return nil
    }
    return declaredStage(Text(slice(start..<index)), at: start)
  }

  /// The stage that a text names; tells if there is none. Without any declared stages it is not judged.
  private func declaredStage(_ written: Text, at place: Int) -> Text? {
    if names.vocabulary.stages.isEmpty { return written }
    guard let name = names.stages[written] else {
      let meant =
        suggestions(for: written, among: names.vocabulary.stages) ?? match(names.stages, at: place, before: end)?.name
      report(
        "UNKNOWN-STAGE", at: place, "no pipeline has a stage `\(written)`",
        fix: meant.map { "did you mean `\($0)`?" } ?? "write one of \(stageList)")
      return nil
    }
    if name != written { noteCase(written.string, name.string, at: place) }
    return name
  }

  private var stageList: String {
    let stages = names.vocabulary.stages
    return stages.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (stages.count > 8 ? ", ..." : "")
  }

  /// Whether a stage's name ends before the token.
  private func endsStage(_ place: Int) -> Bool {
    let token = tokens[place]
    switch token.kind {
    case .end, .semicolon, .comma, .string: return true
    case .word: return ["and", "or", "to"].contains { isWord(place, $0) } || actionStarts(at: place)
    default: return false
    }
  }
}
