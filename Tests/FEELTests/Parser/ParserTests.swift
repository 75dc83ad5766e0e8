import FEEL
import Testing

/// Reads an expression with some names of several parts in scope.
func readFEEL(_ source: String, tests: Bool = false, limits: Limits = Limits()) -> (dump: String, errors: [Diagnostic])
{
  var names = NameSet(scope: scope)
  for name in ["not", "date", "date and time", "string length", "list contains", "count", "today"] as [Text] {
    names.add(name: name)
  }
  var parser = Parser(source: Text(source), names: names, limits: limits)
  let (tree, diagnostics) = tests ? parser.parseUnaryTests() : parser.parseExpression()
  return (tree.description, diagnostics)
}

private let scope = Scope([
  Scope.Variable("hours", .slot(0, .number)),
  Scope.Variable("next meeting", .slot(1, .date)),
  Scope.Variable("Pre-bureauRiskCategory", .slot(2, .string)),
  Scope.Variable("Teacher's Evaluation", .slot(3, .number)),
  Scope.Variable("win", .slot(4, .number)),
  Scope.Variable("rate", .slot(5, .number)),
  Scope.Variable("win-rate", .slot(6, .number)),
  Scope.Variable("Years in Role", .slot(7, .number)),
  Scope.Variable("Phase 2b", .slot(8, .string)),
  Scope.Variable("not started", .slot(9, .boolean)),
  Scope.Variable("activities", .slot(10, .list(.context([FeelType.Entry("days-since", .number)])))),
  Scope.Variable(
    "ProspectingAssessment",
    .namespace([Scope.Variable("Score", .slot(11, .number))], hint: "write ProspectingAssessment.Score")),
  Scope.Variable("Profile of Color", .slot(12, .string)),
])

@Suite("Expressions are read into trees")
struct ParserTests {
  @Test("each form of the language", arguments: Self.cases)
  func form(_ source: String, _ expected: String) {
    let (dump, errors) = readFEEL(source)
    #expect(errors.isEmpty, "\(source): \(errors)")
    #expect(dump == expected, "\(source)")
  }

