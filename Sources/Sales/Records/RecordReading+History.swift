import FEEL

extension RecordReading {
  mutating func submissions(_ json: JSON) -> [Submission] {
    var submissions: [Submission] = []
    for (index, item) in items(json).enumerated() {
      enter(.item(index))
      submissions.append(submission(item))
      leave()
    }
    return submissions
  }

  mutating func submission(_ json: JSON) -> Submission {
    var submission = Submission(assessment: "", answers: [])
    let known: [Text] = ["id", "assessment", "version", "answers", "capturedAt", "device", "sequence"]
    var hasAssessment = false
    for member in members(json, known: known) {
      enter(.member(member.name))
      switch member.name {
      case "id": submission.id = text(member.value)
      case "assessment":
        hasAssessment = true
        submission.assessment = assessment(member.value) ?? ""
      case "version": submission.version = integer(member.value)
      case "answers": submission.answers = answers(member.value)
      case "capturedAt": submission.capturedAt = instant(member.value)
      case "device": submission.device = text(member.value)
      case "sequence": submission.sequence = integer(member.value)
      default: break
      }
      leave()
    }
    if !hasAssessment, case .object = json { report("the key assessment is missing") }
    return submission
  }

  private mutating func assessment(_ json: JSON) -> Text? {
    guard let name = text(json) else { return nil }
    if !assessments.contains(name) {
      report(
        "there is no assessment " + Suggestion.shown(name),
        fix: Suggestion.didYouMean(name, among: assessments))
    }
    return name
  }

  private mutating func answers(_ json: JSON) -> [Submission.Answer] {
    guard case .object(let members) = json else {
      reportKind("an object", json)
      return []
    }
    var answers: [Submission.Answer] = []
    answers.reserveCapacity(members.count)
    for member in members {
      switch member.value {
      case .null: continue
      case .string(let text): answers.append(.init(question: member.name, value: .text(text)))
      case .number(let number): answers.append(.init(question: member.name, value: .number(number)))
      case .boolean(let boolean): answers.append(.init(question: member.name, value: .boolean(boolean)))
      case .array(let items):
        enter(.member(member.name))
        var ids: [Text] = []
        for (index, item) in items.enumerated() {
          enter(.item(index))
          if let id = text(item) { ids.append(id) }
          leave()
        }
        leave()
        answers.append(.init(question: member.name, value: .several(ids)))
      case .object:
        enter(.member(member.name))
        reportKind("an answer", member.value)
        leave()
      }
    }
    return answers
  }

  mutating func history(_ json: JSON) -> History {
    var history = History()
    let known: [Text] = ["episodeStart", "lowestStage", "gates", "watermarks", "hold", "override", "promotedToday"]
    for member in members(json, known: known) {
      enter(.member(member.name))
      switch member.name {
      case "episodeStart": history.episodeStart = instant(member.value)
      case "lowestStage": history.lowestStage = text(member.value)
      case "gates":
        for (index, item) in items(member.value).enumerated() {
          enter(.item(index))
          if let gate = gate(item) { history.gates.append(gate) }
          leave()
        }
      case "watermarks":
        for (index, item) in items(member.value).enumerated() {
          enter(.item(index))
          if let watermark = watermark(item) { history.watermarks.append(watermark) }
          leave()
        }
      case "hold": history.hold = word(member.value, withStage: false)
      case "override": history.override = word(member.value, withStage: true)
      case "promotedToday":
        if let count = integer(member.value) {
          if count < 0 || count > 1_000_000 { report("a count of promotions can't be this number") }
          history.promotedToday = max(0, min(count, 1_000_000))
        }
      default: break
      }
      leave()
    }
    return history
  }

  private mutating func gate(_ json: JSON) -> History.KeptGate? {
    var (from, to, rule, playbook): (Text?, Text?, Text?, Text?)
    var (passedAt, evidenceAt): (Int64?, Int64?)
    for member in members(json, known: ["from", "to", "rule", "passedAt", "evidenceAt", "playbook"]) {
      enter(.member(member.name))
      switch member.name {
      case "from": from = text(member.value)
      case "to": to = text(member.value)
      case "rule": rule = text(member.value)
      case "playbook": playbook = text(member.value)
      case "evidenceAt": evidenceAt = instant(member.value)
      default: passedAt = instant(member.value)
      }
      leave()
    }
    guard let from, let to, let rule, let passedAt else {
      report("a kept gate has from, to, rule and passedAt")
      return nil
    }
    return History.KeptGate(
      from: from, to: to, rule: rule, passedAt: passedAt, evidenceAt: evidenceAt, playbook: playbook)
  }

  private mutating func watermark(_ json: JSON) -> History.Watermark? {
    var (from, to, by, reason): (Text?, Text?, Text?, Text?)
    var at: Int64?
    for member in members(json, known: ["from", "to", "at", "by", "reason"]) {
      enter(.member(member.name))
      switch member.name {
      case "from": from = text(member.value)
      case "to": to = text(member.value)
      case "by": by = text(member.value)
      case "reason": reason = text(member.value)
      default: at = instant(member.value)
      }
      leave()
    }
    guard let from, let to, let at else {
      report("a watermark has from, to and at")
      return nil
    }
    return History.Watermark(from: from, to: to, at: at, by: by, reason: reason)
  }

  private mutating func word(_ json: JSON, withStage: Bool) -> History.PersonsWord? {
    var (by, reason, stage): (Text?, Text?, Text?)
    var until: CalendarDate?
    for member in members(json, known: withStage ? ["by", "reason", "stage", "until"] : ["by", "reason", "until"]) {
      enter(.member(member.name))
      switch member.name {
      case "by": by = text(member.value)
      case "reason": reason = text(member.value)
      case "stage": stage = text(member.value)
      default: until = day(member.value)
      }
      leave()
    }
    guard let by else {
      report("the key by is missing: who says so")
      return nil
    }
    return History.PersonsWord(by: by, reason: reason ?? "", stage: stage, until: until)
  }
}
