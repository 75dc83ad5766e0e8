extension Tree: CustomStringConvertible {
  /// The tree in prefix notation, for tests: `(and (> hours 5) (= stage "Demo"))`. Several roots stand in one `(tests ...)`.
  public var description: String {
    let texts = roots.map { description(of: $0) }
    return texts.count == 1 ? texts[0] : "(tests" + texts.reduce("") { $0 + " " + $1 } + ")"
  }

  /// One node in prefix notation.
  ///
  /// - Complexity: O(nodes); recursion is as deep as the tree, which the parser limits.
  public func description(of id: NodeID) -> String {
    switch self[id] {
    case .literal(let value): literal(value, id)
    case .name(let name): Tree.quotedName(name)
    case .subject: "?"
    case .path(let base, let member): form("path", [base], Tree.quotedName(member))
    case .negate(let operand): form("-", [operand])
    case .binary(let sign, let a, let b): form(sign.text.string, [a, b])
    case .and(let a, let b): form("and", [a, b])
    case .or(let a, let b): form("or", [a, b])
    case .compare(let sign, let a, let b): form(sign.text.string, [a, b])
    case .between(let value, let low, let high): form("between", [value, low, high])
    case .within(let value, let tests): form("in", [value] + tests)
    case .test(let sign, let operand): form("test \(sign.text.string)", [operand])
    case .testAny: "(test -)"
    case .rangeBy(let sign, let operand): form("range \(sign.text.string)", [operand])
    case .testNot(let tests): form("test not", tests)
    case .range(let start, let startIncluded, let end, let endIncluded):
      (startIncluded ? "[" : "(") + (start.map { description(of: $0) } ?? "") + ".."
        + (end.map { description(of: $0) } ?? "") + (endIncluded ? "]" : ")")
    case .list(let items): form("list", items)
    case .context(let entries):
      "{" + entries.map { Tree.quotedName($0.key) + ": " + description(of: $0.value) }.joined(separator: ", ") + "}"
    case .choose(let condition, let then, let otherwise): form("if", [condition, then, otherwise])
    case .filter(let list, let condition): form("filter", [list, condition])
    case .quantified(let quantifier, let iterations, let body):
      form(quantifier == .some ? "some" : "every", [body], iterations.map { iteration($0) }.joined(separator: " "))
    case .loop(let iterations, let body): form("for", [body], iterations.map { iteration($0) }.joined(separator: " "))
    case .call(let function, let arguments, let names): call(function, arguments, names)
    case .function(let parameters, let body, let isExternal):
      form(
        "function (" + parameters.map { parameter($0) }.joined(separator: " ") + ")" + (isExternal ? " external" : ""),
        [body])
    case .instanceOf(let value, let type): form("instance", [value], type.text.string)
    case .table(let table): form("table", table.children)
    case .coerce(let value, _, let type): form("coerce", [value], type.text.string)
    case .strict(let condition): form("strict", [condition])
    case .failure: "(failure)"
    }
  }

  private func form(_ head: String, _ children: [NodeID], _ tail: String = "") -> String {
    var text = "(" + head
    for child in children { text += " " + description(of: child) }
    return text + (tail.isEmpty ? "" : " " + tail) + ")"
  }

  private func call(_ function: NodeID, _ arguments: [NodeID], _ names: [Text]) -> String {
    var text = "(call " + description(of: function)
    for (index, argument) in arguments.enumerated() {
      text += " " + (index < names.count ? Tree.quotedName(names[index]) + ": " : "") + description(of: argument)
    }
    return text + ")"
  }

  private func parameter(_ parameter: FunctionParameter) -> String {
    Tree.quotedName(parameter.name) + (parameter.type.map { ": " + $0.text.string } ?? "")
  }

  private func iteration(_ iteration: Iteration) -> String {
    "(" + Tree.quotedName(iteration.name) + " " + description(of: iteration.domain)
      + (iteration.end.map { " " + description(of: $0) } ?? "") + ")"
  }

  /// Numbers and temporal literals as written; strings with what they mean.
  private func literal(_ value: Value, _ id: NodeID) -> String {
    switch value {
    case .string(let text): "\"" + text.string + "\""
    case .null: "null"
    case .boolean(let boolean): boolean ? "true" : "false"
    default: written(id)
    }
  }

  /// A number or temporal literal as written, without the parentheses that its span may hold.
  private func written(_ id: NodeID) -> String {
    let text = text(of: id)
    for token in Lexer.tokens(of: text) where token.kind == .number || token.kind == .string {
      let literal = String(decoding: text.bytes[Int(token.span.start)..<Int(token.span.end)], as: UTF8.self)
      return token.kind == .number ? literal : "@" + literal
    }
    return text.string
  }

  private static func quotedName(_ name: Text) -> String {
    name.bytes.contains(0x20) || name.isEmpty ? "`" + name.string + "`" : name.string
  }
}
