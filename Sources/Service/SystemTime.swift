internal import Cryptography
public import FEEL
internal import Glibc
internal import Store

/// The machine's clock and randomness, and the time zones of the table.
public struct SystemTime: TimeSource {
  /// The machine's own; all of them are equal.
  public init() {}

  /// The real-time clock, epoch milliseconds; it may be set back.
  public func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// RFC 9562 §5.7.
  public func identifier() -> String {
    var bytes = random(16)
    let time = UInt64(truncatingIfNeeded: now()) & 0xFFFF_FFFF_FFFF
    for place in 0..<6 { bytes[place] = UInt8(truncatingIfNeeded: time >> UInt64(40 - 8 * place)) }
    bytes[6] = 0x70 | bytes[6] & 0x0F
    bytes[8] = 0x80 | bytes[8] & 0x3F
    let digits = Hexadecimal.text(bytes)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  /// From the system's generator, which suits secrets.
  public func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 8)
    while bytes.count < count { withUnsafeBytes(of: generator.next()) { bytes += $0 } }
    return Array(bytes.prefix(count))
  }

  /// From 0 to 999,999.
  public func jitter() -> Int64 { Int64.random(in: 0..<1_000_000) }

  /// Seconds east of UTC; 0 for a zone that the table does not have.
  public func offset(of zone: Text, at instant: Int64) -> Int32 {
    TimeZoneTable.zone(named: zone).map { Clock(epochMilliseconds: instant, zone: $0).offsetSeconds } ?? 0
  }
}
