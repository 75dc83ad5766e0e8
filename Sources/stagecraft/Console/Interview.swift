internal import FEEL
internal import Sales
internal import Store

/// Asks a sheet's questions in a terminal, one by one, and keeps a draft of every answer.
struct Interview {
  /// How it ended.
  enum Outcome {
    /// To be saved.
    case filled([Submission.Answer])
    /// The person stopped.
    case stopped
  }

  let desk: Desk
  let assessment: AssessmentDefinition
  let language: Text?
  let screen: Screen
  private(set) var answers: [Submission.Answer] = []
  /// Places of the questions that were asked, for the way back.
  private var asked: [Int] = []
  /// Whether the disk took the last draft, and whether a draft is on it.
  private var isDraftKept = true
  private(set) var hasDraft = false

  init(desk: Desk, assessment: AssessmentDefinition, language: Text?, screen: Screen) {
    self.desk = desk
    self.assessment = assessment
    self.language = language
    self.screen = screen
  }

  mutating func run() throws -> Outcome {
    let count = assessment.questions.count
    let title = assessment.title.text(in: language)
    screen.say("\n" + Terminal.bold("\(title) for \(desk.name)") + ", \(count) question\(count == 1 ? "" : "s")")
    screen.say(
      Terminal.dim(
        "Enter leaves a question blank or keeps its answer, - takes an answer away, < goes back, ? explains; Ctrl-D stops "
          + "and keeps the draft."))
    Interruption.watch(keepingDraft: false)
    var place = try takeUpDraft()
    while true {
      while place < count {
        let question = assessment.questions[place]
        guard try isRelevant(question) else {
          answers.removeAll { $0.question == question.id }
          place += 1
          continue
        }
        switch try ask(question, number: place + 1) {
        case .stop: return .stopped
        case .back:
          if let last = asked.popLast() {
            place = last
          } else {
            screen.say(Terminal.yellow("     this is the first question"))
          }
        case .next:
          asked.append(place)
          place += 1
        }
      }
      switch try askWhetherToSave() {
      case .next: return .filled(answers)
      case .stop: return .stopped
      case .back: place = asked.popLast() ?? 0
      }
    }
  }

  private enum Step { case next, back, stop }

  /// Shows what the answers come to before they are kept for good.
  private mutating func askWhetherToSave() throws -> Step {
    if answers.isEmpty {
      screen.say("\nNothing was answered, so there is nothing to save.")
      hasDraft = false
      return .stop
    }
    let preview = try desk.preview(of: assessment, answers, at: CommandClock.now())
    let explanation = explain(preview.record, playbook: desk.playbook, clock: preview.clock)
    screen.say("\n" + Terminal.bold("What this means"))
    screen.say(explanation.summary(language: language).string)
    if !preview.counts { screen.say(Self.doesNotCount) }
    while true {
      guard let reply = screen.ask("\nSave? [Y/n, < goes back] ") else {
        screen.say()
        return .stop
      }
      switch Self.trimmed(reply).lowercased() {
      case "", "y", "yes": return .next
      case "n", "no": return .stop
      case "<": return .back
      default: continue
      }
    }
  }

  static let doesNotCount = "This sheet is not complete, so the complete one before it goes on counting."

  private mutating func ask(_ question: QuestionDefinition, number: Int) throws -> Step {
    let section = question.section.flatMap { id in assessment.sections.first { $0.id == id } }
    let isFirst = section.map { found in assessment.questions.first { $0.section == found.id }?.id == question.id }
    if let section, isFirst == true { screen.say("\n" + Terminal.bold(section.title.text(in: language).string)) }
    let mark = question.required ? "" : Terminal.dim(" (optional)")
    screen.say("\n\(number)/\(assessment.questions.count)  \(question.ask.text(in: language))\(mark)")
    if let explanation = question.explanation { screen.say(Terminal.dim("     \(explanation.text(in: language))")) }
    let typed = TypedAnswer(question: question, language: language)
    for line in typed.choices { screen.say("     \(line)") }
    let kept = answers.first { $0.question == question.id }.map { " [\(typed.shown($0.value))]" } ?? ""
    while true {
      guard let reply = screen.ask("     \(typed.hint)\(kept) > ") else {
        screen.say()
        return .stop
      }
      let text = Self.trimmed(reply)
      if text == "<" { return .back }
      if text.isEmpty { return .next }
      if text == "?", !typed.hasOption(text) {
        for line in help(question, typed) { screen.say("     " + Terminal.dim(line)) }
        continue
      }
      if text == "-", !typed.hasOption(text) {
        answers.removeAll { $0.question == question.id }
        keepDraft()
        return .next
      }
      do throws(AnswerReader.Problem) {
        let value = try typed.read(text)
        answers.removeAll { $0.question == question.id }
        answers.append(Submission.Answer(question: question.id, value: value))
      } catch {
        screen.say(Terminal.yellow("     \(error.message)\(error.fix.map { "; \($0)" } ?? "")"))
        continue
      }
      keepDraft()
      return .next
    }
  }

