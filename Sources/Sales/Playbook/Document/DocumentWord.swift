import Decisions
public import FEEL

/// A choice that documents write as a word.
protocol DocumentWord {
  /// Every choice with its word, in the order of declaration.
  static var words: [(word: Text, choice: Self)] { get }
  /// The word of this choice.
  var word: Text { get }
}

extension DocumentReader {
  /// The choice that a member names.
  mutating func word<Choice: DocumentWord>(_ place: DocumentPlace, _ key: Text, else standIn: Choice) -> Choice {
    guard let member = require(place, key) else { return standIn }
    return word(member, else: standIn)
  }

  mutating func word<Choice: DocumentWord>(_ place: DocumentPlace, else standIn: Choice) -> Choice {
    let word = text(place)
    var known: [Text] = []
    for pair in Choice.words {
      if pair.word == word { return pair.choice }
      known.append(pair.word)
    }
    report(
      place.path, "unknown word " + Suggestion.shown(word) + "; possible are " + known.listedBriefly,
      fix: Suggestion.didYouMean(word, among: known))
    return standIn
  }
}

extension ScoreKind: DocumentWord {
  static var words: [(word: Text, choice: Self)] { [("raw", .raw), ("percent", .percent)] }
  var word: Text {
    switch self {
    case .raw: "raw"
    case .percent: "percent"
    }
  }
}

extension CurrentAnswers: DocumentWord {
  static var words: [(word: Text, choice: Self)] {
    [("latest submission", .latestSubmission), ("latest per question", .latestPerQuestion)]
  }
  var word: Text {
    switch self {
    case .latestSubmission: "latest submission"
    case .latestPerQuestion: "latest per question"
    }
  }
}

extension StageStatus: DocumentWord {
  static var words: [(word: Text, choice: Self)] {
    [("open", .open), ("won", .won), ("lost", .lost), ("archived", .archived)]
  }
  /// The word for it in documents.
  public var word: Text {
    switch self {
    case .open: "open"
    case .won: "won"
    case .lost: "lost"
    case .archived: "archived"
    }
  }
}

extension Writes: DocumentWord {
  static var words: [(word: Text, choice: Self)] { [("none", .none), ("propose", .propose), ("auto", .auto)] }
  var word: Text {
    switch self {
    case .none: "none"
    case .propose: "propose"
    case .auto: "auto"
    }
  }
}

extension SentenceDefinition.Mode: DocumentWord {
  static var words: [(word: Text, choice: Self)] { [("automatic", .automatic), ("proposal", .proposal)] }
  var word: Text {
    switch self {
    case .automatic: "automatic"
    case .proposal: "proposal"
    }
  }
}

extension Merge: DocumentWord {
  static var words: [(word: Text, choice: Self)] {
    [
      ("any", .any), ("unique", .unique), ("collect", .collect), ("sum", .sum), ("min", .min), ("max", .max),
      ("count", .count), ("highest priority", .highestPriority),
    ]
  }
}
