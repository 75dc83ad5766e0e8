import Decisions
public import FEEL

extension Explanation {
  /// Why the record gets no further than its least supported stage, and what it would take: `80 is not greater than
  /// 80. Book the next meeting (+20) → 100`. Empty if nothing lies beyond.
  public func message(language: Text? = nil) -> Text {
    guard !stops.isEmpty else { return "" }
    let names = ExplanationNames(playbook, kind: decision.kind, language: language)
    if let change = improvements.first { return why(names) + ". " + sentence(of: change, language: language) }
    if !expired.isEmpty {
      var sentences: [Text] = []
      for result in decision.assessments where expired.contains(result.assessment) {
        let note = result.notes.first { $0.code == "EXPIRED" }?.message ?? "The answers are too old"
        sentences.append(note + ": ask " + result.assessment + " again")
      }
      return sentences.joined(by: ". ")
    }
    if !stops.contains(where: { stop in gates[stop].rules.contains { $0.outcome != .notInForce } }) {
      return "no rule that leads on is in force"
    }
    if !unanswered.isEmpty { return "nothing answered yet: ask " + unanswered.listedBriefly }
    return why(names) + "." + missingAnswers(names) + " No single change is enough"
  }

  /// The failing conditions of the rules that end the way; where several rules could carry on, the reasons of each.
  private func why(_ names: ExplanationNames) -> Text {
    let sentences = ReasonSentences(name: names.unnamed)
    var whys: [Text] = []
    for stop in stops {
      for reason in gates[stop].rules where reason.outcome != .yes {
        guard let condition = reason.condition else { continue }
        let why = sentences.sentences(condition.withoutDistances).joined(by: " and ")
        if !why.isEmpty, !whys.contains(why) { whys.append(why) }
      }
    }
    return whys.joined(by: "; or ")
  }

  private func missingAnswers(_ names: ExplanationNames) -> Text {
    var sentence: Text = ""
    for result in decision.assessments where result.state == .undecided && !result.missing.isEmpty {
      sentence += " " + names.title(result.assessment) + " still needs " + result.missing.listedBriefly + "."
    }
    return sentence
  }

  /// What to do and what comes of it: `Book the next meeting (+20) → 100`, `Needs more than 5 hours a week (→ 70)`.
  func sentence(of change: Improvement, language: Text?) -> Text {
    let advice = change.advice.text(in: language)
    switch change.kind {
    case .attribute: return advice + " (→ " + change.least + ")"
    case .answer(_, _, _, let answer):
      let score = change.score?.shown ?? change.least
      if case .number = answer { return advice + " (→ " + score + ")" }
      return advice + " (" + (change.points.isNegative ? "" : "+") + change.points.text + ") → " + score
    }
  }
}

extension Reason {
  /// The same without distances, for short sentences.
  var withoutDistances: Reason {
    var reason = self
    switch kind {
    case .comparison(var comparison):
      comparison.distance = nil
      reason.kind = .comparison(comparison)
    case .membership(var membership):
      membership.distance = nil
      reason.kind = .membership(membership)
    case .all, .any, .not, .truth: break
    }
    reason.parts = parts.map { $0.withoutDistances }
    return reason
  }
}
