import FEEL
import Testing

@Suite("No text can harm the parser")
struct ParserLimitTests {
  @Test("text deeper than the limit is refused with one error", arguments: ["(", "[", "{a:", "-", "f(", "x[", "if "])
  func depth(_ part: String) {
    let errors = readFEEL(String(repeating: part, count: 200)).errors
    #expect(errors.map(\.code) == ["DEPTH"])
    #expect(errors.first?.message == "the expression is nested deeper than 100 levels")
    #expect(errors.first?.fix == "divide it over several rules or facts")
  }

  @Test("a tree is never higher than the limit, however flat its text", arguments: ["+ x", ".x", "[1]", "(1)", "= x"])
  func height(_ part: String) {
    #expect(readFEEL("x" + String(repeating: part, count: 98)).errors.isEmpty)
    #expect(readFEEL("x" + String(repeating: part, count: 100)).errors.map(\.code) == ["DEPTH"])
  }

  @Test("chains of and, or and commas may be long")
  func chains() {
    #expect(readFEEL("x" + String(repeating: " and x", count: 5_000)).errors.isEmpty)
    #expect(readFEEL("x" + String(repeating: " or x", count: 5_000)).errors.isEmpty)
    #expect(readFEEL("[x" + String(repeating: ", x", count: 5_000) + "]").errors.isEmpty)
  }

  @Test("nesting up to the limit is read")
  func nesting() {
    #expect(readFEEL(String(repeating: "(", count: 99) + "1" + String(repeating: ")", count: 99)).dump == "1")
    #expect(
      readFEEL("x in (" + String(repeating: "x in (", count: 40) + String(repeating: "1..2)", count: 41)).errors.count
        == 40
    )
  }

  @Test("a text longer than the limit is refused")
  func size() {
    let errors = readFEEL(String(repeating: " ", count: 65_537)).errors
    #expect(errors.map(\.code) == ["LIMIT"])
    #expect(errors.first?.message == "the expression has 65537 bytes, of which at most 65536 are read")
    #expect(readFEEL(String(repeating: " ", count: 65_535) + "1").errors.isEmpty)
  }

  @Test("bytes that are no UTF-8 are refused with their place")
  func encoding() {
    for bytes: [UInt8] in [[0x31, 0xFF], [0x31, 0xC0, 0x80], [0x31, 0xED, 0xA0, 0x80], [0x31, 0xE2, 0x82]] {
      var parser = Parser(source: Text(bytes: bytes), names: NameSet(), limits: Limits())
      let errors = parser.parseExpression().diagnostics
      #expect(errors.map(\.code) == ["ENCODING"])
      #expect(errors.first?.span == Span(1, 2))
      #expect(errors.first?.message == "byte 2 of the expression is no UTF-8")
    }
  }

  @Test("at most 100 errors are told")
  func mostErrors() {
    #expect(readFEEL(String(repeating: ") ", count: 1_000)).errors.count == 100)
  }

  @Test(
    "hostile texts of full length end soon",
    arguments: ["](( ", "]1..3[ - 1 ", "x in (x in ", "{a: 1, ", "((1..", ") (", "a b "])
  func hostile(_ part: String) {
    let source = String(repeating: part, count: 65_000 / part.utf8.count)
    let time = ContinuousClock().measure {
      _ = readFEEL(source)
      _ = readFEEL(source, tests: true)
    }
    #expect(time < .seconds(10), "\(part)")
  }

  @Test("random bytes and random runs of tokens never crash, and their trees are whole")
  func random() {
    var random = SeededGenerator(seed: 20_260_401)
    let pieces = Self.pieces.map { Array($0.utf8) }
    for round in 0..<100_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...16, using: &random) {
        if round % 4 == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
          if Bool.random(using: &random) { bytes.append(0x20) }
        }
      }
      let source = Text(bytes: bytes)
      var parser = Parser(source: source, names: Self.names, limits: Limits())
      let (tree, errors) = round % 2 == 0 ? parser.parseExpression() : parser.parseUnaryTests()
      check(tree, errors, source)
    }
  }

  static let names: NameSet = ["date and time", "next meeting", "win-rate", "not", "a b c"].reduce(into: NameSet()) {
    $0.add(name: $1)
  }

  static let pieces = [
    "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "..", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "**", "/",
    "?", "@", "'", "\"", "\"a\"", "\"\\u", "@\"P1D\"", "1", ".5", "1e9", "1..2", "a", "b", "next meeting", "win-rate",
    "and", "or", "not", "not(", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between",
    "instance of", "function(", "true", "null", "item", "/*", "*/", "//", "\n", "==", "&&", "é", "\u{1F600}", "“",
  ]

  /// Whatever was read: children come before parents, spans lie within the source, and errors are in order.
  private func check(_ tree: Tree, _ errors: [Diagnostic], _ source: Text) {
    let count = Int32(source.bytes.count)
    let areWhole = tree.spans.allSatisfy { $0.start >= 0 && $0.start <= $0.end && $0.end <= count }
    let areWithin = errors.allSatisfy { $0.span.start >= 0 && $0.span.start <= $0.span.end && $0.span.end <= count }
    #expect(areWhole && areWithin, "\(source.bytes)")
    #expect(tree.nodes.count == tree.spans.count && !tree.roots.isEmpty, "\(source.bytes)")
    #expect(errors.map(\.span.start) == errors.map(\.span.start).sorted(), "\(source.bytes)")
    _ = tree.description
  }
}

/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
