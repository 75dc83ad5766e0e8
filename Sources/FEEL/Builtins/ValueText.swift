/// Values as text, as FEEL's `string` gives them (DMN 1.5 §10.3.4.1).
enum ValueText {
  /// The text of a value; strings as they are, without quotes. Nil for null, and for what has no text (unknown,
  /// functions). Inside lists and contexts strings stand in quotes.
  static func string(_ value: Value) -> Text? {
    if case .string(let text) = value { return text }
    var writer = ValueWriter()
    guard writer.append(value, depth: 0) else { return nil }
    return Text(bytes: writer.bytes)
  }

  /// The text of a value that is cut off behind so many bytes; nil also beyond that.
  static func string(_ value: Value, limit: Int) -> Text? {
    if case .string(let text) = value { return text.bytes.count <= limit ? text : nil }
    var writer = ValueWriter(limit: limit)
    guard writer.append(value, depth: 0) else { return nil }
    return Text(bytes: writer.bytes)
  }
}

/// Builds the text of a value.
private struct ValueWriter {
  var bytes: [UInt8] = []
  var limit = Int.max

  init(limit: Int = .max) { self.limit = limit }

  /// False: there is no text for it, or it grew too long or too deep.
  mutating func append(_ value: Value, depth: Int) -> Bool {
    if depth > 100 || bytes.count > limit { return false }
    switch value {
    case .null where depth > 0: bytes += Self.null.bytes
    case .unknown, .null, .function, .undecided, .uncertainList: return false
    case .boolean(let boolean): bytes += (boolean ? Self.true : Self.false).bytes
    case .small, .large: value.decimal?.write(into: &bytes)
    case .string(let text): appendQuoted(text)
    case .date, .time, .dateTime, .monthsDuration, .daysDuration:
      if let text = TemporalLiteral.text(of: value) { bytes += text.bytes }
    case .list(let items):
      return append(items.count, open: "[", close: "]", depth: depth) { writer, index in
        writer.append(items[index], depth: depth + 1)
      }
    case .context(let context):
      return append(context.values.count, open: "{", close: "}", depth: depth) { writer, index in
        writer.appendKey(context.shape.keys[index])
        writer.bytes.append(UInt8(ascii: ":"), UInt8(ascii: " "))
        return writer.append(context.values[index], depth: depth + 1)
      }
    case .range(let range): return append(range, depth: depth)
    }
    return bytes.count <= limit
  }

  private static let null: Text = "null"
  private static let `true`: Text = "true"
  private static let `false`: Text = "false"

  private mutating func append(
    _ count: Int, open: Unicode.Scalar, close: Unicode.Scalar, depth: Int,
    _ item: (inout ValueWriter, Int) -> Bool
  ) -> Bool {
    bytes.append(UInt8(ascii: open))
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ","), UInt8(ascii: " ")) }
      if !item(&self, index) { return false }
    }
    bytes.append(UInt8(ascii: close))
    return true
  }

  private mutating func appendQuoted(_ text: Text) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.bytes {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A key stands without quotes if it is a plain name.
  private mutating func appendKey(_ key: Text) {
    let isPlain = key.bytes.allSatisfy { byte in
      byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: " ")
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
    if isPlain && !key.isEmpty { bytes += key.bytes } else { appendQuoted(key) }
  }

  private mutating func append(_ range: RangeValue, depth: Int) -> Bool {
    if let only = range.only {
      bytes.append(UInt8(ascii: "("))
      if case .different = range.form { bytes.append(UInt8(ascii: "!")) }
      bytes.append(UInt8(ascii: "="))
      if !append(only, depth: depth + 1) { return false }
      bytes.append(UInt8(ascii: ")"))
      return bytes.count <= limit
    }
    bytes.append(UInt8(ascii: range.startIncluded ? "[" : "("))
    if !append(range.start ?? .null, depth: depth + 1) { return false }
    bytes.append(UInt8(ascii: "."), UInt8(ascii: "."))
    if !append(range.end ?? .null, depth: depth + 1) { return false }
    bytes.append(UInt8(ascii: range.endIncluded ? "]" : ")"))
    return true
  }
}
