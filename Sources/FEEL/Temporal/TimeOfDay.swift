/// A time of day (FEEL `time`): local, with an offset from UTC, or in a zone.
public final class TimeOfDay: Sendable {
  /// Nanoseconds since midnight.
  public let nanoseconds: Int64
  /// Seconds east of UTC; nil for a local time, and for one in a zone, whose offset depends on the day.
  public let offsetSeconds: Int32?
  /// The zone that it was given with (`10:30:00@Europe/Paris`).
  public let zone: NamedZone?

  /// Makes a time that is local or has an offset.
  ///
  /// - Parameters:
  ///   - nanoseconds: since midnight.
  ///   - offsetSeconds: seconds east of UTC; nil: the time is local.
  public init(nanoseconds: Int64, offsetSeconds: Int32?) {
    self.nanoseconds = nanoseconds
    self.offsetSeconds = offsetSeconds
    zone = nil
  }

  /// Makes a time in a zone, whose offset depends on the day.
  ///
  /// - Parameter nanoseconds: since midnight by the clocks of the zone.
  public init(nanoseconds: Int64, zone: NamedZone) {
    self.nanoseconds = nanoseconds
    offsetSeconds = nil
    self.zone = zone
  }
}
