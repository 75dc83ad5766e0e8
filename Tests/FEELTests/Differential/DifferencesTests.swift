import FEEL
import Foundation
import Testing

/// Our FEEL beside the engines of others: what differs must be explained in `differences.csv`.
///
/// A row is `engine;form;ours;theirs;right;reason`. Form, ours and theirs may hold `*`; ours and theirs are what a value
/// is called (`null`, `number`, `true`, `refused`, ...). Right is who has the standard on its side: `ours`, or `open`
/// where the standard leaves it open. The first row that fits explains a difference; a row that explains none is stale.
@Suite(.enabled(if: ExpressionJudges.isHere, "no Python environment with pySFeel and bkflow-feel could be made"))
struct `FEEL beside other engines` {
  struct Row {
    var line: Int
    var engine: String
    var form: String
    var ours: String
    var theirs: String
    var right: String
    var reason: String
  }

  static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "differences.csv")

  static func rows() throws -> [Row] {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var rows: [Row] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index == 0 || line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: ";", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 6, "differences.csv:\(index + 1) has \(fields.count) fields, not 6")
      #expect(["ours", "open"].contains(fields[4]), "differences.csv:\(index + 1): ours or open, not \(fields[4])")
      #expect(!fields[5].isEmpty, "differences.csv:\(index + 1) gives no reason")
      rows.append(
        Row(
          line: index + 1, engine: fields[0], form: fields[1], ours: fields[2], theirs: fields[3], right: fields[4],
          reason: fields[5]))
    }
    return rows
  }

  @Test func `every difference is explained, and every explanation is needed`() throws {
    let rows = try Self.rows()
    let examples = ExpressionForms.all + ExpressionForms.nested
    #expect(examples.count > 3000)
    let verdicts = try ExpressionJudges.judge(examples.map(\.text))
    try #require(verdicts.count == examples.count)
    var used: Set<Int> = []
    var agreed = Array(repeating: 0, count: ExpressionJudges.names.count)
    for (example, verdicts) in zip(examples, verdicts) {
      let ours = Outcome.ours(example.text)
      for (place, verdict) in verdicts.enumerated() {
        let theirs = Outcome(verdict)
        if ours.agrees(with: theirs) {
          agreed[place] += 1
          continue
        }
        let engine = ExpressionJudges.names[place]
        let row = rows.first { row in
          row.engine == engine && Self.fits(example.form, row.form) && Self.fits(ours.word, row.ours)
            && Self.fits(theirs.word, row.theirs)
        }
        if let row {
          used.insert(row.line)
        } else {
          Issue.record(
            "\(engine);\(example.form);\(ours.word);\(theirs.word): \(example.text) ours \(ours) theirs \(theirs)")
        }
      }
    }
    for row in rows where !used.contains(row.line) {
      Issue.record("differences.csv:\(row.line) explains nothing: \(row.engine);\(row.form);\(row.ours);\(row.theirs)")
    }
    print("FEEL beside other engines: of \(examples.count) expressions \(agreed) agree with \(ExpressionJudges.names)")
  }

  /// Whether a word fits a pattern in which `*` stands for anything.
  static func fits(_ word: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    if parts.count == 1 { return word == pattern }
    guard word.hasPrefix(parts[0]) else { return false }
    var rest = word.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.range(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}

/// What an expression came to, in one engine.
private enum Outcome: CustomStringConvertible {
  case value(Value)
  /// Another's number or whole, which may be a binary approximation.
  case number(Double, whole: Bool)
  case list([Outcome])
  case context([(Text, Outcome)])
  case other(String)
  case refused(String)

  static func ours(_ text: Text) -> Outcome {
    let expression = Expression(text, law: .standard)
    guard expression.compiled.entry != nil else {
      return .refused(expression.compiled.diagnostics.first.map { $0.message.string } ?? "")
    }
    return .value(expression.value(clock: Clock(epochMilliseconds: 1_767_225_600_000, offsetSeconds: 0)))
  }

  init(_ verdict: ExpressionJudges.Verdict) {
    switch verdict {
    case .value(let json): self = Outcome(json)
    case .refused(let reason): self = .refused(reason)
    }
  }

  private init(_ json: JSON) {
    switch json {
    case .array(let items): self = .list(items.map { Outcome($0) })
    case .object(let members):
      let value = json["value"]?.text?.string ?? ""
      switch json["@type"]?.text {
      case "number"?: self = Double(value).map { .number($0, whole: false) } ?? .other(value)
      case "whole"?: self = Double(value).map { .number($0, whole: true) } ?? .other(value)
      case "other"?: self = .other(value)
      case nil: self = .context(members.map { ($0.name, Outcome($0.value)) })
      default: self = (try? Value(typed: json)).map { .value($0) } ?? .other(value)
      }
    default: self = (try? Value(typed: json)).map { .value($0) } ?? .other("")
    }
  }

  /// What a difference is classed by.
  var word: String {
    switch self {
    case .value(let value):
      switch value {
      case .null: "null"
      case .boolean(let boolean): boolean ? "true" : "false"
      case .small, .large: "number"
      case .string: "string"
      case .date: "date"
      case .time: "time"
      case .dateTime: "date and time"
      case .daysDuration: "days"
      case .monthsDuration: "months"
      case .list: "list"
      case .context: "context"
      case .range: "range"
      default: "other"
      }
    case .number(_, let whole): whole ? "whole" : "number"
    case .list: "list"
    case .context: "context"
    case .other: "other"
    case .refused: "refused"
    }
  }

  var description: String {
    switch self {
    case .value(let value): ValueText.shown(value, limit: 80).string
    case .number(let number, let whole): whole ? "whole \(number)" : "\(number)"
    case .list(let items): "\(items)"
    case .context(let entries): "{" + entries.map { "\($0): \($1)" }.joined(separator: ", ") + "}"
    case .other(let word): "other \(word)"
    case .refused(let reason): "refused (\(reason))"
    }
  }

  /// Whether ours is the same, numbers within the reach of a binary double.
  func agrees(with theirs: Outcome) -> Bool {
    switch (self, theirs) {
    case (.value(let a), .value(let b)): return a.isIdentical(to: b)
    case (.value(.monthsDuration(let months)), .number(let number, whole: true)): return Double(months.months) == number
    case (.value(let value), .number(let number, _)):
      guard let decimal = value.decimal, let ours = Double(decimal.description) else { return false }
      return abs(ours - number) <= 1e-9 * max(1, abs(ours))
    case (.value(.list(let items)), .list(let others)):
      return items.count == others.count && zip(items, others).allSatisfy { Outcome.value($0).agrees(with: $1) }
    case (.value(.context(let context)), .context(let others)):
      guard context.values.count == others.count else { return false }
      return others.allSatisfy { key, other in context[key].map { Outcome.value($0).agrees(with: other) } ?? false }
    case (.refused, .refused): return true
    default: return false
    }
  }
}
