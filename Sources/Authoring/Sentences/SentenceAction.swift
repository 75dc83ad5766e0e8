internal import FEEL

/// What the reader knows of actions.
enum SentenceAction {
  /// The word that an action starts with.
  enum Keyword: String, CaseIterable {
    case upgrade, propose, set, add, flag, ask, start, require
  }

  /// Other words that people write for them.
  static let meant: [String: Text] = [
    "promote": "upgrade", "advance": "upgrade", "move": "upgrade", "suggest": "propose", "recommend": "ask",
    "assign": "set", "increase": "add", "mark": "flag", "tag": "flag", "notify": "flag", "enroll": "start",
    "need": "require",
  ]
}
