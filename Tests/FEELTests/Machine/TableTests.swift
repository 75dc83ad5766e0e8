import FEEL
import Testing

/// Decision tables as nodes of a tree, in both laws (DMN 1.5 §8.2.8; what is unknown stays unknown).
@Suite("Decision tables")
struct TableTests {
  static let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)

  /// A table over `a` and `b`: each rule two cells of tests, and an output.
  static func table(_ policy: HitPolicy, _ rules: [[Text]], order: Text? = nil, otherwise: Text? = nil) -> Tree {
    var tree = Tree(source: "")
    let names = NameSet(["a", "b"])
    func expression(_ text: Text) -> [NodeID] {
      var parser = Parser(source: text, names: names, limits: Limits())
      return tree.graft(parser.parseExpression().tree)
    }
    func tests(_ text: Text) -> [NodeID] {
      var parser = Parser(source: text, names: names, limits: Limits())
      return tree.graft(parser.parseUnaryTests().tree)
    }
    let inputs = ["a", "b"].map { TableNode.Input(value: expression($0)[0], allowed: []) }
    let output = TableNode.Output(
      name: "out", order: order.map(tests) ?? [], defaultValue: otherwise.map { expression($0)[0] })
    let lowered = rules.map { rule in
      TableNode.Rule(tests: [tests(rule[0]), tests(rule[1])], outputs: expression(rule[2]))
    }
    let node = TableNode(policy: policy, inputs: inputs, outputs: [output], rules: lowered)
    tree.roots = [tree.add(.table(node), Span(0, 0))]
    return tree
  }

  static func value(_ tree: Tree, _ a: Value, _ b: Value, law: Law) -> Value {
    var builder = ProgramBuilder(law: law)
    let scope = Scope([.init("a", .slot(0, .any)), .init("b", .slot(1, .any))])
    let compiled = builder.tree(tree, scope: scope)
    guard let entry = compiled.entry else { return .string("\(compiled.diagnostics)") }
    var machine = Machine(builder.finish(), slots: 0)
    machine.slots = [a, b]
    return machine.run(entry, clock: clock)
  }

  static let rules: [[Text]] = [["> 5", "-", "\"x\""], ["-", "> 5", "\"y\""], ["< 0", "< 0", "\"z\""]]

  @Test(
    "known inputs give the same in both laws",
    arguments: [
      (HitPolicy.first, 6, 6, "\"x\""), (.first, 1, 6, "\"y\""), (.first, -1, -1, "\"z\""),
      (.unique, 6, 1, "\"x\""), (.unique, 6, 6, "null"), (.any, 6, 6, "null"), (.any, 1, 7, "\"y\""),
      (.priority, 6, 6, "\"y\""), (.outputOrder, 6, 6, "[\"y\", \"x\"]"), (.ruleOrder, 6, 6, "[\"x\", \"y\"]"),
      (.collect, -1, 6, "[\"y\"]"), (.count, 6, 6, "2"), (.greatest, 6, 6, "\"y\""), (.least, 6, 6, "\"x\""),
    ])
  func known(policy: HitPolicy, a: Int64, b: Int64, expected: Text) {
    let tree = Self.table(policy, Self.rules, order: "\"y\", \"x\"")
    let wanted = Expression(expected, law: .standard).value(clock: Self.clock)
    for law in [Law.standard, .sales] {
      let value = Self.value(
        tree, .small(coefficient: a, exponent: 0), .small(coefficient: b, exponent: 0), law: law)
      #expect(value.isIdentical(to: wanted), "\(law): \(value)")
    }
  }

  @Test("without a match the default is the result, in both laws")
  func otherwise() {
    let one = Value.small(coefficient: 1, exponent: 0)
    for law in [Law.standard, .sales] {
      for policy in [HitPolicy.unique, .any, .first, .collect, .sum] {
        let tree = Self.table(policy, Self.rules, otherwise: "a + 1")
        #expect(Self.value(tree, one, one, law: law).isIdentical(to: .small(coefficient: 2, exponent: 0)))
        #expect(Self.value(Self.table(policy, Self.rules), one, one, law: law).isIdentical(to: .null))
      }
      #expect(
        Self.value(Self.table(.count, Self.rules), one, one, law: law).isIdentical(
          to: .small(coefficient: 0, exponent: 0)))
    }
  }

  @Test("in our law a rule that is unknown leaves the result unknown, but behind the first match")
  func unknown() {
    let six = Value.small(coefficient: 6, exponent: 0)
    let one = Value.small(coefficient: 1, exponent: 0)
    for policy in [HitPolicy.unique, .any, .priority, .first, .ruleOrder, .outputOrder, .collect, .sum, .count] {
      let tree = Self.table(policy, Self.rules, order: "\"y\", \"x\"", otherwise: "\"none\"")
      #expect(Self.value(tree, .unknown, one, law: .sales).isIdentical(to: .unknown), "\(policy)")
      #expect(Self.value(tree, .unknown, six, law: .sales).isIdentical(to: .unknown), "\(policy)")
    }
    let first = Self.table(.first, Self.rules)
    #expect(Self.value(first, six, .unknown, law: .sales).isIdentical(to: .string("x")))
    // A false cell decides its rule whatever the other cell may be.
    let unique = Self.table(.unique, [["> 5", "> 5", "1"], ["-", "-", "2"]])
    #expect(Self.value(unique, one, .unknown, law: .sales).isIdentical(to: .small(coefficient: 2, exponent: 0)))
  }

  @Test("a table inside a filter keeps the subject and the item apart")
  func insideFilter() {
    var tree = Self.table(.first, [["item", "-", "true"], ["-", "-", "false"]])
    let table = tree.roots[0]
    var parser = Parser(source: "[1, 2, 3]", names: NameSet(), limits: Limits())
    let list = tree.graft(parser.parseExpression().tree)[0]
    tree.roots = [tree.add(.filter(list, table), Span(0, 0))]
    let value = Self.value(tree, .small(coefficient: 2, exponent: 0), .null, law: .standard)
    #expect(value.isIdentical(to: .list([.small(coefficient: 2, exponent: 0)])))
  }
}
