public import FEEL

extension Merge {
  /// The word for it in a playbook's files.
  public var word: Text {
    switch self {
    case .any: "any"
    case .unique: "unique"
    case .collect: "collect"
    case .sum: "sum"
    case .min: "min"
    case .max: "max"
    case .count: "count"
    case .highestPriority: "highest priority"
    }
  }
}
