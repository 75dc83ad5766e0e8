/// Values as text.
public enum ValueText {
  /// The text of a value as FEEL's `string` gives it (DMN 1.5 §10.3.4.1): a string as it is, without quotes; inside
  /// lists and contexts strings stand in quotes. Nil for null, and for what has no text (unknown, functions).
  ///
  /// - Parameter limit: the most bytes; nil beyond that.
  static func string(_ value: Value, limit: Int = .max) -> Text? {
    if case .string(let text) = value { return text.bytes.count <= limit ? text : nil }
    if case .null = value { return nil }
    return ValueWriter.text(of: value, .string, limit: limit)
  }

  /// The FEEL expression that stands for a value: read and evaluated, it gives the value back (`@"P1D"`, `"a\nb"`,
  /// `{"a+b": [1..5)}`). Nil for what FEEL can't write: functions, and what only our law knows.
  ///
  /// - Parameter limit: the most bytes; nil beyond that.
  public static func literal(_ value: Value, limit: Int = .max) -> Text? {
    ValueWriter.text(of: value, .literal, limit: limit)
  }

  /// A value for people: as `literal(_:limit:)`, with words for what has no literal (`unknown`, `function(a, b)`), and
  /// `...` where it is cut off behind about `limit` bytes.
  public static func shown(_ value: Value, limit: Int = .max) -> Text {
    var writer = ValueWriter(.shown, limit: limit)
    if writer.append(value, depth: 0) { return Text(bytes: writer.bytes) }
    var bytes = Array(writer.bytes.prefix(max(0, limit)))
    // No half character stands at the end.
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
    if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    return Text(bytes: bytes) + "..."
  }
}

/// Builds the text of a value.
private struct ValueWriter {
  /// What the text is for.
  enum Form { case string, literal, shown }

  var bytes: [UInt8] = []
  private let form: Form
  private let limit: Int

  init(_ form: Form, limit: Int) {
    self.form = form
    self.limit = limit
  }

  static func text(of value: Value, _ form: Form, limit: Int) -> Text? {
    var writer = ValueWriter(form, limit: limit)
    return writer.append(value, depth: 0) ? Text(bytes: writer.bytes) : nil
  }

  /// False: there is no text for it, or it grew too long or too deep.
  mutating func append(_ value: Value, depth: Int) -> Bool {
    if depth > 100 || bytes.count > limit { return false }
    switch value {
    case .null: add("null")
    case .boolean(let boolean): add(boolean ? "true" : "false")
    case .small, .large: value.decimal?.write(into: &bytes)
    case .string(let text): bytes += form == .string ? Self.quoted(text) : StringLiteral.written(text).bytes
    case .date, .time, .dateTime, .monthsDuration, .daysDuration: appendTemporal(value)
    case .list(let items):
      return append(items.count, open: "[", close: "]") { writer, index in
        writer.append(items[index], depth: depth + 1)
      }
    case .context(let context):
      return append(context.values.count, open: "{", close: "}") { writer, index in
        writer.appendKey(context.shape.keys[index])
        writer.add(": ")
        return writer.append(context.values[index], depth: depth + 1)
      }
    case .range(let range): return append(range, depth: depth)
    case .unknown, .undecided, .uncertainList, .function:
      return form == .shown && appendWords(value, depth: depth)
    }
    return bytes.count <= limit
  }

  private mutating func add(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(
    _ count: Int, open: Unicode.Scalar, close: Unicode.Scalar, _ item: (inout ValueWriter, Int) -> Bool
  ) -> Bool {
    bytes.append(UInt8(ascii: open))
    for index in 0..<count {
      if index > 0 { add(", ") }
      if !item(&self, index) { return false }
    }
    bytes.append(UInt8(ascii: close))
    return bytes.count <= limit
  }

  private mutating func appendTemporal(_ value: Value) {
    guard let text = TemporalLiteral.text(of: value) else { return }
    if form != .string { add("@\"") }
    bytes += text.bytes
    if form != .string { add("\"") }
  }

  // MARK: Texts and keys

  /// In quotes, with escapes for quotes and backslashes only.
  private static func quoted(_ text: Text) -> [UInt8] {
    var quoted = [UInt8(ascii: "\"")]
    for byte in text.bytes {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { quoted.append(UInt8(ascii: "\\")) }
      quoted.append(byte)
    }
    quoted.append(UInt8(ascii: "\""))
    return quoted
  }

  /// A key stands without quotes if it is a plain name.
  private mutating func appendKey(_ key: Text) {
    if form == .string ? Self.isPlain(key) : Self.isName(key) {
      bytes += key.bytes
    } else {
      bytes += form == .string ? Self.quoted(key) : StringLiteral.written(key).bytes
    }
  }

  private static func isPlain(_ key: Text) -> Bool {
    !key.isEmpty && key.bytes.allSatisfy { $0 >= 0x80 || $0 == UInt8(ascii: " ") || isWordByte($0) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || Characters.isDigit(byte)
  }

  /// Words of letters with one space between each two, none of them a keyword: reads as one name everywhere.
  private static func isName(_ key: Text) -> Bool {
    let words = key.bytes.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      guard let first = word.first, !Characters.isDigit(first), word.allSatisfy(isWordByte) else { return false }
      return Keyword(word) == nil
    }
  }

  // MARK: Ranges

  private mutating func append(_ range: RangeValue, depth: Int) -> Bool {
    if let only = range.only {
      if case .different = range.form { add("(!=") } else { add("(=") }
      if form != .string { add(" ") }
      if !append(only, depth: depth + 1) { return false }
      add(")")
      return bytes.count <= limit
    }
    guard range.start != nil && range.end != nil || form == .string else { return appendOpen(range, depth: depth) }
    bytes.append(UInt8(ascii: range.startIncluded ? "[" : "("))
    if !append(range.start ?? .null, depth: depth + 1) { return false }
    add("..")
    if !append(range.end ?? .null, depth: depth + 1) { return false }
    bytes.append(UInt8(ascii: range.endIncluded ? "]" : ")"))
    return bytes.count <= limit
  }

  /// A range that has one end only: `(< 5)`.
  private mutating func appendOpen(_ range: RangeValue, depth: Int) -> Bool {
    if let start = range.start {
      add(range.startIncluded ? "(>= " : "(> ")
      if !append(start, depth: depth + 1) { return false }
    } else if let end = range.end {
      add(range.endIncluded ? "(<= " : "(< ")
      if !append(end, depth: depth + 1) { return false }
    } else {
      return false
    }
    add(")")
    return bytes.count <= limit
  }

  // MARK: What has no literal

  private mutating func appendWords(_ value: Value, depth: Int) -> Bool {
    switch value {
    case .undecided(let interval):
      add("unknown from ")
      interval.least.write(into: &bytes)
      add(" to ")
      interval.most.write(into: &bytes)
    case .uncertainList(let list):
      return append(list.items.count, open: "[", close: "]") { writer, index in
        if !list.isCertain(index) { writer.add("perhaps ") }
        return writer.append(list.items[index], depth: depth + 1)
      }
    case .function(let function):
      add("function(")
      bytes += function.parameters.map { $0.name }.joined(by: ", ").bytes
      add(")")
    default: add("unknown")
    }
    return bytes.count <= limit
  }
}
