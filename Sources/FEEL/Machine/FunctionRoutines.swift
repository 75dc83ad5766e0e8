/// The built-ins that call functions: written in the machine's own code, so that those calls nest like all others.
enum FunctionRoutines {
  static let sort: Text = "sort"
  static let replace: Text = "list replace"

  /// The places of all of them behind a program's own functions.
  static let all = [sort, replace]

  /// Whether a call of a built-in may have to call a function in turn.
  static func mayCall(_ builtin: Text) -> Bool { all.contains { $0.hasSameBytes(as: builtin) } }

  /// The place among `all` of what a call of a built-in needs; nil if the built-in does it alone.
  static func place(_ builtin: Text, _ arguments: [Value]) -> Int? {
    if builtin.hasSameBytes(as: sort), arguments.count == 2 { return 0 }
    guard builtin.hasSameBytes(as: replace), arguments.count == 3 else { return nil }
    if case .function = arguments[1] { return 1 }
    return nil
  }

  static func code(at place: Int) -> FunctionCode { place == 0 ? sorting : replacing }

  /// `sort(list, precedes)` (DMN 1.5 table 77). Registers: 1 the list, 2 the function, 3 the result, 4 and 5 two items,
  /// 6 whether the first comes before the second.
  private static let sorting = code(
    [
      Instruction(.beginSort, a: 3, b: 1),
      Instruction(.jump, wide: 6),
      Instruction(.nextPair, a: 4, b: 3),
      Instruction(.jump, wide: 4),
      Instruction(.callValue, mode: 2, a: 6, b: 2, c: 4),
      Instruction(.settlePair, a: 6, b: 3),
      Instruction(.jump, wide: 1),
      Instruction(.jump, wide: -6),
      Instruction(.end, a: 3),
    ], registers: 7, parameters: ["list", "precedes"])

  /// `list replace(list, match, newItem)` (DMN 1.5 table 75). Registers: 1 to 3 the arguments, 4 and 5 the result, 6 to 9
  /// the loop, 10 and 11 the item and the new one, 12 whether it is replaced.
  private static let replacing = code(
    [
      Instruction(.move, a: 6, b: 1),
      Instruction(.beginList, a: 4),
      Instruction(.beginLoop, a: 6, b: Instruction.none),
      Instruction(.jump, wide: 15),
      Instruction(.nextItem, a: 6, b: Instruction.none, c: 12),
      Instruction(.jump, wide: 11),
      Instruction(.move, a: 10, b: 8),
      Instruction(.move, a: 11, b: 3),
      Instruction(.callValue, mode: 2, a: 12, b: 2, c: 10),
      Instruction(.truth, a: 12, b: 12),
      Instruction(.jumpIfTrue, a: 12, wide: 2),
      Instruction(.jumpIfFalse, a: 12, wide: 3),
      Instruction(.end, a: 12),
      Instruction(.append, a: 4, b: 3, c: 9),
      Instruction(.jump, wide: -11),
      Instruction(.append, a: 4, b: 8, c: 9),
      Instruction(.jump, wide: -13),
      Instruction(.finishList, a: 4),
      Instruction(.end, a: 4),
      Instruction(.end, a: 8),
    ], registers: 13, parameters: ["list", "match", "newItem"])

  private static func code(_ code: [Instruction], registers: Int, parameters: [Text]) -> FunctionCode {
    FunctionCode(
      code: code, spans: code.map { _ in Span(0, 0) }, registers: registers,
      parameters: parameters.map { FunctionParameter(name: $0) }, result: .any, captures: 0)
  }
}
