/// Reads one zone of the packed table: its offsets, the instants at which they change, and the rule behind the last.
/// `scripts/zones` writes them.
struct ZoneRecord {
  private var numbers: PackedNumbers

  init(_ numbers: PackedNumbers) { self.numbers = numbers }

  private mutating func offsets() -> [Int32] {
    var offsets: [Int32] = []
    for _ in 0..<numbers.digit() { offsets.append(Int32(truncatingIfNeeded: numbers.signed())) }
    return offsets
  }

  mutating func fixedOffset() -> Int32? {
    let offsets = offsets()
    return offsets.count == 1 && numbers.number() == 0 ? offsets[0] : nil
  }

  mutating func offset(at seconds: Int64) -> Int32 {
    let offsets = offsets()
    guard var offset = offsets.first else { return 0 }
    let count = numbers.number()
    var change = count > 0 ? numbers.signed() : 0
    for _ in 0..<count {
      let digit = numbers.digit()
      change += numbers.number() * (digit < 16 ? 3600 : 1)
      if change > seconds { return offset }
      offset = offsets[min(digit & 15, offsets.count - 1)]
    }
    return numbers.digit() == 0 ? offset : ruled(seconds)
  }

  /// The offset by the rule of a standard and a summer time.
  private mutating func ruled(_ seconds: Int64) -> Int32 {
    let standard = numbers.signed()
    let summer = numbers.signed()
    let (start, end) = (turn(), turn())
    let local = seconds &+ standard
    let year = CalendarDate(days: (local &- CalendarDate.remainder(local, 86_400)) / 86_400).parts.year
    let summerBegins = start.seconds(of: year) &- standard
    let summerEnds = end.seconds(of: year) &- summer
    let isSummer =
      summerBegins < summerEnds
      ? summerBegins <= seconds && seconds < summerEnds : seconds < summerEnds || summerBegins <= seconds
    return Int32(truncatingIfNeeded: isSummer ? summer : standard)
  }

  private mutating func turn() -> Turn {
    let (month, week, day) = (numbers.number(), numbers.number(), numbers.number())
    return Turn(month: month, week: week, day: day, time: numbers.signed())
  }

  /// The day of a year on which clocks are turned: the so manieth weekday of a month, of which the fifth is the last.
  private struct Turn {
    let month: Int64
    let week: Int64
    /// 0 is Sunday.
    let day: Int64
    /// Seconds after midnight by the clocks in force before.
    let time: Int64

    func seconds(of year: Int64) -> Int64 {
      let first = CalendarDate.daysBefore(year: year, month: month)
      let weekday = CalendarDate(days: first).weekday % 7
      var dayOfMonth = CalendarDate.remainder(day - weekday, 7) + 7 * (week - 1)
      if dayOfMonth >= CalendarDate.days(inMonth: month, year: year) { dayOfMonth -= 7 }
      return (first &+ dayOfMonth) &* 86_400 &+ time
    }
  }
}
