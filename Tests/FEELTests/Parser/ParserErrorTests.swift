import FEEL
import Testing

@Suite("Errors in expressions are told in sentences, all at once")
struct ParserErrorTests {
  @Test("each error word for word", arguments: Self.cases)
  func sentence(_ source: String, _ expected: [String]) {
    #expect(told(readFEEL(source).errors) == expected, "\(source)")
  }

  @Test("each error in unary tests word for word", arguments: Self.tests)
  func testSentence(_ source: String, _ expected: [String]) {
    #expect(told(readFEEL(source, tests: true).errors) == expected, "\(source)")
  }

  /// `start-end CODE message (fix)`.
  private func told(_ errors: [Diagnostic]) -> [String] {
    errors.map { error in
      "\(error.span.start)-\(error.span.end) \(error.code) \(error.message)" + (error.fix.map { " (\($0))" } ?? "")
    }
  }

  static let cases: [(String, [String])] = [
    ("", ["0-0 SYNTAX the expression is empty (write a condition or a value)"]),
    ("hours >", ["6-7 SYNTAX a value is missing after `>`"]),
    ("> 5", ["0-1 SYNTAX a value is missing before `>`"]),
    ("1 + * 2", ["4-5 SYNTAX a value is missing after `+`"]),
    ("[1,,2]", ["3-4 SYNTAX a value is missing after `,`"]),
    (#""NA, EMEA"#, [#"0-1 SYNTAX the string `"NA, EMEA` is never closed (add a closing `"`)"#]),
    (
      #"region in ("NA, EMEA")) and (x"#,
      [
        #"22-23 SYNTAX `)` closes nothing (remove it, or add the bracket that it closes)"#,
        #"28-29 SYNTAX the `(` before `x` is never closed (add `)`)"#,
      ]
    ),
    (#"region in ("NA", EMEA"#, [#"10-11 SYNTAX the `(` before `"NA"` is never closed (add `)`)"#]),
    (#"1 /* two + 3"#, [#"2-4 SYNTAX the comment `/* two + 3` is never closed (add `*/`)"#]),
    (#"(a + b"#, [#"0-1 SYNTAX the `(` before `a` is never closed (add `)`)"#]),
    (#"(a + b]"#, [#"6-7 SYNTAX `]` closes the `(` before `a` (write `)`)"#]),
    (#"[(a]"#, [#"1-2 SYNTAX the `(` before `a` is never closed (add `)`)"#]),
    (#"{a: 1"#, [#"0-1 SYNTAX the `{` before `a` is never closed (add `}`)"#]),
    (#"f(1, 2"#, [#"1-2 SYNTAX the `(` before `1` is never closed (add `)`)"#]),
    (#"a)"#, [#"1-2 SYNTAX `)` closes nothing (remove it, or add the bracket that it closes)"#]),
    (
      #"a) + b ("#,
      [
        #"1-2 SYNTAX `)` closes nothing (remove it, or add the bracket that it closes)"#,
        #"7-8 SYNTAX a value is missing after `(`"#,
      ]
    ),
    (
      #"a) and > 5"#,
      [
        #"1-2 SYNTAX `)` closes nothing (remove it, or add the bracket that it closes)"#,
        #"7-8 SYNTAX a value is missing after `and`"#,
      ]
    ),
    (#"if a > 3 else 4"#, [#"0-2 SYNTAX `if` has no `then` (write `if ... then ... else ...`)"#]),
    (#"if a then 3"#, [#"0-2 SYNTAX `if` has no `else` (write `if ... then ... else ...`)"#]),
    (#"if (a > 3 then 1 else 2"#, [#"3-4 SYNTAX the `(` before `a` is never closed (add `)`)"#]),
    (#"x between 1"#, [#"2-9 SYNTAX `between` has no `and` (write `between ... and ...`)"#]),
    (#"x == 1"#, [#"2-4 SYNTAX `==` is not FEEL (write `=`)"#]),
    (#"x <> 1"#, [#"2-4 SYNTAX `<>` is not FEEL (write `!=`)"#]),
    (#"x => 1"#, [#"2-4 SYNTAX `=>` is not FEEL (write `>=`)"#]),
    (#"a && b"#, [#"2-4 SYNTAX `&&` is not FEEL (write `and`)"#]),
    (#"1 AND 2"#, [#"2-5 SYNTAX `AND` can't follow `1` (write `and`)"#]),
    (#"a || b"#, [#"2-4 SYNTAX `||` is not FEEL (write `or`)"#]),
    (#"!a"#, [#"0-1 SYNTAX `!` is not FEEL (write `not(...)`)"#]),
    (#"x ≥ 5"#, [#"2-5 SYNTAX `≥` is not FEEL (write `>=`)"#]),
    (
      #"x = “NA”"#,
      [
        #"4-7 SYNTAX `“` is not FEEL (write straight quotation marks: `"`)"#,
        #"9-12 SYNTAX `”` is not FEEL (write straight quotation marks: `"`)"#,
      ]
    ),
    (#"x = 'NA'"#, [#"4-5 SYNTAX a text is written in double quotation marks (write `"..."`)"#]),
    (#"5 % 2"#, [#"2-3 SYNTAX `%` is not FEEL"#]),
    (
      #"hours hours"#,
      [
        #"6-11 SYNTAX `hours` can't follow `hours` (write an operator between them, or quotation marks around a text)"#
      ]
    ),
    (
      #"hours next meeting 3"#,
      [
        #"6-10 SYNTAX `next` can't follow `hours` (write an operator between them, or quotation marks around a text)"#,
        #"19-20 SYNTAX `3` can't follow `meeting` (write an operator between them, or quotation marks around a text)"#,
      ]
    ),
    (
      #"1.2.3"#,
      [
        #"3-5 SYNTAX `.3` can't follow `1.2` (write an operator between them, or quotation marks around a text)"#
      ]
    ),
    (
      #"12abc"#,
      [
        #"2-5 SYNTAX `abc` can't follow `12` (write an operator between them, or quotation marks around a text)"#
      ]
    ),
    (#"not a"#, [#"4-5 SYNTAX `not` needs parentheses (write `not(...)`)"#]),
    (#"a. = 3"#, [#"1-2 SYNTAX a name is missing after `.`"#]),
    (#"1..5"#, [#"1-3 SYNTAX a range needs brackets (write `[1..5]`, or `(1..5)` without its ends)"#]),
    (#"x in 1..5"#, [#"6-8 SYNTAX a range needs brackets (write `[1..5]`, or `(1..5)` without its ends)"#]),
    (#"{a 1}"#, [#"1-2 SYNTAX a context entry is missing at `a` (write `name: value`)"#]),
    (
      #"{a: 1 b: 2}"#,
      [
        #"6-7 SYNTAX `b` can't follow `1` (write an operator or a comma between them, or quotation marks around a text)"#,
        #"7-8 SYNTAX `:` can't stand here"#,
      ]
    ),
    (
      #"{1: 2}"#,
      [
        #"1-2 SYNTAX a context entry is missing at `1` (write `name: value`)"#,
        #"2-3 SYNTAX `:` can't stand here"#,
      ]
    ),
    (
      #"f(a: 1, 2)"#,
      [
        #"0-10 SYNTAX arguments have either all a name or none (name the others too, or write none of the names)"#
      ]
    ),
    (#"for x return 1"#, [#"4-5 SYNTAX a name and `in` are missing at `x` (write `x in list`)"#]),
    (#"for in xs return 1"#, [#"4-6 SYNTAX a name and `in` are missing at `in` (write `x in list`)"#]),
    (#"some x in xs"#, [#"0-4 SYNTAX `some` has no `satisfies` (write `some x in list satisfies ...`)"#]),
    (
      #"every x in xs return x"#,
      [
        #"14-20 SYNTAX `every` is followed by `satisfies`, not by `return` (write `satisfies`)"#
      ]
    ),
    (
      #"x instance of list<number> and >"#,
      [#"31-32 SYNTAX a value is missing after `and`"#]
    ),
    (
      #"function a + b"#,
      [
        #"0-8 SYNTAX `function` has no parameters (write `function(a, b) a + b`)"#,
        #"9-10 SYNTAX `a` can't follow `function` (write an operator between them, or quotation marks around a text)"#,
      ]
    ),
    (
      #"function(a: number) external {java: 1} +"#,
      [#"39-40 SYNTAX a value is missing after `+`"#]
    ),
    (#"@2026"#, [#"0-1 SYNTAX a string is missing after `@` (write a date like `@"2026-04-01"`)"#]),
    (#"@"tomorrow"#, [#"1-2 SYNTAX the string `"tomorrow` is never closed (add a closing `"`)"#]),
    (#"1e9999"#, [#"0-6 LITERAL the number `1e9999` is too large"#]),
    (#"a then b"#, [#"2-6 SYNTAX `then` can't stand here"#]),
    (#","#, [#"0-1 SYNTAX a value is missing before `,`"#]),
    (#"a , b"#, [#"2-3 SYNTAX `,` can't stand here"#]),
    (#"a ; b"#, [#"2-3 SYNTAX `;` can't stand here"#]),
    (#"]1..3"#, [#"0-1 SYNTAX the `]` before `1` is never closed (add `[`)"#]),
    (#"]1"#, [#"0-1 SYNTAX a value is missing before `]`"#]),
    (
      #"[1.."#,
      [
        #"0-1 SYNTAX the `[` before `1` is never closed (add `]`)"#,
        #"2-4 SYNTAX a value is missing after `..`"#,
      ]
    ),
    (#"("#, [#"0-1 SYNTAX a value is missing after `(`"#]),
    (
      #"(("#,
      [
        #"0-1 SYNTAX the `(` before `(` is never closed (add `)`)"#,
        #"1-2 SYNTAX a value is missing after `(`"#,
      ]
    ),
    (#"a and"#, [#"2-5 SYNTAX a value is missing after `and`"#]),
    (#"and"#, [#"0-3 SYNTAX a value is missing before `and`"#]),
    (#"{"#, [#"0-1 SYNTAX the `{` at the end is never closed (add `}`)"#]),
    (
      #"{"a" 1}"#,
      [
        #"1-4 SYNTAX a context entry is missing at `"a"` (write `name: value`)"#,
        #"5-6 SYNTAX `1` can't stand here"#,
      ]
    ),
    (#"[for x in y return]"#, [#"18-19 SYNTAX a value is missing after `return`"#]),
    (#"then"#, [#"0-4 SYNTAX a value is missing before `then`"#]),
    (#"1 in"#, [#"2-4 SYNTAX a value is missing after `in`"#]),
    (#"x in ("#, [#"5-6 SYNTAX a value is missing after `(`"#]),
    (
      #"x in (1, "#,
      [
        #"5-6 SYNTAX the `(` before `1` is never closed (add `)`)"#,
        #"7-8 SYNTAX a value is missing after `,`"#,
      ]
    ),
    (
      #""a" "b""#,
      [
        #"4-7 SYNTAX `"b"` can't follow `"a"` (write an operator between them, or quotation marks around a text)"#
      ]
    ),
    (#"f("#, [#"1-2 SYNTAX a value is missing after `(`"#]),
    (#"@"#, [#"0-1 SYNTAX a string is missing after `@` (write a date like `@"2026-04-01"`)"#]),
  ]

  static let tests: [(String, [String])] = [
    ("", ["0-0 SYNTAX the expression is empty (write a condition or a value)"]),
    ("< ", ["0-1 SYNTAX a value is missing after `<`"]),
    ("1..5", ["1-3 SYNTAX a range needs brackets (write `[1..5]`, or `(1..5)` without its ends)"]),
    ("not(", ["3-4 SYNTAX a value is missing after `(`"]),
    ("1,", ["1-2 SYNTAX a value is missing after `,`"]),
    ("-, 5", ["1-2 SYNTAX a value is missing after `-`"]),
  ]
}
