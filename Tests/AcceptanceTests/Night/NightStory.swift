import Foundation

/// Story 8: the night on which the threshold falls from 60 to 45.
enum NightStory {
  /// 2026-04-01 02:00 in Jakarta; the UTC date is still 31 March.
  static let night = "2026-03-31T19:00:00Z"
  /// 23:59 in Jakarta.
  static let beforeMidnight = "2026-03-31T16:59:00Z"
  static let summary = "8 read, 1 skipped, 1 promoted, 1 held, 1 incomplete, 1 re-check, 3 unchanged, 0 errors"

  static let second = StoryPlaybook(threshold: 60, needsMeeting: true)
  static let third = StoryPlaybook(threshold: 45, needsMeeting: true, freshness: 90)

  /// A home on the evening before, with both versions activated.
  static func home() throws -> Home {
    let home = try Home()
    try home.activate(second, from: "2026-01-01T00:00:00+07:00")
    try home.activate(third, from: "2026-04-01T00:00:00+07:00")
    try home.load(records, at: "2026-03-30T10:00:00Z")
    return home
  }

  static let records = [
    record("N-1", "Discovery", 70, "2026-03-20", meeting: "2026-04-08", amount: 30_000),
    record("N-2", "Prospecting", 50, "2026-03-20", meeting: "2026-04-09", amount: 100_000),
    record("N-3", "Prospecting", 50, "2026-03-21", meeting: "2026-04-10", hold: "2026-04-15", amount: 45_000),
    record("N-4", "Prospecting", 40, "2026-03-22", meeting: "2026-04-10", amount: 20_000),
    record("N-5", "Negotiation", 50, "2026-03-22", meeting: "2026-04-11", amount: 80_000),
    record("N-6", "Prospecting", 50, "2026-03-23", meeting: nil, amount: 25_000),
    record("N-7", "Closed Lost", 70, "2026-03-23", meeting: nil, amount: 15_000),
    record("N-8", "Discovery", 70, "2025-12-01", meeting: "2026-04-12", amount: 60_000),
  ]

  /// The answers that make a score: hours 40 (more than 5) or 20 (2 to 5), compliance 30.
  private static func answers(_ score: Int) -> String {
    switch score {
    case 70: #"{"hours":6,"compliance":true}"#
    case 50: #"{"hours":3,"compliance":true}"#
    default: #"{"hours":6,"compliance":false}"#
    }
  }

  private static func record(
    _ id: String, _ stage: String, _ score: Int, _ answered: String, meeting: String?, hold: String? = nil, amount: Int
  ) -> String {
    let held = hold.map { #","history":{"hold":{"by":"siti","reason":"budget round","until":"\#($0)"}}"# } ?? ""
    let next = meeting.map { #","next_meeting":"\#($0)""# } ?? ""
    return #"{"kind":"opportunity","id":"\#(id)","pipeline":"Opportunities","stage":"\#(stage)","#
      + #""owner":"\#(StoryPlaybook.rina)","attributes":{"amount":\#(amount)\#(next)},"submissions":[{"#
      + #""assessment":"ProspectingAssessment","version":2,"answers":\#(answers(score)),"#
      + #""capturedAt":"\#(answered)T05:00:00Z"}]\#(held)}"#
  }
}
