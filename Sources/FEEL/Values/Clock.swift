/// The time an evaluation is made for; passed in, never read from the machine.
public struct Clock: Sendable, Equatable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public var epochMilliseconds: Int64
  /// What the policy's zone adds to UTC at that instant, in seconds.
  public var offsetSeconds: Int32

  /// Makes the time of an evaluation.
  ///
  /// - Parameters:
  ///   - epochMilliseconds: since 1970-01-01T00:00:00Z.
  ///   - offsetSeconds: what local time adds to UTC then.
  public init(epochMilliseconds: Int64, offsetSeconds: Int32) {
    self.epochMilliseconds = epochMilliseconds
    self.offsetSeconds = offsetSeconds
  }
}