  static let cases: [(String, String)] = [
    // Literals
    ("42", "42"), ("0.50", "0.50"), (".5", ".5"), ("1.23e4", "1.23e4"), ("1e-8", "1e-8"),
    ("\"NA\"", "\"NA\""), ("true", "true"), ("false", "false"), ("null", "null"),
    ("@\"2026-04-01\"", "@\"2026-04-01\""), ("@ \"P14D\"", "@\"P14D\""),
    // Arithmetic
    ("1 + 2 * 3", "(+ 1 (* 2 3))"), ("(1 + 2) * 3", "(* (+ 1 2) 3)"), ("1 - 2 - 3", "(- (- 1 2) 3)"),
    ("8 / 4 / 2", "(/ (/ 8 4) 2)"), ("3 ** 4 ** 5", "(** (** 3 4) 5)"), ("-3 ** 2", "(** (- 3) 2)"),
    ("2 ** -3", "(** 2 (- 3))"), ("2 * -hours", "(* 2 (- hours))"), ("--1", "(- (- 1))"),
    ("-hours.x", "(- (path hours x))"), ("1+2", "(+ 1 2)"), ("1-2", "(- 1 2)"),
    // Comparisons and connectives
    ("hours > 5", "(> hours 5)"), ("1 + 1 = 2", "(= (+ 1 1) 2)"), ("a != b", "(!= a b)"),
    ("a <= 1 or b >= 2 and c < 3", "(or (<= a 1) (and (>= b 2) (< c 3)))"),
    ("a and b and c", "(and (and a b) c)"), ("not(a) or b", "(or (call not a) b)"),
    ("1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9", "(or (or (or (or 1 2) (or 3 4)) (or (or 5 6) (or 7 8))) 9)"),
    ("hours between 1 and 5 and true", "(and (between hours 1 5) true)"),
    ("hours + 1 between a - 1 and b + 1", "(between (+ hours 1) (- a 1) (+ b 1))"),
    // In
    ("x in [1..5)", "(in x [1..5))"), ("x in (1..5)", "(in x (1..5))"), ("x in ]1..5[", "(in x (1..5))"),
    ("x in (1, 2, > 5)", "(in x 1 2 (test > 5))"), ("x in > 5", "(in x (test > 5))"),
    ("x in (< 5)", "(in x (test < 5))"), ("x in [1, 2]", "(in x (list 1 2))"), ("x in (\"a\")", "(in x \"a\")"),
    ("x in (1 + 1) * 2", "(in x (* (+ 1 1) 2))"), ("x in xs and y", "(and (in x xs) y)"),
    ("x in ([1..2], [4..5])", "(in x [1..2] [4..5])"), ("region in (\"NA\", \"EMEA\")", "(in region \"NA\" \"EMEA\")"),
    ("x in ]1..y[ and z[1] = 2", "(and (in x (1..y)) (= (filter z 1) 2))"),
    ("x in ]1..y[1][", "(in x (1..(filter y 1)))"), ("x in (1..2) and true", "(and (in x (1..2)) true)"),
    // Ranges as values
    ("[1..5]", "[1..5]"), ("(1..5]", "(1..5]"), ("]1..5]", "(1..5]"), ("[1..5[", "[1..5)"), ("(a..b)", "(a..b)"),
    ("(< 10)", "(..10)"), ("(<= 10)", "(..10]"), ("(> 10)", "(10..)"), ("(>= 10)", "[10..)"),
    ("[(1+1)..(2*3)]", "[(+ 1 1)..(* 2 3)]"), ("[1..5].start", "(path [1..5] start)"),
    ("[ ]1..3[, ]4..5[ ]", "(list (1..3) (4..5))"), ("[@\"P1D\"..@\"P2D\"]", "[@\"P1D\"..@\"P2D\"]"),
    // Lists, contexts, paths, filters
    ("[]", "(list)"), ("[1, \"a\", [2]]", "(list 1 \"a\" (list 2))"), ("{}", "{}"),
    ("{a: 1, \"b c\": a + 1}", "{a: 1, `b c`: (+ a 1)}"),
    ("{first name: 1, x: first name + 2}", "{`first name`: 1, x: (+ `first name` 2)}"),
    ("{foo+bar: 1, x: foo+bar}", "{foo+bar: 1, x: foo+bar}"),
    ("{foo+bar: 1, x: foo + bar}", "{foo+bar: 1, x: (+ foo bar)}"),
    ("{\"\": 1}", "{``: 1}"), ("{if: 1, \u{1F600}: 2}", "{if: 1, \u{1F600}: 2}"),
    ("a.b.c", "(path (path a b) c)"), ("a.first name = 1", "(= (path a `first name`) 1)"),
    ("xs[1]", "(filter xs 1)"), ("xs[item > 1][2].y", "(path (filter (filter xs (> item 1)) 2) y)"),
    ("activities[days-since < 3]", "(filter activities (< days-since 3))"),
    ("activities.days-since", "(path activities days-since)"), ("days-since", "(- days since)"),
    ("count(activities[type = \"call\"]) >= 3", "(>= (call count (filter activities (= type \"call\"))) 3)"),
    // if, for, some, every
    ("if a then 1 else 2", "(if a 1 2)"), ("if a then if b then 1 else 2 else 3", "(if a (if b 1 2) 3)"),
    ("1 + if a then 1 else 2 + 3", "(+ 1 (if a 1 (+ 2 3)))"),
    ("for x in xs return x + 1", "(for (+ x 1) (x xs))"),
    ("for x in 1..3, y in xs return x * y", "(for (* x y) (x 1 3) (y xs))"),
    ("for i in 4..2 return partial[-1]", "(for (filter partial (- 1)) (i 4 2))"),
    ("some x in xs satisfies x > 1", "(some (> x 1) (x xs))"),
    ("every my item in xs, b in [1..2] satisfies my item > b", "(every (> `my item` b) (`my item` xs) (b [1..2]))"),
    ("some x in xs satisfies x > 1 and y", "(some (and (> x 1) y) (x xs))"),
    // Calls
    ("f()", "(call f)"), ("f(1, 2)", "(call f 1 2)"),
    ("f(a: 1, start position: 2)", "(call f a: 1 `start position`: 2)"),
    ("date(\"2026-01-01\").year", "(path (call date \"2026-01-01\") year)"),
    ("date and time(\"x\")", "(call `date and time` \"x\")"), ("null()", "(call null)"), ("123()", "(call 123)"),
    ("\"abs\"(-1)", "(call \"abs\" (- 1))"), ("string length(\"a\") = 1", "(= (call `string length` \"a\") 1)"),
    // Comments and white space
    ("1 /* one */ + // two\n 2", "(+ 1 2)"), ("\u{00A0}1\u{3000}+\u{2003}2", "(+ 1 2)"), ("/* a */ 1", "1"),
  ]

