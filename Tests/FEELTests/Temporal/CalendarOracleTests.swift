import FEEL
import Testing

/// Cases against an independent judge, Python's `datetime`, which answers them in `oracle.py`: ten thousand, or a hundred
/// thousand with `STAGECRAFT_ORACLE=all`. Years beyond Python's are led back into one cycle of the calendar.
@Suite struct `The calendar against an independent judge` {
  @Test(
    .enabled(if: Python.path != nil, "SKIPPED: no python3 on the PATH, so nobody judges the calendar"),
    arguments: 1...(Python.isAsked ? 10 : 1))
  func `agrees on every case`(seed: Int) throws {
    let cases = try Python.cases("Temporal/oracle.py", ["dates", "\(seed)", "10000"], fields: 4)
    #expect(cases.count == 10_000)
    var failures: [String] = []
    for fields in cases where !holds(fields) { failures.append(fields.joined(separator: " ")) }
    #expect(failures.isEmpty, "seed \(seed): \(failures.prefix(10).joined(separator: "\n"))")
  }

  private func holds(_ fields: [Substring]) -> Bool {
    let texts = fields.map { Text(String($0)) }
    guard let a = TemporalLiteral.parse(texts[1]), TemporalLiteral.text(of: a) == texts[1] else { return false }
    let expected: Text? = texts[3] == "-" ? nil : texts[3]
    switch texts[0] {
    case "+", "-":
      guard let b = TemporalLiteral.parse(texts[2]) else { return false }
      let result = texts[0] == "+" ? TemporalArithmetic.add(a, b) : TemporalArithmetic.subtract(a, b)
      return result.flatMap { TemporalLiteral.text(of: $0) } == expected
    case "m":
      guard let b = TemporalLiteral.parse(texts[2]),
        let (value, _) = try? call("years and months duration", [a, b])
      else { return false }
      return TemporalLiteral.text(of: value) == expected
    default:
      guard case .date(let date) = a else { return false }
      let number =
        switch texts[0] {
        case "w": date.weekday
        case "y": date.dayOfYear
        case "k": date.weekOfYear
        default: date.days
        }
      return expected == Text("\(number)")
    }
  }
}
