internal import FoundationEssentials

/// A parsed `SELECT`, its names not yet looked up.
struct QueryTree: Sendable {
  /// A field, or a way to one over relationships: `Account.Owner.Name`.
  struct Path: Hashable, Sendable {
    var names: [String]
    var text: String { names.joined(separator: ".") }
  }

  enum Comparison: String, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case like = "LIKE"
  }

  enum Literal: Hashable, Sendable {
    case null
    case text(String)
    case number(Decimal)
    case boolean(Bool)
    case date(Int)
    case instant(Int64)
  }

  indirect enum Condition: Sendable {
    case compare(Path, Comparison, Literal)
    case contains(Path, [Literal], isNegated: Bool)
    case not(Condition)
    case all([Condition])
    case any([Condition])
  }

  struct Order: Sendable {
    var path: Path
    var isDescending: Bool
    /// Empty values come first unless the query says otherwise.
    var nullsLast: Bool
  }

  /// Empty for `COUNT()`.
  var paths: [Path]
  var object: String
  var condition: Condition?
  var order: [Order]
  var limit: Int?
  var offset: Int
}

/// A query that cannot be read.
struct QuerySyntaxError: Error, Hashable, Sendable {
  var message: String
  /// Characters from the start.
  var column: Int

  var failure: APIFailure {
    APIFailure(400, "MALFORMED_QUERY", "ERROR at Row:1:Column:\(column + 1)\n\(message)")
  }
}
