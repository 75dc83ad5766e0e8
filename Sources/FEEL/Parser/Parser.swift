/// Reads FEEL (DMN 1.5 §10.3.1) into a tree.
///
/// It never fails: what can't be read is reported with its place, stands in the tree as `null`, and reading goes on, so
/// that all errors of a text are told at once. No name needs to be known; known names decide only how far names of
/// several parts reach. A tree is never higher than `limits.depth`, so whoever walks it may recurse.
///
/// - Complexity: O(n × depth) for a text of n bytes.
public struct Parser {
  let source: Text
  let names: NameSet
  let limits: Limits

  var tokens: [Token] = []
  var position = 0
  var tree: Tree
  /// The height of each node's subtree.
  var heights: [Int32] = []
  var diagnostics: [Diagnostic] = []
  /// Names that the text itself declares: context keys, iteration variables.
  var locals = NameTrie()
  /// Keys of contexts and of context types that the text has had so far: they may stand behind a dot, and in a filter.
  var keys = NameTrie()
  /// How many filters surround the current place; in them the members of items stand by themselves.
  var filters = 0
  /// Nesting of the expression being read.
  var level = 0
  /// The tokens that opened the brackets around the current place.
  var openings: [Int] = []
  /// The keywords that a surrounding construct waits for.
  var awaited: [Keyword] = []
  /// The number of open brackets at which `[` may close a range instead of starting a filter.
  var rangeLevel: Int?
  /// Set once reading was given up.
  var isStopped = false
  /// Whether an unclosed string or comment swallowed the rest, closing brackets included.
  var isCutShort = false

  /// Reads `source`, in which `names` are known.
  public init(source: Text, names: NameSet, limits: Limits) {
    self.source = source
    self.names = names
    self.limits = limits
    tree = Tree(source: source)
  }

  /// Reads the source as one expression (grammar rule 1); the tree has one root.
  ///
  /// Codes of diagnostics: `SYNTAX`, `LITERAL`, `DEPTH`, `LIMIT`, `ENCODING`; all are errors, but see
  /// `Diagnostic.under(_:)`. They are in order of place.
  public mutating func parseExpression() -> (tree: Tree, diagnostics: [Diagnostic]) {
    start()
    let root = isStopped ? hole() : expression()
    finish()
    return result([root])
  }

  /// Reads the source as what an iteration goes over (an iteration context): the tree has one root, a list or range, or two,
  /// the ends of `a..b`.
  public mutating func parseDomain() -> (tree: Tree, diagnostics: [Diagnostic]) {
    start()
    var roots = [isStopped ? hole() : expression()]
    if take(.dots) { roots.append(expression()) }
    finish()
    return result(roots)
  }

  /// Reads the source as unary tests (grammar rule 17): `-`, `not(...)`, or tests of which one must hold.
  ///
  /// A test that is an expression is a root as it stands: if it mentions the subject (`?`) it must be true, else the
  /// subject must be equal to it or in it.
  public mutating func parseUnaryTests() -> (tree: Tree, diagnostics: [Diagnostic]) {
    start()
    let roots = isStopped ? [hole()] : unaryTests()
    finish()
    return result(roots)
  }

  mutating func start() {
    tree = Tree(source: source)
    (tokens, position, heights, diagnostics, locals, keys) = ([], 0, [], [], NameTrie(), NameTrie())
    (filters, level, openings, awaited, rangeLevel, isStopped, isCutShort) = (0, 0, [], [], nil, false, false)
    let bytes = source.bytes
    if bytes.count > min(limits.sourceBytes, Int(Int32.max)) {
      report(
        "LIMIT", Span(0, min(bytes.count, Int(Int32.max))),
        "the expression has \(bytes.count) bytes, of which at most \(limits.sourceBytes) are read",
        fix: "divide it over several rules or facts")
    } else if let invalid = Characters.firstInvalid(bytes) {
      report(
        "ENCODING", Span(invalid, invalid + 1), "byte \(invalid + 1) of the expression is no UTF-8",
        fix: "save the file as UTF-8")
    }
    if !diagnostics.isEmpty {
      tokens = [Token(.end, Span(0, 0), isSpaced: false)]
      isStopped = true
    } else {
      readTokens()
    }
  }

  /// Reports whatever stands behind the expression.
  private mutating func finish() {
    while !isStopped, current.kind != .end { skipUnexpected() }
  }

  private mutating func result(_ roots: [NodeID]) -> (Tree, [Diagnostic]) {
    tree.roots = roots
    diagnostics.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    return (tree, diagnostics)
  }
}

extension Parser {
  var current: Token { tokens[position] }

  var previous: Token? { position > 0 ? tokens[position - 1] : nil }

  /// The token after the current one.
  var following: Token { tokens[min(position + 1, tokens.count - 1)] }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  /// Moves over the current token if it is of that kind.
  mutating func take(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  /// Moves over the current token if it is that keyword.
  mutating func take(_ keyword: Keyword) -> Bool {
    guard current.keyword == keyword else { return false }
    advance()
    return true
  }

  func bytes(_ span: Span) -> ArraySlice<UInt8> { source.bytes[Int(span.start)..<Int(span.end)] }

  /// The tokens from one place up to another as a name: white space and comments between them are one space.
  func name(_ range: Range<Int>) -> Text {
    var name: [UInt8] = []
    for index in range {
      if index > range.lowerBound, tokens[index].isSpaced { name.append(UInt8(ascii: " ")) }
      name += bytes(tokens[index].span)
    }
    return Text(bytes: name)
  }

  /// The span from a node's start to the end of the last token that was read.
  func span(from id: NodeID) -> Span { Span(Int(tree.span(of: id).start), Int(previous?.span.end ?? 0)) }

  /// The span from a token's start to the end of the last token that was read.
  func span(from token: Token) -> Span {
    Span(Int(token.span.start), max(Int(token.span.start), Int(previous?.span.end ?? 0)))
  }

  /// Adds a node, unless the tree grows too high: then reading ends.
  mutating func add(_ node: Node, _ span: Span) -> NodeID {
    let height = 1 + heightBelow(node)
    guard Int(height) <= max(1, limits.depth) else {
      stopAtDepth(span)
      return hole()
    }
    heights.append(height)
    return tree.add(node, span)
  }

  /// What stands for something that can't be read.
  mutating func hole() -> NodeID {
    heights.append(1)
    return tree.add(.literal(.null), Span(Int(current.span.start), Int(current.span.start)))
  }

  private func heightBelow(_ node: Node) -> Int32 { node.children.reduce(0) { max($0, height($1)) } }

  private func height(_ id: NodeID) -> Int32 { heights[Int(id.index)] }
}
