public import FEEL

extension AssessmentProgram {
  /// What the submissions of this assessment come to (design §6), and the slots of its answers set for rules to read.
  ///
  /// - Parameters:
  ///   - submissions: all of the record, in any order, of other assessments too.
  ///   - machine: of the program that this was compiled into, with the record's slots set.
  ///   - freshnessDays: after how many days answers are expired; nil: never.
  ///   - episodeStart: evidence before it is history, epoch milliseconds.
  ///   - otherVersions: older versions of this assessment in the same program: a sheet is scored under the version
  ///     that it answered.
  public func score(
    _ submissions: [Submission], machine: inout Machine, clock: Clock, freshnessDays: Int? = nil,
    episodeStart: Int64? = nil, otherVersions: [AssessmentProgram] = []
  ) -> AssessmentResult {
    for slot in slots { machine.slots[slot] = .unknown }
    var current = CurrentSubmissions(of: name, in: submissions, episodeStart: episodeStart)
    var result: AssessmentResult
    switch definition.current {
    case .latestSubmission: result = latestSubmission(&current, otherVersions, &machine, clock)
    case .latestPerQuestion: result = latestPerQuestion(&current, &machine, clock)
    }
    if !current.notes.isEmpty { result.notes = current.notes + result.notes }
    if let freshnessDays, result.state != .notSubmitted { expire(&result, freshnessDays, current, clock) }
    return result
  }

  private func latestSubmission(
    _ current: inout CurrentSubmissions, _ otherVersions: [AssessmentProgram], _ machine: inout Machine, _ clock: Clock
  ) -> AssessmentResult {
    var candidates: [Candidate] = []
    for dated in current.dated.reversed() {
      let version = dated.submission.version ?? self.version
      guard let program = version == self.version ? self : otherVersions.first(where: { $0.version == version }) else {
        current.notes.append(
          AssessmentResult.Note(
            code: "VERSION", question: nil,
            message: "A submission answers \(name) \(version), which is not known here; it does not count".asText))
        continue
      }
      var candidate = Candidate(program: program, dated: dated)
      candidate.result = program.result(of: dated, &machine, clock, lacksAnswers: &candidate.lacksAnswers)
      candidates.append(candidate)
      if candidate.result.state == .complete { break }
    }
    // The latest complete one, or while there is none the latest; and those after it that are complete without another
    // answer if an attribute turns out so.
    let isAnyComplete = candidates.last?.result.state == .complete
    let latest = candidates.first
    candidates = candidates.enumerated().filter { place, candidate in
      !candidate.lacksAnswers || (place == 0 && !isAnyComplete)
    }.map { $0.element }
    current.dated = candidates.map { $0.dated }.reversed()
    guard let first = candidates.first, let latest else {
      return AssessmentResult(assessment: name, version: version, state: .notSubmitted)
    }
    if candidates.count > 1 { return undecided(among: candidates, &machine, clock) }
    var result = first.result
    if result.state == .complete {
      if latest.dated.place != first.dated.place { tellPassedOver(latest.result, &result) }
    } else {
      // Older sheets were read since: the slots are theirs.
      result = first.program.result(of: first.dated, &machine, clock)
    }
    if first.program !== self { adopt(first.dated.submission, from: first.program, &machine, clock) }
    return result
  }

  /// A sheet that may be the one that counts.
  private struct Candidate {
    let program: AssessmentProgram
    let dated: CurrentSubmissions.Dated
    var result = AssessmentResult(assessment: "", version: 0, state: .notSubmitted)
    /// Whether it is not complete, whatever the missing attributes turn out to be.
    var lacksAnswers = false
  }

  /// Which sheet counts depends on attributes that are missing: the bounds over all that may, and the answers in which
  /// they agree.
  private func undecided(
    among candidates: [Candidate], _ machine: inout Machine, _ clock: Clock
  ) -> AssessmentResult {
    var result = candidates[0].result
    var answers: [Value]?
    for candidate in candidates {
      _ = candidate.program.result(of: candidate.dated, &machine, clock)
      if candidate.program !== self { adopt(candidate.dated.submission, from: candidate.program, &machine, clock) }
      let own = slots.map { machine.slots[$0] }
      answers = answers.map { known in zip(known, own).map { $0.isIdentical(to: $1) ? $0 : .unknown } } ?? own
      result.points = AssessmentResult.Amount(spanning: result.points, candidate.result.points)
      result.maximum = AssessmentResult.Amount(spanning: result.maximum, candidate.result.maximum)
      result.percent = AssessmentResult.Amount(spanning: result.percent, candidate.result.percent)
      result.score = AssessmentResult.Amount(spanning: result.score, candidate.result.score)
    }
    for (slot, value) in zip(slots, answers ?? []) { machine.slots[slot] = value }
    result.state = .undecided
    result.submissions = candidates.reversed().compactMap { $0.dated.submission.id }
    result.notes.append(
      AssessmentResult.Note(
        code: "CURRENT", question: nil,
        message: "Which of \(candidates.count) submissions counts can't be told: an attribute is missing".asText))
    return result
  }