  @Test("names of several parts, the longest in scope", arguments: Self.names)
  func name(_ source: String, _ expected: String) {
    let (dump, errors) = readFEEL(source)
    #expect(errors.isEmpty, "\(source): \(errors)")
    #expect(dump == expected, "\(source)")
  }

  static let names: [(String, String)] = [
    ("next meeting = null", "(= `next meeting` null)"), ("next   meeting", "`next meeting`"),
    ("next /* the */ meeting", "`next meeting`"),
    ("Pre-bureauRiskCategory = \"LOW\"", "(= Pre-bureauRiskCategory \"LOW\")"),
    ("Teacher's Evaluation > 3", "(> `Teacher's Evaluation` 3)"),
    ("win-rate", "win-rate"), ("win - rate", "(- win rate)"), ("win -rate", "(- win rate)"),
    ("Years in Role > 2", "(> `Years in Role` 2)"), ("Phase 2b", "`Phase 2b`"),
    ("not started and true", "(and `not started` true)"), ("Profile of Color", "`Profile of Color`"),
    ("ProspectingAssessment.Score > 60", "(> (path ProspectingAssessment Score) 60)"),
    // Unknown names parse too: one word, or words side by side.
    ("emplyees > 3", "(> emplyees 3)"), ("nxt meting > 3", "(> `nxt meting` 3)"), ("foo+bar", "(+ foo bar)"),
    ("close date < today()", "(< `close date` (call today))"),
    ("Salesfeedback.Assessment =100", "(= (path Salesfeedback Assessment) 100)"),
    // A variable ends at `in`, and is known afterwards only.
    ("for first name in xs return first name", "(for `first name` (`first name` xs))"),
    ("{x: y z, y z: 1}", "{x: `y z`, `y z`: 1}"),
  ]

  @Test("unary tests", arguments: Self.tests)
  func test(_ source: String, _ expected: String) {
    let (dump, errors) = readFEEL(source, tests: true)
    #expect(errors.isEmpty, "\(source): \(errors)")
    #expect(dump == expected, "\(source)")
  }

  static let tests: [(String, String)] = [
    ("-", "(test -)"), ("> 5", "(test > 5)"), ("[0..1)", "[0..1)"), ("]1..2[", "(1..2)"), ("(1..2]", "(1..2]"),
    ("1, 2, > 5", "(tests 1 2 (test > 5))"), ("not(1, 2)", "(test not 1 2)"), ("not([1..2[)", "(test not [1..2))"),
    ("not((1..2], ]3..4[)", "(test not (1..2] (3..4))"), ("\"a\", \"b\"", "(tests \"a\" \"b\")"), ("null", "null"),
    ("? > 5 and ? < 7", "(and (> ? 5) (< ? 7))"), ("?.a = 1", "(= (path ? a) 1)"), ("-5", "(- 5)"),
    ("not(a) and ? > 5", "(and (call not a) (> ? 5))"), ("= 5", "(test = 5)"), ("!= 5", "(test != 5)"),
    ("< date(\"2026-01-01\")", "(test < (call date \"2026-01-01\"))"),
    ("list contains(?, \"a\")", "(call `list contains` ? \"a\")"),
  ]
}
