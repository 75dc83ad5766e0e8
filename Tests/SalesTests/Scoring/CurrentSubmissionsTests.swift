import FEEL
import Testing

@testable import Sales

@Suite("Which submissions count") struct CurrentSubmissionsTests {
  static let name: Text = "DemoAssessment"
  static let day: Int64 = 86_400_000

  static func full(_ attending: String, at: Int64?, device: String? = nil, sequence: Int? = nil, id: String? = nil)
    -> Submission
  {
    Bench.submission(
      name, [("attending", .text(Text(attending))), ("criteria", .text("Yes")), ("next", .text("No"))], id: id, at: at,
      device: device, sequence: sequence)
  }

  @Test("The latest complete one counts, whatever the order of the file") func latestComplete() throws {
    var bench = try #require(Bench(Questionnaires.demo))
    let older = Self.full("0", at: 1000, id: "s-1")
    let newer = Self.full("3+", at: 2000, id: "s-2")
    let half = Bench.submission(Self.name, [("criteria", .text("No"))], id: "s-3", at: 3000)
    for submissions in [[older, newer, half], [half, newer, older], [newer, half, older]] {
      let result = bench.score(submissions)
      #expect(result.score == .decided(Decimal34(80)))
      #expect(result.submissions == ["s-2"])
      #expect(result.capturedAt == 2000)
      #expect(
        result.notes.map { $0.message.string } == [
          "A newer submission is not complete (it lacks \"attending\", \"next\"); the latest complete one counts"
        ])
    }
  }

  @Test("Under latest per question a sheet without any answer grows old as every other")
  func emptySheetExpires() throws {
    var definition = Questionnaires.demo
    definition.current = .latestPerQuestion
    var bench = try #require(Bench(definition))
    let now = bench.clock.epochMilliseconds
    let old = Bench.submission(Self.name, [], id: "s-1", at: now - 40 * Self.day)
    let result = bench.score([old], freshnessDays: 30)
    #expect(result.expired)
    #expect(result.submissions == ["s-1"])
    #expect(result.capturedAt == now - 40 * Self.day)
    let young = Bench.submission(Self.name, [], id: "s-2", at: now - 5 * Self.day)
    #expect(!bench.score([old, young], freshnessDays: 30).expired)
  }

  @Test("While none is complete, the latest counts") func latestHalf() throws {
    var bench = try #require(Bench(Questionnaires.demo))
    let first = Bench.submission(Self.name, [("criteria", .text("Yes"))], id: "s-1", at: 1000)
    let second = Bench.submission(Self.name, [("criteria", .text("No"))], id: "s-2", at: 2000)
    let result = bench.score([second, first])
    #expect(result.state == .undecided)
    #expect(result.score?.written == "0...60")
    #expect(result.missing == ["attending", "next"])
    #expect(result.submissions == ["s-2"])
  }

  @Test("A device's clock set back does not make its later sheet older") func raisedTime() throws {
    var bench = try #require(Bench(Questionnaires.demo))
    let first = Self.full("0", at: 5000, device: "phone", sequence: 1)
    let second = Self.full("3+", at: 1000, device: "phone", sequence: 2)
    let other = Self.full("1-2", at: 4000, device: "tablet", sequence: 9)
    let result = bench.score([other, second, first])
    #expect(result.score == .decided(Decimal34(80)))
    #expect(result.capturedAt == 5000)
  }

  @Test("Equal times are ordered by device, then sequence") func ties() throws {
    var bench = try #require(Bench(Questionnaires.demo))
    let low = Self.full("0", at: 1000, device: "a", sequence: 7)
    let high = Self.full("3+", at: 1000, device: "b", sequence: 1)
    #expect(bench.score([high, low]).score == .decided(Decimal34(80)))
    let later = Self.full("1-2", at: 1000, device: "b", sequence: 2)
    #expect(bench.score([later, high, low]).score == .decided(Decimal34(60)))
  }

  @Test("A submission without time is before all that have one") func undated() throws {
    var bench = try #require(Bench(Questionnaires.demo))
    #expect(bench.score([Self.full("3+", at: 1), Self.full("0", at: nil)]).score == .decided(Decimal34(80)))
  }

  @Test("Evidence from before the episode is history") func episode() throws {
    var bench = try #require(Bench(Questionnaires.demo))
    let old = Self.full("3+", at: 1000)
    #expect(bench.score([old], episodeStart: 2000).state == .notSubmitted)
    #expect(bench.score([old], episodeStart: 1000).state == .complete)
  }

  @Test("Nobody submitted: no score at all") func none() throws {
    var bench = try #require(Bench(Questionnaires.demo))
    let result = bench.score([Submission]())
    #expect(result.state == .notSubmitted)
    #expect(result.score == nil)
    if case .unknown = result.value(of: result.score) {} else { Issue.record("a score out of nothing") }
  }

  @Test("Answers older than the policy allows are expired", arguments: [(90, false), (91, true), (121, true)])
  func expiry(days: Int, expired: Bool) throws {
    var bench = try #require(Bench(Questionnaires.demo))
    let result = bench.score(
      [Self.full("3+", at: bench.clock.epochMilliseconds - Int64(days) * Self.day)], freshnessDays: 90)
    #expect(result.expired == expired)
    #expect(result.state == .complete)
    if expired {
      #expect(result.notes.map { $0.message.string } == ["The answers are \(days) days old (limit 90)"])
    }
  }

  @Test("Answers without a time can't be shown to be fresh") func undatedExpiry() throws {
    var bench = try #require(Bench(Questionnaires.demo))
    #expect(bench.score([Self.full("3+", at: nil)], freshnessDays: 90).expired)
  }

  @Test("Latest per question: a team fills one sheet") func perQuestion() throws {
    var definition = Questionnaires.demo
    definition.current = .latestPerQuestion
    var bench = try #require(Bench(definition))
    let first = Bench.submission(
      Self.name, [("attending", .text("0")), ("criteria", .text("Yes"))], id: "s-1", at: 1000)
    let second = Bench.submission(Self.name, [("attending", .text("3+"))], id: "s-2", at: 2000)
    let third = Bench.submission(Self.name, [("next", .text("Yes"))], id: "s-3", at: 3000)
    #expect(bench.score([first, second]).score?.written == "80...100")
    let result = bench.score([third, first, second])
    #expect(result.score == .decided(Decimal34(100)))
    #expect(result.submissions == ["s-1", "s-2", "s-3"])
  }

  @Test("Latest per question: an option that the newest version lacks is unanswered") func lackedOption() throws {
    var definition = Questionnaires.demo
    definition.current = .latestPerQuestion
    var bench = try #require(Bench(definition))
    let result = bench.score([
      Self.full("3+", at: 1000), Bench.submission(Self.name, [("attending", .text("a crowd"))], version: 1, at: 2000),
    ])
    #expect(result.missing == ["attending"])
    #expect(result.notes.map { $0.code } == ["UNKNOWN-OPTION"])
  }
}

