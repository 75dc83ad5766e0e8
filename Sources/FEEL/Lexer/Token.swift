/// The words of FEEL that are no names, unless a longer name in scope contains them (DMN 1.5 §10.3.1.4).
public enum Keyword: UInt8, Sendable, CaseIterable {
  /// The words of operators, choices, loops and quantifiers.
  case and, or, between, `in`, instance, `if`, then, `else`, `for`, `return`, some, every, satisfies
  /// The words of literals, and the one that a function definition starts with.
  case `true`, `false`, null, function

  /// The word as FEEL writes it.
  public var text: Text {
    switch self {
    case .and: "and"
    case .or: "or"
    case .between: "between"
    case .in: "in"
    case .instance: "instance"
    case .if: "if"
    case .then: "then"
    case .else: "else"
    case .for: "for"
    case .return: "return"
    case .some: "some"
    case .every: "every"
    case .satisfies: "satisfies"
    case .true: "true"
    case .false: "false"
    case .null: "null"
    case .function: "function"
    }
  }

  /// The keyword that these bytes spell, in lower case as FEEL asks.
  public init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count >= 2, bytes.count <= 9 else { return nil }
    for keyword in Keyword.allCases where keyword.text.bytes.elementsEqual(bytes) {
      self = keyword
      return
    }
    return nil
  }
}

/// The smallest unit of a FEEL text: a part of a name, a literal, or a sign.
public struct Token: Hashable, Sendable {
  /// What a token is.
  public enum Kind: UInt8, Sendable {
    /// A part of a name; names with spaces or signs are several tokens (see `NameSet`).
    case word
    /// Digits with a fraction and an exponent if there are any, without a sign: `1.5e-3`.
    case number
    /// A string with its quotation marks, its escapes as they are written.
    case string
    /// `@`, before the string of a temporal literal.
    case at
    /// `?`, the subject of a unary test.
    case question
    /// `+`, `-`, `*`, `**` and `/`.
    case plus, minus, star, power, slash
    /// `.`, `..`, `,`, `:` and `;`.
    case dot, dots, comma, colon, semicolon
    /// `'`, legal in names only.
    case apostrophe
    /// `=`, `!=`, `<`, `<=`, `>` and `>=`.
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    /// `(`, `)`, `[`, `]`, `{` and `}`.
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    /// A string that runs to the end of the text without a closing quotation mark.
    case unclosedString
    /// A `/*` comment without `*/`; it covers the rest of the text.
    case unclosedComment
    /// A character that FEEL has no use for.
    case invalid
    /// The end of the text; its span is empty, and no token follows but itself.
    case end
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands.
  public var span: Span
  /// Whether white space or a comment stands before it.
  public var isSpaced: Bool
  /// Set for a word that is a keyword unless it is part of a name.
  public var keyword: Keyword?

  /// Makes a token; if the keyword is nil, it spells none.
  public init(_ kind: Kind, _ span: Span, isSpaced: Bool, keyword: Keyword? = nil) {
    self.kind = kind
    self.span = span
    self.isSpaced = isSpaced
    self.keyword = keyword
  }
}
