internal import ArgumentParser
internal import FEEL
internal import Glibc
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

  /// What a zone adds to UTC at an instant, in seconds.
  ///
  /// - Throws: `Refusal` where the machine does not know the zone.
  static func offset(of zone: Text, at epochMilliseconds: Int64) throws -> Int32 {
    if zone == "UTC" || zone == "Etc/UTC" { return 0 }
    let name = zone.string
    let allowed = name.utf8.allSatisfy { byte in
      (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || "/_+-".utf8.contains(byte)
    }
    guard allowed, !name.isEmpty, access("/usr/share/zoneinfo/\(name)", R_OK) == 0 else {
      throw Refusal(
        "the policy's zone \(name) is not known here. Correct `zone:` in rules/policy.yaml, or install tzdata.",
        ExitStatus.configuration)
    }
    setenv("TZ", ":/usr/share/zoneinfo/\(name)", 1)
    tzset()
    var seconds = time_t(epochMilliseconds >= 0 ? epochMilliseconds / 1000 : (epochMilliseconds - 999) / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Int32(parts.tm_gmtoff)
  }

  /// The clock of an instant in a zone.
  static func clock(_ epochMilliseconds: Int64, zone: Text) throws -> Clock {
    Clock(epochMilliseconds: epochMilliseconds, offsetSeconds: try offset(of: zone, at: epochMilliseconds))
  }

  /// The clock of the last millisecond of a local day, so that all that came on that day counts.
  static func endOfDay(_ day: CalendarDate, zone: Text) throws -> Clock {
    let local = (day.days + 1) * 86_400_000 - 1
    // The offset hangs on the instant and the instant on the offset; twice is enough for any zone.
    var instant = local
    for _ in 0..<2 { instant = local - Int64(try offset(of: zone, at: instant)) * 1000 }
    return try clock(instant, zone: zone)
  }
}
