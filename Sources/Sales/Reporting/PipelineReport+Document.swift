public import FEEL

extension PipelineReport.Line {
  /// The line that one decision, as `score --climb` writes it, contributes; nil where it is no such decision.
  public init?(decision: JSON) {
    // Every decision says its status, null too; a record has an id and a stage as well, but no status.
    guard let id = decision["id"]?.text, decision["status"] != nil else { return nil }
    var verdict: Verdict?
    if let written = decision["verdict"], !written.isNull {
      let stages = written["by"]?.number.flatMap { $0.wholeNumber } ?? 0
      guard let kind = written["kind"]?.text, let read = Verdict(word: kind, by: stages) else { return nil }
      verdict = read
    }
    let place: Place
    if verdict != nil {
      place = .open
    } else {
      switch decision["status"]?.text {
      case nil: place = decision["pipeline"]?.text == nil ? .notClimbed : .unknownStage
      case "open": return nil
      default: place = .closed
      }
    }
    self.init(
      id: id, stage: decision["stage"]?.text, owner: decision["owner"]?.text, place: place, verdict: verdict,
      money: decision["money"]?.number, statedProbability: decision["probability"]?["stated"]?.number,
      leastProbability: decision["probability"]?["least"]?.number, least: decision["supported"]?["least"]?.text,
      most: decision["supported"]?["most"]?.text)
  }
}

extension Verdict {
  /// The verdict that a decision's `kind` and `by` write.
  public init?(word: Text, by stages: Int) {
    switch word {
    case "level": self = .level
    case "behind": self = .behind(stages)
    case "unproven": self = .unproven(stages)
    case "ahead": self = .ahead(stages)
    default: return nil
    }
  }
}