  /// What helps to answer a question: its explanation, what a rep does to come to a better answer, and the keys.
  private func help(_ question: QuestionDefinition, _ typed: TypedAnswer) -> [String] {
    var lines: [String] = []
    if let explanation = question.explanation { lines.append(explanation.text(in: language).string) }
    lines.append("Type: \(typed.hint).")
    lines += typed.advice
    lines.append("Enter leaves it as it is, - takes the answer away, < goes back, Ctrl-D stops and keeps the draft.")
    return lines
  }

  private func isRelevant(_ question: QuestionDefinition) throws -> Bool {
    try desk.preview(of: assessment, answers, at: CommandClock.now(), alone: true).relevance(of: question.id) != .no
  }

  // MARK: The draft

  /// What cannot be kept now (a full disk) is no reason to stop asking: the answers are still here, and saving is tried
  /// again at the end.
  private mutating func keepDraft() {
    let json = JSON.object(answers.map { JSON.Member($0.question, $0.value.json) })
    do {
      try desk.device.saveDraft(
        record: desk.record.id, assessment: assessment.name, answers: json.bytes, at: CommandClock.now())
      isDraftKept = true
      hasDraft = true
    } catch {
      if isDraftKept { screen.say(Terminal.yellow("     the draft is not kept for now: \(error)")) }
      isDraftKept = false
      hasDraft = false
    }
    Interruption.watch(keepingDraft: isDraftKept)
  }

  /// Takes up the draft as far as it still fits the questions.
  ///
  /// - Returns: the place of the question to go on with: behind the last one answered.
  private mutating func takeUpDraft() throws -> Int {
    guard let bytes = try desk.device.draft(record: desk.record.id, assessment: assessment.name),
      let members = (try? JSON.parse(bytes))?.members, !members.isEmpty
    else {
      try takeUpAnswers()
      return 0
    }
    var next = 0
    var dropped = 0
    for member in members {
      guard let place = assessment.questions.firstIndex(where: { $0.id == member.name }),
        let value = AnswerValue(json: member.value),
        AnswerReader.fits(value, assessment.questions[place])
      else {
        dropped += 1
        continue
      }
      answers.append(Submission.Answer(question: member.name, value: value))
      next = max(next, place + 1)
    }
    // A draft with an answer to the last question is looked through again; Enter keeps each.
    if next == assessment.questions.count { next = 0 }
    asked = Array(0..<next)
    hasDraft = true
    var line = "Going on with your draft: \(answers.count) answered"
    if dropped > 0 { line += ", \(dropped) no longer fit\(dropped == 1 ? "s" : "") the questions" }
    screen.say(line + ".")
    Interruption.watch(keepingDraft: true)
    return next
  }

  /// Takes up what the record's current sheet says, since a new sheet takes its place: what is known need not be asked
  /// again, and is not lost. Answers that are too old are asked afresh.
  private mutating func takeUpAnswers() throws {
    let decision = try desk.explanation().decision
    guard let result = decision.assessments.first(where: { $0.assessment == assessment.name }), !result.expired
    else { return }
    for question in result.questions {
      guard let value = question.answer,
        let definition = assessment.questions.first(where: { $0.id == question.question }),
        AnswerReader.fits(value, definition)
      else { continue }
      answers.append(Submission.Answer(question: question.question, value: value))
    }
    if !answers.isEmpty { screen.say("\(answers.count) answered earlier; Enter keeps an answer.") }
  }

  /// The answers as the lines of an answers file, for a person whose disk takes nothing any more.
  static func lines(of answers: [Submission.Answer]) -> [String] {
    answers.map { answer in
      let value: JSON =
        switch answer.value {
        case .boolean(let truth): .string(truth ? "yes" : "no")
        default: answer.value.json
        }
      return "\(answer.question): \(Text(bytes: value.bytes))"
    }
  }

  static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