@Suite("Versions") struct VersionTests {
  static let first = Questionnaires.assessment(
    "Fit", version: 1,
    [Questionnaires.choice("size", [Questionnaires.option("big", 5), Questionnaires.option("small", 0)])]
  )
  static let second = Questionnaires.assessment(
    "Fit", version: 2,
    [
      Questionnaires.choice("size", [Questionnaires.option("big", 50), Questionnaires.option("tiny", 0)]),
      Questionnaires.choice("need", [Questionnaires.option("yes", 50), Questionnaires.option("no", 0)]),
    ])

  @Test("A sheet is scored under the version that it answered") func underItsVersion() throws {
    var bench = try #require(Bench(Self.second, older: [Self.first]))
    let result = bench.score([("size", .text("big"))], version: 1)
    #expect(result.version == 1)
    #expect(result.state == .complete)
    #expect(result.score == .decided(Decimal34(5)))
    // Rules read the answers by the newest version's names.
    if case .string(let size) = bench.machine.slots[0] { #expect(size == "big") } else { Issue.record("no answer") }
    if case .unknown = bench.machine.slots[1] {} else { Issue.record("an answer that nobody gave") }
  }

  @Test("An option that the newest version lacks is no answer for rules") func adopted() throws {
    var bench = try #require(Bench(Self.second, older: [Self.first]))
    #expect(bench.score([("size", .text("small"))], version: 1).score == .decided(Decimal34(0)))
    if case .unknown = bench.machine.slots[0] {} else { Issue.record("an option that is gone") }
  }

  @Test("No version means the newest") func newest() throws {
    var bench = try #require(Bench(Self.second, older: [Self.first]))
    #expect(bench.score([("size", .text("big"))]).score?.written == "50...100")
  }

  @Test("A version that is not known is told, and does not count") func unknownVersion() throws {
    var bench = try #require(Bench(Self.second))
    let result = bench.score([("size", .text("big"))], version: 7)
    #expect(result.state == .notSubmitted)
    #expect(
      result.notes.map { $0.message.string } == [
        "A submission answers Fit 7, which is not known here; it does not count"
      ])
  }
}
