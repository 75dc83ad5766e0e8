import Decisions
import FEEL

extension AssessmentCompilation {
  /// One question with its points; what it lacks is told and counts 0.
  mutating func compile(_ question: QuestionDefinition, slot: Int, _ builder: inout ProgramBuilder) -> QuestionProgram {
    let subject = Subject.question(assessment: definition.name, id: question.id)
    check(question.weight, "weight", subject)
    if question.weight < Decimal34.zero {
      error("WEIGHT", subject, "The weight of `\(question.id)` is \(question.weight); it can't be below 0")
    }
    if let unanswered = question.unanswered { check(unanswered, "unanswered", subject) }
    let weight = question.weight
    let form: QuestionProgram.Form
    switch question.kind {
    case .choice(let options): form = .choice(compile(options, of: question))
    case .severalOf(let options): form = .severalOf(compile(options, of: question))
    case .yesNo(let yes, let no):
      check(yes.points ?? Decimal34.zero, "yes", subject)
      check(no.points ?? Decimal34.zero, "no", subject)
      form = .yesNo(
        yes: Amounts.product(yes.points ?? Decimal34.zero, weight),
        no: Amounts.product(no.points ?? Decimal34.zero, weight))
    case .number(let minimum, let maximum, _, let bands):
      if let minimum, let maximum, maximum < minimum {
        error("BOUNDS", subject, "`\(question.id)` has the minimum \(minimum) above its maximum \(maximum)")
      }
      form = .number(minimum: minimum, maximum: maximum, bands: compile(bands, of: question, slot: slot, &builder))
    case .scale(let from, let to, let pointsPerStep, let bands):
      checkScale(from, to, question)
      if let pointsPerStep { check(pointsPerStep, "points", subject) }
      form = .scale(
        from: from, to: to, pointsPerStep: pointsPerStep.map { Amounts.product($0, weight) },
        bands: compile(bands, of: question, slot: slot, &builder))
    case .text(let points, let maximumLength):
      if let points { check(points, "points", subject) }
      if maximumLength < 1 {
        error("BOUNDS", subject, "`\(question.id)` allows \(maximumLength) characters; a text needs at least 1")
      }
      form = .text(points: Amounts.product(points ?? Decimal34.zero, weight), maximumLength: maximumLength)
    case .date(let bands): form = .date(bands: compile(bands, of: question, slot: slot, &builder))
    }
    return QuestionProgram(
      id: question.id, slot: slot, form: form, required: question.required,
      blank: Amounts.product(question.unanswered ?? Decimal34.zero, weight), blankDeclared: question.unanswered != nil)
  }

  private mutating func check(_ points: Decimal34, _ what: String, _ subject: Subject) {
    let fine = points.rounded(toScale: Int(Self.finestPoints), .down) == points
    if !fine || Self.mostPoints < points || points < -Self.mostPoints {
      error(
        "POINTS", subject,
        "\(what): \(points) is not possible; at most \(Self.mostPoints) with \(Self.finestPoints) digits after the point"
      )
    }
  }

  private mutating func checkScale(_ from: Int, _ to: Int, _ question: QuestionDefinition) {
    let subject = Subject.question(assessment: definition.name, id: question.id)
    if from >= to {
      error("BOUNDS", subject, "The scale of `\(question.id)` goes from \(from) to \(to); its end must be higher")
    } else if from < -Self.widestScale || to > Self.widestScale || to - from >= Self.mostSteps {
      error(
        "BOUNDS", subject,
        "The scale of `\(question.id)` goes from \(from) to \(to); at most \(Self.mostSteps) steps between "
          + "-\(Self.widestScale) and \(Self.widestScale) are possible")
    }
  }

  private mutating func compile(_ options: [OptionDefinition], of question: QuestionDefinition)
    -> [QuestionProgram.Option]
  {
    let subject = Subject.question(assessment: definition.name, id: question.id)
    if options.isEmpty || options.count > Self.mostOptions {
      error(
        "OPTIONS", subject,
        "`\(question.id)` has \(options.count) options; 1 to \(Self.mostOptions) are possible")
    }
    var compiled: [QuestionProgram.Option] = []
    for option in options {
      let subject = Subject.option(assessment: definition.name, question: question.id, id: option.id)
      if compiled.contains(where: { $0.id == option.id }) {
        error("DUPLICATE", subject, "Two options of `\(question.id)` have the id \"\(option.id)\"")
      }
      let points = option.points ?? Decimal34.zero
      check(points, "points", subject)
      compiled.append(
        QuestionProgram.Option(
          id: option.id, value: .string(option.id), points: Amounts.product(points, question.weight)))
    }
    return compiled
  }

  private mutating func compile(
    _ bands: [BandDefinition], of question: QuestionDefinition, slot: Int, _ builder: inout ProgramBuilder
  ) -> [QuestionProgram.Band] {
    var compiled: [QuestionProgram.Band] = []
    if bands.count > Self.mostBands {
      error(
        "BAND", .question(assessment: definition.name, id: question.id),
        "`\(question.id)` has \(bands.count) bands; at most \(Self.mostBands) are possible")
      return []
    }
    for (place, band) in bands.enumerated() {
      let subject = Subject.band(assessment: definition.name, question: question.id, index: place)
      check(band.points, "points", subject)
      let tests = builder.unaryTests(band.tests, subject: slot, type: question.kind.type, scope: scope)
      tell(tests.diagnostics, subject)
      if tests.reads.contains(where: { isAnswer($0) && $0 != slot }) {
        error(
          "BAND", subject, "A band of `\(question.id)` reads another answer",
          fix: "ask the question twice, each with its `relevant:` condition")
      }
      note(tests)
      guard let entry = tests.entry else { continue }
      compiled.append(
        QuestionProgram.Band(
          tests: band.tests, test: AnswerTest(unaryTests: tests.tree, about: question.id), entry: entry,
          points: Amounts.product(band.points, question.weight)))
    }
    return compiled
  }
}
