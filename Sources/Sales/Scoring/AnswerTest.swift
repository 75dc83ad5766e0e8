import FEEL

/// A test of an answer that is a number or a day, made of literals only: bands are compared without the machine, and
/// `check` finds their gaps and overlaps. Days count as whole numbers.
indirect enum AnswerTest: Sendable {
  case always
  case compare(CompareOperator, Decimal34)
  case between(Decimal34, startIncluded: Bool, Decimal34, endIncluded: Bool)
  case any([AnswerTest])
  case every([AnswerTest])
  case not(AnswerTest)

  func contains(_ answer: Decimal34) -> Bool {
    switch self {
    case .always: return true
    case .compare(let comparison, let bound): return comparison.holds(answer, bound)
    case .between(let start, let startIncluded, let end, let endIncluded):
      return (startIncluded ? start <= answer : start < answer) && (endIncluded ? answer <= end : answer < end)
    case .any(let tests): return tests.contains { $0.contains(answer) }
    case .every(let tests): return tests.allSatisfy { $0.contains(answer) }
    case .not(let test): return !test.contains(answer)
    }
  }

  /// The numbers at which the outcome may change.
  func collectCuts(into cuts: inout [Decimal34]) {
    switch self {
    case .always: break
    case .compare(_, let bound): cuts.append(bound)
    case .between(let start, _, let end, _):
      cuts.append(start)
      cuts.append(end)
    case .any(let tests), .every(let tests):
      for test in tests { test.collectCuts(into: &cuts) }
    case .not(let test): test.collectCuts(into: &cuts)
    }
  }
}

extension CompareOperator {
  func holds(_ a: Decimal34, _ b: Decimal34) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}
