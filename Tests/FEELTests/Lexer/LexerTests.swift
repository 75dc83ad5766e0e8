import FEEL
import Testing

@Suite("Texts are cut into tokens")
struct LexerTests {
  @Test("each kind of token", arguments: Self.cases)
  func cut(_ source: String, _ expected: String) {
    let tokens = Lexer.tokens(of: Text(source)).dropLast()
    let cut = tokens.map { token in
      "\(token.kind):"
        + source.utf8.dropFirst(Int(token.span.start)).prefix(Int(token.span.end - token.span.start)).string
    }
    #expect(cut.joined(separator: " | ") == expected, "\(source)")
  }

  static let cases: [(String, String)] = [
    ("a1 _b", "word:a1 | word:_b"), ("1a", "number:1 | word:a"), ("1.5e-3", "number:1.5e-3"),
    ("1e", "number:1 | word:e"),
    ("[1..5)", "leftBracket:[ | number:1 | dots:.. | number:5 | rightParenthesis:)"),
    ("1...5", "number:1 | dots:.. | number:.5"),
    ("a.b", "word:a | dot:. | word:b"), ("x**-2", "word:x | power:** | minus:- | number:2"),
    ("Teacher's", "word:Teacher | apostrophe:' | word:s"), ("\"a \\\" b\" c", "string:\"a \\\" b\" | word:c"),
    ("\"abc", "unclosedString:\"abc"), ("a /* b", "word:a | unclosedComment:/* b"), ("a // b\nc", "word:a | word:c"),
    ("/* a * / */ b", "word:b"), ("<=>=!=<>", "lessOrEqual:<= | greaterOrEqual:>= | notEqual:!= | less:< | greater:>"),
    ("\u{E9}t\u{E9} \u{1F600}", "word:\u{E9}t\u{E9} | word:\u{1F600}"),
    ("a\u{D7}b", "word:a | invalid:\u{D7} | word:b"),
    ("?x", "question:? | word:x"), ("{a:@}", "leftBrace:{ | word:a | colon:: | at:@ | rightBrace:}"),
  ]

  @Test("keywords are words that say so, in lower case only")
  func keywords() {
    for keyword in Keyword.allCases {
      #expect(Lexer.tokens(of: keyword.text).first?.keyword == keyword)
    }
    #expect(Lexer.tokens(of: "If").first?.keyword == nil)
    #expect(Lexer.tokens(of: "iff").first?.keyword == nil)
  }

  @Test("a token says whether space stands before it")
  func spaced() {
    #expect(Lexer.tokens(of: "a -b/**/c").map(\.isSpaced) == [true, true, false, true, false])
  }

  @Test("a lexer starts anywhere and goes on giving the end")
  func start() {
    var lexer = Lexer("ab cd", from: 3)
    #expect(lexer.next().span == Span(3, 5))
    #expect(lexer.next().kind == .end)
    #expect(lexer.next().kind == .end)
    var beyond = Lexer("ab", from: 9)
    #expect(beyond.next().kind == .end)
  }

  @Test("escapes in strings", arguments: Self.strings)
  func escape(_ source: String, _ expected: String) {
    #expect(readFEEL("\"" + source + "\"").dump == "\"" + expected + "\"")
  }

  static let strings: [(String, String)] = [
    (#"a\nb"#, "a\nb"), (#"\t\r\\\'"#, "\t\r\\'"), (#"\""#, "\""), (#"\u0041"#, "A"),
    (#"\u00e9\u20AC"#, "\u{E9}\u{20AC}"),
    (#"\U01F600"#, "\u{1F600}"), (#"\uD83D\uDE00"#, "\u{1F600}"), (#"\s"#, #"\s"#), (#"\uD83D"#, #"\uD83D"#),
    (#"\u12"#, #"\u12"#), (#"\U110000"#, #"\U110000"#), (#"\uDE00\uD83D"#, #"\uDE00\uD83D"#), ("a\nb", "a\nb"),
  ]

  @Test("numbers are read exactly, and rounded half-even beyond 34 digits", arguments: Self.numbers)
  func number(_ source: String, _ coefficient: Int128, _ exponent: Int32) throws {
    var parser = Parser(source: Text(source), names: NameSet(), limits: Limits())
    let (tree, errors) = parser.parseExpression()
    #expect(errors.isEmpty)
    guard case .literal(let value) = tree[tree.roots[0]], let number = value.decimal else {
      Issue.record("\(source) is no number")
      return
    }
    #expect(number.coefficient == coefficient && number.exponent == exponent, "\(source)")
  }

  static let numbers: [(String, Int128, Int32)] = [
    ("0", 0, 0), ("60", 60, 0), ("1.50", 150, -2), (".5", 5, -1), ("1.23e4", 123, 2), ("1.23E+4", 123, 2),
    ("1.23e-4", 123, -6), ("007", 7, 0), ("9223372036854775808", 9_223_372_036_854_775_808, 0),
    ("1234567890123456789012345678901234", 1_234_567_890_123_456_789_012_345_678_901_234, 0),
    ("12345678901234567890123456789012345", 1_234_567_890_123_456_789_012_345_678_901_234, 1),
    ("12345678901234567890123456789012355", 1_234_567_890_123_456_789_012_345_678_901_236, 1),
    ("123456789012345678901234567890123450001", 1_234_567_890_123_456_789_012_345_678_901_235, 5),
    ("0.00000000000000000000000000000000000000001", 1, -41),
    ("1e6144", 1_000_000_000_000_000_000_000_000_000_000_000, 6111),
  ]
}

extension Sequence<UInt8> {
  /// The bytes as text.
  fileprivate var string: String { String(decoding: Array(self), as: UTF8.self) }
}
