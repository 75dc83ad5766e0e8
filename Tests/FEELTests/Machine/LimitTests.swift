import Testing

@testable import FEEL

/// A rule is user text: it cannot hang or crash whoever evaluates it.
@Suite struct `Evaluation ends` {
  private static let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)

  /// Expressions without measure; each is given up with a note.
  static let monsters: [Text] = [
    "for a in 1..1000, b in 1..1000, c in 1..1000 return a",
    "for i in 1..1000000000000 return i",
    "some i in 1..1000000000000 satisfies i < 0",
    "every a in 1..100000 satisfies every b in 1..100000 satisfies a < b + 1000000",
    "for i in 1..1000000 return partial",
    "for i in 1..1000000 return [partial[-1]]",
    "for i in 1..1000000 return {a: partial[-1]}",
    "for i in 1..100000 return if i = 1 then \"ab\" else partial[-1] + partial[-1]",
    "for i in 1..100 return if i = 1 then [1, 1] else [partial[-1], partial[-1]]",
    "(for i in 1..1000000 return i)[item > 0][item > 1]",
    "for i in 1..10000 return for j in 1..10000 return i * j",
    "for i in 1..100000 return (for j in 1..1000 return j) = (for j in 1..1000 return j)",
    "(for i in 1..1000000 return {a: i}).a",
    "for i in 1..1000000 return count(partial)",
  ]

  @Test(arguments: monsters) func `past its limits with null and a note`(source: Text) throws {
    var limits = Limits()
    limits.steps = 200_000
    limits.size = 100_000
    let expression = Expression(source, limits: limits)
    #expect(expression.compiled.diagnostics.filter { $0.severity == .error }.isEmpty)
    let start = ContinuousClock.now
    let (value, notes) = expression.evaluate(clock: Self.clock)
    #expect(value.isIdentical(to: .null))
    #expect(["STEPS", "SIZE", "DEPTH"].contains(notes.last?.code))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func `when shared parts multiply`() {
    var text = "{a0: [1, 1]"
    for level in 1...60 { text += ", a\(level): [a\(level - 1), a\(level - 1)]" }
    let (value, notes) = Expression(Text(text + "}")).evaluate(clock: Self.clock)
    #expect(value.isIdentical(to: .null))
    #expect(["STEPS", "SIZE"].contains(notes.last?.code))
  }

  @Test(.timeLimit(.minutes(1))) func `when the types of shared entries multiply`() {
    var text = "{a0: {p: 1, q: 1}"
    for level in 1...60 { text += ", a\(level): {p: a\(level - 1), q: a\(level - 1)}" }
    for end in [", r: [a60, a60]}", ", r: if true then a60 else a60}", ", r: function() a60}"] {
      let expression = Expression(Text(text + end), law: .standard)
      #expect(expression.compiled.entry != nil)
    }
  }

  @Test func `when entries nest in entries`() {
    var text = "{a0: [1]"
    for level in 1...2000 { text += ", a\(level): [a\(level - 1)]" }
    let (value, notes) = Expression(Text(text + "}")).evaluate(clock: Self.clock)
    #expect(value.isIdentical(to: .null))
    #expect(notes.last?.code == "DEPTH")
  }

  @Test func `with few steps where few are allowed`() {
    var limits = Limits()
    limits.steps = 50
    #expect(
      Expression("1 + 2", limits: limits).value(clock: Self.clock).isIdentical(to: .small(coefficient: 3, exponent: 0)))
    let (value, notes) = Expression("for i in 1..100 return i", limits: limits).evaluate(clock: Self.clock)
    #expect(value.isIdentical(to: .null))
    #expect(notes.map { $0.code } == ["STEPS"])
  }

  @Test func `at the size of a list`() {
    var limits = Limits()
    limits.size = 10
    #expect(Expression("for i in 1..10 return i", limits: limits).evaluate(clock: Self.clock).notes.isEmpty)
    #expect(
      Expression("for i in 1..11 return i", limits: limits).evaluate(clock: Self.clock).notes.map { $0.code } == [
        "SIZE"
      ])
    let long = Expression("a + a", scope: Scope([.init("a", .slot(0, .string))]), limits: limits)
    #expect(long.evaluate([.string("123456")], clock: Self.clock).notes.map { $0.code } == ["SIZE"])
  }

  @Test(
    arguments: [
      "{f: function(n) f(n + 1), r: f(1)}", "{f: function(n) [f(n + 1)], r: f(1)}",
      "{f: function(n) 1 + f(n), r: f(1)}", "{f: function(g) g(g), r: f(f)}",
      "{f: function(n) sort([1, 2], function(a, b) f(n)), r: f(1)}",
      "{f: function(n) count(for i in 1..3 return f(n)), r: f(1)}",
    ] as [Text]) func `when functions call each other for ever`(source: Text)
  {
    let (value, notes) = Expression(source, law: .standard).evaluate(clock: Self.clock)
    #expect(value.isIdentical(to: .null))
    #expect(notes.last?.code == "DEPTH")
  }

  @Test(
    arguments: [
      "{f: function(n) if n = 0 then 0 else f(n - 1) + f(n - 1), r: f(900)}",
      "sort(for i in 1..100000 return -i, function(a, b) a < b)",
      "{f: function(n) count(for i in 1..100000 return n), r: for i in 1..100 return f(i)}",
    ] as [Text]) func `when functions take too long`(source: Text)
  {
    let (value, notes) = Expression(source, law: .standard).evaluate(clock: Self.clock)
    #expect(value.isIdentical(to: .null))
    #expect(notes.last?.code == "STEPS")
  }

  @Test func `when functions capture functions that capture functions`() {
    let source: Text = "{f: function(n, g) if n = 0 then g else f(n - 1, function() g), r: f(900, null)}"
    let (value, notes) = Expression(source, law: .standard).evaluate(clock: Self.clock)
    #expect(value.isIdentical(to: .null))
    #expect(notes.last?.code == "DEPTH")
    let lists: Text = "for i in 1..900 return function() partial"
    #expect(
      ["STEPS", "DEPTH"].contains(Expression(lists, law: .standard).evaluate(clock: Self.clock).notes.last?.code))
  }

  @Test func `through functions of the host, whose work counts`() throws {
    var builder = ProgramBuilder(law: .standard)
    let scope = Scope([.init("f", .slot(0, .any))])
    let entry = try #require(builder.expression("f(1)", scope: scope).entry)
    let program = builder.finish()
    let deepest = HostFunction("again") { arguments, surroundings in
      var machine = Machine(program, slots: 1)
      machine.slots = [.function(FunctionValue(host: Self.again(program, entry), parameters: [.init(name: "n")]))]
      return machine.run(entry, within: &surroundings)
    }
    var machine = Machine(program, slots: 1)
    machine.slots = [.function(FunctionValue(host: deepest, parameters: [.init(name: "n")]))]
    #expect(machine.run(entry, clock: Self.clock).isIdentical(to: .null))

    let busy = HostFunction("busy") { _, surroundings in
      surroundings.steps = surroundings.limits.steps + 1
      return .boolean(true)
    }
    machine.notes = []
    machine.slots = [.function(FunctionValue(host: busy, parameters: [.init(name: "n")]))]
    #expect(machine.run(entry, clock: Self.clock).isIdentical(to: .null))
    #expect(machine.notes.last?.code == "STEPS")
  }

  /// A function of the host that calls itself through a machine of its own, for ever.
  private static func again(_ program: Program, _ entry: Entry) -> HostFunction {
    HostFunction("again") { _, surroundings in
      var machine = Machine(program, slots: 1)
      machine.slots = [.function(FunctionValue(host: again(program, entry), parameters: [.init(name: "n")]))]
      return machine.run(entry, within: &surroundings)
    }
  }

  @Test func `after a limit the machine works on`() throws {
    var builder = ProgramBuilder()
    let endless = try #require(builder.expression("for i in 1..1000000000 return i", scope: Scope()).entry)
    let short = try #require(builder.expression("1 < 2", scope: Scope()).entry)
    var machine = Machine(builder.finish(), slots: 0)
    #expect(machine.run(endless, clock: Self.clock).isIdentical(to: .null))
    #expect(machine.run(short, clock: Self.clock).isIdentical(to: .boolean(true)))
  }

  @Test func `and keeps few notes`() {
    let (_, notes) = Expression("for i in 1..10000 return x + i", scope: Scope([.init("x", .slot(0, .any))]))
      .evaluate([.string("a")], clock: Self.clock)
    #expect(notes.count == 100)
  }

  @Test func `also where texts are long or deep`() {
    let sum = Text(Array(repeating: "1", count: 20_000).joined(separator: " + "))
    _ = Expression(sum).value(clock: Self.clock)
    let all = Text(Array(repeating: "x = 1", count: 5000).joined(separator: " or "))
    let scope = Scope([.init("x", .slot(0, .number))])
    #expect(
      Expression(all, scope: scope).value([.small(coefficient: 2, exponent: 0)], clock: Self.clock).isIdentical(
        to: .boolean(false)))
    let deep = Text(String(repeating: "(", count: 30_000) + "1" + String(repeating: ")", count: 30_000))
    #expect(Expression(deep).compiled.entry == nil)
    let nested = Text(String(repeating: "[", count: 90) + "x" + String(repeating: "]", count: 90))
    _ = Expression(nested, scope: scope).value([.null], clock: Self.clock)
    let filters = Text("x" + String(repeating: "[1]", count: 90))
    #expect(
      Expression(filters, scope: scope).value([.boolean(true)], clock: Self.clock).isIdentical(to: .boolean(true)))
  }

  @Test(arguments: 1...20) func `whatever the tree`(seed: UInt64) {
    var random = RandomTree(seed: seed)
    var limits = Limits()
    limits.steps = 20_000
    limits.size = 2000
    for _ in 0..<250 {
      let tree = random.tree()
      for law in [Law.sales, .standard] {
        var builder = ProgramBuilder(law: law, limits: limits)
        let compiled = builder.tree(tree, scope: RandomExpression.scope)
        let tests = builder.tests(tree, subject: 0, type: .any, scope: RandomExpression.scope)
        var machine = Machine(builder.finish(), slots: 0, limits: limits)
        machine.slots = random.slots()
        for entry in [compiled.entry, tests.entry].compactMap({ $0 }) { _ = machine.run(entry, clock: Self.clock) }
      }
    }
  }
}

