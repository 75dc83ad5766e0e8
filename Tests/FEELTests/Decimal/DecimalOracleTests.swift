import Testing

@testable import FEEL

/// Cases against an independent judge, Python's `decimal`, which answers them in `oracle.py`: fifty thousand, or a million
/// with `STAGECRAFT_ORACLE=all`.
@Suite struct `Decimal against an independent judge` {
  /// Cases of one run of the script; each has a seed of its own.
  private static let chunk = 50_000

  @Test(
    .enabled(if: Python.path != nil, "SKIPPED: no python3 on the PATH, so nobody judges the decimal"),
    arguments: 1...(Python.isAsked ? 20 : 1))
  func `agrees on every case`(seed: Int) throws {
    let lines = try Python.output("Decimal/oracle.py", ["\(seed)", "\(Self.chunk)"])
    var fields: [ArraySlice<UInt8>] = []
    var start = 0
    var cases = 0
    var failures: [String] = []
    for end in lines.fields() {
      fields.append(lines[start..<end])
      start = end + 1
      if fields.count < 4 { continue }
      cases += 1
      let question = OracleCase(fields)
      if !question.holds, failures.count < 10 { failures.append(question.description) }
      fields.removeAll(keepingCapacity: true)
    }
    #expect(cases == Self.chunk)
    #expect(failures.isEmpty, "seed \(seed): \(failures.joined(separator: "\n"))")
  }
}

/// One line of the script: operation, two numbers, and what must come out.
private struct OracleCase: CustomStringConvertible {
  let operation: UInt8
  let first: ArraySlice<UInt8>
  let second: ArraySlice<UInt8>
  let expected: ArraySlice<UInt8>

  init(_ fields: [ArraySlice<UInt8>]) {
    operation = fields[0].first ?? 0
    first = fields[1]
    second = fields[2]
    expected = fields[3]
  }

  var holds: Bool {
    guard let a = Decimal34(utf8: first) else { return operation == UInt8(ascii: "t") && isNone }
    switch operation {
    case UInt8(ascii: "t"): return writes(a)
    case UInt8(ascii: "i"): return Int64(exactly: a).map { equals(Decimal34($0)) } ?? isNone
    case UInt8(ascii: "r"): return equals(a.squareRoot())
    case UInt8(ascii: "e"): return equals(a.exponential())
    case UInt8(ascii: "l"): return equals(a.naturalLogarithm())
    default: break
    }
    guard let b = Decimal34(utf8: second) else { return false }
    switch operation {
    case UInt8(ascii: "+"): return equals(a.adding(b))
    case UInt8(ascii: "-"): return equals(a.subtracting(b))
    case UInt8(ascii: "*"): return equals(a.multiplied(by: b))
    case UInt8(ascii: "/"): return equals(a.divided(by: b))
    case UInt8(ascii: "%"): return equals(a.modulo(b))
    case UInt8(ascii: "^"): return equals(a.raised(to: b))
    case UInt8(ascii: "c"): return compares(a, b)
    case UInt8(ascii: "0")...UInt8(ascii: "6"): return rounds(a, b)
    default: return false
    }
  }

  private var isNone: Bool { expected.count == 1 && expected.first == UInt8(ascii: "-") }

  private func equals(_ result: Decimal34?) -> Bool {
    guard let result else { return isNone }
    guard result.holdsInvariants, let expected = Decimal34(utf8: expected) else { return false }
    // Not `==` alone: what is compared must not depend on the comparison.
    return result.coefficient == expected.coefficient && result.exponent == expected.exponent
      || result.subtracting(expected)?.isZero == true && result.text == expected.text
  }

  private func compares(_ a: Decimal34, _ b: Decimal34) -> Bool {
    let order = expected.first == UInt8(ascii: "-") ? -1 : expected.first == UInt8(ascii: "0") ? 0 : 1
    return (a == b) == (order == 0) && (a < b) == (order < 0) && (b < a) == (order > 0)
      && (order != 0 || a.hashValue == b.hashValue)
  }

  private func writes(_ a: Decimal34) -> Bool {
    var written: [UInt8] = []
    a.write(into: &written)
    return written.elementsEqual(expected) && Decimal34(utf8: written) == a
  }

  private func rounds(_ a: Decimal34, _ scale: Decimal34) -> Bool {
    let modes: [Decimal34.Rounding] = [.halfEven, .halfUp, .halfDown, .up, .down, .floor, .ceiling]
    guard let scale = Int(exactly: scale) else { return false }
    return equals(a.rounded(toScale: scale, modes[Int(operation - UInt8(ascii: "0"))]))
  }

  var description: String {
    [[operation][...], first, second, expected].map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}

extension [UInt8] {
  /// Where each field of a text of lines ends.
  fileprivate func fields() -> [Int] {
    var ends: [Int] = []
    ends.reserveCapacity(count / 16)
    withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] <= UInt8(ascii: " ") { ends.append(index) }
        index += 1
      }
    }
    return ends
  }
}
