import FEEL

/// A value on its way to or from a Java function.
enum JavaValue: Sendable {
  case whole(Int64)
  case fraction(Double)
  /// A `float`, which is written with fewer digits.
  case short(Float)
  case boolean(Bool)
  case text(Text)
  /// Anything else, to be written only.
  case other(Value)

  /// A FEEL value as a parameter of that type takes it; nil if it can't. Fractions are cut for whole numbers, as Java's
  /// own conversions do.
  init?(_ value: Value, as type: JavaType) {
    switch type {
    case .byte, .short, .int, .long:
      guard let number = value.decimal, let cut = number.rounded(toScale: 0, .down), let whole = Int64(exactly: cut),
        let range = type.range, range.contains(whole)
      else { return nil }
      self = .whole(whole)
    case .double:
      guard let number = value.decimal.flatMap({ Double(nearest: $0) }) else { return nil }
      self = .fraction(number)
    case .float:
      guard let number = value.decimal.flatMap({ Double(nearest: $0) }) else { return nil }
      self = .short(Float(number))
    case .boolean:
      guard case .boolean(let flag) = value else { return nil }
      self = .boolean(flag)
    case .character:
      guard case .string(let text) = value, text.isOneCharacterOfJava else { return nil }
      self = .text(text)
    case .string:
      guard case .string(let text) = value else { return nil }
      self = .text(text)
    case .object:
      switch value {
      case .string(let text): self = .text(text)
      case .boolean(let flag): self = .boolean(flag)
      default: self = .other(value)
      }
    }
  }

  /// The value as FEEL has it: fractions by their shortest text; nil for what is no number.
  var value: Value? {
    switch self {
    case .whole(let whole): .number(Decimal34(whole))
    case .fraction(let number): number.isFinite ? Decimal34(number.description).map { Value.number($0) } : nil
    case .short(let number): number.isFinite ? Decimal34(number.description).map { Value.number($0) } : nil
    case .boolean(let flag): .boolean(flag)
    case .text(let text): .string(text)
    case .other(let value): value
    }
  }

  var whole: Int64? {
    if case .whole(let whole) = self { return whole }
    return nil
  }

  /// A fraction of either width.
  var double: Double? {
    switch self {
    case .fraction(let number): number
    case .short(let number): Double(number)
    default: nil
    }
  }

  var text: Text? {
    if case .text(let text) = self { return text }
    return nil
  }

  var boolean: Bool? {
    if case .boolean(let flag) = self { return flag }
    return nil
  }

  /// How `String.valueOf` writes it.
  var written: Text {
    switch self {
    case .whole(let whole): Text(String(whole))
    case .fraction(let number):
      Text(
        number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : number.description)
    case .short(let number):
      Text(
        number.isNaN ? "NaN" : number.isInfinite ? (number < 0 ? "-Infinity" : "Infinity") : number.description)
    case .boolean(let flag): flag ? "true" : "false"
    case .text(let text): text
    case .other(let value): value.writtenByJava
    }
  }
}

extension Value {
  /// What a value of FEEL looks like to Java.
  fileprivate var writtenByJava: Text {
    if case .null = self { return "null" }
    if let number = decimal { return number.text }
    return feelText ?? "null"
  }

  private var feelText: Text? {
    guard let string = Builtin(named: "string") else { return nil }
    var surroundings = CallSurroundings(
      clock: Clock(epochMilliseconds: 0, offsetSeconds: 0), law: .standard, limits: Limits())
    guard case .string(let text) = string.call([self], &surroundings) else { return nil }
    return text
  }
}

extension Text {
  /// Whether Java needs one `char` for it: one code point of at most 16 bits.
  fileprivate var isOneCharacterOfJava: Bool {
    guard let first = bytes.first else { return false }
    let length = first < 0x80 ? 1 : first >= 0xE0 ? 3 : 2
    return first < 0xF0 && bytes.count == length
  }
}

extension Double {
  /// The double nearest to a decimal: exact for up to 15 digits, elsewhere within some units in the last place.
  init?(nearest number: Decimal34) {
    let negative = number.isNegative
    var value = Double(number.magnitude.coefficient)
    var exponent = Int(number.exponent)
    guard exponent > -400, exponent < 400 else { return nil }
    // Powers of ten up to the 22nd are exact, so the first step rounds once.
    while exponent > 0 {
      let step = min(exponent, 22)
      value *= Self.power(of: step)
      exponent -= step
    }
    while exponent < 0 {
      let step = min(-exponent, 22)
      value /= Self.power(of: step)
      exponent += step
    }
    guard value.isFinite else { return nil }
    self = negative ? -value : value
  }

  private static func power(of ten: Int) -> Double {
    var power = 1.0
    for _ in 0..<ten { power *= 10 }
    return power
  }
}