/// Builds trees that no parser would: any node anywhere, circles and holes included.
private struct RandomTree {
  var values: RandomExpression
  var random: RepeatableRandom

  init(seed: UInt64) {
    values = RandomExpression(seed: seed)
    random = RepeatableRandom(seed: seed &+ 1000)
  }

  mutating func slots() -> [Value] { (0..<RandomExpression.nameCount).map { _ in values.value() } }

  mutating func tree() -> Tree {
    var tree = Tree(source: "x")
    let count = 1 + random.next(below: 30)
    // Mostly children that come before, now and then any place at all.
    for index in 0..<count { _ = tree.add(node(index), Span(0, 1)) }
    tree.roots = (0...random.next(below: 2)).map { _ in NodeID(count - 1 - random.next(below: min(count, 3))) }
    return tree
  }

  private mutating func child(_ index: Int) -> NodeID {
    random.next(below: 60) == 0 || index == 0 ? NodeID(random.next(below: 40) - 2) : NodeID(random.next(below: index))
  }

  private mutating func children(_ index: Int) -> [NodeID] { (0..<random.next(below: 4)).map { _ in child(index) } }

  private mutating func iterations(_ index: Int) -> [Iteration] {
    (0..<random.next(below: 3)).map { _ in
      Iteration(name: "i", domain: child(index), end: random.next(below: 3) == 0 ? child(index) : nil)
    }
  }

