// In work: replaced by the temporal values' author.

/// Reads what stands in a temporal literal `@"..."`.
public enum TemporalLiteral {
  /// The date, time, date and time, or duration that the text means; nil for anything else.
  public static func parse(_ text: Text) -> Value? {
    text.bytes.first == UInt8(ascii: "P") ? .monthsDuration(MonthsDuration(months: 0)) : .date(CalendarDate(days: 0))
  }
}
