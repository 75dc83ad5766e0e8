import FEEL
import Sales
import Testing

/// Story 2: the device's part, offline.
@Suite struct FieldStoryTests {
  let playbook: Playbook

  init() throws { playbook = try Deals.compiled(StoryPlaybook.field) }

  static func sheet(
    _ id: Text, _ assessment: Text, _ version: Int, _ sequence: Int, _ answers: [(Text, AnswerValue)]
  ) -> Submission {
    Submission(
      id: id, assessment: assessment, version: version,
      answers: answers.map { Submission.Answer(question: $0.0, value: $0.1) },
      capturedAt: Deals.milliseconds("2026-02-27T10:00:00Z"), device: "d-1", sequence: sequence)
  }

  static let first = Record(
    kind: "opportunity", id: "O-201", stage: "Prospecting",
    submissions: [
      sheet(
        "s-1", "ProspectingAssessment", 2, 1,
        [("hours", .number(Decimal34(65).divided(by: Decimal34(10)) ?? .zero)), ("compliance", .boolean(true))]),
      sheet(
        "s-2", "DiscoveryAssessment", 1, 2,
        [
          ("budget", .boolean(true)), ("authority", .text("influencer")), ("timeline", .text("<3")),
          ("pain", .number(Decimal34(4))),
        ]),
      sheet(
        "s-3", "DemoAssessment", 1, 3,
        [("attending", .text("3+")), ("criteria", .boolean(true)), ("next", .boolean(false))]),
    ])

  static let second = Record(
    kind: "opportunity", id: "O-202", stage: "Prospecting",
    submissions: [
      sheet(
        "s-4", "ProspectingAssessment", 2, 4,
        [("hours", .number(Decimal34(45).divided(by: Decimal34(10)) ?? .zero)), ("compliance", .boolean(true))])
    ])

  @Test func `three sheets carry O-201 to Demo, where it stops`() throws {
    let explanation = explain(Self.first, playbook: playbook, clock: Deals.monday)
    let decision = explanation.decision
    let scores = decision.assessments.filter { $0.state == .complete }.map { $0.score }
    #expect(scores == [.decided(80), .decided(81), .decided(70)])
    let promotion = try #require(decision.proposals.first)
    #expect(promotion.status == .applied)
    #expect(promotion.path == ["Prospecting", "Discovery", "Demo"])
    #expect(promotion.rules == ["To Discovery", "To Demo"])
    #expect(decision.gates[0].submissions == ["s-1"])
    #expect(decision.supported?.most == "Demo")
    #expect(explanation.message() == "80 is not greater than 80. Book the next meeting (+20) → 100")
  }

  @Test func `O-202 stays and is told what it takes`() {
    let explanation = explain(Self.second, playbook: playbook, clock: Deals.monday)
    #expect(explanation.decision.proposals.isEmpty)
    #expect(explanation.message() == "50 is not greater than 60. Needs more than 5 hours a week (→ 70)")
    #expect(
      explanation.summary().string == """
        Prospecting 20 + 30 = 50
        Stated Prospecting, supported Prospecting: level
        50 is not greater than 60. Needs more than 5 hours a week (→ 70)
        """)
  }

  @Test func `the same sheet twice changes nothing`() {
    var record = Self.first
    record.submissions.append(record.submissions[0])
    #expect(line(record) == line(Self.first))
  }

  private func line(_ record: Record) -> [UInt8] {
    var bytes: [UInt8] = []
    Deals.decide(record, playbook).write(into: &bytes, record: record, playbook: playbook)
    return bytes
  }

  @Test func `a decision is written in one fixed order`() {
    #expect(
      String(decoding: line(Self.second), as: UTF8.self)
        == #"{"id":"O-202","kind":"opportunity","pipeline":"New business","stage":"Prospecting","status":"open","owner":null,"money":null,"attributes":{},"scores":{"DemoAssessment":{"state":"not submitted"},"DiscoveryAssessment":{"state":"not submitted"},"ProspectingAssessment":{"state":"complete","version":2,"points":50,"maximum":70,"percent":71.42857142857142857142857142857143,"score":50,"capturedAt":"2026-02-27T10:00:00Z"},"SalesFeedback":{"state":"not submitted"}},"facts":{},"fired":[],"unknown":["To Closed Won","To Demo","To Negotiation"],"flags":[],"proposes":null,"supported":{"least":"Prospecting","most":"Prospecting"},"probability":{"stated":10,"least":10,"most":10},"verdict":{"kind":"level"},"gates":[{"from":"Prospecting","to":"Discovery","state":"failed","rules":[{"name":"To Discovery","outcome":"no"}],"submissions":["s-4"]},{"from":"Discovery","to":"Demo","state":"undecided","rules":[{"name":"To Demo","outcome":"unknown"}]},{"from":"Demo","to":"Negotiation","state":"undecided","rules":[{"name":"To Negotiation","outcome":"unknown"}]}],"proposals":[],"asks":[],"recommended":["ProspectingAssessment"],"override":null,"notices":[]}"#
        + "\n")
  }
}
