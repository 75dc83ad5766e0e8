internal import FEEL
internal import Sales

extension JSON {
  /// An object; what is unknown is there as `null`, so that the shape of an answer never changes.
  static func members(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(members.map { JSON.Member(Text($0.key), $0.value) })
  }

  static func text(_ text: Text?) -> JSON { text.map { .string($0) } ?? .null }
  static func text(_ text: String?) -> JSON { text.map { .string(Text($0)) } ?? .null }
  static func texts(_ texts: [Text]) -> JSON { .array(texts.map { .string($0) }) }
  static func amount(_ amount: Decimal34?) -> JSON { amount.map { .number($0) } ?? .null }
  static func count(_ count: Int) -> JSON { .number(Decimal34(count)) }
  static func count(_ count: Int64) -> JSON { .number(Decimal34(count)) }

  /// An instant in epoch milliseconds, as RFC 3339.
  static func instant(_ milliseconds: Int64?) -> JSON { milliseconds.map { .string(Instant.text($0)) } ?? .null }

  static func list(_ items: [JSON]) -> JSON { .array(items) }
}
