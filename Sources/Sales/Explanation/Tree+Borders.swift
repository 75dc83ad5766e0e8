import Decisions
import FEEL

extension Tree {
  /// The literals that a name is compared with, by signs, `between` and `in`, in the order of the text.
  func literalsCompared(with name: Text) -> [Value] {
    var found: [Value] = []
    for index in nodes.indices {
      guard let comparison = comparison(at: NodeID(index)), case .name(name) = self[comparison.subject] else {
        continue
      }
      for test in comparison.tests { found += literals(in: test) }
    }
    return found
  }

  private func literals(in test: LiteralComparison.Test) -> [Value] {
    switch test {
    case .any: return []
    case .compare(_, let value): return [value]
    case .range(let start, _, let end, _):
      var ends: [Value] = []
      for case .literal(let value) in [start, end] { ends.append(value) }
      return ends
    case .not(let tests): return tests.flatMap { literals(in: $0) }
    case .other(let node):
      guard case .list(let items) = self[node] else { return [] }
      return items.compactMap { literal($0) }
    }
  }
}
