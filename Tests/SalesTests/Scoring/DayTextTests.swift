import FEEL
import Testing

@testable import Sales

@Suite struct DayTextTests {
  @Test(arguments: ["1970-01-01", "2024-02-29", "2026-12-31", "0001-01-01", "9999-12-31"])
  func readsAndWritesADay(_ day: String) throws {
    let date = try #require(DayText.day(Text(day)))
    #expect(DayText.text(date) == Text(day))
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "31.01.2026", "2026-00-10", ""])
  func knowsWhatIsNoDay(_ text: String) { #expect(DayText.day(Text(text)) == nil) }

  @Test func countsFromTheEpoch() { #expect(DayText.day("2026-01-01")?.days == 20_454) }
}
