import Decisions
public import FEEL

extension Explanation {
  /// What it comes to, in a few lines: the score of every sheet, the supported stage, the next gate's reason and what
  /// it would take.
  ///
  /// - Parameter language: of questions and options; nil: the author's first.
  public func summary(language: Text? = nil) -> Text {
    var lines: [Text] = []
    for result in decision.assessments where result.state != .notSubmitted { lines.append(scoreLine(result, language)) }
    if let stage = stageLine { lines.append(stage) }
    lines += nextGateLines(language)
    for notice in decision.notices { lines.append(notice.message) }
    return joined(lines)
  }

  /// Everything: sheets question by question, facts, every gate with why and why not, proposals.
  public func text(language: Text? = nil) -> Text {
    var lines: [Text] = []
    lines.append(decision.kind + " " + decision.record)
    if let stage = stageLine { lines.append(stage) }
    for result in decision.assessments {
      lines.append("")
      lines.append(scoreLine(result, language))
      if result.state == .notSubmitted { continue }
      for question in result.questions where question.relevance != .no {
        lines.append("  " + questionLine(question, result, language))
      }
      for note in result.notes { lines.append("  " + note.message) }
    }
    if !facts.isEmpty {
      lines.append("")
      for fact in facts { lines += factLines(fact, language) }
    }
    if !gates.isEmpty { lines.append("") }
    for gate in gates { lines += gateLines(gate, language) }
    let next = nextGateLines(language)
    if !next.isEmpty { lines += [""] + next }
    if !decision.proposals.isEmpty { lines.append("") }
    for proposal in decision.proposals { lines.append(proposal.sentence) }
    if !decision.asks.isEmpty { lines.append("To do: " + listed(decision.asks)) }
    for notice in decision.notices { lines.append(notice.message) }
    return joined(lines)
  }

  // MARK: Lines

  private var stageLine: Text? {
    guard let supported = decision.supported, let verdict = decision.verdict else {
      return decision.stated.map { "stated " + $0 }
    }
    let range = supported.least == supported.most ? supported.least : supported.least + " to " + supported.most
    return "stated " + (decision.stated ?? "nothing") + ", supported " + range + ": " + verdict.words
  }

  private func scoreLine(_ result: AssessmentResult, _ language: Text?) -> Text {
    let name = title(of: result.assessment, language)
    switch result.state {
    case .notSubmitted: return name + ": nobody has answered it yet"
    case .undecided, .complete:
      var line = name + ": "
      switch result.score {
      case .decided(let score): line += shown(score)
      case .between(let least, let most): line += "between " + shown(least) + " and " + shown(most)
      case nil: line += "no score"
      }
      if case .decided(let maximum)? = result.maximum { line += " (of " + maximum.text + " points)" }
      if !result.missing.isEmpty { line += "; missing: " + listed(result.missing) }
      if result.expired { line += "; the answers are too old, ask again" }
      return line
    }
  }

  private func questionLine(
    _ question: AssessmentResult.QuestionResult, _ result: AssessmentResult, _ language: Text?
  ) -> Text {
    let definition = definitions.first { $0.name == result.assessment }?.questions.first { $0.id == question.question }
    let ask = definition?.ask.text(in: language) ?? question.question
    guard let answer = question.answer else { return ask + " (not answered)" }
    let points = question.points.map { " (" + $0.text + ")" } ?? ""
    return ask + " " + answer.words(for: definition, language) + points
  }

  private func factLines(_ fact: FactReason, _ language: Text?) -> [Text] {
    let sentences = reasonSentences(language)
    var lines: [Text] = []
    switch fact.value {
    case .unknown: lines.append(fact.fact + ": not decided")
    default: lines.append(fact.fact + ": " + fact.value.factWords)
    }
    for contribution in fact.contributions {
      lines.append("  " + contribution.rule.rule + ": " + sentences.sentence(contribution.rule))
    }
    return lines
  }

  private func gateLines(_ gate: Gate, _ language: Text?) -> [Text] {
    var lines = [gate.result.from + " → " + gate.result.to + ": " + gate.result.state.words]
    if gate.result.barred { lines[0] += ", barred by a person's move until there is newer evidence" }
    if gate.result.stale { lines[0] += ", stale" }
    let sentences = reasonSentences(language)
    for rule in gate.rules { lines.append("  " + rule.rule + ": " + sentences.sentence(rule)) }
    return lines
  }

