import FEEL

extension FeelType {
  /// The type in words: `a number`, `a date`.
  var withArticle: String {
    switch self {
    case .any: "anything"
    case .boolean: "true or false"
    default: wording.string
    }
  }

  /// Whether a value of this type can be one of the other, as far as it is known.
  func canBe(_ other: FeelType) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.context, .context): true
    case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.canBe(b)
    default: self == other
    }
  }
}
