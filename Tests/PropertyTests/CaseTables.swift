import FEEL
import Foundation
import PortableCases

/// The case tables of FEEL's tests, as `PortableCases` takes them.
enum CaseTables {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "FEELTests/Cases")

  /// The input for one table; see `CaseTable` in FEEL's tests for the form of the file.
  static func cases(of table: String) throws -> [UInt8] {
    let text = String(decoding: try Data(contentsOf: folder.appending(path: table)), as: UTF8.self)
    var input = ""
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: true).enumerated() {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      if place == 0 {
        // `standard tests` becomes `feel standard tests`, `expression` becomes `feel`.
        let words = fields[0].split(separator: " ").filter { $0 != "expression" }
        input = (["feel"] + words).joined(separator: " ") + "\n"
      } else if line.first != "#", fields.count == 3, let context = context(Text(String(fields[1]))) {
        input += "\(fields[0])\t\(context)\n"
      }
    }
    return Array(input.utf8)
  }

  /// The input column, a FEEL value in which the marks of `CaseTable` may stand, as typed JSON; nil for what has none.
  private static func context(_ text: Text) -> String? {
    if text.isEmpty { return "{}" }
    let scope = Scope([Scope.Variable("unknown", .slot(0, .any))])
    let clock = Clock(epochMilliseconds: 1_767_225_600_000, offsetSeconds: 3600)
    let value = marked(Expression(text, scope: scope).value([.unknown], clock: clock))
    guard (try? Value(typed: JSON(typed: value))) != nil else { return nil }
    return String(decoding: JSON(typed: value).bytes, as: UTF8.self)
  }

  private static func marked(_ value: Value) -> Value {
    switch value {
    case .list(let items): return .list(items.map { marked($0) })
    case .context(let context):
      let keys = context.shape.keys
      if keys == ["least", "most"], let least = context.values[0].decimal, let most = context.values[1].decimal {
        return .undecided(Interval(least: least, most: most))
      }
      if keys == ["items", "certain"], case .list(let items) = context.values[0],
        case .list(let flags) = context.values[1]
      {
        let certain = flags.map { $0.isIdentical(to: .boolean(true)) }
        return .uncertainList(UncertainList(items: items.map { marked($0) }, certain: certain))
      }
      return .context(Context(shape: context.shape, values: context.values.map { marked($0) }))
    default: return value
    }
  }

  /// Expressions at the limits of length and depth, and numbers at those of 32 and 64 bits: the stack and `Int` of a
  /// WebAssembly machine are smaller.
  static let deep: [UInt8] = {
    var lines = ["feel"]
    for depth in [10, 50, 90, 99, 100, 101, 200, 5000] {
      lines.append(String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth))
      lines.append(String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth))
      lines.append(String(repeating: "not(", count: depth) + "true" + String(repeating: ")", count: depth))
      lines.append(String(repeating: "if true then ", count: depth) + "1" + String(repeating: " else 2", count: depth))
      lines.append(String(repeating: "for x in [1] return ", count: depth) + "x")
      lines.append(String(repeating: "{a: ", count: depth) + "1" + String(repeating: "}", count: depth))
      lines.append(String(repeating: "-", count: depth) + "1")
      lines.append(String(repeating: "1 + ", count: depth) + "1")
      lines.append(String(repeating: "2 ** ", count: depth) + "1")
      lines.append("[1]" + String(repeating: "[true]", count: depth))
      lines.append(String(repeating: "sum([", count: depth) + "1" + String(repeating: "])", count: depth))
    }
    for number in [
      "2147483647", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "1e30", "1e6144",
    ] {
      lines += [
        "[1, 2, 3][\(number)]", "[1, 2, 3][-\(number)]", "substring(\"abc\", \(number))",
        "substring(\"abc\", -\(number))",
        "for i in \(number)..\(number) return i", "for i in 1..\(number) return i", "\(number) + 1",
        "\(number) * \(number)",
        "\(number) / 7", "2 ** \(number)", "decimal(1/3, \(number))", "date(\(number), 1, 1)",
        "date(2026, \(number), 1)",
        "@\"2026-01-01\" + @\"P1D\" * \(number)", "@\"P1M\" * \(number)", "time(\(number), 0, 0)", "sqrt(\(number))",
        "insert before([1], \(number), 2)", "sublist([1, 2], \(number))", "string(\(number))", "floor(\(number) / 3)",
        "exp(\(number))", "log(\(number))", "modulo(\(number), 7)", "number(\"\(number)\")", "even(\(number))",
        "count(for i in 1..5000 return \(number))",
      ]
    }
    lines += [
      "@\"999999999-12-31\" + @\"P1D\"", "@\"-999999999-01-01\" - @\"P1D\"", "date(\"999999999-12-31\").weekday",
      "@\"2026-01-01T00:00:00Z\" - @\"0001-01-01T00:00:00Z\"", "@\"P99999999999D\"", "@\"P2147483648M\"",
      "day of week(@\"2026-03-02\")", "count(for i in 1..1000, j in 1..1000 return i)", "for i in 1..10 return partial",
      "string length(\"Ünïcödé ✓ 👍🏽\")", "upper case(\"straße\")", "\"\\u00e9\" = \"e\\u0301\"",
    ]
    return Array((lines[0] + "\n" + lines.dropFirst().map { "\($0)\t{}" }.joined(separator: "\n") + "\n").utf8)
  }()
}
