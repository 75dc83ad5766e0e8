internal import FoundationEssentials

/// One word, sign or literal of a query.
struct QueryToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word(String)
    case literal(QueryTree.Literal)
    case sign(String)
    case end
  }

  var kind: Kind
  var column: Int
}

/// Cuts a query into tokens.
enum QueryLexer {
  static func tokens(_ text: String) throws(QuerySyntaxError) -> [QueryToken] {
    let characters = Array(text)
    var tokens: [QueryToken] = []
    var at = 0
    while at < characters.count {
      let character = characters[at]
      if character.isWhitespace {
        at += 1
      } else if character == "'" {
        let start = at
        let value = try string(characters, &at)
        tokens.append(QueryToken(kind: .literal(.text(value)), column: start))
      } else if character.isNumber || character == "-" || character == "+" {
        let start = at
        while at < characters.count, characters[at].isNumber || "+-:.TZeE".contains(characters[at]) { at += 1 }
        let literal = try number(String(characters[start..<at]), column: start)
        tokens.append(QueryToken(kind: .literal(literal), column: start))
      } else if character.isLetter {
        let start = at
        while at < characters.count, characters[at].isLetter || characters[at].isNumber || "_.".contains(characters[at])
        {
          at += 1
        }
        tokens.append(QueryToken(kind: .word(String(characters[start..<at])), column: start))
      } else {
        var sign = String(character)
        if at + 1 < characters.count, ["<=", ">=", "!=", "<>"].contains(sign + String(characters[at + 1])) {
          sign.append(characters[at + 1])
        }
        guard ["=", "<", ">", "<=", ">=", "!=", "<>", "(", ")", ","].contains(sign) else {
          throw QuerySyntaxError(message: "unexpected token: '\(sign)'", column: at)
        }
        tokens.append(QueryToken(kind: .sign(sign == "<>" ? "!=" : sign), column: at))
        at += sign.count
      }
    }
    tokens.append(QueryToken(kind: .end, column: at))
    return tokens
  }

  private static func string(_ characters: [Character], _ at: inout Int) throws(QuerySyntaxError) -> String {
    let start = at
    at += 1
    var text = ""
    while at < characters.count {
      let character = characters[at]
      at += 1
      if character == "'" { return text }
      guard character == "\\" else {
        text.append(character)
        continue
      }
      guard at < characters.count else { break }
      let escaped = characters[at]
      at += 1
      switch escaped {
      case "n", "N": text.append("\n")
      case "r", "R": text.append("\r")
      case "t", "T": text.append("\t")
      case "'", "\"", "\\", "_", "%": text.append(escaped)
      default: throw QuerySyntaxError(message: "Illegal string escape: \\\(escaped)", column: at - 2)
      }
    }
    throw QuerySyntaxError(message: "the text that begins here has no end", column: start)
  }

  private static func number(_ text: String, column: Int) throws(QuerySyntaxError) -> QueryTree.Literal {
    if let day = Calendar.day(text) { return .date(day) }
    if let instant = Calendar.instant(text) { return .instant(instant) }
    if case .number(let number)? = try? JSONValue.parse(Array(text.utf8)) { return .number(number) }
    throw QuerySyntaxError(message: "unexpected token: '\(text)'", column: column)
  }
}
