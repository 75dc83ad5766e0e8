import FEEL

/// The static methods of Java's `String`, `Character` and `Boolean`.
enum JavaTexts {
  static func string(_ signature: JavaSignature) -> JavaMethod? {
    switch signature.name {
    case "valueOf" where signature.types.count == 1 && !signature.isVariadic,
      "copyValueOf" where signature.types == [.string]:
      return { $0.first.map { .text($0.written) } }
    case "format" where signature.isVariadic && signature.types == [.string, .object]:
      return { arguments in
        guard let format = arguments.first?.text else { return nil }
        return formatted(format, Array(arguments.dropFirst())).map { .text($0) }
      }
    case "join" where signature.isVariadic && signature.types == [.string, .string]:
      return { arguments in
        guard let separator = arguments.first?.text else { return nil }
        return .text(arguments.dropFirst().map { $0.written }.joined(by: separator))
      }
    default: return nil
    }
  }

  /// A format with its arguments put in: `%s`, `%S`, `%d`, `%b`, `%n` and `%%`, with a width; nil for what Java refuses
  /// or is not read here.
  static func formatted(_ format: Text, _ arguments: [JavaValue]) -> Text? {
    var result: [UInt8] = []
    var rest = format.bytes[...]
    var next = 0
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      var isLeft = false
      var width = 0
      if rest.first == UInt8(ascii: "-") {
        isLeft = true
        rest = rest.dropFirst()
      }
      while let digit = rest.first, digit >= 0x30, digit <= 0x39, width < 10_000 {
        width = width * 10 + Int(digit - 0x30)
        rest = rest.dropFirst()
      }
      guard let letter = rest.popFirst(), let text = piece(letter, arguments, &next) else { return nil }
      let padding = [UInt8](repeating: 0x20, count: max(0, min(width, 10_000) - text.bytes.count))
      result += isLeft ? text.bytes + padding : padding + text.bytes
    }
    return Text(bytes: result)
  }

  private static func piece(_ letter: UInt8, _ arguments: [JavaValue], _ next: inout Int) -> Text? {
    switch letter {
    case UInt8(ascii: "%"): return "%"
    case UInt8(ascii: "n"): return "\n"
    default: break
    }
    guard next < arguments.count else { return nil }
    let argument = arguments[next]
    next += 1
    switch letter {
    case UInt8(ascii: "s"): return argument.written
    case UInt8(ascii: "S"): return uppercased(argument.written)
    case UInt8(ascii: "b"): return argument.boolean.map { $0 ? "true" : "false" } ?? "true"
    case UInt8(ascii: "d"):
      guard case .other(let value) = argument, let number = value.decimal, number.isInteger else { return nil }
      return number.text
    default: return nil
    }
  }

  static func boolean(_ signature: JavaSignature) -> JavaMethod? {
    switch (signature.name, signature.types) {
    case ("valueOf", [.string]), ("parseBoolean", [.string]):
      return { $0.first?.text.map { .boolean(lowercased($0) == "true") } }
    case ("valueOf", [.boolean]): return { $0.first }
    case ("toString", [.boolean]): return { $0.first.map { .text($0.written) } }
    case ("logicalAnd", [.boolean, .boolean]): return two { $0 && $1 }
    case ("logicalOr", [.boolean, .boolean]): return two { $0 || $1 }
    case ("logicalXor", [.boolean, .boolean]): return two { $0 != $1 }
    default: return nil
    }
  }

  private static func two(_ body: @escaping @Sendable (Bool, Bool) -> Bool) -> JavaMethod {
    { arguments in
      guard arguments.count == 2, let a = arguments[0].boolean, let b = arguments[1].boolean else { return nil }
      return .boolean(body(a, b))
    }
  }

  /// Of `Character`, for ASCII.
  static func character(_ signature: JavaSignature) -> JavaMethod? {
    guard signature.types == [.character] else { return nil }
    func test(_ body: @escaping @Sendable (UInt8) -> Bool) -> JavaMethod {
      { $0.first?.text.map { .boolean($0.bytes.count == 1 && body($0.bytes[0])) } }
    }
    switch signature.name {
    case "valueOf", "toString": return { $0.first }
    case "isDigit": return test { $0 >= 0x30 && $0 <= 0x39 }
    case "isLetter": return test { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    case "isLetterOrDigit":
      return test { ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }
    case "isWhitespace": return test { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    case "isUpperCase": return test { $0 >= 0x41 && $0 <= 0x5A }
    case "isLowerCase": return test { $0 >= 0x61 && $0 <= 0x7A }
    default: return nil
    }
  }

  private static func uppercased(_ text: Text) -> Text {
    Text(bytes: text.bytes.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 })
  }

  private static func lowercased(_ text: Text) -> Text {
    Text(bytes: text.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
  }
}
