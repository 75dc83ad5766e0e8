/// Functions of strings (DMN 1.5 §10.3.4.3); positions and lengths count code points.
enum TextBuiltins {
  static let all: [BuiltinDefinition] = [
    BuiltinDefinition(
      "substring", [.string("string"), .number("start position")],
      [.string("string"), .number("start position"), .number("length")], result: .string
    ) { arguments, surroundings in
      substring(arguments, &surroundings)
    },
    BuiltinDefinition("string length", [.string("string")], result: .number) { arguments, _ in
      .number(Decimal34(CodePoints.count(arguments.text(0).bytes)))
    },
    BuiltinDefinition("upper case", [.string("string")], result: .string) { arguments, surroundings in
      checked(CaseMapping.uppercased(arguments.text(0)), &surroundings)
    },
    BuiltinDefinition("lower case", [.string("string")], result: .string) { arguments, surroundings in
      checked(CaseMapping.lowercased(arguments.text(0)), &surroundings)
    },
    BuiltinDefinition("trim", [.string("string")], result: .string) { arguments, _ in
      .string(trimmed(arguments.text(0)))
    },
    BuiltinDefinition("contains", [.string("string"), .string("match")], result: .boolean) { arguments, _ in
      .boolean(TextSearch(arguments.text(1)).first(in: arguments.text(0).bytes) != nil)
    },
    BuiltinDefinition("starts with", [.string("string"), .string("match")], result: .boolean) { arguments, _ in
      .boolean(arguments.text(0).bytes.starts(with: arguments.text(1).bytes))
    },
    BuiltinDefinition("ends with", [.string("string"), .string("match")], result: .boolean) { arguments, _ in
      .boolean(ends(arguments.text(0).bytes, with: arguments.text(1).bytes))
    },
    BuiltinDefinition("substring before", [.string("string"), .string("match")], result: .string) { arguments, _ in
      let bytes = arguments.text(0).bytes
      let place = TextSearch(arguments.text(1)).first(in: bytes) ?? 0
      return .string(Text(bytes: Array(bytes[..<place])))
    },
    BuiltinDefinition("substring after", [.string("string"), .string("match")], result: .string) { arguments, _ in
      let bytes = arguments.text(0).bytes
      guard let place = TextSearch(arguments.text(1)).first(in: bytes) else { return .string("") }
      return .string(Text(bytes: Array(bytes[(place + arguments.text(1).bytes.count)...])))
    },
    BuiltinDefinition(
      "string join", [.items("list", of: .string)], [.items("list", of: .string), .stringOrNull("delimiter")],
      result: .string
    ) { arguments, surroundings in
      join(arguments.items(0), arguments.text(1), &surroundings)
    },
  ]

  private static func substring(_ arguments: Arguments, _ surroundings: inout CallSurroundings) -> Value {
    let bytes = arguments.text(0).bytes
    let count = CodePoints.count(bytes)
    let position = arguments.integer(1)
    let start = position > 0 ? position - 1 : count + position
    guard position != 0, start >= 0, start < count else {
      return surroundings.fail(Text("there is no position \(position) in a string of length \(count)"))
    }
    var length = count - start
    if arguments.count > 2 {
      if arguments.integer(2) < 1 { return surroundings.fail("the length must be 1 or more") }
      length = min(length, arguments.integer(2))
    }
    let from = CodePoints.offset(of: start, in: bytes[...])
    let rest = bytes[from...]
    return .string(Text(bytes: Array(rest[..<(from + CodePoints.offset(of: length, in: rest))])))
  }

  /// Some letters have longer capitals.
  private static func checked(_ text: Text, _ surroundings: inout CallSurroundings) -> Value {
    text.bytes.count > surroundings.limits.size ? surroundings.tooLarge("bytes") : .string(text)
  }

  /// Without blanks at both ends (those of Unicode, as far as text on screens has them).
  private static func trimmed(_ text: Text) -> Text {
    var bytes = text.bytes[...]
    while let length = CodePoints.blank(startOf: bytes) { bytes = bytes.dropFirst(length) }
    while let length = CodePoints.blank(endOf: bytes) { bytes = bytes.dropLast(length) }
    return Text(bytes: Array(bytes))
  }

  private static func ends(_ bytes: [UInt8], with end: [UInt8]) -> Bool {
    bytes.count >= end.count && bytes[(bytes.count - end.count)...].elementsEqual(end)
  }

  /// Null items are left out.
  private static func join(_ items: [Value], _ delimiter: Text, _ surroundings: inout CallSurroundings) -> Value {
    var result: [UInt8] = []
    var isFirst = true
    for (index, item) in items.enumerated() {
      if item.isNull { continue }
      guard case .string(let text) = item else { return surroundings.wrongItem(index + 1, "a string", item) }
      if !isFirst { result += delimiter.bytes }
      result += text.bytes
      isFirst = false
      if result.count > surroundings.limits.size { return surroundings.tooLarge("bytes") }
    }
    surroundings.steps += result.count / 8
    return .string(Text(bytes: result))
  }
}
