import FEEL
import Testing

@testable import Authoring

@Suite("Days and numbers are read as their file writes them")
struct FormatTests {
  @Test(
    "days",
    arguments: [
      ("M/d/yyyy", "3/1/2017", "2017-03-01"), ("M/d/yyyy", "12/31/2016", "2016-12-31"),
      ("M/d/yyyy", "13/1/2017", nil), ("M/d/yyyy", "2/29/2017", nil), ("M/d/yyyy", "2/29/2016", "2016-02-29"),
      ("M/d/yyyy", "3/1/17", nil), ("M/d/yyyy", "3/1/2017 ", nil), ("dd.MM.yyyy", "01.02.2026", "2026-02-01"),
      ("dd.MM.yyyy", "1.2.2026", nil), ("d-MMM-yyyy", "7-Mar-2026", "2026-03-07"), ("d-MMM-yyyy", "7-Mär-2026", nil),
      ("yyyyMMdd", "20260307", "2026-03-07"), ("yyyy-MM-dd", "", nil),
    ] as [(String, String, String?)])
  func days(pattern: String, text: String, day: String?) throws {
    let format = try #require(DayFormat(Text(pattern)))
    #expect(format.day(Text(text))?.text.string == day)
  }

  @Test(
    "patterns that name no day are refused",
    arguments: ["yyyy-MM", "dd/MM/yy", "D.M.yyyy", "yyyy-MM-dd HH", "", "d d M yyyy"])
  func patterns(pattern: String) {
    #expect(DayFormat(Text(pattern)) == nil)
  }

  @Test(
    "numbers",
    arguments: [
      (".", "", "1234.50", "1234.5"), (".", "", "-3", "-3"), (".", "", "1,234", nil), (".", "", "$5", nil),
      (".", ",", "1,234,567.89", "1234567.89"), (".", ",", "1,23", nil), (".", ",", "1,2345", nil),
      (".", ",", ",123", nil), (".", ",", "1,,234", nil), (".", ",", "1.234,5", nil), (".", ",", "-1,234", "-1234"),
      (",", ".", "1.234,50", "1234.5"), (",", ".", "1,5", "1.5"), (",", "", "1.5", nil), (".", " ", "12 000", "12000"),
      (".", "", "", nil), (".", ",", "1234", "1234"),
    ] as [(String, String, String, String?)])
  func numbers(decimal: String, group: String, text: String, number: String?) {
    let format = NumberFormat(decimalMark: decimal.utf8.first ?? 0, groupMark: group.utf8.first)
    #expect(format.number(Text(text))?.text.string == number)
  }
}
