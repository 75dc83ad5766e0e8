internal import FoundationEssentials

/// A JSON value. Objects keep the order of their members; numbers are exact decimals.
enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(Decimal)
  /// Written with a point always, as Salesforce writes its doubles; reading never makes one.
  case double(Decimal)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One member of an object.
  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONValue

    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map { Member($0, $1) }) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(Decimal(value)) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }

  init(_ value: Int) { self = .number(Decimal(value)) }
  init(_ value: Int64) { self = .number(Decimal(value)) }
  init(_ value: String?) { self = value.map { .string($0) } ?? .null }
}

extension JSONValue {
  /// The first member of this name; nil for anything but an object.
  subscript(name: String) -> JSONValue? { members?.first { $0.name == name }?.value }

  var members: [Member]? { if case .object(let members) = self { members } else { nil } }
  var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var boolean: Bool? { if case .boolean(let boolean) = self { boolean } else { nil } }
  var decimal: Decimal? { if case .number(let number) = self { number } else { nil } }

  /// The whole number that stands here, if one does.
  var integer: Int? { decimal.flatMap { Int($0.description) } }

  /// How Salesforce's parser names what it met, as its `JSON_PARSER_ERROR` says it.
  var tokenName: String {
    switch self {
    case .null: "VALUE_NULL"
    case .boolean(let value): value ? "VALUE_TRUE" : "VALUE_FALSE"
    case .number(let value): value.description.contains(".") ? "VALUE_NUMBER_FLOAT" : "VALUE_NUMBER_INT"
    case .double: "VALUE_NUMBER_FLOAT"
    case .string: "VALUE_STRING"
    case .array: "START_ARRAY"
    case .object: "START_OBJECT"
    }
  }
}