  /// Why the next gate is not passed, and what it would take.
  private func nextGateLines(_ language: Text?) -> [Text] {
    guard let gate = nextGate else { return [] }
    if gate.rules.isEmpty { return [] }
    var lines: [Text] = []
    let sentences = reasonSentences(language)
    var reasons: [Text] = []
    for rule in gate.rules {
      guard let condition = rule.condition else { continue }
      for sentence in sentences.sentences(condition) where !reasons.contains(sentence) { reasons.append(sentence) }
    }
    lines.append("To " + gate.result.to + ": " + listed(reasons) + ".")
    let empty = decision.assessments.filter { $0.state == .notSubmitted && isRead($0.assessment, by: gate) }
    if !empty.isEmpty {
      let nothing = decision.assessments.allSatisfy { $0.state == .notSubmitted }
      lines.append((nothing ? "Nothing answered yet: ask " : "Ask ") + listed(empty.map { $0.assessment }) + ".")
    }
    for (place, change) in changes.enumerated() {
      lines.append((place == 0 ? "" : "or: ") + sentence(change, language))
    }
    if changes.isEmpty && empty.isEmpty && gate.result.state == .failed {
      lines.append("No single change of an answer is enough.")
    }
    return lines
  }

  private func sentence(_ change: Change, _ language: Text?) -> Text {
    var sentence = change.advice.text(in: language)
    switch change.kind {
    case .answer:
      if !change.points.isZero {
        sentence += " (" + (change.points.isNegative ? "" : "+") + change.points.text + ")"
      }
      if let score = change.score { sentence += " → " + shown(score) }
    case .attribute: break
    }
    return sentence + ", which carries it to " + change.least + "."
  }

  private func isRead(_ assessment: Text, by gate: Gate) -> Bool {
    for rule in gate.rules {
      for missing in rule.condition?.allMissing ?? [] where missing.path.bytes.starts(with: (assessment + ".").bytes) {
        return true
      }
    }
    return false
  }

  // MARK: Words

  private func title(of assessment: Text, _ language: Text?) -> Text {
    let title = definitions.first { $0.name == assessment }?.title.text(in: language) ?? ""
    return title.isEmpty ? assessment : title
  }

  /// Reasons in words, with assessments called by their titles.
  func reasonSentences(_ language: Text?) -> ReasonSentences { ReasonSentences(name: friendly(language)) }

  /// `DemoAssessment.Score` is called by the assessment's title; other names stay as they are.
  private func friendly(_ language: Text?) -> @Sendable (Text) -> Text {
    let names = definitions.map { ($0.name + ".Score", $0.title.text(in: language)) }
    return { path in names.first { $0.0 == path && !$0.1.isEmpty }?.1 ?? path }
  }

  /// A score with two digits at most; what is compared stays unrounded.
  private func shown(_ number: Decimal34) -> Text { (number.rounded(toScale: 2, .halfEven) ?? number).text }

  private func listed(_ texts: [Text]) -> Text {
    var joined: Text = ""
    for text in texts { joined += (joined.isEmpty ? "" : "; ") + text }
    return joined
  }

  private func joined(_ lines: [Text]) -> Text {
    var joined: Text = ""
    for (place, line) in lines.enumerated() { joined += (place == 0 ? "" : "\n") + line }
    return joined
  }
}

extension Verdict {
  /// `level`, `ahead by 2`.
  public var words: Text {
    switch self {
    case .level: "level"
    case .behind(let stages): "behind by \(stages)"
    case .unproven(let stages): "unproven by \(stages)"
    case .ahead(let stages): "ahead by \(stages)"
    }
  }
}

extension GateState {
  var words: Text {
    switch self {
    case .passed: "passed"
    case .kept: "passed before, and kept"
    case .undecided: "not decided yet"
    case .failed: "not passed"
    case .withoutRules: "no rule leads here"
    }
  }
}

extension Proposal {
  /// What is recommended, and what becomes of it.
  public var sentence: Text {
    var way: Text = ""
    for stage in path { way += (way.isEmpty ? "" : " → ") + stage }
    switch status {
    case .applied: return "Promoted: " + way
    case .waiting: return "Proposed: " + way
    case .blocked(let attributes):
      var missing: Text = ""
      for attribute in attributes { missing += (missing.isEmpty ? "" : ", ") + attribute }
      return "Incomplete: " + way + " needs " + missing
    case .held(let reason): return "Held: " + way + ", " + reason
    }
  }
}

extension AnswerValue {
  /// The answer with the labels of its question.
  func words(for question: QuestionDefinition?, _ language: Text?) -> Text {
    var options: [OptionDefinition] = []
    switch question?.kind {
    case .choice(let list), .severalOf(let list): options = list
    case .yesNo(let yes, let no): options = [yes, no]
    default: break
    }
    func label(_ id: Text) -> Text { options.first { $0.id == id }?.label.text(in: language) ?? id }
    switch self {
    case .text(let text): return label(text)
    case .number(let number): return number.text
    case .boolean(let truth): return label(truth ? "yes" : "no")
    case .several(let ids):
      var joined: Text = ""
      for id in ids { joined += (joined.isEmpty ? "" : ", ") + label(id) }
      return joined
    }
  }
}

extension Value {
  /// A fact's value for a line of text.
  var factWords: Text {
    switch self {
    case .null: return "nothing"
    case .boolean, .string: return words
    case .list(let items):
      var joined: Text = ""
      for item in items { joined += (joined.isEmpty ? "" : ", ") + item.factWords }
      return joined.isEmpty ? "nothing" : joined
    default: return words
    }
  }
}
