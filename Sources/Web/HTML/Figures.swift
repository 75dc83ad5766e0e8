internal import FEEL
internal import Sales

/// Numbers and times as people read them.
enum Figures {
  /// `1,234,567.50`: rounded half to even to so many decimals, thousands apart.
  static func grouped(_ number: Decimal34, decimals: Int) -> String {
    guard let rounded = number.rounded(toScale: decimals, .halfEven) else { return number.text.string }
    var coefficient = rounded.magnitude.coefficient
    var exponent = Int(rounded.exponent)
    while exponent > -decimals {
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      if overflow { return number.text.string }
      coefficient = product
      exponent -= 1
    }
    while exponent < -decimals {
      coefficient /= 10
      exponent += 1
    }
    var digits = "\(coefficient)"
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let whole = digits.dropLast(decimals)
    var text = rounded.isNegative ? "\u{2212}" : ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return decimals > 0 ? text + "." + digits.suffix(decimals) : text
  }

  /// A difference, with its sign.
  static func signed(_ number: Decimal34, decimals: Int) -> String {
    let text = grouped(number, decimals: decimals)
    return number.signum > 0 ? "+" + text : text
  }

  /// An amount with the decimals that it has, thousands apart: `48,000`, `1,250.5`.
  static func plain(_ number: Decimal34) -> String {
    grouped(number, decimals: min(max(0, -Int(number.exponent)), 6))
  }

  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    grouped(Decimal34(count), decimals: 0) + " " + (count == 1 ? one : many)
  }

  /// `22 Nov 2026, 00:45 UTC`.
  static func moment(_ milliseconds: Int64) -> HTML {
    let text = Instant.text(milliseconds).string
    let parts = text.split(separator: "T")
    guard parts.count == 2 else { return HTML(text) }
    return tag(.time, .datetime(text)) { day(String(parts[0])) + ", " + parts[1].prefix(5) + " UTC" }
  }

  /// `22 Nov 2026`, the day in UTC.
  static func day(of milliseconds: Int64) -> String { day(String(Instant.text(milliseconds).string.prefix(10))) }

  /// `22 Nov 2026`.
  static func day(_ date: CalendarDate) -> String { day(date.text.string) }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func day(_ text: String) -> String {
    let parts = text.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[1]), months.indices.contains(month - 1), let day = Int(parts[2])
    else { return text }
    return "\(day) \(months[month - 1]) \(parts[0])"
  }
}
