import FEEL

/// How a sheet stands: which questions are asked, and what is still missing.
struct Standing {
  var relevance: [AssessmentResult.QuestionResult.Relevance]
  /// Required questions, asked or perhaps asked, without an answer that counts.
  var open: [Int] = []
  /// Conditions that rest on missing attributes.
  var unsettled: [Int] = []
  /// A band that reads a missing attribute.
  var hasUnsettledPoints = false

  /// Whether nothing can be added, whatever the missing attributes turn out to be.
  var isComplete: Bool { open.isEmpty && !hasUnsettledPoints }
}

extension AssessmentProgram {
  /// Judges the conditions in order, and leaves in the slots what rules may read: answers that count, null for
  /// questions that are not asked, unknown for the rest.
  ///
  /// - Parameter finished: as if nothing would be added: what rests on a question left blank is then not true.
  func standing(_ sheet: AnswerSheet, finished: Bool, _ machine: inout Machine, _ clock: Clock) -> Standing {
    var standing = Standing(relevance: Array(repeating: .yes, count: questions.count))
    var holds = [AssessmentResult.QuestionResult.Relevance](repeating: .yes, count: conditions.count)
    for step in steps {
      switch step {
      case .condition(let place):
        let condition = conditions[place]
        switch machine.run(condition.entry, clock: clock) {
        case .boolean(true): holds[place] = .yes
        case .unknown, .undecided:
          let restsOnMissing = condition.surroundings.contains { machine.slots[$0].lacksSomething }
          if restsOnMissing { standing.unsettled.append(place) }
          // A question that is perhaps not asked has no answer yet, and what rests on it is as open as it is.
          let restsOnUnsettled = restsOnMissing || condition.questions.contains { standing.relevance[$0] == .unknown }
          holds[place] = finished && !restsOnUnsettled ? .no : .unknown
        default: holds[place] = .no
        }
      case .question(let place):
        let slot = firstSlot + place
        var relevance = AssessmentResult.QuestionResult.Relevance.yes
        for condition in questions[place].conditions {
          if holds[condition] == .no { relevance = .no }
          if holds[condition] == .unknown, relevance == .yes { relevance = .unknown }
        }
        standing.relevance[place] = relevance
        let given = sheet.given[place]
        switch relevance {
        case .yes: machine.slots[slot] = given?.settledValue ?? .unknown
        case .no: machine.slots[slot] = .null
        case .unknown: machine.slots[slot] = .unknown
        }
        if relevance != .no {
          if given == nil, questions[place].required { standing.open.append(place) }
          if let given, !given.isSettled { standing.hasUnsettledPoints = true }
        }
      }
    }
    return standing
  }
}
