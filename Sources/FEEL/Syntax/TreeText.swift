extension Tree {
  /// The tree as FEEL text that reads back as the same tree: one expression, or unary tests divided by commas.
  ///
  /// Names are written as they are; whoever reads the text back must know those of several parts. A literal value that no
  /// literal of FEEL means (a list, a negative number; only built trees have them) is written as an expression for it.
  public var text: Text {
    var writer = TreeWriter(tree: self)
    for (index, root) in roots.enumerated() {
      if index > 0 { writer.append(", ") }
      writer.appendTest(root, isOnly: roots.count == 1)
    }
    return Text(bytes: writer.bytes)
  }

  /// One node as FEEL text.
  public func text(writing id: NodeID) -> Text {
    var writer = TreeWriter(tree: self)
    writer.append(id, atLeast: Binding.none)
    return Text(bytes: writer.bytes)
  }
}

/// Writes nodes as FEEL; what nests deeper than any tree that the parser makes is left out.
struct TreeWriter {
  let tree: Tree
  var bytes: [UInt8] = []
  private var depth = 0

  init(tree: Tree) { self.tree = tree }

  mutating func append(_ text: Text) { bytes += text.bytes }

  /// Writes a node, in parentheses if it binds less tightly than is needed where it stands.
  mutating func append(_ id: NodeID, atLeast binding: Int) {
    guard tree.nodes.indices.contains(Int(id.index)), depth < 256 else { return append("null") }
    depth += 1
    defer { depth -= 1 }
    let node = tree[id]
    let isLoose = node.binding < binding
    if isLoose { append("(") }
    append(node)
    if isLoose { append(")") }
  }

  private mutating func append(_ node: Node) {
    switch node {
    case .literal(let value): append(literal: value)
    case .name(let name): append(name)
    case .subject: append("?")
    case .path(let base, let key):
      append(base, atLeast: Binding.postfix)
      append("." + key)
    case .negate(let value):
      append("-")
      append(value, atLeast: Binding.postfix)
    case .binary(let sign, let left, let right):
      append(left, atLeast: sign.binding)
      append(" " + sign.text + " ")
      append(right, atLeast: sign.binding + 1)
    case .and(let left, let right): append(left, "and", right, atLeast: Binding.and + 1)
    case .or(let left, let right): append(left, "or", right, atLeast: Binding.or + 1)
    case .compare(let sign, let left, let right): append(left, sign.text, right, atLeast: Binding.sum)
    case .between(let value, let least, let most):
      append(value, "between", least, atLeast: Binding.sum)
      append(" and ")
      append(most, atLeast: Binding.sum)
    case .within(let value, let tests): append(value, in: tests)
    case .test(let sign, let value):
      append(sign.text + " ")
      append(value, atLeast: Binding.sum)
    case .testAny: append("-")
    case .testNot(let tests):
      append("not(")
      append(tests: tests)
      append(")")
    case .range(let start, let startIncluded, let end, let endIncluded):
      append(start, startIncluded, end, endIncluded)
    case .rangeBy(let sign, let value): append(sign, value)
    case .list(let items): append("[", items, "]")
    case .context(let entries): append(entries)
    case .choose(let condition, let then, let otherwise):
      append("if ")
      append(condition, atLeast: Binding.or)
      append(" then ")
      append(then, atLeast: Binding.or)
      append(" else ")
      append(otherwise, atLeast: Binding.none)
    case .filter(let list, let condition):
      append(list, atLeast: Binding.postfix)
      append("[")
      append(condition, atLeast: Binding.none)
      append("]")
    case .quantified(let quantifier, let iterations, let body):
      append(quantifier == .some ? "some " : "every ")
      append(iterations, "satisfies", body)
    case .loop(let iterations, let body):
      append("for ")
      append(iterations, "return", body)
    case .call(let function, let arguments, let names): append(function, arguments, names)
    case .function(let parameters, let body, let isExternal): append(parameters, body, isExternal)
    case .instanceOf(let value, let type):
      append(value, atLeast: Binding.sum)
      append(" instance of " + type.text)
    // What only models build has no text of its own.
    case .coerce(let value, _, _), .strict(let value): append(value, atLeast: Binding.none)
    case .table, .failure: append("null")
    }
  }

  // MARK: Operators

  private mutating func append(_ left: NodeID, _ sign: Text, _ right: NodeID, atLeast binding: Int) {
    append(left, atLeast: binding)
    append(" " + sign + " ")
    append(right, atLeast: binding)
  }

  private mutating func append(_ value: NodeID, in tests: [NodeID]) {
    append(value, atLeast: Binding.sum)
    append(" in (")
    append(tests: tests)
    append(")")
  }

  /// Tests divided by commas.
  private mutating func append(tests: [NodeID]) {
    for (index, test) in tests.enumerated() {
      if index > 0 { append(", ") }
      appendTest(test, isOnly: false)
    }
  }

  /// One test; a call may need parentheses, or it could be taken for the negation of all tests.
  mutating func appendTest(_ id: NodeID, isOnly: Bool) {
    guard tree.nodes.indices.contains(Int(id.index)) else { return append("null") }
    switch tree[id] {
    case .call where isOnly: append(id, atLeast: Binding.postfix + 1)
    default: append(id, atLeast: Binding.none)
    }
  }

  // MARK: Values

