/// What the reader knows of actions.
enum SentenceAction {
  /// The word that an action starts with.
  enum Keyword: String, CaseIterable {
    case upgrade, propose, set, add, flag, ask, start, require
  }
}
