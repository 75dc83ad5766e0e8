/// Writes JSON text piece by piece; commas and colons come by themselves.
///
///     var writer = JSONWriter()
///     writer.beginObject()
///     writer.key("stage")
///     writer.string("Demo")
///     writer.endObject()            // {"stage":"Demo"}
public struct JSONWriter: Sendable {
  /// The text so far.
  public var bytes: [UInt8] = []
  private var needsComma = false

  /// A writer of an empty text.
  public init() {}

  /// Starts over and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Opens an object; `name` and a value follow for each member, then `endObject`.
  public mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  /// Closes the object that was opened last.
  public mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Opens an array; its values follow, then `endArray`.
  public mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  /// Closes the array that was opened last.
  public mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// The name of the member whose value comes next.
  public mutating func name(_ name: Text) {
    separate()
    Self.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// The name of the member whose value comes next, where the program itself knows it: plain ASCII with nothing to
  /// escape. Makes no text of it first, as `name` must.
  public mutating func key(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(key)
    bytes.append(UInt8(ascii: "\""), UInt8(ascii: ":"))
    needsComma = false
  }

  /// A string; bytes in it that are no UTF-8 become U+FFFD.
  public mutating func string(_ text: Text) {
    separate()
    Self.append(text, to: &bytes)
    needsComma = true
  }

  /// A number in plain notation without trailing zeros after the point; with an exponent past 40 digits.
  public mutating func number(_ number: Decimal34) {
    separate()
    number.write(into: &bytes)
    needsComma = true
  }

  /// An integer.
  public mutating func number(_ number: Int) { self.number(Decimal34(number)) }

  /// `true` or `false`.
  public mutating func boolean(_ boolean: Bool) { word(boolean ? "true" : "false") }

  /// `null`.
  public mutating func null() { word("null") }

  /// Ends a line of line-delimited JSON; the next value stands alone again.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// A whole value. What is nested deeper than 256 levels is written as null (no reader takes it).
  public mutating func value(_ json: JSON) { value(json, sorted: false, depth: 0) }

  mutating func value(_ json: JSON, sorted: Bool, depth: Int) {
    switch json {
    case .null: null()
    case .boolean(let boolean): self.boolean(boolean)
    case .number(let number): self.number(number)
    case .string(let text): string(text)
    case .array where depth >= JSONLimits.deepest, .object where depth >= JSONLimits.deepest: null()
    case .array(let items):
      beginArray()
      for item in items { value(item, sorted: sorted, depth: depth + 1) }
      endArray()
    case .object(var members):
      if sorted { members.sort { $0.name < $1.name } }
      beginObject()
      for member in members {
        name(member.name)
        value(member.value, sorted: sorted, depth: depth + 1)
      }
      endObject()
    }
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func word(_ word: StaticString) {
    separate()
    append(word)
    needsComma = true
  }

  private mutating func append(_ ascii: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: ascii.utf8Start, count: ascii.utf8CodeUnitCount))
  }
}

extension JSON {
  /// Appends the text of this value: members in their order, no blanks.
  public func write(into bytes: inout [UInt8]) {
    var writer = JSONWriter()
    swap(&writer.bytes, &bytes)
    writer.value(self)
    swap(&writer.bytes, &bytes)
  }

  /// The text of this value: members in their order, no blanks.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return bytes
  }

  /// The one text of this value whatever the order of its members: names sorted by their bytes, numbers without
  /// trailing zeros, no blanks. What is hashed to know a playbook.
  public var canonicalBytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(self, sorted: true, depth: 0)
    return writer.bytes
  }
}
