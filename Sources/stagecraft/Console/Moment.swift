internal import ArgumentParser
internal import FEEL
internal import Sales

/// Days and moments that people type.
enum Moment {
  /// The instant of a moment, or of the start of a day in a zone.
  ///
  /// - Throws: `Refusal` naming the option.
  static func start(of text: String, option: String, zone: Text) throws -> Int64 {
    if text.utf8.count == 10, let day = CalendarDate(Text(text)) {
      let local = day.days * 86_400_000
      var instant = local
      for _ in 0..<2 { instant = local - Int64(try CommandClock.offset(of: zone, at: instant)) * 1000 }
      return instant
    }
    return try exact(text, option: option)
  }

  /// The instant of a moment, or of the end of a day in a zone.
  static func end(of text: String, option: String, zone: Text) throws -> Int64 {
    if text.utf8.count == 10, let day = CalendarDate(Text(text)) {
      return try CommandClock.endOfDay(day, zone: zone).epochMilliseconds
    }
    return try exact(text, option: option)
  }

  private static func exact(_ text: String, option: String) throws -> Int64 {
    guard text.utf8.count > 10, let instant = Instant.milliseconds(Text(text)) else {
      throw Refusal(
        "\(option) \(text) is neither a day nor a moment. Write it like 2026-03-31 or 2026-04-01T02:00:00+07:00.",
        ExitCode(64))
    }
    return instant
  }
}
