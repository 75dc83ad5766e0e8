import FEEL
import Sales

extension RecordGenerator {
  /// One to three sheets of an assessment, filled more or less.
  mutating func submissions(of newest: AssessmentDefinition) -> [Submission] {
    var submissions: [Submission] = []
    let versions = playbook.assessments.filter { $0.name == newest.name }
    for _ in 0..<(random.chance(70) ? 1 : 2 + random.below(2)) {
      let version = traits.flaws && random.chance(15) ? random.pick(versions) : newest
      let filled = random.pick([100, 100, 100, knowledge, 60])
      var submission = Submission(assessment: newest.name, answers: [])
      for question in version.questions where random.chance(filled) {
        let isFlawed = traits.flaws && random.chance(2)
        submission.answers.append(
          Submission.Answer(question: question.id, value: isFlawed ? flawed() : answer(to: question.kind)))
      }
      if traits.flaws, random.chance(1) {
        submission.answers.append(Submission.Answer(question: "gone", value: .boolean(true)))
      }
      if version.version != newest.version || random.chance(50) { submission.version = version.version }
      if random.chance(90) { submission.capturedAt = instant() }
      if random.chance(60) {
        submission.device = random.pick(["phone", "tablet"])
        submission.sequence = random.below(100)
      }
      if random.chance(80) { submission.id = "s-\(random.below(1_000_000_000))" }
      submissions.append(submission)
    }
    return submissions
  }

  /// A legal answer.
  mutating func answer(to kind: QuestionDefinition.Kind) -> AnswerValue {
    switch kind {
    case .choice(let options): return .text(random.pick(options).id)
    case .severalOf(let options): return .several(options.filter { _ in random.chance(50) }.map { $0.id })
    case .yesNo: return random.chance(10) ? .text("yes") : .boolean(random.chance(65))
    case .number(let minimum, let maximum, _, _):
      let least = minimum == nil ? -5 : 0
      let number = random.below((maximum == nil ? 60 : 51) - least) + least
      return random.chance(10) && maximum == nil
        ? .number(Decimal34(Text("\(number).5")) ?? .zero) : .number(Decimal34(number))
    case .scale(let from, let to, _, _): return .number(Decimal34(from + random.below(to - from + 1)))
    case .text: return .text(random.pick(["yes, soon", "no", "Überzeugt", " "]))
    case .date: return .text(CalendarDate(days: PlaybookGenerator.today + Int64(random.below(60) - 30)).text)
    }
  }

  private mutating func flawed() -> AnswerValue {
    switch random.below(4) {
    case 0: return .text("nonsense")
    case 1: return .number(Decimal34(100_000))
    case 2: return .several(["o1", "o1"])
    default: return .boolean(false)
    }
  }

  // MARK: History

  mutating func history(_ pipeline: PipelineDefinition) -> History {
    var history = History()
    let open = pipeline.openStages
    if random.chance(10) { history.episodeStart = instant() }
    if random.chance(25) { history.lowestStage = random.pick(open) }
    if random.chance(30) {
      for place in 1..<open.count where random.chance(60) {
        let names = playbook.sentences.map { $0.name }
        history.gates.append(
          History.KeptGate(
            from: open[place - 1], to: open[place],
            rule: random.chance(80) && !names.isEmpty ? random.pick(names) : "gone",
            passedAt: instant(), playbook: random.chance(50) ? "v1" : nil))
      }
    }
    if random.chance(15) {
      let high = random.below(open.count)
      history.watermarks.append(
        History.Watermark(
          from: open[high], to: open[random.below(high + 1)], at: instant(), by: random.chance(50) ? "tom" : nil,
          reason: random.chance(50) ? "champion left" : nil))
    }
    if random.chance(8) { history.hold = word(stage: nil) }
    if random.chance(5) { history.override = word(stage: random.pick(open)) }
    if random.chance(10) { history.promotedToday = random.below(4) }
    return history
  }

  private mutating func word(stage: Text?) -> History.PersonsWord {
    History.PersonsWord(
      by: "rina", reason: random.chance(70) ? "budget freeze" : "", stage: stage,
      until: random.chance(60) ? CalendarDate(days: PlaybookGenerator.today + Int64(random.below(20) - 10)) : nil)
  }
}
