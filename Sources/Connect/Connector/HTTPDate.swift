internal import FEEL
internal import Sales

/// Dates as HTTP headers have them (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The date of epoch milliseconds, down to whole seconds.
  static func text(_ milliseconds: Int64) -> String {
    let second = milliseconds - (milliseconds % 1000 + 1000) % 1000
    let date = CalendarDate(days: (second - (second % 86_400_000 + 86_400_000) % 86_400_000) / 86_400_000)
    let parts = date.parts
    // 2026-03-31T19:00:00Z
    let time = Instant.text(second).string.drop { $0 != "T" }.dropFirst().prefix(8)
    let day = parts.day < 10 ? "0\(parts.day)" : "\(parts.day)"
    let year = String(repeating: "0", count: max(0, 4 - "\(parts.year)".utf8.count)) + "\(parts.year)"
    return "\(days[Int(date.weekday) - 1]), \(day) \(months[Int(parts.month) - 1]) \(year) \(time) GMT"
  }

  /// Epoch milliseconds of a date in the one form that servers may still write; nil: another text.
  static func milliseconds(_ text: String) -> Int64? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0].utf8.count == 4, parts[5] == "GMT", parts[1].utf8.count == 2,
      let month = months.firstIndex(of: parts[2]), parts[3].utf8.count == 4, parts[4].utf8.count == 8
    else { return nil }
    let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    return Instant.milliseconds(Text("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z"))
  }
}

/// How long a server asks to be left alone (RFC 9110 §10.2.3).
enum RetryAfter {
  /// A longer wait is cut: a worker that sleeps for hours on one header is a worker that is down.
  static let longest: Int64 = 15 * 60_000

  /// Milliseconds from now, from a header of seconds or of a date; nil: none, or one that cannot be read.
  static func milliseconds(_ header: String?, now: Int64) -> Int64? {
    guard let header else { return nil }
    if !header.isEmpty, header.utf8.allSatisfy({ (48...57).contains($0) }) {
      return header.utf8.count > 9 ? longest : min(longest, (Int64(header) ?? 0) * 1000)
    }
    return HTTPDate.milliseconds(header).map { min(longest, max(0, $0 - now)) }
  }
}
