/// How tightly an operator binds its operands: from loosest to tightest.
enum Binding {
  static let none = 0
  static let or = 10
  static let and = 20
  static let comparison = 30
  static let sum = 40
  static let product = 50
  static let power = 60
  static let sign = 65
  static let postfix = 70
}

// Precedence climbing: a value, then all operators that bind at least as tightly as `minimum`. The functions are kept
// small because nested texts nest their frames, and WebAssembly has 256 KiB of stack.
extension Parser {
  /// Reads an expression of operators that bind at least as tightly as `minimum`.
  mutating func expression(_ minimum: Int = Binding.none) -> NodeID {
    guard level < max(1, limits.depth) else {
      stopAtDepth(current.span)
      return hole()
    }
    level += 1
    let left = prefix()
    let result = infix(left, minimum)
    level -= 1
    return result
  }

  /// Reads the operators behind a value that bind at least as tightly as `minimum`.
  mutating func infix(_ first: NodeID, _ minimum: Int) -> NodeID {
    var left = first
    while !isStopped {
      let binding = binding(of: current, behind: left)
      if binding != Binding.none, binding >= minimum {
        left = operation(left, binding)
      } else if minimum == Binding.none, current.kind == .invalid {
        advance()
        if startsValue(current) { _ = expression(Binding.or) }
      } else if minimum == Binding.none, startsValue(current), current.kind != .leftBracket {
        reportSideBySide()
        _ = expression(Binding.or)
      } else {
        break
      }
    }
    return left
  }

  /// How tightly the token binds as an operator behind a value; `none` if it is no operator.
  private func binding(of token: Token, behind left: NodeID) -> Int {
    switch token.kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: Binding.comparison
    case .plus, .minus: Binding.sum
    case .star, .slash: Binding.product
    case .power: Binding.power
    case .dot, .leftParenthesis: Binding.postfix
    case .leftBracket: closesRange(behind: left) ? Binding.none : Binding.postfix
    case .word:
      switch token.keyword {
      case .or: Binding.or
      case .and: Binding.and
      case .between, .in, .instance: Binding.comparison
      default: Binding.none
      }
    default: Binding.none
    }
  }

  /// Reads the operator at the current place with what belongs to it.
  private mutating func operation(_ left: NodeID, _ binding: Int) -> NodeID {
    switch binding {
    case Binding.or, Binding.and: connective(left, binding)
    case Binding.comparison: comparison(left)
    case Binding.postfix: postfix(left)
    default: arithmetic(left, binding)
    }
  }

  private mutating func arithmetic(_ left: NodeID, _ binding: Int) -> NodeID {
    let sign: BinaryOperator =
      switch current.kind {
      case .plus: .add
      case .minus: .subtract
      case .star: .multiply
      case .slash: .divide
      default: .power
      }
    advance()
    // All are left-associative, the power too: 3 ** 4 ** 5 is (3 ** 4) ** 5.
    let right = expression(binding + 1)
    return add(.binary(sign, left, right), span(from: left))
  }

  /// Reads all operands of a chain of `and` or of `or`.
  private mutating func connective(_ left: NodeID, _ binding: Int) -> NodeID {
    let keyword: Keyword = binding == Binding.and ? .and : .or
    var operands = [left]
    while !isStopped, take(keyword) { operands.append(expression(binding + 1)) }
    // Both are associative over true, false, null and unknown, so a long chain may become a flat tree.
    if operands.count <= 8 {
      return operands.dropFirst().reduce(left) { connect(keyword, $0, $1) }
    }
    while operands.count > 1 {
      var paired: [NodeID] = []
      for index in stride(from: 0, to: operands.count, by: 2) {
        paired.append(
          index + 1 < operands.count ? connect(keyword, operands[index], operands[index + 1]) : operands[index])
      }
      operands = paired
    }
    return operands[0]
  }

  private mutating func connect(_ keyword: Keyword, _ left: NodeID, _ right: NodeID) -> NodeID {
    let span = Span(Int(tree.span(of: left).start), Int(tree.span(of: right).end))
    return add(keyword == .and ? .and(left, right) : .or(left, right), span)
  }

  /// Reads a comparison: by sign, `between`, `in` or `instance of`.
  private mutating func comparison(_ left: NodeID) -> NodeID {
    if let sign = compareOperator(current.kind) {
      advance()
      let right = expression(Binding.comparison + 1)
      return add(.compare(sign, left, right), span(from: left))
    }
    switch current.keyword {
    case .between: return between(left)
    case .in: return membership(left)
    default: return instance(left)
    }
  }

  func compareOperator(_ kind: Token.Kind) -> CompareOperator? {
    switch kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  private mutating func between(_ left: NodeID) -> NodeID {
    let word = current
    advance()
    let low = expression(Binding.comparison + 1)
    guard take(.and) else {
      report("SYNTAX", word.span, "`between` has no `and`", fix: "write `between ... and ...`")
      return add(.between(left, low, hole()), span(from: left))
    }
    let high = expression(Binding.comparison + 1)
    return add(.between(left, low, high), span(from: left))
  }
}
