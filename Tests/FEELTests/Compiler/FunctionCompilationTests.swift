import FEEL
import Testing

@Suite("Functions, types and trees compiled")
struct FunctionCompilationTests {
  private static let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)

  private func findings(_ source: Text, _ scope: Scope = Scope(), law: Law = .standard) -> [Diagnostic] {
    Expression(source, scope: scope, law: law).compiled.diagnostics
  }

  @Test("a clash tells both sides and where they come from")
  func origins() throws {
    let scope = Scope([.init("amount", .slot(0, .number))])
    let comparison = try #require(findings(#"amount > "high""#, scope).first)
    #expect(comparison.severity == .warning)
    #expect(comparison.message == "a number cannot be compared with a string")
    #expect(
      comparison.origins == [
        .init(Span(0, 6), "`amount` is a number"), .init(Span(9, 15), "`\"high\"` is a string"),
      ])
    #expect(
      comparison.told
        == "a number cannot be compared with a string: `amount` is a number, `\"high\"` is a string")
    let sum = try #require(findings(#"1 + amount + "x""#, scope).first)
    #expect(
      sum.origins == [
        .init(Span(0, 10), "`1 + amount` is a number"),
        .init(Span(13, 16), "`\"x\"` is a string"),
      ])
    let test = try #require(findings(#"amount in (1, "a")"#, scope).first)
    #expect(test.message == "a number cannot be compared with a string")
  }

  @Test(
    "an argument that a built-in can make nothing of is told with what it is",
    arguments: [
      (
        "upper case(amount)", "the 1st argument of `upper case` must be a string, but is a number: `amount` is a number"
      ),
      ("sum(1, \"x\")", "the 2nd argument of `sum` must be a number, but is a string: `\"x\"` is a string"),
      (
        "sum([\"a\", \"b\"])",
        "every item of the 1st argument of `sum` must be a number, but is a string: `[\"a\", \"b\"]` is a list"
      ),
      (
        "substring(string: \"a\", start position: \"1\")",
        "the 2nd argument of `substring` must be a number, but is a string: `\"1\"` is a string"
      ),
      (
        "day of week(amount)", "the 1st argument of `day of week` must be a date, but is a number: `amount` is a number"
      ),
    ])
  func arguments(source: Text, told: String) {
    let scope = Scope([.init("amount", .slot(0, .number))])
    #expect(findings(source, scope).map { "\($0.code) \($0.told)" } == ["TYPE " + told])
  }

  @Test(
    "an argument that may fit is not told",
    arguments: [
      "upper case(anything)", "sum([1, 2])", "sum(1)", "sum([])", "sum(1, anything)", "count(amount)",
      "substring([\"a\"], 1)",
      "day of week(@\"2026-01-31\")", "string join([\"a\", null], null)", "max(1, 2)", "context merge([{a: 1}])",
    ])
  func fitting(source: Text) {
    let scope = Scope([.init("amount", .slot(0, .number)), .init("anything", .slot(1, .any))])
    #expect(findings(source, scope).isEmpty)
  }

  @Test("one tree compiles under both laws: what warns in DMN is an error of ours")
  func laws() throws {
    let scope = Scope([.init("amount", .slot(0, .number))])
    let tree = Expression("amount > \"high\"", scope: scope, law: .standard).compiled.tree
    var standard = ProgramBuilder(law: .standard)
    var sales = ProgramBuilder(law: .sales)
    let lenient = standard.tree(tree, scope: scope)
    let strict = sales.tree(tree, scope: scope)
    #expect(lenient.entry != nil)
    #expect(strict.entry == nil)
    #expect(lenient.diagnostics.map { $0.message } == strict.diagnostics.map { $0.message })
  }

  @Test(
    "what can only be false or null is told",
    arguments: [
      ("5 in [3..1]", "NEVER", "nothing is in this range"),
      ("x between 3 and 1", "NEVER", "nothing is between 3 and 1"),
      ("x in (5..5)", "NEVER", "nothing is in this range"),
      ("1 < null", "TYPE", "nothing is less or greater than null"),
      ("[1] = 1", "TYPE", "a list cannot be compared with a number"),
      ("1 instance of tAge", "UNDEFINED", "there is no type `tAge`"),
      ("(function(a) a)(1, 2)", "ARGUMENTS", "the function takes one argument, not 2"),
      ("123()", "TYPE", "a number cannot be called"),
      ("function(a, a) a", "DUPLICATE", "the function has the parameter `a` twice"),
      ("{a: 1, a: 2}", "DUPLICATE", "the context has `a` twice"),
      ("{fact: 1, r: fcat + 1}", "UNDEFINED", "`fcat` is not defined"),
    ] as [(Text, Text, Text)])
  func told(source: Text, code: Text, message: Text) {
    let found = findings(source, Scope([.init("x", .slot(0, .number))]))
    #expect(found.contains { $0.code == code && $0.message == message }, "\(found.map { $0.message })")
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test("a function that is not there gets a proposal, its own names included")
  func proposals() {
    #expect(findings("{total: function(a) a, r: totl(1)}").first?.fix == "did you mean `total`?")
    #expect(findings("cuont([1])").first?.fix == "did you mean `count`?")
    #expect(findings("1 instance of nubmer").first?.fix == "did you mean `number`?")
  }

  @Test("types go through functions, filters and loops")
  func types() {
    func type(_ source: Text) -> Text { Expression(source, law: .standard).compiled.type.text }
    #expect(type("function(a: number, b) a + 1") == "function<number, Any> -> number")
    #expect(type("(function(a: string) a)(\"x\")") == "string")
    #expect(type("{f: function(n: number) n * 2, r: f(1)}.r") == "number")
    #expect(type("for f in [function(x: number) x + 1] return f(1)") == "list<number>")
    #expect(type("[{a: 1}, {a: 2}][a > 1].a") == "list<number>")
    #expect(type("{a: [1..3]}.a.start") == "number")
    #expect(type("some x in [1] satisfies x > 1") == "boolean")
    #expect(type("1 instance of number") == "boolean")
  }

  @Test("types by name, of the language and of the model")
  func namedTypes() {
    var scope = Scope()
    scope.types = [
      .init("tAge", .number), .init("t Person", .context([.init("age", .named("tAge"))])),
      .init("m.tList", .list(.named("tAge"))),
    ]
    func value(_ source: Text) -> Value {
      Expression(source, scope: scope, law: .standard).value([], clock: Self.clock)
    }
    #expect(value("1 instance of tAge").isIdentical(to: .boolean(true)))
    #expect(value("\"1\" instance of tAge").isIdentical(to: .boolean(false)))
    #expect(value("{age: 1} instance of t Person").isIdentical(to: .boolean(true)))
    #expect(value("{age: 1} instance of t Person and true").isIdentical(to: .boolean(true)))
    #expect(value("[1, 2] instance of m.tList").isIdentical(to: .boolean(true)))
    #expect(value("[{age: \"x\"}] instance of list<t Person>").isIdentical(to: .boolean(false)))
    #expect(value("(function(p: t Person) p.age)({age: 5})").isIdentical(to: .small(coefficient: 5, exponent: 0)))
    #expect(value("(function(p: t Person) p.age)({age: \"5\"})").isIdentical(to: .null))
  }

  @Test("external functions are those that the host lists")
  func externals() throws {
    var builder = ProgramBuilder(law: .standard)
    builder.externals = ExternalFunctions { mapping, parameters in
      guard case .context(let java)? = mapping["java"], case .string("java.lang.Math")? = java["class"],
        parameters.count == 1
      else { return nil }
      return HostFunction("negate") { arguments, _ in
        arguments[0].decimal.map { .number(-$0) } ?? .null
      }
    }
    let known = builder.expression(
      #"{f: function(a: number) external {java: {class: "java.lang.Math", method signature: "negate(int)"}}, r: [f(5), f("5"), f(a: 1), f()]}.r"#,
      scope: Scope())
    let unknown = builder.expression(#"function(a) external {java: {class: "x"}}"#, scope: Scope())
    var machine = Machine(builder.finish(), slots: 0)
    let value = machine.run(try #require(known.entry), clock: Self.clock)
    let expected: [Value] = [.small(coefficient: -5, exponent: 0), .null, .small(coefficient: -1, exponent: 0), .null]
    #expect(value.isIdentical(to: .list(expected)))
    #expect(unknown.diagnostics.map { $0.code } == ["EXTERNAL"])
  }

  @Test("trees are grafted with their texts, and findings lead back to them")
  func graft() throws {
    var tree = Tree(source: "the model")
    let first = Expression("amount + 1", scope: Scope([.init("amount", .slot(0, .number))]), law: .standard).compiled
      .tree
    let second = Expression("if x then 1 else \"a\" + 2", law: .standard).compiled.tree
    let a = tree.graft(first)
    let b = tree.graft(second)
    #expect(tree.source == "the model\namount + 1\nif x then 1 else \"a\" + 2")
    #expect(a.map { tree.text(of: $0) } == ["amount + 1"])
    #expect(b.map { tree.text(writing: $0) } == ["if x then 1 else \"a\" + 2"])
    tree.roots = [tree.add(.list(a + b), Span(0, 9))]
    var builder = ProgramBuilder(law: .standard)
    let compiled = builder.tree(
      tree, scope: Scope([.init("amount", .slot(0, .number)), .init("x", .slot(1, .boolean))]))
    let clash = try #require(compiled.diagnostics.first { $0.code == "TYPE" })
    #expect(clash.span == Span(21 + 17, 21 + 24))
    var machine = Machine(builder.finish(), slots: 2)
    machine.slots = [.small(coefficient: 4, exponent: 0), .boolean(true)]
    let value = machine.run(try #require(compiled.entry), clock: Self.clock)
    #expect(value.isIdentical(to: .list([.small(coefficient: 5, exponent: 0), .small(coefficient: 1, exponent: 0)])))
  }

  @Test(
    "every null says where it comes from",
    arguments: [
      ("1 + \"a\"", 0, 7), ("[1, 2][5]", 0, 9), ("{a: 1}.b", 0, 8), ("5[2]", 0, 4), ("1 < \"a\"", 0, 7),
      ("not(5)", 0, 6), ("true and 5", 9, 10), ("some x in [1] satisfies x", 24, 25), ("missing", 0, 7),
      ("1 / 0", 0, 5), ("\"a\" in [1..2]", 7, 13), ("123()", 0, 5), ("(function(a) a)()", 0, 17), ("null()", 0, 6),
      ("for i in [3..1] return i", 9, 15), ("{a: 1, a: 2}", 0, 12), ("[1, 2][\"a\"]", 0, 11),
    ] as [(Text, Int, Int)])
  func notes(source: Text, start: Int, end: Int) {
    let (value, notes) = Expression(source, law: .standard).evaluate([], clock: Self.clock)
    #expect(value.isIdentical(to: .null))
    #expect(notes.contains { $0.span == Span(start, end) }, "\(notes)")
    #expect(notes.allSatisfy { !$0.code.isEmpty && !$0.message.isEmpty })
  }

  @Test("nobody who does not ask pays for notes")
  func silence() throws {
    var builder = ProgramBuilder(law: .standard)
    let entry = try #require(builder.expression("1 + x", scope: Scope([.init("x", .slot(0, .any))])).entry)
    var machine = Machine(builder.finish(), slots: 1)
    machine.slots = [.string("a")]
    machine.keepsNotes = false
    #expect(machine.run(entry, clock: Self.clock).isIdentical(to: .null))
    #expect(machine.notes.isEmpty)
  }
}
