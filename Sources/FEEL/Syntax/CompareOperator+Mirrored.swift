extension CompareOperator {
  /// The operator that says the same with its sides exchanged: `a < b` is `b > a`.
  public var mirrored: CompareOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
