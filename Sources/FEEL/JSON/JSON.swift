/// A JSON document (RFC 8259): numbers are decimals, members keep their order, texts are UTF-8 bytes.
public enum JSON: Hashable, Sendable {
  /// The word `null`; a member that holds it is there all the same.
  case null
  /// The word `true` or `false`.
  case boolean(Bool)
  /// A decimal, read from its digits and never through a binary double.
  case number(Decimal34)
  /// A text with its escapes resolved.
  case string(Text)
  /// Items in the order of the source.
  case array([JSON])
  /// Members in the order of the source; two of the same name never come out of a reader.
  case object([Member])

  /// One member of an object.
  public struct Member: Hashable, Sendable {
    /// Unique in its object.
    public var name: Text
    /// What stands under the name.
    public var value: JSON

    /// Makes a member of an object.
    public init(_ name: Text, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }
}

extension JSON {
  /// The member of that name, if this is an object that has it.
  ///
  /// - Complexity: O(members).
  public subscript(name: Text) -> JSON? {
    guard case .object(let members) = self else { return nil }
    for member in members where member.name.hasSameBytes(as: name) { return member.value }
    return nil
  }

  /// The text, if this is a string.
  public var text: Text? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, if this is one.
  public var number: Decimal34? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The truth value, if this is one.
  public var boolean: Bool? {
    if case .boolean(let boolean) = self { boolean } else { nil }
  }

  /// The items, if this is an array.
  public var items: [JSON]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// The members, if this is an object.
  public var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Whether this is `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

/// What a JSON text from outside may cost.
public struct JSONLimits: Hashable, Sendable {
  /// Bytes of the whole text.
  public var bytes: Int
  /// Objects and arrays inside each other; never more than 256, whatever is asked.
  public var depth: Int
  /// Values in the whole text, objects and arrays included.
  public var values: Int

  /// Makes limits; by default 16 MiB, 64 levels and a million values.
  public init(bytes: Int = 16_777_216, depth: Int = 64, values: Int = 1_000_000) {
    self.bytes = bytes
    self.depth = depth
    self.values = values
  }

  /// The deepest nesting that any part of the product reads or writes.
  static let deepest = 256
}
