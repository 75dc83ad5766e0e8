/// What a condition can come to: FEEL's three truth values and *unknown*, which stands for any of them.
enum Truth: UInt8, Sendable {
  case no, yes
  /// Decided to be neither: an operand of a kind that does not fit.
  case null
  /// Missing: may turn out to be any of the others.
  case unknown

  @inline(__always) init(_ flag: Bool) { self = flag ? .yes : .no }

  /// How the logic operators see a value: whatever is no boolean counts as null (DMN 1.5 §10.3.2.9).
  @inline(__always) init(_ value: borrowing Value) {
    switch value {
    case .boolean(let flag): self = flag ? .yes : .no
    case .unknown, .undecided: self = .unknown
    default: self = .null
    }
  }

  /// The truth as a FEEL value.
  @inline(__always) var value: Value {
    switch self {
    case .no: .boolean(false)
    case .yes: .boolean(true)
    case .null: .null
    case .unknown: .unknown
    }
  }

  /// Conjunction (DMN 1.5 table 50; with unknown as Kleene's third value over all the others).
  @inline(__always) func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    if self == .unknown || other == .unknown { return .unknown }
    return self == .yes && other == .yes ? .yes : .null
  }

  /// Disjunction (DMN 1.5 table 50).
  @inline(__always) func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    if self == .unknown || other == .unknown { return .unknown }
    return self == .no && other == .no ? .no : .null
  }

  /// Negation: null and unknown stay what they are.
  @inline(__always) var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    default: self
    }
  }
}
