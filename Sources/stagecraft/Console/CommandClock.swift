internal import ArgumentParser
internal import FEEL
internal import Service

/// The only place that reads the machine's clock.
enum CommandClock {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  static func now() -> Int64 { SystemTime().now() }

  private static let start = ContinuousClock.now

  /// Milliseconds since the program first asked.
  static func monotonicMilliseconds() -> Int64 {
    let (seconds, attoseconds) = start.duration(to: .now).components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }

  /// A zone by its name.
  ///
  /// - Throws: `Refusal` where there is none of that name.
  private static func zone(_ name: Text) throws -> NamedZone {
    if let zone = TimeZoneTable.zone(named: name) { return zone }
    throw Refusal(
      "the policy's zone \(name) is not known. Correct `zone:` in rules/policy.yaml; it is a name like Europe/Paris.",
      ExitStatus.configuration)
  }

  /// The clock of an instant in a zone.
  static func clock(_ epochMilliseconds: Int64, zone: Text) throws -> Clock {
    Clock(epochMilliseconds: epochMilliseconds, zone: try self.zone(zone))
  }

  /// The first millisecond of a local day.
  static func start(of day: CalendarDate, zone: Text) throws -> Int64 {
    (day.days * 86_400 - Int64(try self.zone(zone).offset(atLocal: day.days * 86_400))) * 1000
  }
}
