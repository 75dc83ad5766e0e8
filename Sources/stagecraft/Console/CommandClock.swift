internal import ArgumentParser
internal import FEEL
internal import Service

/// The only place that reads the machine's clock and time zones.
enum CommandClock {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  static func now() -> Int64 { SystemTime().now() }

  private static let start = ContinuousClock.now

  /// Milliseconds since the program first asked.
  static func monotonicMilliseconds() -> Int64 {
    let (seconds, attoseconds) = start.duration(to: .now).components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }

  private static let zones = Zones()

  /// What a zone adds to UTC at an instant, in seconds.
  ///
  /// - Throws: `Refusal` where the machine does not know the zone.
  static func offset(of zone: Text, at epochMilliseconds: Int64) throws -> Int32 {
    if let offset = zones.offset(of: zone, at: epochMilliseconds) { return offset }
    throw Refusal(
      "the policy's zone \(zone) is not known here. Correct `zone:` in rules/policy.yaml, or install tzdata.",
      ExitStatus.configuration)
  }

  /// The clock of an instant in a zone.
  static func clock(_ epochMilliseconds: Int64, zone: Text) throws -> Clock {
    Clock(epochMilliseconds: epochMilliseconds, offsetSeconds: try offset(of: zone, at: epochMilliseconds))
  }

  /// The first millisecond of a local day.
  static func start(of day: CalendarDate, zone: Text) throws -> Int64 {
    let local = day.days * 86_400_000
    // The offset hangs on the instant and the instant on the offset; twice is enough for any zone.
    var instant = local
    for _ in 0..<2 { instant = local - Int64(try offset(of: zone, at: instant)) * 1000 }
    return instant
  }
}
