import Decisions
public import FEEL

extension Explanation {
  /// What a rep needs at once, a line each: scores, where the record stands and goes, why not further.
  public func summary(language: Text? = nil) -> Text {
    let names = ExplanationNames(playbook, kind: decision.kind, language: language)
    var lines: [Text] = []
    for result in decision.assessments where result.state != .notSubmitted { lines.append(sum(result, names)) }
    lines += standing()
    lines += decision.proposals.map { Self.sentence(of: $0) }
    let message = message(language: language)
    if !message.isEmpty { lines.append(message) }
    for notice in decision.notices where notice.code != "EXPIRED" { lines.append(notice.message) }
    return lines.joined(by: "\n")
  }

  /// Everything: scores question by question, facts, each gate's why or why not, what it would take. Ends with a line's
  /// end.
  public func text(language: Text? = nil) -> Text {
    let names = ExplanationNames(playbook, kind: decision.kind, language: language)
    let sentences = ReasonSentences(name: names.named)
    var lines: [Text] = [decision.record + " (" + decision.kind + ")"]
    lines += standing().map { "  " + $0 }
    for result in decision.assessments { lines += scoreLines(result, names) }
    if !facts.isEmpty {
      lines.append("Facts")
      for fact in facts { lines.append("  " + sentences.sentence(fact)) }
    }
    if !gates.isEmpty { lines.append("Gates") }
    for gate in gates {
      lines.append("  " + gate.result.from + " → " + gate.result.to + ": " + Self.sentence(of: gate.result))
      for reason in gate.rules { lines.append("    " + reason.rule + ": " + sentences.sentence(reason)) }
    }
    if !closings.isEmpty {
      lines.append("Closing")
      for reason in closings { lines.append("  " + reason.rule + ": " + sentences.sentence(reason)) }
    }
    for proposal in decision.proposals { lines.append(Self.sentence(of: proposal)) }
    let message = message(language: language)
    if !message.isEmpty { lines.append("To get beyond " + (decision.supported?.least ?? "") + ": " + message) }
    for change in improvements.dropFirst() { lines.append("  or: " + sentence(of: change, language: language)) }
    if !decision.asks.isEmpty { lines.append("To be done: " + decision.asks.listedBriefly) }
    for notice in decision.notices { lines.append("Note: " + notice.message) }
    return lines.joined(by: "\n") + "\n"
  }

  /// `Prospecting 40 + 30 = 70`.
  private func sum(_ result: AssessmentResult, _ names: ExplanationNames) -> Text {
    var line = names.title(result.assessment) + " "
    var points: [Text] = []
    for question in result.questions where question.relevance == .yes {
      if let earned = question.points { points.append(earned.text) }
    }
    if result.state == .complete, points.count > 1, case .decided(let total)? = result.points {
      line += points.joined(by: " + ") + " = " + total.twoDigits.text
    } else {
      line += result.points?.shown ?? "–"
    }
    if case .percent? = names.assessment(result.assessment)?.score, let percent = result.percent {
      line += " (" + percent.shown + " %)"
    }
    if result.state == .undecided { line += ", not complete: " + result.missing.listedBriefly }
    if result.expired { line += ", too old" }
    return line
  }

  private func scoreLines(_ result: AssessmentResult, _ names: ExplanationNames) -> [Text] {
    guard result.state != .notSubmitted else { return [names.title(result.assessment) + ": nobody has filled it in"] }
    var lines: [Text] = []
    let title = names.title(result.assessment)
    var head = title + Text(" version \(result.version): ") + (result.points?.shown ?? "–")
    if let maximum = result.maximum { head += " of " + maximum.shown }
    if let percent = result.percent { head += " (" + percent.shown + " %)" }
    if result.state == .undecided { head += ", not complete" }
    lines.append(head)
    for question in result.questions where question.relevance != .no {
      let definition = names.question(question.question, of: result.assessment)
      let ask = definition?.ask.text(in: names.language) ?? question.question
      var line = "  " + ask + " " + (question.answer.map { names.shown($0, definition) } ?? "–")
      if let points = question.points { line += ": " + points.text }
      if question.relevance == .unknown { line += " (perhaps not asked)" }
      lines.append(line)
    }
    for note in result.notes { lines.append("  " + note.message) }
    return lines
  }

  /// Stated beside supported.
  private func standing() -> [Text] {
    let stated = decision.stated ?? "no stage"
    guard let supported = decision.supported else { return ["Stated " + stated] }
    var lines: [Text] = []
    let range =
      supported.least == supported.most ? supported.least : supported.least + " to " + supported.most
    var line = "Stated " + stated + ", supported " + range
    if let verdict = decision.verdict {
      line += ": " + verdict.word
      if verdict.stages > 0 { line += Text(" by \(verdict.stages)") }
    }
    lines.append(line)
    if let override = decision.override {
      lines.append(
        "Overridden by " + override.by + ": " + (override.stage ?? "") + " (" + Suggestion.shown(override.reason) + ")")
    }
    return lines
  }

  static func sentence(of proposal: Proposal) -> Text {
    let path = proposal.path.joined(by: " → ")
    switch proposal.status {
    case .applied: return path + " (by " + proposal.rules.listedBriefly + ")"
    case .waiting: return "Proposed: " + path + " (by " + proposal.rules.listedBriefly + ")"
    case .blocked(let missing):
      return "Incomplete: " + (proposal.path.count > 1 ? proposal.path[1] : proposal.to) + " requires "
        + missing.listedBriefly
    case .held(let reason): return "Not promoted: " + reason
    }
  }

  static func sentence(of gate: GateResult) -> Text {
    var sentence: Text
    switch gate.state {
    case .passed: sentence = "passed"
    case .kept: sentence = gate.stale ? "passed earlier, on answers that are now too old" : "passed earlier, and kept"
    case .undecided: sentence = "undecided"
    case .failed: sentence = "not passed"
    case .withoutRules:
      sentence = gate.rules.isEmpty ? "no rule leads on" : "no rule that leads on is in force"
      sentence += "; passed while the record stands beyond"
    }
    if gate.barred { sentence += ", barred by a person until there is newer evidence" }
    return sentence
  }
}