  private mutating func node(_ index: Int) -> Node {
    let flag = random.next(below: 2) == 0
    switch random.next(below: index == 0 ? 3 : 26) {
    case 0: return .literal(values.value())
    case 1: return .name(["x0", "x1", "x2", "item", "partial", "i", "k", "count", "none"][random.next(below: 9)])
    case 2: return flag ? .subject : .testAny
    case 3: return .path(child(index), flag ? "k" : "year")
    case 4: return .negate(child(index))
    case 5, 6:
      return .binary(BinaryOperator(rawValue: UInt8(random.next(below: 5))) ?? .add, child(index), child(index))
    case 7: return .and(child(index), child(index))
    case 8: return .or(child(index), child(index))
    case 9:
      return .compare(CompareOperator(rawValue: UInt8(random.next(below: 6))) ?? .less, child(index), child(index))
    case 10: return .between(child(index), child(index), child(index))
    case 11: return .within(child(index), children(index))
    case 12: return .test(CompareOperator(rawValue: UInt8(random.next(below: 6))) ?? .less, child(index))
    case 13: return .testNot(children(index))
    case 14:
      return .range(
        flag ? child(index) : nil, startIncluded: flag, random.next(below: 2) == 0 ? child(index) : nil,
        endIncluded: !flag)
    case 15: return .list(children(index))
    case 16:
      return .context([ContextEntry(key: "k", value: child(index)), ContextEntry(key: "m", value: child(index))])
    case 17: return .choose(condition: child(index), then: child(index), otherwise: child(index))
    case 18: return .filter(child(index), child(index))
    case 19: return .quantified(flag ? .some : .every, iterations(index), child(index))
    case 20: return .loop(iterations(index), child(index))
    case 21: return .rangeBy(flag ? .equal : .notEqual, child(index))
    case 22: return .instanceOf(child(index), flag ? .list(.number) : .named("t"))
    case 23, 24:
      return .function(
        parameters: flag ? [FunctionParameter(name: "i", type: .number), FunctionParameter(name: "k")] : [],
        body: child(index), isExternal: random.next(below: 8) == 0)
    default: return .call(child(index), arguments: children(index), names: flag ? [] : ["list"])
    }
  }
}
