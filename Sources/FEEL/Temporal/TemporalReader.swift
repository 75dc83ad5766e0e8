/// Reads the texts of dates, times and durations (ISO 8601 as DMN 1.5 §10.3.2.3 narrows it), byte by byte.
struct TemporalReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: Text) { bytes = text.bytes }

  var isAtEnd: Bool { at == bytes.count }

  /// Steps over a byte if it comes next.
  mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: byte) else { return false }
    at += 1
    return true
  }

  /// Exactly so many digits.
  private mutating func digits(_ count: Int) -> Int64? {
    guard let (value, found) = digits(atMost: count), found == count else { return nil }
    return value
  }

  /// One digit or more; nil if there is none, or more than `most` (9 at the utmost).
  private mutating func digits(atMost most: Int) -> (value: Int64, count: Int)? {
    let start = at
    var value: Int64 = 0
    while at < bytes.count, case let digit = bytes[at] &- UInt8(ascii: "0"), digit <= 9 {
      if at - start == most { return nil }
      value = value * 10 + Int64(digit)
      at += 1
    }
    return at == start ? nil : (value, at - start)
  }

  /// Digits, however many; nil if there is none or the number is too large.
  private mutating func count() -> Int64? {
    let start = at
    var value: Int64 = 0
    while at < bytes.count, case let digit = bytes[at] &- UInt8(ascii: "0"), digit <= 9 {
      guard let tens = Self.product(value, 10), let sum = Self.sum(tens, Int64(digit)) else { return nil }
      value = sum
      at += 1
    }
    return at == start ? nil : value
  }

  /// `2026-01-31`: four to nine digits for the year, more than four without leading zero, `-` before it or nothing.
  mutating func date() -> CalendarDate? {
    let negative = skip("-")
    let start = at
    guard let (year, count) = digits(atMost: 9), count == 4 || count > 4 && bytes[start] != UInt8(ascii: "0"),
      skip("-"), let month = digits(2), skip("-"), let day = digits(2)
    else { return nil }
    return CalendarDate(year: negative ? -year : year, month: month, day: day)
  }

  /// `10:30:00`, with a fraction of which nine digits count; nanoseconds since midnight, a whole day for `24:00:00`.
  mutating func timeOfDay() -> Int64? {
    guard let hour = digits(2), skip(":"), let minute = digits(2), skip(":"), let second = digits(2),
      hour < 24 && minute < 60 && second < 60 || hour == 24 && minute == 0 && second == 0
    else { return nil }
    var fraction: Int64 = 0
    if skip(".") {
      guard let nanoseconds = self.fraction(), hour < 24 || nanoseconds == 0 else { return nil }
      fraction = nanoseconds
    }
    return ((hour * 60 + minute) * 60 + second) * TimeOfDay.nanosecondsOfSecond + fraction
  }

  /// The digits behind a point as nanoseconds; nil without a digit.
  private mutating func fraction() -> Int64? {
    let start = at
    var value: Int64 = 0
    var unit: Int64 = 100_000_000
    while at < bytes.count, case let digit = bytes[at] &- UInt8(ascii: "0"), digit <= 9 {
      value += Int64(digit) * unit
      unit /= 10
      at += 1
    }
    return at == start ? nil : value
  }

  /// What may follow a time: nothing, an offset, or a zone.
  enum Place {
    case local
    case offset(Int32)
    case zone(NamedZone)
  }

  /// What follows a time to the end of the text: nothing, `Z`, an offset of at most 18 hours, or `@` and the name of a
  /// zone. Nil: none of these.
  mutating func place() -> Place? {
    if isAtEnd { return .local }
    // The standard's own examples write a small z (table 78).
    if skip("Z") || skip("z") { return isAtEnd ? .offset(0) : nil }
    if skip("@") {
      let name = Text(bytes: Array(bytes[at...]))
      at = bytes.count
      return TimeZoneTable.zone(named: name).map { .zone($0) }
    }
    let negative = skip("-")
    guard negative || skip("+"), let hours = digits(2), skip(":"), let minutes = digits(2), minutes < 60
    else { return nil }
    var seconds: Int64 = 0
    if skip(":") {
      guard let found = digits(2), found < 60 else { return nil }
      seconds = found
    }
    let offset = (hours * 60 + minutes) * 60 + seconds
    guard TimeOfDay.offsets.contains(offset), isAtEnd else { return nil }
    return .offset(Int32(truncatingIfNeeded: negative ? -offset : offset))
  }

  /// `P1Y2M` or `-P1DT2H3M4.5S`; years and months, or days and smaller, never both.
  mutating func duration() -> Value? {
    let negative = skip("-")
    guard skip("P"), !isAtEnd else { return nil }
    var months: Int64?
    var seconds: Int64?
    // Each unit at most once, in falling order: `rank` is that of the last one read.
    var rank = 0
    while !isAtEnd {
      if skip("T") {
        guard months == nil, !isAtEnd, let time = timeUnits() else { return nil }
        guard let sum = Self.sum(seconds ?? 0, time.seconds) else { return nil }
        return DaysDuration.make(
          nanoseconds: (Int128(sum) * 1_000_000_000 + Int128(time.nanoseconds)) * (negative ? -1 : 1)
        ).map { .daysDuration($0) }
      }
      guard let count = count() else { return nil }
      if rank < 1, skip("Y") {
        rank = 1
        months = Self.product(count, 12)
        if months == nil { return nil }
      } else if rank < 2, skip("M") {
        rank = 2
        months = Self.sum(months ?? 0, count)
        if months == nil { return nil }
      } else if rank < 3, months == nil, skip("D") {
        rank = 3
        seconds = Self.product(count, 86_400)
        if seconds == nil { return nil }
      } else {
        return nil
      }
    }
    if let months { return .monthsDuration(MonthsDuration(months: negative ? -months : months)) }
    guard let seconds else { return nil }
    return .daysDuration(DaysDuration(seconds: negative ? -seconds : seconds, nanoseconds: 0))
  }

  /// The units behind a `T`, to the end of the text.
  private mutating func timeUnits() -> (seconds: Int64, nanoseconds: Int64)? {
    var total: Int64 = 0
    var nanoseconds: Int64 = 0
    var rank = 0
    while !isAtEnd {
      guard let count = count() else { return nil }
      let unit: Int64
      if rank < 1, skip("H") {
        (rank, unit) = (1, 3600)
      } else if rank < 2, skip("M") {
        (rank, unit) = (2, 60)
      } else {
        // `PT0.S` is read too, as other engines do.
        if skip(".") { nanoseconds = fraction() ?? 0 }
        guard rank < 3, skip("S") else { return nil }
        (rank, unit) = (3, 1)
      }
      guard let seconds = Self.product(count, unit), let sum = Self.sum(total, seconds) else { return nil }
      total = sum
    }
    return (total, nanoseconds)
  }

  private static func sum(_ a: Int64, _ b: Int64) -> Int64? {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : sum
  }

  private static func product(_ a: Int64, _ b: Int64) -> Int64? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? nil : product
  }
}
