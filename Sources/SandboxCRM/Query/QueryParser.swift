internal import FoundationEssentials

/// Reads `SELECT fields FROM object [WHERE ...] [ORDER BY ...] [LIMIT n] [OFFSET n]` by recursive descent.
struct QueryParser {
  private let tokens: [QueryToken]
  private var at = 0

  /// Reads a whole query.
  static func parse(_ text: String) throws(QuerySyntaxError) -> QueryTree {
    var parser = QueryParser(tokens: try QueryLexer.tokens(text))
    return try parser.query()
  }

  private init(tokens: [QueryToken]) { self.tokens = tokens }

  private var next: QueryToken { tokens[min(at, tokens.count - 1)] }

  private func unexpected() -> QuerySyntaxError {
    let said =
      switch next.kind {
      case .word(let word): "unexpected token: '\(word)'"
      case .literal: "unexpected literal"
      case .sign(let sign): "unexpected token: '\(sign)'"
      case .end: "unexpected end of the query"
      }
    return QuerySyntaxError(message: said, column: next.column)
  }

  private mutating func take(word: String) -> Bool {
    guard case .word(let found) = next.kind, found.uppercased() == word else { return false }
    at += 1
    return true
  }

  private mutating func take(sign: String) -> Bool {
    guard next.kind == .sign(sign) else { return false }
    at += 1
    return true
  }

  private mutating func expect(word: String) throws(QuerySyntaxError) {
    if !take(word: word) { throw unexpected() }
  }

  private mutating func expect(sign: String) throws(QuerySyntaxError) {
    if !take(sign: sign) { throw unexpected() }
  }

  private mutating func query() throws(QuerySyntaxError) -> QueryTree {
    try expect(word: "SELECT")
    var paths: [QueryTree.Path] = []
    if take(word: "COUNT") {
      try expect(sign: "(")
      try expect(sign: ")")
    } else {
      repeat { paths.append(try path()) } while take(sign: ",")
    }
    try expect(word: "FROM")
    let object = try name()
    let condition = take(word: "WHERE") ? try disjunction(depth: 0) : nil
    var order: [QueryTree.Order] = []
    if take(word: "ORDER") {
      try expect(word: "BY")
      repeat { order.append(try self.order()) } while take(sign: ",")
    }
    let limit = take(word: "LIMIT") ? try count() : nil
    let offset = take(word: "OFFSET") ? try count() : 0
    if next.kind != .end { throw unexpected() }
    return QueryTree(paths: paths, object: object, condition: condition, order: order, limit: limit, offset: offset)
  }

  private mutating func name() throws(QuerySyntaxError) -> String {
    guard case .word(let word) = next.kind, !Self.keywords.contains(word.uppercased()) else { throw unexpected() }
    at += 1
    return word
  }

  private mutating func path() throws(QuerySyntaxError) -> QueryTree.Path {
    let names = try name().split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    if names.contains("") || names.count > 6 {
      at -= 1
      throw unexpected()
    }
    return QueryTree.Path(names: names)
  }

  private mutating func order() throws(QuerySyntaxError) -> QueryTree.Order {
    let path = try path()
    let isDescending = take(word: "DESC")
    if !isDescending { _ = take(word: "ASC") }
    var nullsLast = false
    if take(word: "NULLS") {
      nullsLast = take(word: "LAST")
      if !nullsLast { try expect(word: "FIRST") }
    }
    return QueryTree.Order(path: path, isDescending: isDescending, nullsLast: nullsLast)
  }

  private mutating func count() throws(QuerySyntaxError) -> Int {
    guard case .literal(.number(let number)) = next.kind, let count = Int(number.description), count >= 0 else {
      throw unexpected()
    }
    at += 1
    return count
  }

  private mutating func disjunction(depth: Int) throws(QuerySyntaxError) -> QueryTree.Condition {
    if depth > 50 { throw unexpected() }
    let first = try term(depth: depth)
    var conditions = [first]
    if take(word: "OR") {
      repeat { conditions.append(try term(depth: depth)) } while take(word: "OR")
      return .any(conditions)
    }
    if take(word: "AND") {
      repeat { conditions.append(try term(depth: depth)) } while take(word: "AND")
      // SOQL wants parentheses where AND and OR meet.
      if case .word(let word) = next.kind, word.uppercased() == "OR" { throw unexpected() }
      return .all(conditions)
    }
    return first
  }

  private mutating func term(depth: Int) throws(QuerySyntaxError) -> QueryTree.Condition {
    if take(word: "NOT") { return .not(try term(depth: depth + 1)) }
    if take(sign: "(") {
      let inner = try disjunction(depth: depth + 1)
      try expect(sign: ")")
      return inner
    }
    let path = try path()
    if take(word: "NOT") {
      try expect(word: "IN")
      return .contains(path, try list(), isNegated: true)
    }
    if take(word: "IN") { return .contains(path, try list(), isNegated: false) }
    if take(word: "LIKE") { return .compare(path, .like, try literal()) }
    guard case .sign(let sign) = next.kind, let comparison = QueryTree.Comparison(rawValue: sign) else {
      throw unexpected()
    }
    at += 1
    return .compare(path, comparison, try literal())
  }

  private mutating func list() throws(QuerySyntaxError) -> [QueryTree.Literal] {
    try expect(sign: "(")
    var literals: [QueryTree.Literal] = []
    repeat { literals.append(try literal()) } while take(sign: ",")
    try expect(sign: ")")
    return literals
  }

  private mutating func literal() throws(QuerySyntaxError) -> QueryTree.Literal {
    defer { at += 1 }
    switch next.kind {
    case .literal(let literal): return literal
    case .word(let word):
      switch word.lowercased() {
      case "null": return .null
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: throw unexpected()
      }
    default: throw unexpected()
    }
  }

  private static let keywords: Set = [
    "SELECT", "FROM", "WHERE", "ORDER", "BY", "LIMIT", "OFFSET", "AND", "OR", "NOT", "IN", "LIKE", "NULL",
  ]
}
