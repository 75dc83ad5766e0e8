import FEEL
import Testing

@Suite struct `Reckoning with dates and durations` {
  enum Operation: String {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }

  static let cases: [(a: String, operation: Operation, b: String, result: String?)] = [
    ("2026-01-31", .add, "P1M", "2026-02-28"), ("P1M", .add, "2026-01-31", "2026-02-28"),
    ("2026-01-31", .subtract, "P1Y", "2025-01-31"), ("2021-01-02", .subtract, "PT1M", "2021-01-01"),
    ("2021-01-02", .add, "PT23H", "2021-01-02"), ("2021-01-02", .add, "PT25H", "2021-01-03"),
    ("2026-01-31", .subtract, "2026-01-01", "P30D"), ("2026-01-01", .subtract, "2026-01-31", "-P30D"),
    ("2026-01-31", .subtract, "2026-01-30T12:00:00Z", "PT12H"), ("2026-01-31", .subtract, "2026-01-30T12:00:00", nil),
    ("2026-01-31", .add, "2026-01-31", nil), ("999999999-12-31", .add, "P1D", nil),
    ("P1D", .subtract, "2026-01-31", nil),
    ("10:30:00", .add, "PT25H", "11:30:00"), ("00:10:00+07:00", .subtract, "PT20M", "23:50:00+07:00"),
    ("10:30:00", .subtract, "09:00:00", "PT1H30M"), ("10:30:00Z", .subtract, "10:30:00+01:00", "PT1H"),
    ("10:30:00Z", .subtract, "10:30:00", nil), ("10:30:00", .add, "P1Y", nil),
    ("2026-01-31T10:30:00Z", .add, "P1M", "2026-02-28T10:30:00Z"),
    ("2026-01-31T23:59:59.5", .add, "PT0.5S", "2026-02-01T00:00:00"),
    ("2026-01-31T10:30:00+07:00", .subtract, "2026-01-31T03:30:00Z", "PT0S"),
    ("2026-01-31T10:30:00", .subtract, "2026-01-31T03:30:00Z", nil),
    ("2026-01-31T10:30:00Z", .subtract, "2026-01-31", "PT10H30M"),
    ("P1D", .add, "PT1H", "P1DT1H"), ("P1D", .add, "P1Y", nil), ("P1Y", .subtract, "P13M", "-P1M"),
    ("PT1S", .subtract, "PT1.25S", "-PT0.25S"),
    ("P1D", .multiply, "2", "P2D"), ("2.5", .multiply, "P1D", "P2DT12H"), ("P1M", .multiply, "2.9", "P2M"),
    ("P1M", .multiply, "-2.9", "-P2M"), ("PT1S", .multiply, "0.0000000019", "PT0.000000001S"),
    ("P1D", .multiply, "P1D", nil),
    ("P1Y", .divide, "5", "P2M"), ("P1D", .divide, "0", nil), ("P1D", .divide, "PT6H", "4"),
    ("P1Y", .divide, "P1M", "12"),
    ("P1Y", .divide, "P1D", nil), ("P1D", .divide, "P0D", nil), ("5", .divide, "P1D", nil),
    ("P1M", .multiply, "1e30", nil),
    ("P1D", .multiply, "1e300", nil), ("P1D", .multiply, "1e-300", "PT0S"),
    ("P106751991167300D", .add, "P106751991167300D", nil),
  ]

  @Test(arguments: cases)
  func `dates, times and durations reckon as FEEL says`(_ a: String, operation: Operation, b: String, result: String?) {
    let (a, b) = (Self.value(a), Self.value(b))
    let value =
      switch operation {
      case .add: TemporalArithmetic.add(a, b)
      case .subtract: TemporalArithmetic.subtract(a, b)
      case .multiply: TemporalArithmetic.multiply(a, b)
      case .divide: TemporalArithmetic.divide(a, b)
      }
    #expect(value.flatMap { TemporalLiteral.text(of: $0) ?? $0.decimal?.text }?.string == result)
  }

  static func value(_ text: String) -> Value {
    TemporalLiteral.parse(Text(text)) ?? Decimal34(text).map { .number($0) } ?? .null
  }

  @Test func `durations add up like numbers`() {
    var random = RepeatableRandom(seed: 5)
    func duration() -> Value {
      .daysDuration(
        DaysDuration(
          seconds: Int64(truncatingIfNeeded: random.next()) >> 20, nanoseconds: Int32(random.next(below: 1_000_000_000))
        ))
    }
    func text(_ value: Value?) -> Text? { value.flatMap { TemporalLiteral.text(of: $0) } }
    for _ in 0..<2000 {
      let (a, b, c) = (duration(), duration(), duration())
      let sum = TemporalArithmetic.add(a, b) ?? .null
      #expect(text(sum) == text(TemporalArithmetic.add(b, a)))
      #expect(text(TemporalArithmetic.subtract(sum, b)) == text(a))
      #expect(
        text(TemporalArithmetic.add(sum, c)) == text(TemporalArithmetic.add(a, TemporalArithmetic.add(b, c) ?? .null)))
      #expect(text(TemporalArithmetic.negate(TemporalArithmetic.negate(a) ?? .null)) == text(a))
      #expect(TemporalLiteral.parse(text(a) ?? "").flatMap { text($0) } == text(a))
      let day = Value.date(CalendarDate(days: Int64(random.next(below: 100_000))))
      let whole = Value.daysDuration(DaysDuration(seconds: Int64(random.next(below: 1000)) * 86_400, nanoseconds: 0))
      let later = TemporalArithmetic.add(day, whole) ?? .null
      #expect(text(TemporalArithmetic.subtract(later, day)) == text(whole))
      #expect(text(TemporalArithmetic.subtract(later, whole)) == text(day))
    }
  }
}

@Suite struct `Parts of dates, times and durations` {
  static let cases: [(of: String, name: Text, part: String?)] = [
    ("2018-12-10", "year", "2018"), ("2018-12-10", "month", "12"), ("2018-12-10", "day", "10"),
    ("2018-12-10", "weekday", "1"),
    ("2018-12-10", "hour", nil), ("2018-12-10T10:30:01", "weekday", "1"), ("2018-12-10T10:30:01", "hour", "10"),
    ("2018-12-10T10:30:01.9", "second", "1"), ("2018-12-10T10:30:00+05:00", "time offset", "PT5H"),
    ("2018-12-10T10:30:00", "time offset", "null"), ("2018-12-10T10:30:00", "timezone", "null"),
    ("10:30:01", "minute", "30"),
    ("10:30:00-05:00", "time offset", "-PT5H"), ("10:30:00Z", "time offset", "PT0S"),
    ("P1Y2M", "years", "1"), ("P1Y2M", "months", "2"), ("-P1Y2M", "months", "-2"), ("P1Y", "days", nil),
    ("P1D", "years", nil),
    ("P1DT2H3M4.5S", "days", "1"), ("P1DT2H3M4.5S", "hours", "2"), ("P1DT2H3M4.5S", "minutes", "3"),
    ("P1DT2H3M4.5S", "seconds", "4"), ("-P1DT2H", "days", "-1"), ("-P1DT2H", "hours", "-2"), ("PT2H", "days", "0"),
  ]

  @Test(arguments: cases) func `a path reads a part`(_ text: String, name: Text, part: String?) throws {
    let value = TemporalProperty.property(name, of: try #require(TemporalLiteral.parse(Text(text))))
    #expect(value.map { TemporalLiteral.text(of: $0)?.string ?? $0.decimal?.description ?? "null" } == part)
  }
}
