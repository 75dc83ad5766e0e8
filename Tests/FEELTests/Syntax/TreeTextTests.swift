import FEEL
import Testing

@Suite("A tree as FEEL text")
struct TreeTextTests {
  private static let names = NameSet(["a", "b", "first name", "win-rate", "item", "partial", "f"])

  private func parsed(_ text: Text, tests: Bool = false) -> (tree: Tree, errors: [Diagnostic]) {
    var parser = Parser(source: text, names: Self.names, limits: Limits())
    let result = tests ? parser.parseUnaryTests() : parser.parseExpression()
    return (result.tree, result.diagnostics)
  }

  @Test("of any expression reads back as the same tree")
  func expressions() {
    for seed in 0..<4_000 {
      var random = RandomSyntax(seed: UInt64(seed))
      let tree = random.expression()
      let (read, errors) = parsed(tree.text)
      #expect(errors.isEmpty && read.outline == tree.outline && read.text == tree.text, "\(tree.text)")
    }
  }

  @Test("of any unary tests reads back as the same tests")
  func tests() {
    for seed in 0..<2_000 {
      var random = RandomSyntax(seed: UInt64(seed))
      let tree = random.tests()
      let (read, errors) = parsed(tree.text, tests: true)
      #expect(errors.isEmpty && read.outline == tree.outline, "\(tree.text)")
    }
  }

  @Test(
    "has no more parentheses than it needs",
    arguments: [
      "1 + 2 * 3", "(1 + 2) * 3", "a - (b - 1)", "-a ** 2", "-(a ** 2)", "not(a) and b", "a or b and a",
      "if a then 1 else 2", "for a in 1..3 return a + 1", "{f: function(a: number) a, x: f(1)}", "[1..2)",
      "a[item > 1]",
      "a in ([1..3], > 5)", "(< 5)", "a instance of list<number>", "a.first name", "a = f(first name: 1)",
    ])
  func isPlain(_ text: String) {
    let (tree, errors) = parsed(Text(text))
    #expect(errors.isEmpty)
    #expect(tree.text.string == text)
  }

  @Test("is told for values that no literal means")
  func builtValues() {
    var tree = Tree(source: "")
    let list = Value.list([.small(coefficient: -5, exponent: 0), .string("a\"b")])
    tree.roots = [tree.add(.literal(list), Span(0, 0))]
    #expect(tree.text == #"[-5, "a\"b"]"#)
  }

  @Test("of a type reads back as the type")
  func types() {
    for seed in 0..<500 {
      var random = RandomSyntax(seed: UInt64(seed))
      let type = random.type(depth: 3)
      #expect(FeelType(text: type.text) == type, "\(type.text)")
    }
    #expect(FeelType(text: "tPerson") == .named("tPerson"))
    #expect(FeelType(text: "model.tPerson") == .named("model.tPerson"))
    #expect(FeelType(text: "list<") == nil)
    #expect(FeelType(text: "t Person") == .named("t Person"))
    #expect(FeelType(text: "number string") == nil)
    #expect(FeelType(text: "") == nil)
  }
}

/// Makes trees such as the parser makes.
private struct RandomSyntax {
  private var random: RepeatableRandom
  private var tree = Tree(source: "")

  init(seed: UInt64) { random = RepeatableRandom(seed: seed) }

  mutating func expression() -> Tree {
    tree = Tree(source: "")
    tree.roots = [node(depth: 4)]
    return tree
  }

  mutating func tests() -> Tree {
    tree = Tree(source: "")
    switch random.next(below: 5) {
    case 0: tree.roots = [add(.testAny)]
    case 1: tree.roots = [add(.testNot(testList()))]
    default: tree.roots = testList()
    }
    return tree
  }

  private mutating func add(_ node: Node) -> NodeID { tree.add(node, Span(0, 0)) }

  private mutating func pick<Item>(_ items: [Item]) -> Item { items[random.next(below: items.count)] }

  private mutating func flag() -> Bool { random.next(below: 2) == 0 }

  private mutating func testList() -> [NodeID] {
    (0...random.next(below: 3)).map { _ in test() }
  }

  private mutating func test() -> NodeID {
    if random.next(below: 3) > 0 { return node(depth: 2) }
    let operand = node(depth: 2)
    return add(.test(pick([.less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual]), operand))
  }

  private mutating func atom() -> NodeID {
    switch random.next(below: 9) {
    case 0...2: return add(.name(pick(["a", "b", "first name", "win-rate", "item", "partial"])))
    case 3:
      return add(
        .literal(.small(coefficient: Int64(random.next(below: 1000)), exponent: Int8(random.next(below: 5)) - 2)))
    case 4: return add(.literal(.string(random.text(longest: 6))))
    case 5: return add(.literal(pick([.null, .boolean(true), .boolean(false)])))
    case 6:
      let literals: [Text] = ["2026-01-31", "10:30:00Z", "2026-01-31T10:30:00", "P1Y2M", "-P1DT2H", "P0D"]
      return add(.literal(TemporalLiteral.parse(pick(literals)) ?? .null))
    case 7: return add(.subject)
    default: return add(.list([]))
    }
  }

  private mutating func nodes(_ depth: Int) -> [NodeID] { (0..<random.next(below: 4)).map { _ in node(depth: depth) } }

  private mutating func iterations(_ depth: Int) -> [Iteration] {
    (0...random.next(below: 2)).map { _ in
      Iteration(
        name: pick(["a", "first name", "x"]), domain: node(depth: depth), end: flag() ? node(depth: depth) : nil)
    }
  }

