import Foundation
import Testing

@testable import FEEL

/// A million cases against an independent judge, Python's `decimal`, which answers them in `oracle.py`.
@Suite struct `Decimal against an independent judge` {
  /// Cases of one run of the script; each has a seed of its own.
  private static let chunk = 50_000

  @Test(
    .enabled(if: Python.path != nil, "SKIPPED: no python3 on the PATH, so nobody judges the decimal's million cases"),
    arguments: 1...20)
  func `agrees on a million cases`(seed: Int) throws {
    let path = try #require(Python.path)
    let lines = try Python.output(path, script: "oracle.py", arguments: ["\(seed)", "\(Self.chunk)"])
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

/// Runs a script beside this file.
private enum Python {
  static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  static func output(_ python: String, script: String, arguments: [String]) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [folder.appendingPathComponent(script).path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Array(bytes)
  }
}
