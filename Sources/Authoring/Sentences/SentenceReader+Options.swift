internal import FEEL
internal import Sales

extension SentenceReader {
  /// Reads the options behind `;`.
  mutating func readOptions() {
    guard tokens[index].kind == .semicolon else { return }
    var given: [String] = []
    repeat {
      let sign = index
      if tokens[index].kind == .comma || tokens[index].kind == .semicolon { index += 1 }
      if tokens[index].kind == .end {
        report(
          "OPTION", at: index, "nothing follows `\(slice(sign..<sign + 1))`", fix: "write an option or remove it")
        return
      }
      let start = index
      guard let option = readOption() else { continue }
      let group = option == "automatically" || option == "by proposal" ? "mode" : option
      if given.contains(option) {
        report("OPTION", at: start, "`\(option)` is given twice", fix: "remove one")
      } else if given.contains(group) {
        report("OPTION", at: start, "a rule acts either automatically or by proposal", fix: "remove one")
      }
      given += option == group ? [option] : [option, group]
    } while tokens[index].kind != .end
  }

  /// Reads one option and gives its keyword; tells what is wrong and goes on behind it.
  private mutating func readOption() -> String? {
    let start = index
    if isWord(index, "from") || isWord(index, "until") {
      let isFrom = isWord(index, "from")
      index += 1
      let date = readDate(isFrom ? "from" : "until")
      if isFrom { from = date } else { until = date }
      return isFrom ? "from" : "until"
    }
    if isWord(index, "priority") {
      index += 1
      readPriority()
      return "priority"
    }
    if isWord(index, "automatically") || (isWord(index, "by") && isWord(index + 1, "proposal")) {
      let isAutomatic = isWord(index, "automatically")
      index += isAutomatic ? 1 : 2
      mode = isAutomatic ? .automatic : .proposal
      skipRest(of: isAutomatic ? "automatically" : "by proposal")
      return isAutomatic ? "automatically" : "by proposal"
    }
    index = endOfOption(start + 1)
    let typed = slice(start..<index)
    let options: [Text] = ["from", "until", "priority", "automatically", "by proposal"]
    let meant =
      suggestions(for: Text(typed), among: options) ?? suggestions(for: Text(slice(start..<start + 1)), among: options)
    report(
      "OPTION", at: start, "`\(typed)` is no option",
      fix: meant.map { "did you mean `\($0)`?" }
        ?? "write one of from, until, priority, automatically, by proposal")
    return nil
  }

  /// Where an option ends: at a comma, or where the next one starts without it.
  private func endOfOption(_ start: Int) -> Int {
    var place = start
    while tokens[place].kind != .end, tokens[place].kind != .comma, tokens[place].kind != .semicolon,
      !["from", "until", "priority", "automatically"].contains(where: { isWord(place, $0) }),
      !(isWord(place, "by") && isWord(place + 1, "proposal"))
    {
      place += 1
    }
    return place
  }

  private mutating func readDate(_ option: String) -> CalendarDate? {
    let start = index
    index = endOfOption(start)
    let written = slice(start..<index)
    if let date = CalendarDate(Text(written)) { return date }
    report(
      "DATE", at: start,
      index > start ? "`\(written)` is no day of the calendar" : "a day is missing after `\(option)`",
      fix: "write it like `\(option) 2026-04-01`")
    return nil
  }

  private mutating func readPriority() {
    let start = index
    index = endOfOption(start)
    let written = slice(start..<index)
    priority = Decimal34(Text(written))
    if priority == nil {
      report(
        "PRIORITY", at: start, index > start ? "`\(written)` is no number" : "a number is missing after `priority`",
        fix: "write it like `priority 10`")
    }
  }

  /// Tells of words behind an option that takes none.
  private mutating func skipRest(of option: String) {
    let start = index
    index = endOfOption(start)
    if index > start {
      report(
        "OPTION", at: start, "`\(slice(start..<index))` can't follow `\(option)`", fix: "write `,` between options")
    }
  }
}
