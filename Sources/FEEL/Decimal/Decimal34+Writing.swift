extension Decimal34: CustomStringConvertible {
  /// Appends the number in plain notation, without trailing zeros after the point: `-12.5`, `1000`, `0.001`.
  ///
  /// Where plain notation needs more than 40 digits: `1.5E+41`, `1E-40`. Equal numbers write alike, and
  /// `init(utf8:)` reads the same number back.
  public func write(into bytes: inout [UInt8]) {
    let zero = UInt8(ascii: "0")
    if isZero {
      bytes.append(zero)
      return
    }
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    // In plain notation only zeros after the point go, in the other all.
    let whole = exponent >= 0 && PowersOfTen.digits(coefficient.magnitude) + exponent <= 40
    let limit = exponent < 0 ? 0 : whole ? exponent : Self.greatestExponent + 34
    let (magnitude, exponent) = Self.stripped(coefficient.magnitude, exponent, upTo: limit)
    let digits = PowersOfTen.digits(magnitude)
    let start = bytes.count
    Self.write(magnitude, digits, into: &bytes)
    if exponent >= 0, digits + exponent <= 40 {
      bytes.append(contentsOf: repeatElement(zero, count: Int(exponent)))
    } else if exponent < 0, digits + exponent > 0 {
      bytes.insert(UInt8(ascii: "."), at: start + Int(digits + exponent))
    } else if exponent < 0, exponent > -40 {
      bytes.insert(contentsOf: repeatElement(zero, count: Int(1 - exponent - digits)), at: start)
      bytes.insert(UInt8(ascii: "."), at: start + 1)
    } else {
      if digits > 1 { bytes.insert(UInt8(ascii: "."), at: start + 1) }
      let power = digits - 1 + exponent
      bytes.append(UInt8(ascii: "E"))
      bytes.append(power < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      Self.write(UInt128(power.magnitude), PowersOfTen.digits(UInt128(power.magnitude)), into: &bytes)
    }
  }

  /// Appends the `count` digits of an integer.
  private static func write(_ magnitude: UInt128, _ count: Int32, into bytes: inout [UInt8]) {
    let end = bytes.count + Int(count)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Int(count)))
    let (head, tail) = magnitude.quotientAndRemainder(dividingBy: UInt128(PowersOfTen.word(19)))
    write(UInt64(truncatingIfNeeded: tail), before: end, of: &bytes)
    if head != 0 { write(UInt64(truncatingIfNeeded: head), before: end - 19, of: &bytes) }
  }

  private static func write(_ word: UInt64, before end: Int, of bytes: inout [UInt8]) {
    var rest = word
    var place = end
    while rest != 0 {
      place -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
  }

  /// The number as `write(into:)` writes it.
  public var text: Text {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return Text(bytes: bytes)
  }

  /// The number as `write(into:)` writes it.
  public var description: String { text.string }
}