  private mutating func node(depth: Int) -> NodeID {
    if depth == 0 || random.next(below: 7) == 0 { return atom() }
    let below = depth - 1
    switch random.next(below: 24) {
    case 0: return path(below)
    case 1:
      let value = node(depth: below)
      return add(.negate(value))
    case 2, 3: return pair(below) { .binary($2, $0, $1) }
    case 4: return pair(below) { a, b, _ in .and(a, b) }
    case 5: return pair(below) { a, b, _ in .or(a, b) }
    case 6, 7:
      let sign = pick([CompareOperator.less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual])
      return pair(below) { a, b, _ in .compare(sign, a, b) }
    case 8:
      let (value, least, most) = (node(depth: below), node(depth: below), node(depth: below))
      return add(.between(value, least, most))
    case 9:
      let value = node(depth: below)
      let tests = testList()
      return add(.within(value, tests))
    case 10: return range(below)
    case 11:
      let value = node(depth: below)
      return add(.rangeBy(flag() ? .equal : .notEqual, value))
    case 12:
      let items = nodes(below)
      return add(.list(items))
    case 13:
      let values = nodes(below)
      return add(.context(values.map { ContextEntry(key: random.text(longest: 5) + "k", value: $0) }))
    case 14, 15:
      let (condition, then, otherwise) = (node(depth: below), node(depth: below), node(depth: below))
      return add(.choose(condition: condition, then: then, otherwise: otherwise))
    case 16: return pair(below) { a, b, _ in .filter(a, b) }
    case 17, 18:
      let iterations = iterations(below)
      let body = node(depth: below)
      return add(flag() ? .loop(iterations, body) : .quantified(flag() ? .some : .every, iterations, body))
    case 19, 20:
      let function = node(depth: below)
      let arguments = nodes(below)
      return add(.call(function, arguments: arguments, names: flag() ? [] : arguments.map { _ in "first name" }))
    case 21:
      let body = node(depth: below)
      let parameters = (0..<random.next(below: 3)).map { _ in
        FunctionParameter(name: pick(["a", "first name"]), type: flag() ? type(depth: 2) : nil)
      }
      return add(.function(parameters: parameters, body: body, isExternal: false))
    default:
      let value = node(depth: below)
      return add(.instanceOf(value, type(depth: 2)))
    }
  }

  private mutating func path(_ depth: Int) -> NodeID {
    let base = node(depth: depth)
    return add(.path(base, pick(["year", "first name", "x", "for"])))
  }

  private mutating func pair(_ depth: Int, _ make: (NodeID, NodeID, BinaryOperator) -> Node) -> NodeID {
    let (left, right) = (node(depth: depth), node(depth: depth))
    return add(make(left, right, pick([.add, .subtract, .multiply, .divide, .power])))
  }

  private mutating func range(_ depth: Int) -> NodeID {
    let (start, end) = (node(depth: depth), node(depth: depth))
    switch random.next(below: 4) {
    case 0: return add(.range(nil, startIncluded: false, end, endIncluded: flag()))
    case 1: return add(.range(start, startIncluded: flag(), nil, endIncluded: false))
    default: return add(.range(start, startIncluded: flag(), end, endIncluded: flag()))
    }
  }

  mutating func type(depth: Int) -> FeelType {
    let simple: [FeelType] = [
      .any, .null, .number, .string, .boolean, .date, .time, .dateTime, .daysDuration, .monthsDuration,
    ]
    if depth == 0 { return pick(simple) }
    switch random.next(below: 6) {
    case 0: return .list(type(depth: depth - 1))
    case 1: return .range(type(depth: depth - 1))
    case 2:
      return .context([.init("a", type(depth: depth - 1)), .init("first name", type(depth: depth - 1))])
    case 3:
      let parameters = (0..<random.next(below: 3)).map { _ in type(depth: depth - 1) }
      return .function(parameters, type(depth: depth - 1))
    default: return pick(simple)
    }
  }
}

extension Tree {
  /// What the tree means, apart from where it stands.
  fileprivate var outline: [String] { roots.map { outline(of: $0) } }

  private func outline(of id: NodeID) -> String {
    let children = self[id].children.map { outline(of: $0) }.joined(separator: " ")
    return "(" + head(self[id]) + " " + children + ")"
  }

  private func head(_ node: Node) -> String {
    switch node {
    case .literal(let value):
      "literal \(value.decimal.map { "\($0)" } ?? TemporalLiteral.text(of: value)?.string ?? "\(value)")"
    case .name(let name): "name \(name)"
    case .subject: "?"
    case .path(_, let key): "path \(key)"
    case .negate: "negate"
    case .binary(let sign, _, _): "\(sign)"
    case .and: "and"
    case .or: "or"
    case .compare(let sign, _, _): "\(sign)"
    case .between: "between"
    case .within: "within"
    case .test(let sign, _): "test \(sign)"
    case .testAny: "any"
    case .testNot: "not"
    case .range(let start, let startIncluded, let end, let endIncluded):
      "range \(start == nil) \(startIncluded) \(end == nil) \(endIncluded)"
    case .rangeBy(let sign, _): "range \(sign)"
    case .list: "list"
    case .context(let entries): "context \(entries.map { $0.key })"
    case .choose: "if"
    case .filter: "filter"
    case .quantified(let quantifier, let iterations, _): "\(quantifier) \(iterations.map { $0.name })"
    case .loop(let iterations, _): "for \(iterations.map { $0.name })"
    case .call(_, _, let names): "call \(names)"
    case .function(let parameters, _, let isExternal):
      "function \(parameters.map { "\($0.name) \($0.type?.text ?? "")" }) \(isExternal)"
    case .instanceOf(_, let type): "instance \(type.text)"
    // Only decision models have these; no text reads as one.
    default: "boxed"
    }
  }
}
