internal import FEEL

// Where the parts of a sentence end. FEEL knows `and` and commas too, and a name may be spelt like an action's keyword,
// so a separator ends a value only if an action's keyword with something that no FEEL name is followed by comes next,
// and what stands before it is whole: `max(a, flag)` holds no action.
extension SentenceReader {
  /// Whether an action starts here.
  func actionStarts(at place: Int) -> Bool {
    guard mayStartAction(at: place) else { return false }
    switch keyword(at: place) {
    case .set, .add: return findTo(from: place + 1) != nil
    default: return true
    }
  }

  /// Whether a keyword stands here with a token behind it that no FEEL name is followed by.
  private func mayStartAction(at place: Int) -> Bool {
    guard let keyword = keyword(at: place), step(place) == 1, !isMember(place) else { return false }
    let next = tokens[place + 1]
    let isNameNext = (next.kind == .word && next.keyword == nil && !isWord(place + 1, "to")) || next.kind == .string
    switch keyword {
    case .upgrade: return isWord(place + 1, "to") || isWord(place + 1, "from") || isNameNext
    case .propose, .set, .flag, .ask, .start, .require: return isNameNext
    case .add:
      return isNameNext || [.number, .at, .minus, .leftParenthesis, .leftBracket, .question].contains(next.kind)
        || [.if, .for, .some, .every, .true, .false, .null].contains(next.keyword)
    }
  }

  /// Where the `to` stands that belongs to an action; nil if another action comes first.
  func findTo(from start: Int) -> Int? {
    var place = start
    while tokens[place].kind != .end, tokens[place].kind != .semicolon {
      let step = step(place)
      if step == 1, isWord(place, "to"), !isMember(place) { return place }
      if place > start, isSeparator(place), mayStartAction(at: behindSeparator(place)), isWhole(start..<place) {
        return nil
      }
      place += step
    }
    return nil
  }

  func isSeparator(_ place: Int) -> Bool { tokens[place].kind == .comma || isWord(place, "and") }

  /// The place behind `,`, `and`, or `, and`.
  func behindSeparator(_ place: Int) -> Int {
    tokens[place].kind == .comma && isWord(place + 1, "and") ? place + 2 : min(place + 1, end)
  }

  /// Where a value ends: at `;`, the end, or a separator with an action behind it.
  func endOfPart(from start: Int) -> Int {
    var place = start
    var first: Int?
    while tokens[place].kind != .end, tokens[place].kind != .semicolon {
      if isSeparator(place) {
        let behind = behindSeparator(place)
        if actionStarts(at: behind) || isUnfinishedAction(place, behind) {
          if isWhole(start..<place) { return place }
          first = first ?? place
        }
      }
      place += step(place)
    }
    // A value with an error in it ends where it would if it had none.
    return isWhole(start..<place) ? place : first ?? place
  }

  /// Whether a comma is followed by the keyword of an action and nothing else.
  private func isUnfinishedAction(_ separator: Int, _ place: Int) -> Bool {
    guard tokens[separator].kind == .comma, keyword(at: place) != nil else { return false }
    return [.end, .semicolon, .comma].contains(tokens[place + 1].kind)
  }

  /// Whether the tokens are a whole FEEL expression.
  private func isWhole(_ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    guard budget.take(range.count) else { return true }
    var parser = Parser(source: Text(bytes: Array(bytes(range))), names: names.all, limits: limits)
    return !parser.parseExpression().diagnostics.contains { $0.code == "SYNTAX" }
  }

  /// Where an unquoted name ends: before a separator, unless a declared name goes on.
  func endOfName(from start: Int) -> Int {
    var place = start
    while tokens[place].kind != .end, tokens[place].kind != .semicolon, !isSeparator(place) {
      if place > start, actionStarts(at: place) { return place }
      place += step(place)
    }
    return place
  }
}

/// What one sentence may cost, so that none is slow to read.
final class ReadingBudget {
  private var tokens = 200_000
  private var findings = 50

  /// Takes one finding from the budget; false once it is used up.
  func takeFinding() -> Bool {
    findings -= 1
    return findings >= 0
  }

  /// Takes tokens that are read ahead from the budget; false once it is used up.
  func take(_ count: Int) -> Bool {
    tokens -= count
    return tokens >= 0
  }
}