  /// A newer sheet that is not complete does not count; what is wrong with it is reported all the same.
  private func tellPassedOver(_ newer: AssessmentResult, _ result: inout AssessmentResult) {
    let lacks = newer.missing.isEmpty ? "" : " (it lacks \(newer.missing.quotedBriefly))"
    result.notes.append(
      AssessmentResult.Note(
        code: "PASSED-OVER", question: nil,
        message: "A newer submission is not complete\(lacks); the latest complete one counts".asText))
    result.notes += newer.notes
  }

  private func latestPerQuestion(
    _ current: inout CurrentSubmissions, _ machine: inout Machine, _ clock: Clock
  ) -> AssessmentResult {
    guard !current.dated.isEmpty else {
      return AssessmentResult(assessment: name, version: version, state: .notSubmitted)
    }
    var answers: [Submission.Answer] = []
    var used: [CurrentSubmissions.Dated] = []
    for dated in current.dated.reversed() {
      var counts = false
      for answer in dated.submission.answers where !answers.contains(where: { $0.question == answer.question }) {
        // Both of one sheet, so that answering twice is seen.
        answers.append(contentsOf: dated.submission.answers.filter { $0.question == answer.question })
        counts = true
      }
      if counts { used.append(dated) }
    }
    // A sheet whose answers were all given again is history. Where nothing was answered at all, the newest is what counts
    // and grows old.
    if used.isEmpty, let newest = current.dated.last { used = [newest] }
    current.dated = used.reversed()
    var result = self.result(of: answers, &machine, clock)
    result.submissions = current.dated.compactMap { $0.submission.id }
    result.capturedAt = current.dated.last?.time
    return result
  }

  /// The answers of a sheet of another version, as far as this version has the question and the answer fits.
  private func adopt(
    _ submission: Submission, from program: AssessmentProgram, _ machine: inout Machine, _ clock: Clock
  ) {
    for question in questions {
      machine.slots[question.slot] = .unknown
      guard let place = program.place(of: question.id) else { continue }
      switch machine.slots[program.questions[place].slot] {
      case .unknown: continue
      case .null: machine.slots[question.slot] = .null
      default:
        guard let answer = submission.answers.first(where: { $0.question == question.id })?.value,
          case .success(let given?) = read(answer, question, &machine, clock)
        else {
          machine.slots[question.slot] = .unknown
          continue
        }
        machine.slots[question.slot] = given.settledValue ?? .unknown
      }
    }
  }

  private func result(
    of dated: CurrentSubmissions.Dated, _ machine: inout Machine, _ clock: Clock
  ) -> AssessmentResult {
    var lacksAnswers = false
    return result(of: dated, &machine, clock, lacksAnswers: &lacksAnswers)
  }

  private func result(
    of dated: CurrentSubmissions.Dated, _ machine: inout Machine, _ clock: Clock, lacksAnswers: inout Bool
  ) -> AssessmentResult {
    var result = result(of: dated.submission.answers, &machine, clock, lacksAnswers: &lacksAnswers)
    if let id = dated.submission.id { result.submissions = [id] }
    result.capturedAt = dated.time
    return result
  }

  /// The policy's limit is in days of the policy's zone.
  private func expire(
    _ result: inout AssessmentResult, _ limit: Int, _ current: CurrentSubmissions, _ clock: Clock
  ) {
    let today = clock.day(of: clock.epochMilliseconds)
    var oldest: Int64?
    for dated in current.dated {
      guard let time = dated.time else {
        result.expired = true
        result.notes.append(
          AssessmentResult.Note(
            code: "EXPIRED", question: nil,
            message: "The answers have no capture time, so they can't be shown to be at most \(limit) days old".asText))
        return
      }
      let age = today.days - clock.day(of: time).days
      if oldest.map({ $0 < age }) ?? true { oldest = age }
    }
    guard let oldest, oldest > Int64(limit) else { return }
    result.expired = true
    result.notes.append(
      AssessmentResult.Note(
        code: "EXPIRED", question: nil, message: "The answers are \(oldest) days old (limit \(limit))".asText))
  }
}

extension String {
  var asText: Text { Text(self) }
}
