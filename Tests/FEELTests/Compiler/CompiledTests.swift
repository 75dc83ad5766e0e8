import Testing

@testable import FEEL

/// What compiling tells about a text beside its code.
@Suite struct `A compiled text` {
  private static let activity = FeelType.context([.init("type", .string), .init("date", .date)])
  private static let scope = Scope([
    .init("amount", .slot(0, .number)),
    .init("fit", .slot(1, .string)),
    .init("activities", .slot(2, .list(activity))),
    .init(
      "ProspectingAssessment",
      .namespace(
        [
          .init("Score", .slot(3, .number)), .init("Complete", .slot(4, .boolean)),
          .init("Answers", .namespace([.init("hours", .slot(5, .number))], hint: "name one of its questions")),
        ], hint: "write `ProspectingAssessment.Score`")),
    .init("deal size", .slot(6, .number)),
    .init("count", .slot(7, .number)),
  ])

  private func compile(_ source: Text, law: Law = .sales) -> Compiled {
    Expression(source, scope: Self.scope, law: law).compiled
  }

  private func findings(_ source: Text, law: Law = .sales) -> [Diagnostic] { compile(source, law: law).diagnostics }

  @Test func `tells which slots it reads, ascending, each once`() {
    #expect(compile("fit = \"high\" and amount > 1 and amount < 5").reads == [0, 1])
    #expect(compile("ProspectingAssessment.Score > 60 or ProspectingAssessment.Answers.hours > 5").reads == [3, 5])
    #expect(compile("count(activities[type = fit])").reads == [1, 2])
    #expect(compile("deal size + 1").reads == [6])
    #expect(compile("1 + 2").reads.isEmpty)
    #expect(compile("for amount in [1, 2] return amount").reads.isEmpty)
    #expect(Expression(tests: "> 5", subject: 3).compiled.reads == [3])
  }

  @Test func `tells whether it reads the clock`() {
    #expect(compile("activities[date > today() - @\"P14D\"]").readsClock)
    #expect(!compile("amount > 1").readsClock)
  }

  @Test func `tells where null is tested`() {
    let compiled = compile("amount = null or fit != null and amount > 1")
    #expect(compiled.nullTests == [Span(0, 13), Span(17, 28)])
    #expect(compile("amount in (null, 5)").nullTests == [Span(11, 15)])
    #expect(compile("null = null").nullTests.isEmpty)
    #expect(compile("amount = 5").nullTests.isEmpty)
  }

  @Test func `knows its type`() {
    #expect(compile("amount > 1").type == .boolean)
    #expect(compile("amount * 2").type == .number)
    #expect(compile("fit").type == .string)
    #expect(compile("activities[type = \"call\"]").type == .list(Self.activity))
    #expect(compile("activities[1]").type == Self.activity)
    #expect(compile("activities[-1].date").type == .date)
    #expect(compile("activities.date").type == .list(.date))
    #expect(compile("if amount > 1 then \"a\" else \"b\"").type == .string)
    #expect(compile("if amount > 1 then \"a\" else null").type == .string)
    #expect(compile("if amount > 1 then \"a\" else 2").type == .any)
    #expect(compile("@\"2026-01-01\" - @\"2025-01-01\"").type == .daysDuration)
    #expect(compile("today() - @\"P14D\"").type == .date)
    #expect(compile("for a in activities return a.date.year").type == .list(.number))
    #expect(compile("{a: amount, b: a > 1}").type == .context([.init("a", .number), .init("b", .boolean)]))
    #expect(compile("[1..amount]").type == .range(.number))
    #expect(compile("null").type == .any)
  }

  @Test(arguments: [
    ("amont > 1", "did you mean `amount`?"),
    ("ProspectingAssesment.Score > 1", "did you mean `ProspectingAssessment`?"),
    ("ProspectingAssessment.Scor > 1", "did you mean `ProspectingAssessment.Score`?"),
    ("ProspectingAssessment.Answers.hour > 1", "did you mean `ProspectingAssessment.Answers.hours`?"),
    ("ProspectingAssessment.Total > 1", "it has Score, Complete, Answers"),
    ("activities[tpe = \"call\"]", "did you mean `type`?"),
    ("activities.dat", "did you mean `date`?"),
    ("cuont(activities)", "did you mean `count`?"),
  ]) func `says what was probably meant`(source: Text, fix: Text) {
    let findings = findings(source)
    #expect(findings.map { $0.code } == ["UNDEFINED"])
    #expect(findings.first?.fix == fix)
  }

  @Test func `says that a namespace is no value`() {
    let findings = findings("ProspectingAssessment > 60")
    #expect(findings.map { $0.code } == ["NAMESPACE"])
    #expect(findings.first?.fix == "write `ProspectingAssessment.Score`")
    #expect(findings.first?.span == Span(0, 21))
  }

