/// Functions that make a value of another (DMN 1.5 §10.3.4.1).
enum ConversionBuiltins {
  static let all: [BuiltinDefinition] = [
    BuiltinDefinition(
      "number", [.string("from")],
      [.string("from"), .stringOrNull("grouping separator"), .stringOrNull("decimal separator")], result: .number
    ) { arguments, surroundings in
      number(arguments, &surroundings)
    },
    BuiltinDefinition("string", [.any("from")], result: .string) { arguments, surroundings in
      string(arguments[0], &surroundings)
    },
    BuiltinDefinition(
      "date", [.single("from")], [.number("year"), .number("month"), .number("day")], result: .date
    ) { arguments, surroundings in
      date(arguments, &surroundings)
    },
    BuiltinDefinition("time", [.single("from")], timeParts, timeParts + [.single("offset")], result: .time) {
      arguments, surroundings in time(arguments, &surroundings)
    },
    BuiltinDefinition("date and time", [.single("from")], [.day("date"), .single("time")], result: .dateTime) {
      arguments, surroundings in dateAndTime(arguments, &surroundings)
    },
    BuiltinDefinition("duration", [.single("from")], result: .any) { arguments, surroundings in
      switch arguments[0] {
      case .string(let text):
        TemporalLiteral.duration(text) ?? surroundings.fail("\"" + text + "\" is no duration such as P1DT2H or P1Y2M")
      case .monthsDuration, .daysDuration: arguments[0]
      case let other: surroundings.wrong(1, "a string", other)
      }
    },
    BuiltinDefinition("years and months duration", [.day("from"), .day("to")], result: .monthsDuration) {
      arguments, _ in
      guard let from = day(arguments[0]), let to = day(arguments[1]) else { return .null }
      return .monthsDuration(MonthsDuration(months: months(from: from, to: to)))
    },
  ]

  private static let timeParts: [Parameter] = [.number("hour"), .number("minute"), .number("second")]

  private static func number(_ arguments: Arguments, _ surroundings: inout CallSurroundings) -> Value {
    let grouping = arguments.text(1).bytes
    let point = arguments.text(2).bytes
    if !grouping.isEmpty || arguments.count > 1 && !arguments[1].isNull {
      guard grouping.count == 1, " .,".utf8.contains(grouping[0]) else {
        return surroundings.fail("the grouping separator must be a space, a point, a comma or null")
      }
    }
    if !point.isEmpty || arguments.count > 2 && !arguments[2].isNull {
      guard point.count == 1, ".,".utf8.contains(point[0]) else {
        return surroundings.fail("the decimal separator must be a point, a comma or null")
      }
      if point == grouping { return surroundings.fail("both separators are the same") }
    }
    var digits: [UInt8] = []
    for byte in arguments.text(0).bytes {
      if byte == grouping.first { continue }
      if byte == point.first {
        digits.append(UInt8(ascii: "."))
      } else if byte == UInt8(ascii: "."), !point.isEmpty {
        return surroundings.fail("\"" + arguments.text(0) + "\" is no number")
      } else {
        digits.append(byte)
      }
    }
    guard let number = Decimal34(utf8: digits) else {
      return surroundings.fail("\"" + arguments.text(0) + "\" is no number")
    }
    return .number(number)
  }

  private static func string(_ value: Value, _ surroundings: inout CallSurroundings) -> Value {
    if value.isNull { return .null }
    var budget = surroundings.limits.steps
    guard let isOpen = value.holdsOpen(&budget) else { return surroundings.fail("the value is too large") }
    if isOpen { return .unknown }
    guard let text = ValueText.string(value, limit: surroundings.limits.size) else {
      if case .function = value { return surroundings.fail("a function has no text") }
      return surroundings.tooLarge("bytes")
    }
    surroundings.steps += text.bytes.count / 8
    return .string(text)
  }

