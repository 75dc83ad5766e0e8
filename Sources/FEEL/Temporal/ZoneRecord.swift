/// Reads one zone of the packed table: its offsets, the instants at which they change, and the rule behind the last.
///
/// A digit is a byte above 48; a number is written five bits a digit, the lowest first, with 32 added to all but the
/// last. `scripts/zones` writes them.
struct ZoneRecord {
  private var bytes: Slice<UnsafeBufferPointer<UInt8>>

  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) { self.bytes = bytes }

  private mutating func digit() -> Int { Int(bytes.popFirst() ?? 48) - 48 }

  mutating func number() -> Int { Int(truncatingIfNeeded: wide()) }

  /// Instants don't fit the `Int` of a browser.
  private mutating func wide() -> Int64 {
    var value: Int64 = 0
    var shift: Int64 = 0
    while true {
      let digit = Int64(digit())
      value |= (digit & 31) << shift
      shift += 5
      if digit < 32 || shift > 55 { return value }
    }
  }

  private mutating func signed() -> Int64 {
    let value = wide()
    return value & 1 == 0 ? value >> 1 : -((value + 1) >> 1)
  }

  private mutating func offsets() -> [Int32] { (0..<digit()).map { _ in Int32(truncatingIfNeeded: signed()) } }

  mutating func fixedOffset() -> Int32? {
    let offsets = offsets()
    return offsets.count == 1 && wide() == 0 ? offsets[0] : nil
  }

  mutating func offset(at seconds: Int64) -> Int32 {
    let offsets = offsets()
    guard var offset = offsets.first else { return 0 }
    let count = wide()
    var change = count > 0 ? signed() : 0
    for _ in 0..<count {
      let digit = digit()
      change += wide() * (digit < 16 ? 3600 : 1)
      if change > seconds { return offset }
      offset = offsets[min(digit & 15, offsets.count - 1)]
    }
    return digit() == 0 ? offset : ruled(seconds)
  }

  /// The offset by the rule of a standard and a summer time.
  private mutating func ruled(_ seconds: Int64) -> Int32 {
    let standard = signed()
    let summer = signed()
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
    let (month, week, day) = (wide(), wide(), wide())
    return Turn(month: month, week: week, day: day, time: signed())
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
