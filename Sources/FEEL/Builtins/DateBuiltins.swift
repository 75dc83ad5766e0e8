/// Functions of the calendar and the clock (DMN 1.5 §10.3.4.7 and 8).
enum DateBuiltins {
  static let all: [BuiltinDefinition] = [
    BuiltinDefinition("today", [], readsClock: true, result: .date) { _, surroundings in .date(surroundings.clock.date)
    },
    BuiltinDefinition("now", [], readsClock: true, result: .dateTime) { _, surroundings in
      .dateTime(surroundings.clock.dateTime)
    },
    BuiltinDefinition("day of year", [.day("date")], result: .number) { arguments, _ in
      number(arguments) { $0.dayOfYear }
    },
    BuiltinDefinition("week of year", [.day("date")], result: .number) { arguments, _ in
      number(arguments) { $0.weekOfYear }
    },
    BuiltinDefinition("day of week", [.day("date")], result: .string) { arguments, _ in
      name(arguments, days) { $0.weekday }
    },
    BuiltinDefinition("month of year", [.day("date")], result: .string) { arguments, _ in
      name(arguments, months) { $0.parts.month }
    },
  ]

  private static let days: [Text] = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months: [Text] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static func number(_ arguments: Arguments, _ part: (CalendarDate) -> Int64) -> Value {
    ConversionBuiltins.day(arguments[0]).map { .number(Decimal34(part($0))) } ?? .null
  }

  private static func name(_ arguments: Arguments, _ names: [Text], _ part: (CalendarDate) -> Int64) -> Value {
    guard let date = ConversionBuiltins.day(arguments[0]) else { return .null }
    let place = Int(truncatingIfNeeded: part(date)) - 1
    return names.indices.contains(place) ? .string(names[place]) : .null
  }
}
