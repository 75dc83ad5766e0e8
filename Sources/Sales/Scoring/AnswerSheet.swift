import FEEL

/// The answers of one sheet, question by question.
struct AnswerSheet: Sendable {
  /// An answer that counts.
  struct Given: Sendable {
    let value: Value
    /// Nil while a band reads an attribute that is missing: the answer may come to match any band, or none, or several,
    /// and then counts as not given.
    let points: Decimal34?

    var isSettled: Bool { points != nil }
    /// What others may read of it.
    var settledValue: Value? { isSettled ? value : nil }

    init(_ value: Value, points: Decimal34?) {
      self.value = value
      self.points = points
    }
  }

  /// As they were given, whether they count or not.
  var answers: [AnswerValue?]
  var given: [Given?]
  var notes: [AssessmentResult.Note] = []

  init(questions count: Int) {
    answers = Array(repeating: nil, count: count)
    given = Array(repeating: nil, count: count)
  }
}

extension AssessmentProgram {
  /// Reads a sheet; what does not fit its question is told and left out.
  func read(_ answers: [Submission.Answer], _ machine: inout Machine, _ clock: Clock) -> AnswerSheet {
    var sheet = AnswerSheet(questions: questions.count)
    for (index, answer) in answers.enumerated() {
      // Sheets are mostly filled in the questions' order.
      let expected = index < questions.count && questions[index].id == answer.question
      guard let place = expected ? index : place(of: answer.question) else {
        sheet.notes.append(unknown(answer.question).note)
        continue
      }
      guard sheet.answers[place] == nil else {
        sheet.given[place] = nil
        sheet.notes.append(answeredTwice(answer.question).note)
        continue
      }
      sheet.answers[place] = answer.value
      switch read(answer.value, questions[place], &machine, clock) {
      case .success(let given): sheet.given[place] = given
      case .failure(let problem): sheet.notes.append(problem.note)
      }
    }
    return sheet
  }

  /// One answer with its points; nil for a text left empty.
  func read(
    _ answer: AnswerValue, _ question: QuestionProgram, _ machine: inout Machine, _ clock: Clock
  ) -> Result<AnswerSheet.Given?, AnswerProblem> {
    if case .choice(let options) = question.form, case .text(let id) = answer {
      for option in options where option.id == id {
        return .success(AnswerSheet.Given(option.value, points: option.points))
      }
    }
    switch question.value(of: answer) {
    case .failure(let problem): return .failure(problem)
    case .success(nil): return .success(nil)
    case .success(let value?): return points(of: answer, value, question, &machine, clock).map { $0 }
    }
  }

  private func points(
    of answer: AnswerValue, _ value: Value, _ question: QuestionProgram, _ machine: inout Machine, _ clock: Clock
  ) -> Result<AnswerSheet.Given, AnswerProblem> {
    switch question.form {
    case .choice: return .success(AnswerSheet.Given(value, points: Decimal34.zero))
    case .severalOf(let options):
      var sum = Decimal34.zero
      if case .several(let ids) = answer {
        for option in options where ids.contains(option.id) { sum = Amounts.sum(sum, option.points) }
      }
      return .success(AnswerSheet.Given(value, points: sum))
    case .yesNo(let yes, let no):
      if case .boolean(true) = value { return .success(AnswerSheet.Given(value, points: yes)) }
      return .success(AnswerSheet.Given(value, points: no))
    case .text(let points, _): return .success(AnswerSheet.Given(value, points: points))
    case .number(_, _, let bands), .scale(_, _, _, let bands), .date(let bands):
      if bands.isEmpty {
        let points = value.decimal.flatMap { question.form.points(of: $0) } ?? Decimal34.zero
        return .success(AnswerSheet.Given(value, points: points))
      }
      return match(bands, value, question, &machine, clock)
    }
  }

  /// The one band that matches, if all are made of literals and one does: the way that nearly every answer goes.
  private func only(_ bands: [QuestionProgram.Band], _ number: Decimal34) -> Int? {
    var match: Int?
    for place in bands.indices {
      guard let test = bands[place].test else { return nil }
      if test.contains(number) {
        if match != nil { return nil }
        match = place
      }
    }
    return match
  }

  /// The one band that matches.
  private func match(
    _ bands: [QuestionProgram.Band], _ value: Value, _ question: QuestionProgram, _ machine: inout Machine,
    _ clock: Clock
  ) -> Result<AnswerSheet.Given, AnswerProblem> {
    let number: Decimal34? = if case .date(let day) = value { Decimal34(day.days) } else { value.decimal }
    if let number, let place = only(bands, number) {
      return .success(AnswerSheet.Given(value, points: bands[place].points))
    }
    var matches: [Int] = []
    var possible: [Int] = []
    for (place, band) in bands.enumerated() {
      if let test = band.test, let number {
        if test.contains(number) { matches.append(place) }
      } else {
        machine.slots[question.slot] = value
        switch machine.run(band.entry, clock: clock) {
        case .boolean(true): matches.append(place)
        case .unknown, .undecided: possible.append(place)
        default: break
        }
      }
    }
    if matches.count > 1 {
      return .failure(
        AnswerProblem(
          .severalBands, question.id,
          "`\(question.id)`: \(value.told) matches more than one answer band (\(matches.map { bands[$0].tests }.quotedBriefly))"
        ))
    }
    if possible.isEmpty, let match = matches.first {
      return .success(AnswerSheet.Given(value, points: bands[match].points))
    }
    if !possible.isEmpty {
      return .success(AnswerSheet.Given(value, points: nil))
    }
    return .failure(
      AnswerProblem(.noBand, question.id, "`\(question.id)`: \(value.told) matches no answer band"))
  }
}

extension AnswerProblem {
  var note: AssessmentResult.Note { AssessmentResult.Note(code: code.text, question: question, message: message) }
}

extension Value {
  /// A number or day as its author would write it.
  var told: String {
    switch self {
    case .date(let day): "\(day.text)"
    default: decimal.map { "\($0)" } ?? "the answer"
    }
  }
}
