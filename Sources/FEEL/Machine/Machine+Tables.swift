// Decision tables: what the rules that match come to (DMN 1.5 §8.2.8).
extension Machine {
  /// The result of a table whose matching rules gave the list in `b`; false if none matched.
  @inline(never) mutating func table(_ i: Instruction, _ r: Registers, _ here: Int) -> Bool {
    let hits = Int(i.b)
    let target = Int(i.a)
    guard case .list(let outputs) = r[hits], let policy = HitPolicy(rawValue: i.mode) else {
      // Not decided yet which rules match.
      r[target] = .unknown
      return true
    }
    guard let first = outputs.first else { return false }
    guard charge(outputs.count, here) else { return true }
    r[target] = .null
    switch policy {
    case .unique:
      if outputs.count == 1 {
        r[target] = first
      } else {
        note("TABLE", here, "\(outputs.count) rules match, but at most one may; " + Self.given(outputs))
      }
    case .any: r[target] = agreed(outputs, here)
    case .first: r[target] = first
    case .ruleOrder, .collect: r[target] = .list(outputs)
    case .priority: r[target] = ordered(outputs, r[hits + 2], here).first ?? .null
    case .outputOrder: r[target] = .list(ordered(outputs, r[hits + 2], here))
    case .count: r[target] = .small(coefficient: Int64(outputs.count), exponent: 0)
    case .sum: r[target] = outputs.dropFirst().reduce(summand(first, here)) { total(of: $0, summand($1, here), here) }
    case .least, .greatest: r[target] = extreme(outputs, least: policy == .least, here)
    }
    return true
  }

  /// `they give "A", "B"`.
  private static func given(_ outputs: [Value]) -> Text {
    let shown = outputs.prefix(4).map { ValueText.shown($0, limit: 40) }
    return "they give " + shown.joined(by: ", ") + (outputs.count > shown.count ? ", ..." : "")
  }

  private mutating func agreed(_ outputs: [Value], _ here: Int) -> Value {
    var comparison = Comparison(budget: steps)
    for output in outputs.dropFirst() where comparison.equality(outputs[0], output) != .yes {
      note("TABLE", here, "the rules that match do not agree; " + Self.given(outputs))
      return .null
    }
    return outputs[0]
  }

  private mutating func summand(_ value: Value, _ here: Int) -> Value {
    switch value {
    case .small, .large, .monthsDuration, .daysDuration: return value
    default:
      note("TABLE", here, "\(FeelType(kindOf: value).wording) cannot be added up")
      return .null
    }
  }

  private mutating func total(of a: Value, _ b: Value, _ here: Int) -> Value { arithmetic(.add, a, b, here) }

  private mutating func extreme(_ outputs: [Value], least: Bool, _ here: Int) -> Value {
    var best = outputs[0]
    for output in outputs {
      let truth = least ? Comparison.less(output, best) : Comparison.less(best, output)
      switch truth {
      case .yes: best = output
      case .no: break
      case .null, .unknown:
        note("TABLE", here, "outputs of the table cannot be compared")
        return .null
      }
    }
    return best
  }

  /// The outputs by the order of the output values, left to right; equal ones stay in the order of the rules.
  private mutating func ordered(_ outputs: [Value], _ order: Value, _ here: Int) -> [Value] {
    guard case .list(let columns) = order else { return outputs }
    var ranked: [(ranks: [Int], value: Value)] = []
    for output in outputs {
      var ranks: [Int] = []
      for (index, column) in columns.enumerated() {
        guard case .list(let values) = column, !values.isEmpty else { continue }
        guard charge(values.count, here) else { return outputs }
        var value = output
        if columns.count > 1, case .context(let context) = output, index < context.values.count {
          value = context.values[index]
        }
        var comparison = Comparison(budget: steps)
        ranks.append(values.firstIndex { comparison.meets(value, $0, verdict: false) == .yes } ?? values.count)
      }
      ranked.append((ranks, output))
    }
    if ranked.allSatisfy({ $0.ranks.isEmpty }) {
      note("TABLE", here, "the outputs have no values that tell their order")
    }
    // Swift's sort is stable; the places are compared all the same, so that nothing rests on it.
    return ranked.enumerated().sorted { a, b in
      if a.element.ranks == b.element.ranks { return a.offset < b.offset }
      return a.element.ranks.lexicographicallyPrecedes(b.element.ranks)
    }.map { $0.element.value }
  }
}