  @Test func `tells all its errors at once`() {
    #expect(findings("a + b > \"x\" and c").map { $0.code } == ["UNDEFINED", "UNDEFINED", "UNDEFINED"])
    #expect(findings("amount > \"x\" and fit + 1 = 2 and nothing").map { $0.code } == ["TYPE", "TYPE", "UNDEFINED"])
  }

  @Test(arguments: [
    ("amount > \"a\"", "a number cannot be compared with a string"),
    ("amount + \"x\"", "a number and a string cannot be added"),
    ("activities.type = \"call\"", "a list cannot be compared with a string"),
    ("amount and true", "a number stands where `and` needs a condition"),
    ("if fit then 1 else 2", "a string stands where `if` needs a condition"),
    ("activities[\"a\"]", "a string is neither a condition on items nor an index"),
    ("amount in (\"a\", \"b\")", "a number cannot be compared with a string"),
    ("amount between 1 and \"b\"", "a number cannot be compared with a string"),
    ("not(amount)", "`not` needs a condition, not a number"),
  ]) func `refuses what can only be null`(source: Text, message: Text) {
    let errors = findings(source).filter { $0.severity == .error }
    #expect(errors.contains { $0.code == "TYPE" && $0.message == message }, "\(errors)")
    #expect(compile(source).entry == nil)
    // DMN calls for null, not for refusal.
    #expect(compile(source, law: .standard).entry != nil)
  }

  @Test func `refuses a wrong number of arguments`() {
    #expect(findings("count()").map { $0.code } == ["ARGUMENTS"])
    #expect(findings("substring(\"a\")").map { $0.code } == ["ARGUMENTS"])
    #expect(findings("substring(string: \"abc\", start position: 2)").isEmpty)
    #expect(findings("substring(text: \"abc\", start position: 2)").map { $0.code } == ["ARGUMENTS"])
  }

  @Test func `warns of a call that always fails`() {
    let findings = findings("activities[date > date(\"2026-13-01\")]")
    #expect(findings.map { $0.severity } == [.warning])
    #expect(findings.map { $0.code } == ["NULL"])
  }

  @Test func `lets an attribute have the name of a function`() {
    #expect(findings("count(activities) > count").isEmpty)
    #expect(compile("count(activities) > count").reads == [2, 7])
  }

  @Test func `leaves nothing behind when it is refused`() throws {
    var builder = ProgramBuilder()
    let good = try #require(builder.expression("1 + amount", scope: Self.scope).entry)
    #expect(builder.expression("amount > \"x\"", scope: Self.scope).entry == nil)
    let other = try #require(builder.expression("amount * 2", scope: Self.scope).entry)
    var machine = Machine(builder.finish(), slots: 1)
    machine.slots[0] = .small(coefficient: 5, exponent: 0)
    let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)
    #expect(machine.run(good, clock: clock).isIdentical(to: .small(coefficient: 6, exponent: 0)))
    #expect(machine.run(other, clock: clock).isIdentical(to: .small(coefficient: 10, exponent: 0)))
    #expect(machine.run(Entry(99), clock: clock).isIdentical(to: .null))
  }

  @Test func `can be evaluated node by node`() throws {
    var builder = ProgramBuilder()
    let whole = builder.expression("amount > 1 and fit = \"high\"", scope: Self.scope)
    guard case .and(let left, let right) = whole.tree[whole.tree.roots[0]] else {
      Issue.record("no `and`")
      return
    }
    let parts = [left, right].map { builder.node($0, of: whole.tree, subject: nil, scope: Self.scope) }
    let tests = builder.unaryTests("> 5, < 1", subject: 0, type: .number, scope: Self.scope)
    let test = builder.node(tests.tree.roots[1], of: tests.tree, subject: 0, scope: Self.scope)
    var machine = Machine(builder.finish(), slots: 2)
    machine.slots = [.small(coefficient: 0, exponent: 0), .string("high")]
    let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)
    let values = try parts.map { machine.run(try #require($0.entry), clock: clock) }
    #expect(values[0].isIdentical(to: .boolean(false)))
    #expect(values[1].isIdentical(to: .boolean(true)))
    #expect(machine.run(try #require(test.entry), clock: clock).isIdentical(to: .boolean(true)))
  }

  @Test func `notes why a value is null, and where`() {
    let (value, notes) = Expression("1 / zero", scope: Scope([.init("zero", .slot(0, .number))]))
      .evaluate([.small(coefficient: 0, exponent: 0)], clock: Clock(epochMilliseconds: 0, offsetSeconds: 0))
    #expect(value.isIdentical(to: .null))
    #expect(notes.map { $0.code } == ["NUMBER"])
    #expect(notes.first?.message == "division by zero")
    #expect(notes.first?.span == Span(0, 8))
  }
}
