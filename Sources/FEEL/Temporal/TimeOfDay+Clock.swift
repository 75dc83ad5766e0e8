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

  /// Nanoseconds beyond the second.
  var fraction: Int64 { nanoseconds % Self.nanosecondsOfSecond }

  /// Another time with the same offset or zone.
  func with(nanoseconds: Int64) -> TimeOfDay {
    zone.map { TimeOfDay(nanoseconds: nanoseconds, zone: $0) }
      ?? TimeOfDay(nanoseconds: nanoseconds, offsetSeconds: offsetSeconds)
  }

  /// The offset that holds on every day: nil for a local time, and for one in a zone that changes its clocks.
  var lastingOffset: Int32? { offsetSeconds ?? zone?.fixedOffset }

  /// Whether it has neither offset nor zone.
  public var isLocal: Bool { offsetSeconds == nil && zone == nil }

  /// Nanoseconds from one time to another, both local, both in one zone, or both with an offset (then as seen in UTC,
  /// which may be the day before or after); nil for any other two.
  static func distance(from a: TimeOfDay, to b: TimeOfDay) -> Int64? {
    if a.offsetSeconds == b.offsetSeconds, a.zone == b.zone { return b.nanoseconds &- a.nanoseconds }
    guard let first = a.lastingOffset, let second = b.lastingOffset else { return nil }
    return b.nanoseconds &- a.nanoseconds &+ (Int64(first) - Int64(second)) * nanosecondsOfSecond
  }

  /// The order of two times; nil if their distance is not known, as of a local and a zoned one.
  public static func order(_ a: TimeOfDay, _ b: TimeOfDay) -> Int? { distance(from: b, to: a).map { Int($0.signum()) } }
}

extension DateTime {
  /// Seconds since 1970-01-01T00:00:00, of UTC if there is an offset or zone, else of the local clock; the fraction is
  /// `time.nanoseconds` beyond the whole second.
  public var epochSeconds: Int64 {
    date.days &* 86_400 &+ time.nanoseconds / TimeOfDay.nanosecondsOfSecond &- Int64(offsetSeconds ?? 0)
  }

  /// Nanoseconds beyond the second, 0 ..< 1,000,000,000.
  public var fraction: Int32 { Int32(truncatingIfNeeded: time.nanoseconds % TimeOfDay.nanosecondsOfSecond) }

  /// `epochSeconds` and `fraction` together.
  var epochNanoseconds: Int128 { Int128(epochSeconds) * Int128(TimeOfDay.nanosecondsOfSecond) + Int128(fraction) }

  /// The order of two instants, or of two local date-times; nil if one is local and the other is not.
  public static func order(_ a: DateTime, _ b: DateTime) -> Int? {
    guard a.isLocal == b.isLocal else { return nil }
    let (first, second) = (a.epochSeconds, b.epochSeconds)
    if first != second { return first < second ? -1 : 1 }
    return a.fraction == b.fraction ? 0 : a.fraction < b.fraction ? -1 : 1
  }

  /// Whether it has neither offset nor zone.
  public var isLocal: Bool { offsetSeconds == nil }
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
