/// Order and equality of FEEL's temporal values (DMN 1.5 §10.3.2.3.4 to 6): instants where both have an offset, the
/// values on the clock where neither has; no order between one that has and one that has not.
enum TemporalOrder {
  static func equality(_ a: TimeOfDay, _ b: TimeOfDay) -> Truth {
    (a.offsetSeconds == nil) == (b.offsetSeconds == nil) ? Truth(instant(a) == instant(b)) : .no
  }

  static func less(_ a: TimeOfDay, _ b: TimeOfDay) -> Truth {
    (a.offsetSeconds == nil) == (b.offsetSeconds == nil) ? Truth(instant(a) < instant(b)) : .null
  }

  static func equality(_ a: DateTime, _ b: DateTime) -> Truth {
    (a.time.offsetSeconds == nil) == (b.time.offsetSeconds == nil) ? Truth(instant(a) == instant(b)) : .no
  }

  static func less(_ a: DateTime, _ b: DateTime) -> Truth {
    (a.time.offsetSeconds == nil) == (b.time.offsetSeconds == nil) ? Truth(instant(a) < instant(b)) : .null
  }

  static func equality(_ a: DaysDuration, _ b: DaysDuration) -> Truth {
    Truth(a.seconds == b.seconds && a.nanoseconds == b.nanoseconds)
  }

  static func less(_ a: DaysDuration, _ b: DaysDuration) -> Truth {
    Truth(a.seconds == b.seconds ? a.nanoseconds < b.nanoseconds : a.seconds < b.seconds)
  }

  /// Nanoseconds since midnight UTC, or on the clock where there is no offset.
  private static func instant(_ time: TimeOfDay) -> Int128 {
    Int128(time.nanoseconds) - Int128(time.offsetSeconds ?? 0) * 1_000_000_000
  }

  /// Nanoseconds since 1970; wide enough for any day that fits.
  private static func instant(_ dateTime: DateTime) -> Int128 {
    Int128(dateTime.date.days) * 86_400_000_000_000 + instant(dateTime.time)
  }
}
