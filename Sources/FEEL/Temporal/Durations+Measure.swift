extension DaysDuration {
  static let zero = DaysDuration(seconds: 0, nanoseconds: 0)

  /// Below zero, zero or above: how two durations compare.
  public static func order(_ a: DaysDuration, _ b: DaysDuration) -> Int {
    if a.seconds != b.seconds { return a.seconds < b.seconds ? -1 : 1 }
    return a.nanoseconds == b.nanoseconds ? 0 : a.nanoseconds < b.nanoseconds ? -1 : 1
  }

  /// Whether it goes back in time.
  public var isNegative: Bool { seconds < 0 }
  /// Whether it has no length.
  public var isZero: Bool { seconds == 0 && nanoseconds == 0 }

  /// The whole as nanoseconds; always fits.
  var totalNanoseconds: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) }

  /// The duration of so many nanoseconds; nil if it is too long.
  static func make(nanoseconds total: Int128) -> DaysDuration? {
    var (seconds, rest) = total.quotientAndRemainder(dividingBy: 1_000_000_000)
    if rest < 0 {
      rest += 1_000_000_000
      seconds -= 1
    }
    guard let seconds = Int64(exactly: seconds) else { return nil }
    return DaysDuration(seconds: seconds, nanoseconds: Int32(truncatingIfNeeded: rest))
  }

  /// Days, hours, minutes, seconds and nanoseconds, all without sign.
  var magnitude: (days: UInt64, hours: UInt64, minutes: UInt64, seconds: UInt64, nanoseconds: UInt64) {
    var whole = seconds.magnitude
    var fraction = UInt64(nanoseconds.magnitude)
    if seconds < 0 && fraction > 0 {
      whole -= 1
      fraction = 1_000_000_000 - fraction
    }
    return (whole / 86_400, whole / 3600 % 24, whole / 60 % 60, whole % 60, fraction)
  }
}

extension MonthsDuration: Comparable {
  /// By months: one that goes back before one that goes on.
  @inlinable public static func < (a: MonthsDuration, b: MonthsDuration) -> Bool { a.months < b.months }
}
