extension TimeOfDay {
  static let nanosecondsOfDay: Int64 = 86_400_000_000_000
  static let nanosecondsOfSecond: Int64 = 1_000_000_000
  /// Offsets reach 18 hours to either side.
  static let offsets: ClosedRange<Int64> = -64_800...64_800

  /// Midnight, local.
  static let midnight = TimeOfDay(nanoseconds: 0, offsetSeconds: nil)

  /// The time of an hour (0...23), minute, second and fraction; nil if there is no such time.
  public convenience init?(
    hour: Int64, minute: Int64, second: Int64, nanoseconds: Int64 = 0, offsetSeconds: Int64? = nil
  ) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0..<Self.nanosecondsOfSecond).contains(nanoseconds)
    else { return nil }
    if let offsetSeconds, !Self.offsets.contains(offsetSeconds) { return nil }
    self.init(
      nanoseconds: ((hour * 60 + minute) * 60 + second) * Self.nanosecondsOfSecond + nanoseconds,
      offsetSeconds: offsetSeconds.map { Int32(truncatingIfNeeded: $0) })
  }

  /// 0 to 23.
  public var hour: Int64 { nanoseconds / (3600 * Self.nanosecondsOfSecond) }
  /// 0 to 59.
  public var minute: Int64 { nanoseconds / (60 * Self.nanosecondsOfSecond) % 60 }
  /// 0 to 59, without the fraction.
  public var second: Int64 { nanoseconds / Self.nanosecondsOfSecond % 60 }

  /// The same time with another offset, or as a local one.
  func with(offsetSeconds: Int32?) -> TimeOfDay { TimeOfDay(nanoseconds: nanoseconds, offsetSeconds: offsetSeconds) }

  /// The order of two times, both local or both with an offset (then as seen in UTC, which may be the day before or
  /// after); nil if one is local and the other is not.
  public static func order(_ a: TimeOfDay, _ b: TimeOfDay) -> Int? {
    guard (a.offsetSeconds == nil) == (b.offsetSeconds == nil) else { return nil }
    let (first, second) = (a.utcNanoseconds, b.utcNanoseconds)
    return first == second ? 0 : first < second ? -1 : 1
  }

  /// Nanoseconds since midnight as seen in UTC, which may be the day before or after; a local time as it is.
  var utcNanoseconds: Int64 { nanoseconds &- Int64(offsetSeconds ?? 0) * Self.nanosecondsOfSecond }
}

extension DateTime {
  /// Seconds since 1970-01-01T00:00:00, of UTC if there is an offset, else of the local clock; the fraction is
  /// `time.nanoseconds` beyond the whole second.
  public var epochSeconds: Int64 {
    date.days &* 86_400 &+ time.nanoseconds / TimeOfDay.nanosecondsOfSecond &- Int64(time.offsetSeconds ?? 0)
  }

  /// Nanoseconds beyond the second, 0 ..< 1,000,000,000.
  public var fraction: Int32 { Int32(truncatingIfNeeded: time.nanoseconds % TimeOfDay.nanosecondsOfSecond) }

  /// The order of two instants, or of two local date-times; nil if one is local and the other is not.
  public static func order(_ a: DateTime, _ b: DateTime) -> Int? {
    guard (a.time.offsetSeconds == nil) == (b.time.offsetSeconds == nil) else { return nil }
    let (first, second) = (a.epochSeconds, b.epochSeconds)
    if first != second { return first < second ? -1 : 1 }
    return a.fraction == b.fraction ? 0 : a.fraction < b.fraction ? -1 : 1
  }

  /// The date-time so many seconds and nanoseconds after midnight of a day.
  static func make(
    days: Int64, seconds: Int64, nanoseconds: Int64, offsetSeconds: Int32?
  ) -> DateTime? {
    let secondOfDay = CalendarDate.remainder(seconds, 86_400)
    guard let date = CalendarDate(days: days).adding(days: (seconds - secondOfDay) / 86_400) else { return nil }
    return DateTime(
      date: date,
      time: TimeOfDay(
        nanoseconds: secondOfDay * TimeOfDay.nanosecondsOfSecond + nanoseconds, offsetSeconds: offsetSeconds))
  }
}

extension Clock {
  /// The day that it is in the policy's zone: FEEL's `today()`.
  public var date: CalendarDate { dateTime.date }

  /// The date and time in the policy's zone, with its offset: FEEL's `now()`.
  public var dateTime: DateTime {
    let millisecond = CalendarDate.remainder(epochMilliseconds, 1000)
    let seconds = (epochMilliseconds &- millisecond) / 1000 &+ Int64(offsetSeconds)
    let secondOfDay = CalendarDate.remainder(seconds, 86_400)
    return DateTime(
      date: CalendarDate(days: (seconds &- secondOfDay) / 86_400),
      time: TimeOfDay(
        nanoseconds: secondOfDay * TimeOfDay.nanosecondsOfSecond + millisecond * 1_000_000,
        offsetSeconds: offsetSeconds))
  }
}
