import FEEL

/// The static methods of Java's number classes.
enum JavaNumbers {
  /// Of `Byte`, `Short`, `Integer` and `Long`.
  static func whole(_ type: JavaType, _ signature: JavaSignature) -> JavaMethod? {
    guard let range = type.range else { return nil }
    let parser: Text
    switch type {
    case .byte: parser = "parseByte"
    case .short: parser = "parseShort"
    case .int: parser = "parseInt"
    default: parser = "parseLong"
    }
    switch (signature.name, signature.types) {
    case ("valueOf", [.string]), (parser, [.string]), ("decode", [.string]):
      return { arguments in arguments.first?.text.flatMap { number($0, range) }.map { .whole($0) } }
    case ("valueOf", [.string, .int]), (parser, [.string, .int]):
      return { arguments in
        guard arguments.count == 2, let text = arguments[0].text, let radix = arguments[1].whole, radix >= 2,
          radix <= 36, let number = Int64(text.string, radix: Int(radix)), range.contains(number)
        else { return nil }
        return .whole(number)
      }
    case ("valueOf", [type]): return { $0.first }
    case ("toString", [type]): return { $0.first.map { .text($0.written) } }
    case ("toHexString", [type]): return written(type, radix: 16)
    case ("toBinaryString", [type]): return written(type, radix: 2)
    case ("toOctalString", [type]): return written(type, radix: 8)
    case ("max", [type, type]), ("min", [type, type]):
      return two { signature.name == "max" ? max($0, $1) : min($0, $1) }
    case ("sum", [type, type]):
      return two { type == .int ? Int64(Int32(truncatingIfNeeded: $0 &+ $1)) : $0 &+ $1 }
    case ("compare", [type, type]): return two { $0 < $1 ? -1 : $0 > $1 ? 1 : 0 }
    case ("signum", [type]) where type == .int || type == .long:
      return { $0.first?.whole.map { .whole($0.signum()) } }
    default: return nil
    }
  }

  private static func two(_ body: @escaping @Sendable (Int64, Int64) -> Int64) -> JavaMethod {
    { arguments in
      guard arguments.count == 2, let a = arguments[0].whole, let b = arguments[1].whole else { return nil }
      return .whole(body(a, b))
    }
  }

  /// The bits of a number, as Java writes them without a sign.
  private static func written(_ type: JavaType, radix: Int) -> JavaMethod? {
    guard type == .int || type == .long else { return nil }
    return { arguments in
      arguments.first?.whole.map { number in
        let bits = type == .int ? UInt64(UInt32(truncatingIfNeeded: number)) : UInt64(bitPattern: number)
        return .text(Text(String(bits, radix: radix)))
      }
    }
  }

  private static func number(_ text: Text, _ range: ClosedRange<Int64>) -> Int64? {
    guard let number = Int64(text.string), range.contains(number) else { return nil }
    return number
  }

  /// Of `Float` and `Double`.
  static func fraction(_ type: JavaType, _ signature: JavaSignature) -> JavaMethod? {
    let isDouble = type == .double
    @Sendable func made(_ number: Double) -> JavaValue { isDouble ? .fraction(number) : .short(Float(number)) }
    switch (signature.name, signature.types) {
    case ("valueOf", [.string]), (isDouble ? "parseDouble" : "parseFloat", [.string]):
      return { arguments in
        guard let text = arguments.first?.text, let number = decimal(text), let double = Double(nearest: number) else {
          return nil
        }
        return made(double)
      }
    case ("valueOf", [type]): return { $0.first }
    case ("toString", [type]): return { $0.first.map { .text($0.written) } }
    case ("max", [type, type]), ("min", [type, type]), ("sum", [type, type]):
      let name = signature.name
      return { arguments in
        guard arguments.count == 2, let a = arguments[0].double, let b = arguments[1].double else { return nil }
        return made(name == "max" ? max(a, b) : name == "min" ? min(a, b) : a + b)
      }
    case ("compare", [type, type]):
      return { arguments in
        guard arguments.count == 2, let a = arguments[0].double, let b = arguments[1].double else { return nil }
        return .whole(a < b ? -1 : a > b ? 1 : 0)
      }
    default: return nil
    }
  }

  /// A number as Java reads it: white space around it, a sign and a letter of its type behind it are allowed.
  private static func decimal(_ text: Text) -> Decimal34? {
    var bytes = text.bytes[...]
    while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    if let last = bytes.last, "dDfF".utf8.contains(last) { bytes = bytes.dropLast() }
    if bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    return Decimal34(utf8: bytes)
  }
}