  private static func date(_ arguments: Arguments, _ surroundings: inout CallSurroundings) -> Value {
    if arguments.count == 3 {
      guard let year = Int64(exactly: arguments.number(0)), let month = Int64(exactly: arguments.number(1)),
        let dayOfMonth = Int64(exactly: arguments.number(2)),
        let date = CalendarDate(year: year, month: month, day: dayOfMonth)
      else { return surroundings.fail("there is no such day") }
      return .date(date)
    }
    switch arguments[0] {
    case .string(let text):
      return CalendarDate(text).map { .date($0) } ?? surroundings.fail("\"" + text + "\" is no date such as 2026-01-31")
    case .date: return arguments[0]
    case .dateTime(let dateTime): return .date(dateTime.date)
    case let other: return surroundings.wrong(1, "a string, a date or a date and time", other)
    }
  }

  private static func time(_ arguments: Arguments, _ surroundings: inout CallSurroundings) -> Value {
    if arguments.count > 1 { return timeOfParts(arguments, &surroundings) }
    switch arguments[0] {
    case .string(let text):
      return TimeOfDay(text).map { .time($0) } ?? surroundings.fail("\"" + text + "\" is no time such as 10:30:00")
    case .time: return arguments[0]
    case .dateTime(let dateTime): return .time(dateTime.time)
    // A date is its midnight in UTC.
    case .date: return .time(TimeOfDay(nanoseconds: 0, offsetSeconds: 0))
    case let other: return surroundings.wrong(1, "a string, a time or a date and time", other)
    }
  }

  private static func timeOfParts(_ arguments: Arguments, _ surroundings: inout CallSurroundings) -> Value {
    var offset: Int64?
    switch arguments[3] {
    case .null: break
    case .daysDuration(let duration) where duration.nanoseconds == 0: offset = duration.seconds
    case let other: return surroundings.wrong(4, "a days and time duration", other)
    }
    let second = arguments.number(2)
    guard let hour = Int64(exactly: arguments.number(0)), let minute = Int64(exactly: arguments.number(1)),
      let wholeSecond = Int64(exactly: second.floor),
      let fraction = second.subtracting(second.floor)?.multiplied(by: 1_000_000_000)?.rounded(toScale: 0, .down),
      let nanoseconds = Int64(exactly: fraction),
      let time = TimeOfDay(
        hour: hour, minute: minute, second: wholeSecond, nanoseconds: nanoseconds, offsetSeconds: offset)
    else { return surroundings.fail("there is no such time") }
    return .time(time)
  }

  private static func dateAndTime(_ arguments: Arguments, _ surroundings: inout CallSurroundings) -> Value {
    if arguments.count == 2 {
      guard let date = day(arguments[0]) else { return .null }
      guard case .time(let time) = arguments[1] else { return surroundings.wrong(2, "a time", arguments[1]) }
      return .dateTime(DateTime(date: date, time: time))
    }
    switch arguments[0] {
    case .string(let text):
      if let dateTime = DateTime(text) { return .dateTime(dateTime) }
      if let date = CalendarDate(text) { return .dateTime(DateTime(date: date, time: .midnight)) }
      return surroundings.fail("\"" + text + "\" is no date and time such as 2026-01-31T10:30:00Z")
    case .dateTime: return arguments[0]
    // A date is its midnight in UTC.
    case .date(let date): return .dateTime(DateTime(date: date, time: TimeOfDay(nanoseconds: 0, offsetSeconds: 0)))
    case let other: return surroundings.wrong(1, "a string or a date", other)
    }
  }

  static func day(_ value: Value) -> CalendarDate? {
    switch value {
    case .date(let date): date
    case .dateTime(let dateTime): dateTime.date
    default: nil
    }
  }

  /// Whole months from one day to another, towards zero.
  private static func months(from: CalendarDate, to: CalendarDate) -> Int64 {
    let (start, end) = (from.parts, to.parts)
    let months = (end.year &- start.year) &* 12 &+ end.month - start.month
    if months > 0, end.day < start.day { return months - 1 }
    if months < 0, end.day > start.day { return months + 1 }
    return months
  }
}
