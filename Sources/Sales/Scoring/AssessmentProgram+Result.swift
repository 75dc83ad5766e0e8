public import FEEL

extension AssessmentProgram {
  /// One sheet, scored.
  func result(of answers: [Submission.Answer], _ machine: inout Machine, _ clock: Clock) -> AssessmentResult {
    var lacksAnswers = false
    return result(of: answers, &machine, clock, lacksAnswers: &lacksAnswers)
  }

  /// One sheet, scored.
  ///
  /// - Parameter lacksAnswers: set if it is not complete, whatever the missing attributes turn out to be.
  func result(
    of answers: [Submission.Answer], _ machine: inout Machine, _ clock: Clock, lacksAnswers: inout Bool
  ) -> AssessmentResult {
    let sheet = read(answers, &machine, clock)
    let finished = standing(sheet, finished: true, &machine, clock)
    if finished.isComplete { return complete(sheet, finished, &machine, clock) }
    lacksAnswers = finished.open.contains { finished.relevance[$0] == .yes }
    // Without conditions, finished or not makes no difference.
    let standing = conditions.isEmpty ? finished : standing(sheet, finished: false, &machine, clock)
    return undecided(sheet, standing, &machine, clock)
  }

  /// A sheet that nothing can be added to. Which of its questions count may still depend on missing attributes: then its
  /// numbers are bounds.
  private func complete(
    _ sheet: AnswerSheet, _ standing: Standing, _ machine: inout Machine, _ clock: Clock
  ) -> AssessmentResult {
    var result = AssessmentResult(assessment: name, version: version, state: .complete, notes: sheet.notes)
    var points = Decimal34.zero
    var maximum = Decimal34.zero
    result.questions.reserveCapacity(questions.count)
    for place in questions.indices {
      var earned: Decimal34?
      if standing.relevance[place] == .yes {
        maximum = Amounts.sum(maximum, questions[place].maximum)
        let own = sheet.given[place]?.points ?? questions[place].blank
        points = Amounts.sum(points, own)
        earned = own
        if sheet.given[place] == nil, !questions[place].blankDeclared {
          let id = questions[place].id
          result.notes.append(
            AssessmentResult.Note(
              code: "BLANK", question: id, message: "`\(id)` was left blank and counts 0".asText))
        }
      }
      result.questions.append(
        AssessmentResult.QuestionResult(
          question: questions[place].id, relevance: standing.relevance[place], answer: sheet.answers[place],
          points: earned))
    }
    if standing.unsettled.isEmpty {
      result.points = .decided(points)
      result.maximum = .decided(maximum)
      result.percent = Amounts.percent(points, of: maximum).map { .decided($0) }
    } else {
      // What was left blank stays so: only the attributes are open.
      var closed = sheet
      for (place, question) in questions.enumerated() where closed.given[place] == nil && !question.required {
        closed.given[place] = AnswerSheet.Given(.unknown, points: question.blank)
      }
      take(bounds(closed, standing, &machine, clock), standing, into: &result)
    }
    finish(&result)
    return result
  }

  private func undecided(
    _ sheet: AnswerSheet, _ standing: Standing, _ machine: inout Machine, _ clock: Clock
  ) -> AssessmentResult {
    var result = AssessmentResult(assessment: name, version: version, state: .undecided, notes: sheet.notes)
    result.questions.reserveCapacity(questions.count)
    for place in questions.indices {
      let given = sheet.given[place]
      if standing.relevance[place] == .yes, given == nil, questions[place].required {
        result.missing.append(questions[place].id)
      }
      result.questions.append(
        AssessmentResult.QuestionResult(
          question: questions[place].id, relevance: standing.relevance[place], answer: sheet.answers[place],
          points: standing.relevance[place] == .yes ? given?.points : nil))
    }
    take(bounds(sheet, standing, &machine, clock), standing, into: &result)
    finish(&result)
    return result
  }

  private func take(_ bounds: SheetBounds, _ standing: Standing, into result: inout AssessmentResult) {
    for place in standing.unsettled {
      result.notes.append(
        AssessmentResult.Note(
          code: "RELEVANCE", question: nil,
          message: "Whether `\(conditions[place].source)` holds can't be told: an attribute is missing".asText))
    }
    result.points = bounds.points.amount
    result.maximum = bounds.maximum.amount
    result.percent = bounds.percent.map { $0.amount }
  }

  /// Chooses the score, and tells why there is no percent.
  private func finish(_ result: inout AssessmentResult) {
    result.score = definition.score == .raw ? result.points : result.percent
    if result.percent == nil, definition.score == .percent {
      result.notes.append(
        AssessmentResult.Note(
          code: "NO-PERCENT", question: nil,
          message: result.isDecided
            ? "The reachable maximum is 0 or less, so there is no percent"
            : "The reachable maximum may come to 0 or less, so there is no percent yet"))
    }
  }
}

extension AssessmentResult.Amount {
  /// What a slot of Score, Points or Percent holds for it.
  public var value: Value {
    switch self {
    case .decided(let number): .number(number)
    case .between(let least, let most): .undecided(Interval(least: least, most: most))
    }
  }

  /// All that lies within one or the other; nil if one of them is none.
  init?(spanning a: Self?, _ b: Self?) {
    guard let a, let b else { return nil }
    let (least, most) = (min(a.least, b.least), max(a.most, b.most))
    self = least == most ? .decided(least) : .between(least: least, most: most)
  }

  /// The number, or the least that it may be.
  public var least: Decimal34 {
    switch self {
    case .decided(let number): number
    case .between(let least, _): least
    }
  }

  /// The number, or the most that it may be.
  public var most: Decimal34 {
    switch self {
    case .decided(let number): number
    case .between(_, let most): most
    }
  }
}

extension AssessmentResult {
  /// What the slot of an amount of this result holds: null for a decided sheet without it, unknown until then.
  public func value(of amount: Amount?) -> Value { amount.map { $0.value } ?? (isDecided ? .null : .unknown) }

  /// Whether it is complete, and which of its questions count is known.
  var isDecided: Bool {
    guard state == .complete, case .decided? = maximum else { return false }
    return true
  }
}
