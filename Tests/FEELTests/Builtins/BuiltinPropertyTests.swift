import FEEL
import Testing

@Suite struct `Built-ins for any arguments` {
  /// Values of all kinds, small enough that they often meet.
  static func value(_ random: inout RepeatableRandom, depth: Int = 0) -> Value {
    switch random.next(below: depth < 2 ? 19 : 14) {
    case 0: .null
    case 1: .boolean(random.next(below: 2) == 0)
    case 2, 3, 4: .number(Decimal34(random.next(below: 7) - 3))
    case 5: .number(Decimal34(coefficient: Int128(random.next(below: 1000)), exponent: -2) ?? .zero)
    case 6: .string(random.text(longest: 4))
    case 7: .string(["a", "b", "2026-01-31", "P1D", "1.5", ","][random.next(below: 6)])
    case 8: .date(CalendarDate(days: Int64(random.next(below: 40_000))))
    case 9: .daysDuration(DaysDuration(seconds: Int64(random.next(below: 200_000)) - 100_000, nanoseconds: 5))
    case 10: .monthsDuration(MonthsDuration(months: Int64(random.next(below: 30)) - 15))
    case 11:
      .dateTime(
        DateTime(
          date: CalendarDate(days: Int64(random.next(below: 40_000))),
          time: TimeOfDay(nanoseconds: 5, offsetSeconds: random.next(below: 2) == 0 ? nil : 3600)))
    case 12: .time(zoned(&random))
    case 13:
      .dateTime(DateTime(date: CalendarDate(days: Int64(random.next(below: 40_000))), time: zoned(&random)))
    case 14:
      .range(
        RangeValue(
          start: random.next(below: 5) == 0 ? nil : .integer(random.next(below: 5)),
          startIncluded: random.next(below: 2) == 0, end: .integer(random.next(below: 5)),
          endIncluded: random.next(below: 2) == 0))
    case 15:
      .context(Context(shape: Shape(["key", "value"]), values: (0..<2).map { _ in value(&random, depth: depth + 1) }))
    case 16: .context(Context(shape: Shape(["a"]), values: [value(&random, depth: depth + 1)]))
    default: .list((0..<random.next(below: 4)).map { _ in value(&random, depth: depth + 1) })
    }
  }

  private static func zoned(_ random: inout RepeatableRandom) -> TimeOfDay {
    let zone = TimeZoneTable.zone(named: ["Europe/Paris", "Etc/UTC", "Asia/Dhaka"][random.next(below: 3)])
    let nanoseconds = Int64(random.next(below: 86_400)) * 1_000_000_000
    return zone.map { TimeOfDay(nanoseconds: nanoseconds, zone: $0) }
      ?? TimeOfDay(nanoseconds: nanoseconds, offsetSeconds: nil)
  }

  /// A value with parts taken out: unknown, undecided or uncertain where the whole had something.
  static func opened(_ value: Value, _ random: inout RepeatableRandom) -> Value {
    if random.next(below: 5) == 0 { return .unknown }
    switch value {
    case .small, .large:
      guard random.next(below: 3) == 0, let number = value.decimal, let least = number.subtracting(1),
        let most = number.adding(2)
      else { return value }
      return .undecided(Interval(least: least, most: most))
    case .list(let items):
      let opened = items.map { Self.opened($0, &random) }
      if random.next(below: 2) == 0 { return .list(opened) }
      // An item more that turns out not to belong, and items that turn out to belong.
      return .uncertainList(
        UncertainList(
          items: opened + [Self.value(&random, depth: 2)],
          certain: opened.map { _ in random.next(below: 2) == 0 } + [false]))
    case .context(let context):
      return .context(Context(shape: context.shape, values: context.values.map { opened($0, &random) }))
    default: return value
    }
  }

  static func isOpen(_ value: Value) -> Bool {
    switch value {
    case .unknown, .undecided, .uncertainList: true
    case .list(let items): items.contains { isOpen($0) }
    case .context(let context): context.values.contains { isOpen($0) }
    default: false
    }
  }

  @Test(arguments: Builtin.names) func `what is decided with something missing stays so when it is known`(_ name: Text)
    throws
  {
    var random = RepeatableRandom(seed: 11)
    let builtin = try #require(Builtin(named: name))
    var decided = 0
    for _ in 0..<600 {
      let signature = builtin.signatures[random.next(below: builtin.signatures.count)]
      let count = signature.count + (builtin.isVariadic ? random.next(below: 3) : 0)
      let whole = (0..<count).map { _ in Self.value(&random) }
      let opened = whole.map { Self.opened($0, &random) }
      let early = try call(name, opened).value
      let late = try call(name, whole).value
      if Self.isOpen(early) { continue }
      decided += 1
      #expect(early.isIdentical(to: late), "\(name)(\(opened)) came to \(early), \(name)(\(whole)) to \(late)")
    }
    #expect(decided > 0)
  }

  @Test(arguments: Builtin.names) func `any arguments in any number are answered`(_ name: Text) throws {
    var random = RepeatableRandom(seed: 12)
    for _ in 0..<300 {
      let arguments = (0..<random.next(below: 5)).map { _ in
        random.next(below: 20) == 0 ? Self.extreme(&random) : Self.opened(Self.value(&random), &random)
      }
      let (value, failure) = try call(name, arguments, law: random.next(below: 2) == 0 ? .sales : .standard)
      if failure != nil { #expect(value.isIdentical(to: .null)) }
    }
  }

  private static func extreme(_ random: inout RepeatableRandom) -> Value {
    switch random.next(below: 8) {
    case 0: .number(Decimal34("9.999999999999999999999999999999999e6144") ?? .zero)
    case 1: .number(Decimal34("-9.999999999999999999999999999999999e6144") ?? .zero)
    case 2: .number(Decimal34("1e-6176") ?? .zero)
    case 3: .number(Decimal34(Int64.min))
    case 4: .date(random.next(below: 2) == 0 ? .first : .last)
    case 5: .monthsDuration(MonthsDuration(months: .min))
    case 6: .daysDuration(DaysDuration(seconds: .min, nanoseconds: 0))
    default: .string(Text(bytes: [0xFF, 0xC3, 0x28, 0x80]))
    }
  }
}

@Suite struct `Upper and lower case` {
  @Test func `agree with Unicode for every letter`() throws {
    // Letters, and partners of letters, that are younger than the table.
    func isYoung(_ text: String) -> Bool { text.unicodeScalars.contains { $0.properties.age?.major ?? 0 > 15 } }
    for scalar in (0x20...0x1FFFF as ClosedRange<UInt32>).compactMap({ Unicode.Scalar($0) })
    where scalar.properties.changesWhenUppercased || scalar.properties.changesWhenLowercased || scalar.value < 0x600 {
      let (upper, lower) = (scalar.properties.uppercaseMapping, scalar.properties.lowercaseMapping)
      if isYoung(String(scalar)) || isYoung(upper) || isYoung(lower) { continue }
      let text = Text(String(scalar))
      #expect(try call("upper case", [.string(text)]).value.text == upper, "\(scalar.value)")
      #expect(try call("lower case", [.string(text)]).value.text == lower, "\(scalar.value)")
    }
  }
}

extension Value {
  fileprivate var text: String? {
    if case .string(let text) = self { text.string } else { nil }
  }
}
