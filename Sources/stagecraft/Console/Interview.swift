internal import FEEL
internal import Sales
internal import Store

/// Asks a sheet's questions in a terminal, one by one, and keeps a draft of every answer.
struct Interview {
  private let desk: Desk
  private let assessment: AssessmentDefinition
  private let language: Text?
  private var answers: [Submission.Answer] = []

  init(desk: Desk, assessment: AssessmentDefinition, language: Text?) {
    self.desk = desk
    self.assessment = assessment
    self.language = language
  }

  /// - Returns: the answers, or nil if the person stopped; then the draft is kept.
  mutating func run() throws -> [Submission.Answer]? {
    Terminal.say(Terminal.bold("\(assessment.title.text(in: language)) for \(desk.record.id)"))
    try takeUpDraft()
    Terminal.say(
      Terminal.dim(
        "Enter leaves a question blank or keeps its answer; < goes back one; Ctrl-D stops and keeps the draft."))
    var place = 0
    while place < assessment.questions.count {
      let question = assessment.questions[place]
      guard try isRelevant(question) else {
        answers.removeAll { $0.question == question.id }
        place += 1
        continue
      }
      switch try ask(question, number: place + 1) {
      case .stop: return nil
      case .back: place = max(0, place - 1)
      case .next: place += 1
      }
    }
    let preview = try desk.decide(adding: assessment, answers: answers, at: CommandClock.now())
    if let result = preview.decision.assessments.first(where: { $0.assessment == assessment.name }) {
      Terminal.say("\n" + Self.score(of: result))
    }
    let reply = Terminal.ask("Save? [Y/n] ")
    return reply.map { $0.isEmpty || $0.lowercased().hasPrefix("y") } == true ? answers : nil
  }

  private enum Step { case next, back, stop }

  private mutating func ask(_ question: QuestionDefinition, number: Int) throws -> Step {
    let section = question.section.flatMap { id in assessment.sections.first { $0.id == id } }
    let isFirst = section.map { found in assessment.questions.first { $0.section == found.id }?.id == question.id }
    if let section, isFirst == true { Terminal.say("\n" + Terminal.bold(section.title.text(in: language).string)) }
    let mark = question.required ? "" : Terminal.dim(" (optional)")
    Terminal.say("\n\(number)/\(assessment.questions.count)  \(question.ask.text(in: language))\(mark)")
    if let explanation = question.explanation { Terminal.say(Terminal.dim("     \(explanation.text(in: language))")) }
    let options = Self.options(of: question)
    for (place, option) in options.enumerated() {
      Terminal.say("     \(place + 1)  \(option.label.text(in: language))")
    }
    let kept = answers.first { $0.question == question.id }.map { " [\(shown($0.value, options))]" } ?? ""
    while true {
      guard let typed = Terminal.ask("     \(hint(question))\(kept) > ") else {
        Terminal.say()
        return .stop
      }
      let text = Self.trimmed(typed)
      if text == "<" { return .back }
      if text.isEmpty { return .next }
      do throws(AnswerReader.Problem) {
        let value = try AnswerReader.read(Text(Self.byPlace(text, options)), for: question)
        answers.removeAll { $0.question == question.id }
        answers.append(Submission.Answer(question: question.id, value: value))
      } catch {
        Terminal.say(Terminal.yellow("     \(error.message)\(error.fix.map { "; \($0)" } ?? "")"))
        continue
      }
      try keepDraft()
      return .next
    }
  }

  private func isRelevant(_ question: QuestionDefinition) throws -> Bool {
    let preview = try desk.decide(adding: assessment, answers: answers, at: CommandClock.now())
    let result = preview.decision.assessments.first { $0.assessment == assessment.name }
    return result?.questions.first { $0.question == question.id }?.relevance != .no
  }

  // MARK: The draft

  private func keepDraft() throws {
    let json = JSON.object(answers.map { JSON.Member($0.question, $0.value.json) })
    try desk.device.saveDraft(
      record: desk.record.id, assessment: assessment.name, answers: json.bytes, at: CommandClock.now())
  }

  private mutating func takeUpDraft() throws {
    guard let bytes = try desk.device.draft(record: desk.record.id, assessment: assessment.name),
      let members = (try? JSON.parse(bytes))?.members
    else { return }
    answers = members.compactMap { member in
      AnswerValue(json: member.value).map { Submission.Answer(question: member.name, value: $0) }
    }
    if !answers.isEmpty { Terminal.say("Going on with your draft: \(answers.count) answered.") }
  }

  // MARK: Showing

  private static func options(of question: QuestionDefinition) -> [OptionDefinition] {
    switch question.kind {
    case .choice(let options), .severalOf(let options): options
    case .yesNo(let yes, let no): [yes, no]
    case .number, .scale, .text, .date: []
    }
  }

  private func hint(_ question: QuestionDefinition) -> String {
    switch question.kind {
    case .choice, .yesNo: return "number or name"
    case .severalOf: return "numbers or names, with ; between them"
    case .number(let minimum, let maximum, let unit, _):
      let bounds = [minimum.map { "from \($0)" }, maximum.map { "to \($0)" }].compactMap { $0 }
      return (["a number"] + bounds + [unit?.text(in: language).string].compactMap { $0 }).joined(separator: " ")
    case .scale(let from, let to, _, _): return "\(from) to \(to)"
    case .text: return "text"
    case .date: return "a day like 2026-01-31"
    }
  }

  private func shown(_ value: AnswerValue, _ options: [OptionDefinition]) -> String {
    func label(_ id: Text) -> String { (options.first { $0.id == id }?.label.text(in: language) ?? id).string }
    return switch value {
    case .text(let text): label(text)
    case .number(let number): number.description
    case .boolean(let boolean): label(boolean ? "yes" : "no")
    case .several(let ids): ids.map(label).joined(separator: "; ")
    }
  }

  /// Numbers of options become their ids.
  private static func byPlace(_ text: String, _ options: [OptionDefinition]) -> String {
    if options.isEmpty { return text }
    return text.split(separator: ";").map { part in
      let part = trimmed(String(part))
      guard let place = Int(part), place >= 1, place <= options.count,
        !options.contains(where: { $0.id.string == part })
      else { return part }
      return options[place - 1].id.string
    }.joined(separator: ";")
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }

  private static func score(of result: AssessmentResult) -> String {
    switch result.score {
    case .decided(let score): "Score \(score)"
    case .between(let least, let most):
      "Not complete: the score lies between \(least) and \(most). Missing: "
        + result.missing.map(\.string).joined(separator: ", ")
    case nil: "No score"
    }
  }
}