  private mutating func append(literal value: Value) {
    switch value {
    case .null, .unknown: append("null")
    case .string(let text): append(StringLiteral.written(text))
    case .date, .time, .dateTime, .monthsDuration, .daysDuration:
      append("@" + StringLiteral.written(TemporalLiteral.text(of: value) ?? ""))
    case .list(let items):
      append("[")
      for (index, item) in items.enumerated() {
        if index > 0 { append(", ") }
        append(literal: item)
      }
      append("]")
    default: append(ValueText.string(value) ?? "null")
    }
  }

  private mutating func append(_ open: Text, _ items: [NodeID], _ close: Text) {
    append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { append(", ") }
      append(item, atLeast: Binding.none)
    }
    append(close)
  }

  private mutating func append(_ entries: [ContextEntry]) {
    append("{")
    for (index, entry) in entries.enumerated() {
      if index > 0 { append(", ") }
      append(entry.key.isPlainName ? entry.key : StringLiteral.written(entry.key))
      append(": ")
      append(entry.value, atLeast: Binding.none)
    }
    append("}")
  }

  private mutating func append(_ start: NodeID?, _ startIncluded: Bool, _ end: NodeID?, _ endIncluded: Bool) {
    switch (start, end) {
    case (let start?, let end?):
      append(startIncluded ? "[" : "(")
      append(end: start)
      append("..")
      append(end: end)
      append(endIncluded ? "]" : ")")
    case (let start?, nil): append(startIncluded ? .greaterOrEqual : .greater, start)
    case (nil, let end?): append(endIncluded ? .lessOrEqual : .less, end)
    case (nil, nil): append("null")
    }
  }

  /// The end of a range; in parentheses if it has brackets that could be taken for those of the range.
  private mutating func append(end id: NodeID) {
    guard tree.nodes.indices.contains(Int(id.index)) else { return append("null") }
    let isPlain: Bool
    switch tree[id] {
    case .path(let base, _): isPlain = isName(base)
    case .call(let function, _, _): isPlain = isName(function)
    case .negate, .binary: isPlain = hasPlainOperands(id)
    default: isPlain = false
    }
    append(id, atLeast: isPlain ? Binding.sum : Binding.postfix + 1)
  }

  private func isName(_ id: NodeID) -> Bool {
    guard tree.nodes.indices.contains(Int(id.index)), case .name = tree[id] else { return false }
    return true
  }

  private func hasPlainOperands(_ id: NodeID) -> Bool {
    tree[id].children.allSatisfy { operand in
      guard tree.nodes.indices.contains(Int(operand.index)) else { return true }
      switch tree[operand] {
      case .name, .literal, .subject: return true
      default: return false
      }
    }
  }

  private mutating func append(_ sign: CompareOperator, _ end: NodeID) {
    append("(" + sign.text + " ")
    append(end, atLeast: Binding.sum)
    append(")")
  }

  // MARK: Names

  private mutating func append(_ iterations: [Iteration], _ keyword: Text, _ body: NodeID) {
    for (index, iteration) in iterations.enumerated() {
      if index > 0 { append(", ") }
      append(iteration.name + " in ")
      if let end = iteration.end {
        append(end: iteration.domain)
        append("..")
        append(end: end)
      } else {
        append(iteration.domain, atLeast: Binding.or)
      }
    }
    append(" " + keyword + " ")
    append(body, atLeast: Binding.none)
  }

  private mutating func append(_ function: NodeID, _ arguments: [NodeID], _ names: [Text]) {
    append(function, atLeast: Binding.postfix)
    append("(")
    for (index, argument) in arguments.enumerated() {
      if index > 0 { append(", ") }
      if index < names.count { append(names[index] + ": ") }
      append(argument, atLeast: Binding.none)
    }
    append(")")
  }

  private mutating func append(_ parameters: [FunctionParameter], _ body: NodeID, _ isExternal: Bool) {
    append("function(")
    for (index, parameter) in parameters.enumerated() {
      if index > 0 { append(", ") }
      append(parameter.name)
      if let type = parameter.type { append(": " + type.text) }
    }
    append(isExternal ? ") external " : ") ")
    append(body, atLeast: Binding.none)
  }
}

extension Text {
  /// Whether it is one word that starts like a name and is no keyword.
  fileprivate var isPlainName: Bool {
    let tokens = Lexer.tokens(of: self)
    return tokens.count == 2 && tokens[0].kind == .word && tokens[0].keyword == nil
      && Int(tokens[0].span.end) == bytes.count && tokens[0].span.start == 0
  }
}

extension Node {
  /// How tightly it holds together as it is written; see `Binding`.
  fileprivate var binding: Int {
    switch self {
    case .or: Binding.or
    case .and: Binding.and
    case .compare, .between, .within, .instanceOf: Binding.comparison
    case .binary(let sign, _, _): sign.binding
    case .negate: Binding.sign
    case .literal(let value): value.decimal?.isNegative == true ? Binding.sign : Binding.postfix + 1
    case .path, .filter, .call: Binding.postfix
    case .choose, .quantified, .loop, .function: Binding.none
    // What follows could make its brackets those of an open range.
    case .list(let items) where items.isEmpty: Binding.sign
    default: Binding.postfix + 1
    }
  }
}

extension BinaryOperator {
  fileprivate var binding: Int {
    switch self {
    case .add, .subtract: Binding.sum
    case .multiply, .divide: Binding.product
    case .power: Binding.power
    }
  }

  var text: Text {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "**"
    }
  }
}

extension CompareOperator {
  var text: Text {
    switch self {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
