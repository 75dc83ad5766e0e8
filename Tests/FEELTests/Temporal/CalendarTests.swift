import FEEL
import Testing

@Suite struct `The calendar` {
  @Test func `every day has one year, month and day, and comes back from them`() {
    var random = RepeatableRandom(seed: 1)
    let span = UInt64(CalendarDate.last.days - CalendarDate.first.days)
    for round in 0..<20_000 {
      let days = round < 10_000 ? Int64(round * 30 - 150_000) : CalendarDate.first.days + Int64(random.next() % span)
      let date = CalendarDate(days: days)
      let (year, month, day) = date.parts
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      #expect(CalendarDate(date.text) == date)
      let next = CalendarDate(days: days + 1)
      #expect(next.weekday == date.weekday % 7 + 1)
      #expect(next.parts.day == day + 1 || next.parts.day == 1)
    }
    #expect(CalendarDate.first.text == "-999999999-01-01")
    #expect(CalendarDate.last.text == "999999999-12-31")
    #expect(CalendarDate.last.adding(days: 1) == nil)
    #expect(CalendarDate.first.adding(days: -1) == nil)
    #expect(CalendarDate.last.adding(days: .max) == nil)
    #expect(CalendarDate.first.adding(months: .min) == nil)
    // Days that no one can write are still no trap.
    _ = CalendarDate(days: .max).parts
    _ = CalendarDate(days: .min).parts
  }

  static let days: [(date: Text, weekday: Int64, dayOfYear: Int64, week: Int64)] = [
    ("1970-01-01", 4, 1, 1), ("2019-09-17", 2, 260, 38), ("2020-12-31", 4, 366, 53), ("2021-01-03", 7, 3, 53),
    ("2021-01-04", 1, 4, 1), ("2018-12-31", 1, 365, 1), ("2003-12-29", 1, 363, 1), ("2005-01-01", 6, 1, 53),
    ("2000-02-29", 2, 60, 9), ("0001-01-01", 1, 1, 1), ("2026-01-31", 6, 31, 5),
  ]

  @Test(arguments: days)
  func `weekday, day and ISO week of the year`(_ text: Text, weekday: Int64, dayOfYear: Int64, week: Int64) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.weekday == weekday)
    #expect(date.dayOfYear == dayOfYear)
    #expect(date.weekOfYear == week)
  }

  static let months: [(date: Text, months: Int64, result: Text)] = [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"), ("0000-01-01", -1, "-0001-12-01"),
    ("2026-05-31", 0, "2026-05-31"),
  ]

  @Test(arguments: months) func `months clamp to their last day`(_ text: Text, months: Int64, result: Text) throws {
    #expect(try #require(CalendarDate(text)).adding(months: months)?.text == result)
  }

  @Test func `a clock tells the day of the policy's zone`() {
    let clock = Clock(epochMilliseconds: 1_767_225_599_250, offsetSeconds: 25_200)
    #expect(clock.date.text == "2026-01-01")
    #expect(clock.dateTime.text == "2026-01-01T06:59:59.25+07:00")
    #expect(Clock(epochMilliseconds: -1, offsetSeconds: 0).dateTime.text == "1969-12-31T23:59:59.999Z")
  }
}
