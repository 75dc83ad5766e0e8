/// Days and instants of the Gregorian calendar in UTC, in the texts Salesforce writes and reads.
enum Calendar {
  /// Days since 1970-01-01 of a date; nil when there is no such day.
  static func day(year: Int, month: Int, day: Int) -> Int? {
    guard (1...9999).contains(year), (1...12).contains(month), (1...lastDay(year, month)).contains(day) else {
      return nil
    }
    // Days from civil: years begin in March, so that a leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date of a day since 1970-01-01.
  static func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func lastDay(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// `2026-11-22`.
  static func text(day: Int) -> String {
    let date = date(day)
    return pad(date.year, 4) + "-" + pad(date.month, 2) + "-" + pad(date.day, 2)
  }

  /// `2026-11-22T00:00:00.000+0000`, of milliseconds since 1970.
  static func text(instant: Int64) -> String {
    let (day, rest) = split(instant)
    return text(day: day) + "T" + pad(rest / 3_600_000, 2) + ":" + pad(rest / 60_000 % 60, 2) + ":"
      + pad(rest / 1000 % 60, 2) + "." + pad(rest % 1000, 3) + "+0000"
  }

  /// `Sun, 22 Nov 2026 00:00:00 GMT`, as HTTP headers have it: whole seconds, the rest cut off.
  static func httpText(instant: Int64) -> String {
    let (day, rest) = split(instant)
    let date = date(day)
    // 1970-01-01 was a Thursday.
    let weekday = weekdays[((day + 4) % 7 + 7) % 7]
    return "\(weekday), \(pad(date.day, 2)) \(months[date.month - 1]) \(pad(date.year, 4)) "
      + "\(pad(rest / 3_600_000, 2)):\(pad(rest / 60_000 % 60, 2)):\(pad(rest / 1000 % 60, 2)) GMT"
  }

  /// Reads `2026-11-22`.
  static func day(_ text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
    else { return nil }
    return Calendar.day(year: year, month: month, day: day)
  }

  /// Reads a date, `T`, a time with or without seconds and fraction, and `Z`, `+hh:mm` or `+hhmm`.
  static func instant(_ text: String) -> Int64? {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = day(String(halves[0])) else { return nil }
    var clock = halves[1]
    var offset = 0
    if clock.hasSuffix("Z") {
      clock = clock.dropLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let digits = clock[sign...].dropFirst().filter { $0 != ":" }
      guard digits.utf8.count == 4, let value = number(digits[...]), value % 100 < 60, value / 100 < 24 else {
        return nil
      }
      offset = (value / 100 * 60 + value % 100) * (clock[sign] == "-" ? -1 : 1)
      clock = clock[..<sign]
    } else {
      return nil
    }
    guard let milliseconds = milliseconds(clock) else { return nil }
    return Int64(day) * 86_400_000 + Int64(milliseconds - offset * 60_000)
  }

  /// Reads the date of an HTTP header (RFC 9110's preferred form).
  static func httpInstant(_ text: String) -> Int64? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = number(parts[1]), let year = number(parts[3]),
      let month = months.firstIndex(of: String(parts[2])), let milliseconds = milliseconds(parts[4]),
      let date = Calendar.day(year: year, month: month + 1, day: day)
    else { return nil }
    return Int64(date) * 86_400_000 + Int64(milliseconds)
  }

  private static func milliseconds(_ clock: Substring) -> Int? {
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3 || parts.count == 2, let hour = number(parts[0]), let minute = number(parts[1]),
      hour < 24, minute < 60
    else { return nil }
    let total = (hour * 60 + minute) * 60_000
    guard parts.count == 3 else { return total }
    let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
    guard seconds.count <= 2, let second = number(seconds[0]), second < 60 else { return nil }
    guard seconds.count == 2 else { return total + second * 1000 }
    guard !seconds[1].isEmpty, let fraction = number((seconds[1] + "00").prefix(3)) else { return nil }
    return total + second * 1000 + fraction
  }

  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.utf8.count <= 9, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  private static func split(_ instant: Int64) -> (day: Int, rest: Int) {
    let day = Int(instant >= 0 ? instant / 86_400_000 : (instant - 86_399_999) / 86_400_000)
    return (day, Int(instant) - day * 86_400_000)
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
