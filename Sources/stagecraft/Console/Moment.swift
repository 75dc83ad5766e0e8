internal import ArgumentParser
internal import FEEL
internal import Sales

/// Days and moments that people type.
enum Moment {
  /// The instant of a moment, or of the start of a day in a zone.
  ///
  /// - Throws: `Refusal` naming the option.
  static func start(of text: String, option: String, zone: Text) throws -> Int64 {
    if let day = day(text) { return try CommandClock.start(of: day, zone: zone) }
    return try exact(text, option: option)
  }

  /// The instant of a moment, or of the last millisecond of a day in a zone, so that all that came on that day counts.
  static func end(of text: String, option: String, zone: Text) throws -> Int64 {
    if let day = day(text) {
      return try CommandClock.start(of: CalendarDate(days: day.days + 1), zone: zone) - 1
    }
    return try exact(text, option: option)
  }

  private static func day(_ text: String) -> CalendarDate? {
    text.utf8.count == 10 ? CalendarDate(Text(text)) : nil
  }

  private static func exact(_ text: String, option: String) throws -> Int64 {
    guard text.utf8.count > 10, let instant = Instant.milliseconds(Text(text)) else {
      throw Refusal(
        "\(option) \(text) is neither a day nor a moment. Write it like 2026-03-31, 2026-03-31T19:00:00Z or "
          + "2026-04-01T02:00:00+07:00.", ExitCode(64))
    }
    return instant
  }
}
