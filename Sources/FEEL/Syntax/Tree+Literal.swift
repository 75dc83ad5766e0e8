extension Tree {
  /// The value that a node writes out: a literal, a number with a minus before it, or a call of `date`, `time`,
  /// `date and time` or `duration` with such values, so that `date("2026-01-31")` is what `@"2026-01-31"` is; nil if it is
  /// none, or can't be made (`date("2026-02-30")`).
  public func literal(_ id: NodeID) -> Value? {
    guard nodes.indices.contains(Int(id.index)) else { return nil }
    switch self[id] {
    case .literal(let value): return value
    case .negate(let operand):
      guard nodes.indices.contains(Int(operand.index)), case .literal(let value) = self[operand] else { return nil }
      return value.decimal.map { .number(-$0) }
    case .call(let function, let arguments, let names): return made(function, arguments, names)
    default: return nil
    }
  }

  private static let constructors: [Text] = ["date", "time", "date and time", "duration"]

  private func made(_ function: NodeID, _ arguments: [NodeID], _ names: [Text]) -> Value? {
    guard nodes.indices.contains(Int(function.index)), case .name(let name) = self[function],
      Self.constructors.contains(where: { $0.hasSameBytes(as: name) }), let builtin = Builtin(named: name)
    else { return nil }
    var ordered = arguments
    if !names.isEmpty {
      guard let order = builtin.order(of: names), names.count == arguments.count else { return nil }
      ordered = []
      for place in order {
        guard let place else { return nil }
        ordered.append(arguments[place])
      }
    }
    var values: [Value] = []
    for argument in ordered {
      guard let value = literal(argument) else { return nil }
      values.append(value)
    }
    var surroundings = CallSurroundings(
      clock: Clock(epochMilliseconds: 0, offsetSeconds: 0), law: .sales, limits: Limits())
    let value = builtin.call(values, &surroundings)
    if surroundings.failure != nil { return nil }
    if case .null = value { return nil }
    return value
  }
}
