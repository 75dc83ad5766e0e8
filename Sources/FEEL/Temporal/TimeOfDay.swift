/// A time of day (FEEL `time`), local or with an offset from UTC.
public final class TimeOfDay: Sendable {
  /// Nanoseconds since midnight.
  public let nanoseconds: Int64
  /// Seconds east of UTC; nil for a local time.
  public let offsetSeconds: Int32?
  public init(nanoseconds: Int64, offsetSeconds: Int32?) {
    self.nanoseconds = nanoseconds
    self.offsetSeconds = offsetSeconds
  }
}
