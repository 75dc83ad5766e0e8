import FEEL

extension QuestionProgram {
  /// What the question's slot holds for an answer; nil for a text left empty.
  func value(of answer: AnswerValue) -> Result<Value?, AnswerProblem> {
    switch (form, answer) {
    case (.choice(let options), .text(let id)):
      for option in options where option.id == id { return .success(option.value) }
      return .failure(unknownOption(id, options.map { $0.id }))
    case (.severalOf(let options), .several(let ids)): return value(of: ids, options)
    case (.yesNo, .boolean(let answer)): return .success(.boolean(answer))
    case (.yesNo, .text(let id)):
      // Its two options are called `yes` and `no`.
      if id == "yes" { return .success(.boolean(true)) }
      if id == "no" { return .success(.boolean(false)) }
      return .failure(unknownOption(id, ["yes", "no"]))
    case (.number(let minimum, let maximum, _), .number(let number)):
      if let minimum, number < minimum { return .failure(outOfRange("\(number) is less than \(minimum)")) }
      if let maximum, maximum < number { return .failure(outOfRange("\(number) is more than \(maximum)")) }
      return .success(.number(number))
    case (.scale(let from, let to, _, _), .number(let number)):
      guard number.floor == number, Decimal34(from) <= number, number <= Decimal34(to) else {
        return .failure(outOfRange("\(number) is not a step from \(from) to \(to)"))
      }
      return .success(.number(number))
    case (.text(_, let maximumLength), .text(let text)):
      if text.isBlank { return .success(nil) }
      let length = text.length
      guard length <= maximumLength else {
        return .failure(
          AnswerProblem(.tooLong, id, "`\(id)`: \(length) characters are more than \(maximumLength)"))
      }
      return .success(.string(text))
    case (.date, .text(let text)):
      guard let day = CalendarDate(day: text) else {
        return .failure(AnswerProblem(.wrongKind, id, "`\(id)`: \"\(text)\" is not a day like 2026-01-31"))
      }
      return .success(.date(day))
    default:
      return .failure(AnswerProblem(.wrongKind, id, "`\(id)` wants \(form.wanted), not \(answer.told)"))
    }
  }

  private func value(of ids: [Text], _ options: [Option]) -> Result<Value?, AnswerProblem> {
    var values: [Value] = []
    for (index, id) in ids.enumerated() {
      guard let option = options.first(where: { $0.id == id }) else {
        return .failure(unknownOption(id, options.map { $0.id }))
      }
      if ids[..<index].contains(id) {
        return .failure(AnswerProblem(.answeredTwice, self.id, "`\(self.id)` names \"\(id)\" twice"))
      }
      values.append(option.value)
    }
    return .success(.list(values))
  }

  private func unknownOption(_ option: Text, _ options: [Text]) -> AnswerProblem {
    AnswerProblem(.unknownOption, id, "`\(id)` has no option \"\(option)\"; it has \(options.quotedBriefly)")
  }

  private func outOfRange(_ what: String) -> AnswerProblem { AnswerProblem(.outOfRange, id, "`\(id)`: \(what)") }
}

extension QuestionProgram.Form {
  /// What answers it wants, in words.
  var wanted: String {
    switch self {
    case .choice(let options): "one of its options (\(options.map { $0.id }.quotedBriefly))"
    case .severalOf(let options): "a list of its options (\(options.map { $0.id }.quotedBriefly))"
    case .yesNo: "true or false"
    case .number: "a number"
    case .scale(let from, let to, _, _): "a step from \(from) to \(to)"
    case .text: "a text"
    case .date: "a day like 2026-01-31"
    }
  }
}

extension AnswerValue {
  /// The answer in words.
  var told: String {
    switch self {
    case .text(let text): "the text \"\(text)\""
    case .number(let number): "the number \(number)"
    case .boolean(let answer): answer ? "true" : "false"
    case .several: "a list"
    }
  }
}

extension [Text] {
  /// The first few in quotation marks, with commas between them.
  var quotedBriefly: String {
    let first = prefix(8).map { "\"" + $0 + "\"" as Text }.joined(by: ", ").string
    return count > 8 ? first + ", ..." : first
  }
}

extension Text {
  /// Nothing but spaces, tabs and line ends.
  var isBlank: Bool { bytes.allSatisfy { $0 == 32 || ($0 >= 9 && $0 <= 13) } }

  /// How many characters (code points) it has.
  var length: Int { bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
}
