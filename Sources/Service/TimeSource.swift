public import FEEL
public import Sales

/// Everything that decisions must not read by themselves: the clock, ids, randomness and time zones. Passed in, so that
/// tests and replays give the same bytes.
public protocol TimeSource: Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  func now() -> Int64
  /// A fresh id (UUIDv7), whose order is the order of making.
  func identifier() -> String
  /// So many unpredictable bytes, for tokens and salts.
  func random(_ count: Int) -> [UInt8]
  /// A fraction in [0, 1) for jitter, in parts of a million.
  func jitter() -> Int64
  /// What a zone (IANA name) adds to UTC at an instant, in seconds; 0 for a zone that the machine does not know.
  func offset(of zone: Text, at instant: Int64) -> Int32
}

extension TimeSource {
  /// The clock of an instant in a playbook's zone.
  public func clock(at instant: Int64, _ playbook: Playbook) -> Clock {
    Clock(epochMilliseconds: instant, offsetSeconds: offset(of: playbook.definition.policy.zone, at: instant))
  }
}
