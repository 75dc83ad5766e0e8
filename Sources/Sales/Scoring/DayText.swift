import FEEL

/// Days as they stand in answers: `2026-01-31`.
enum DayText {
  /// The day that a text names; nil unless it is a day of the calendar, written in full.
  static func day(_ text: Text) -> CalendarDate? {
    let bytes = text.bytes
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes, 0..<4), let month = number(bytes, 5..<7), let day = number(bytes, 8..<10),
      month >= 1, month <= 12, day >= 1, day <= 31
    else { return nil }
    let date = CalendarDate(days: days(year: year, month: month, day: day))
    // A day that its month lacks would come back as a day of the next one.
    return self.text(date) == text ? date : nil
  }

  /// A day of the years 0 to 9999 as text.
  static func text(_ date: CalendarDate) -> Text {
    // Civil calendar from days, with years that start in March so that the leap day ends them.
    let shifted = date.days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    var bytes: [UInt8] = []
    append(year, digits: 4, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(month, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    append(day, digits: 2, to: &bytes)
    return Text(bytes: bytes)
  }

  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int64? {
    var number: Int64 = 0
    for byte in bytes[range] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = number * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    return number
  }

  private static func append(_ number: Int64, digits: Int, to bytes: inout [UInt8]) {
    var rest = number.magnitude
    var written: [UInt8] = []
    while rest > 0 || written.count < digits {
      written.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(contentsOf: written.reversed())
  }
}
