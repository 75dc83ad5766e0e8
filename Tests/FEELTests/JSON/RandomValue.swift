import FEEL

/// Any value that FEEL can write, from a repeatable random source; extreme ones are as frequent as plain ones.
struct RandomValue {
  var random: RepeatableRandom
  /// Whether it may also be what FEEL can't write but typed JSON can.
  var isOpen = false

  init(seed: UInt64, isOpen: Bool = false) {
    random = RepeatableRandom(seed: seed)
    self.isOpen = isOpen
  }

  mutating func value(depth: Int = 0) -> Value {
    switch random.next(below: depth < 4 ? (isOpen ? 15 : 13) : 9) {
    case 0: .null
    case 1: .boolean(random.next(below: 2) == 0)
    case 2: number()
    case 3: .string(random.text(longest: 12))
    case 4: .date(date())
    case 5: .time(time())
    case 6: .dateTime(DateTime(date: date(), time: time()))
    case 7: .monthsDuration(MonthsDuration(months: months()))
    case 8: .daysDuration(DaysDuration(seconds: seconds(), nanoseconds: nanoseconds()))
    case 9, 10: .list((0..<random.next(below: 5)).map { _ in value(depth: depth + 1) })
    case 11: context(depth: depth)
    case 12: range()
    case 13: .unknown
    default: open(depth: depth)
    }
  }

  mutating func number() -> Value {
    let digits = random.next(below: 34) + 1
    var text = random.next(below: 2) == 0 ? "-" : ""
    for _ in 0..<digits { text += "\(random.next(below: 10))" }
    let exponents = [0, 0, 0, -1, -2, -10, 5, 100, -100, 6111, -6176, -6143]
    text += "e\(exponents[random.next(below: exponents.count)])"
    guard let number = Decimal34(utf8: Array(text.utf8)[...]) else { return .number(Decimal34(Int(digits))) }
    return .number(number)
  }

  private mutating func date() -> CalendarDate {
    let years: [Int64] = [2026, 2024, 1970, 1, 0, -1, 9999, 10_000, -44, 999_999_999, -999_999_999]
    let year = years[random.next(below: years.count)]
    return CalendarDate(year: year, month: Int64(1 + random.next(below: 12)), day: Int64(1 + random.next(below: 28)))
      ?? CalendarDate(days: 0)
  }

  private mutating func time() -> TimeOfDay {
    let offsets: [Int32?] = [nil, 0, 3600, -3600, 25_200, 20_705, -64_800, 64_800, 1]
    let fraction = Int64(nanoseconds())
    let zones: [Text] = ["Europe/Paris", "Etc/UTC", "Etc/GMT+5", "Australia/Lord_Howe", "Asia/Kathmandu"]
    if random.next(below: 4) == 0, let zone = TimeZoneTable.zone(named: zones[random.next(below: zones.count)]) {
      return TimeOfDay(nanoseconds: Int64(random.next(below: 86_400)) * 1_000_000_000 + fraction, zone: zone)
    }
    return TimeOfDay(
      nanoseconds: Int64(random.next(below: 86_400)) * 1_000_000_000 + fraction,
      offsetSeconds: offsets[random.next(below: offsets.count)])
  }

  private mutating func nanoseconds() -> Int32 {
    let fractions: [Int32] = [0, 0, 0, 1, 999_999_999, 250_000_000, 120]
    return fractions[random.next(below: fractions.count)]
  }

  private mutating func months() -> Int64 {
    let months: [Int64] = [0, 1, -1, 12, -13, 14, 11_999_999_988, -11_999_999_988]
    return months[random.next(below: months.count)]
  }

  private mutating func seconds() -> Int64 {
    let seconds: [Int64] = [0, 1, -1, 59, 3600, -86_400, 93_784, 86_400_000_000, -86_400_000_000]
    return seconds[random.next(below: seconds.count)]
  }

  private mutating func context(depth: Int) -> Value {
    let names: [Text] = [
      "a", "b", "close date", "a+b", "", "@type", "for", "in", "date and time", "1st", " x", "x ", "x  y", "häß", "😀",
      "\"", "\\", "item", "?", "a.b", "null", "partial", "{", ":", "\n",
    ]
    var keys: [Text] = []
    for _ in 0..<random.next(below: 5) {
      let name = random.next(below: 4) == 0 ? random.text(longest: 4) : names[random.next(below: names.count)]
      if !keys.contains(name) { keys.append(name) }
    }
    let values = keys.map { _ in value(depth: depth + 1) }
    return .context(Context(shape: Shape(keys), values: values))
  }

  private mutating func range() -> Value {
    let kind = random.next(below: 7)
    func end() -> Value? {
      switch random.next(below: 5) {
      case 0: return nil
      case 1: return .null
      default: return ordered(kind)
      }
    }
    var (start, last) = (end(), end())
    if start == nil, last == nil || last?.isIdentical(to: .null) == true { last = ordered(kind) }
    if last == nil, start?.isIdentical(to: .null) == true { start = ordered(kind) }
    return .range(
      RangeValue(
        start: start, startIncluded: start == nil ? false : random.next(below: 2) == 0, end: last,
        endIncluded: last == nil ? false : random.next(below: 2) == 0))
  }

  private mutating func ordered(_ kind: Int) -> Value {
    switch kind {
    case 0: number()
    case 1: .string(random.text(longest: 5))
    case 2: .date(date())
    case 3: .time(time())
    case 4: .dateTime(DateTime(date: date(), time: time()))
    case 5: .monthsDuration(MonthsDuration(months: months()))
    default: .daysDuration(DaysDuration(seconds: seconds(), nanoseconds: nanoseconds()))
    }
  }

  private mutating func open(depth: Int) -> Value {
    if random.next(below: 2) == 0 {
      return .undecided(Interval(least: Decimal34(random.next(below: 10)), most: Decimal34(20)))
    }
    let items = (0..<random.next(below: 4)).map { _ in value(depth: depth + 1) }
    return .uncertainList(UncertainList(items: items, certain: items.map { _ in random.next(below: 2) == 0 }))
  }
}
