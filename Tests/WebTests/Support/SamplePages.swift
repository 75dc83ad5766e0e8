import FEEL
import Sales

@testable import Service
@testable import Web

/// Every page with made-up records, to be looked at without a store.
enum SamplePages {
  static let now: Int64 = 1_790_000_000_000
  private static let hour: Int64 = 3_600_000

  static func visitor(_ role: Role, notice: String? = nil) -> Visitor {
    let person = Person(id: "rina", role: role, unit: "North", owners: nil, names: ["rina"])
    let time = FixedTime()
    return Visitor(person: person, formToken: "0a1b", freshKey: { time.identifier() }, notice: notice)
  }

  static func line(
    _ id: Text, _ title: Text, owner: Text? = "rina", stage: Text = "Demo", least: Text? = "Discovery",
    most: Text? = nil, verdict: Text? = "ahead", by distance: Int = 1, money: Decimal34? = 48_000
  ) -> RecordLine {
    RecordLine(
      key: RecordKey(kind: "opportunity", id: id), title: title, owner: owner, pipeline: "opportunities", stage: stage,
      status: "open", least: least, most: most ?? least, verdict: verdict, distance: distance, money: money,
      statedWeighted: nil, leastWeighted: nil, decidedAt: now)
  }

  static let lines = [
    line("0061a00002", "Harbour Logistics, fleet renewal"),
    line(
      "0061a00003", "Nordic Dairy", owner: "tom", stage: "Prospecting", least: "Demo", verdict: "behind", by: 2,
      money: 126_500),
    line(
      "0061a00004", "Blue Fjord Hotels", stage: "Demo", least: "Discovery", most: "Negotiation", verdict: "unproven",
      money: 310_000),
    line(
      "0061a00005", "Acme <script>alert(1)</script> & Sons", owner: nil, stage: "Discovery", verdict: "level", by: 0,
      money: nil),
    line(
      "0061a00006", "A company with a rather long name that goes on, International Holding GmbH & Co. KG",
      stage: "Negotiation", least: "Negotiation", verdict: "level", by: 0, money: 1_250_000),
  ]

  static let funnel = [
    FunnelStage(name: "Prospecting", records: 34, money: 1_912_000, supportedRecords: 41, supportedMoney: 2_300_500),
    FunnelStage(name: "Discovery", records: 21, money: 1_404_250, supportedRecords: 24, supportedMoney: 1_520_000),
    FunnelStage(name: "Demo", records: 13, money: 988_000, supportedRecords: 7, supportedMoney: 512_750),
    FunnelStage(name: "Negotiation", records: 6, money: 640_000, supportedRecords: 2, supportedMoney: 121_000),
  ]

  static func pipeline(_ grouping: PipelineGrouping = .stage) -> PipelineView {
    var report = PipelineReport()
    let verdicts: [Verdict] = [.level, .behind(1), .unproven(1), .ahead(2)]
    let owners: [Text] = ["tom", "rina"]
    for (place, stage) in funnel.enumerated() {
      for count in 0..<stage.records {
        let money: Decimal34? = count == 0 ? nil : Decimal34(38_000 + 1750 * count)
        let stated = Decimal34(20 * place + 20)
        let least = Decimal34(15 * place + 15)
        let line = PipelineReport.Line(
          id: "x", stage: stage.name, owner: owners[count % 2], place: .open, verdict: verdicts[(count + place) % 4],
          money: money, statedProbability: stated,
          leastProbability: least)
        report.add(line, group: grouping == .stage ? stage.name : owners[count % 2])
      }
    }
    return PipelineView(
      report: report, order: funnel.map(\.name), funnel: funnel, currency: "EUR", currencyDigits: 2,
      playbook: "5f2c9a1",
      owners: ["tom", "rina"])
  }

  static let proposals = [
    ProposalView(
      id: "p1", record: RecordKey(kind: "opportunity", id: "0061a00003"), title: "Nordic Dairy", owner: "tom",
      from: "Prospecting", to: "Demo", path: ["Prospecting", "Discovery", "Demo"], rules: ["prospecting passed"],
      status: "waiting", detail: [], createdAt: now - 5 * hour, decidedBy: nil, reason: nil),
    ProposalView(
      id: "p2", record: RecordKey(kind: "opportunity", id: "0061a00004"), title: "Blue Fjord Hotels", owner: nil,
      from: "Demo", to: "Negotiation", path: [], rules: ["demo passed"], status: "blocked",
      detail: ["Negotiation requires Close Date"], createdAt: now - 50 * hour, decidedBy: nil, reason: nil),
  ]

  static let record = RecordView(
    line: lines[0], currency: "EUR", revision: 7,
    attributes: [
      RecordView.Attribute(name: "amount", label: "Amount", value: "48000", isMoney: true),
      RecordView.Attribute(name: "close", label: "Close date", value: "2026-12-18"),
      RecordView.Attribute(name: "budget", label: "Budget holder", value: nil),
    ],
    scores: [
      RecordView.Score(
        assessment: "prospecting", title: "Prospecting", state: "complete", score: "90", maximum: "100",
        isExpired: false, isAsked: false),
      RecordView.Score(
        assessment: "discovery", title: "Discovery", state: "undecided", score: "40 to 70", maximum: "100",
        isExpired: true, isAsked: false),
      RecordView.Score(
        assessment: "demo", title: "Demo", state: "not submitted", score: nil, maximum: nil, isExpired: false,
        isAsked: true),
    ],
    explanation: ExplanationView(
      document: .object([]),
      lines: [
        "0061a00002 (opportunity)", "  Stated Demo, supported Discovery: ahead by 1",
        "Prospecting version 3: 90 of 100",
        "  How many hours a week go into it? 6: 40", "  Is the next meeting booked? yes: 50",
        "Discovery version 2: 40, not complete", "  Who decides? –", "Gates",
        "  Prospecting → Discovery: passed", "    prospecting passed: 90 is greater than 80",
        "  Discovery → Demo: not decided yet", "    discovery passed: the score may be 40 to 70, 60 or more is needed",
        "To be done: Discovery",
      ],
      message: "The score may be 40 to 70, and more than 60 is needed. Name who decides (+30) → 70"),
    proposals: proposals,
    history: [
      RecordView.HistoryLine(
        at: now - 2 * hour, from: "Discovery", to: "Demo", cause: "person", by: "rina", rule: nil,
        submission: nil, playbook: "5f2c9a1", reason: "They asked for it on the phone"),
      RecordView.HistoryLine(
        at: now - 30 * hour, from: "Prospecting", to: "Discovery", cause: "promotion", by: nil,
        rule: "prospecting passed",
        submission: "0199c0de-0000-7000-8000-000000000001", playbook: "5f2c9a1", reason: nil),
      RecordView.HistoryLine(
        at: now - 900 * hour, from: nil, to: "Prospecting", cause: "import", by: nil, rule: nil, submission: nil,
        playbook: nil, reason: nil),
    ],
    submissions: [
      RecordView.SubmissionLine(
        id: "0199c0de-0000-7000-8000-000000000001", number: 412, assessment: "prospecting", version: 3,
        person: "rina", capturedAt: now - 31 * hour, receivedAt: now - 30 * hour, state: "judged", note: nil)
    ],
    hold: nil,
    override: History.PersonsWord(
      by: "siti", reason: "The board has said yes in writing", stage: "Demo", until: CalendarDate("2026-12-31")),
    stages: ["Prospecting", "Discovery", "Demo", "Negotiation", "Won", "Lost"],
    notices: ["The CRM was last heard of 26 hours ago."],
    recommendations: [
      Recommendation(assessment: form(nil).assessment, cause: .provesBeyond("Discovery"), isOpen: true)
    ],
    openStages: stages
  )

  private static func label(_ text: Text) -> Label { Label([Label.Translation("en", text)]) }

  private static func option(_ id: Text, _ text: Text) -> OptionDefinition {
    OptionDefinition(id: id, label: label(text), points: Decimal34(10))
  }

  /// Every kind of question, with what a person left in its field.
  private static let questions: [(question: QuestionDefinition, typed: [Text], problem: Text?)] = [
    (
      QuestionDefinition(
        id: "decides", section: "people", ask: label("Who decides?"),
        explanation: label("The one who signs, not the one who likes it."),
        kind: .choice([option("board", "The board"), option("cfo", "The CFO, alone and without asking anybody")])),
      ["cfo"], nil
    ),
    (
      QuestionDefinition(
        id: "met", section: "people", ask: label("Whom have you met?"),
        kind: .severalOf([option("user", "A user"), option("it", "IT"), option("legal", "Legal")]), required: false),
      ["user", "legal"], "options are chosen, and that none of them fits"
    ),
    (
      QuestionDefinition(
        id: "budget", ask: label("Is the budget approved?"),
        kind: .yesNo(yes: option("yes", "Yes"), no: option("no", "No"))),
      [], nil
    ),
    (
      QuestionDefinition(
        id: "hours", ask: label("How many hours a week go into it?"),
        kind: .number(
          minimum: Decimal34(0), maximum: Decimal34(168), unit: label("hours a week"), bands: [])),
      ["six <b>"], "\"six <b>\" is no number"
    ),
    (
      QuestionDefinition(
        id: "pain", ask: label("How bad is it, from 1 to 5?"),
        kind: .scale(from: 1, to: 5, pointsPerStep: Decimal34(1), bands: [])), ["4"], nil
    ),
    (
      QuestionDefinition(
        id: "likely", ask: label("How likely is it, in percent?"),
        kind: .scale(from: 0, to: 100, pointsPerStep: Decimal34(1), bands: []), required: false), ["80"], nil
    ),
    (
      QuestionDefinition(
        id: "words", ask: label("What did they say?"), kind: .text(points: nil, maximumLength: 500), required: false),
      ["We lose a day a week."], nil
    ),
    (
      QuestionDefinition(
        id: "start", ask: label("When do they want to begin?"), kind: .date(bands: []), required: false),
      ["2027-01-31"], nil
    ),
    (
      QuestionDefinition(id: "why", ask: label("Why so late?"), kind: .text(points: nil, maximumLength: 100)), ["kept"],
      nil
    ),
  ]

  /// A form that a person tried to send.
  static func form(_ obstacle: AssessmentForm.Obstacle?, meaning: Bool = false, waits: Text? = nil) -> AssessmentForm {
    let assessment = AssessmentDefinition(
      name: "discovery", version: 2,
      title: Label([Label.Translation("en", "Discovery"), Label.Translation("id", "Penemuan")]), kind: "opportunity",
      stages: ["Discovery"], score: .raw, languages: ["en", "id"],
      sections: [SectionDefinition(id: "people", title: label("People"))], questions: questions.map(\.question))
    return AssessmentForm(
      record: lines[0], assessment: assessment, language: nil,
      questions: questions.map { question, typed, problem in
        AssessmentForm.Question(
          definition: question, entry: TypedSheet.Entry(typed, isNone: question.id == "met"),
          relevance: question.id == "why" ? .no : question.id == "start" ? .unknown : .yes,
          problem: obstacle == nil ? nil : problem.map { AnswerReader.Problem($0, fix: "write digits") },
          isMissing: question.id == "budget", isFromCRM: question.id == "likely")
      }, note: "They called back.",
      recommendation: Recommendation(assessment: assessment, cause: .provesBeyond("Discovery"), isOpen: true),
      answeredAt: obstacle == nil ? now - 900 * hour : nil, waits: waits,
      meaning: meaning
        ? AssessmentForm.Meaning(
          score: "40 to 70", maximum: "100", supported: ("Discovery", "Demo"),
          message: "The score may be 40 to 70, and more than 60 is needed.", counts: false) : nil, obstacle: obstacle)
  }

  static let held = [
    HeldView(
      id: "h1", record: RecordKey(kind: "opportunity", id: "0061a00099"), assessment: "Discovery", person: "tom",
      receivedAt: now - hour, reason: "The record is closed: Lost since 3 Nov 2026.")
  ]

  static let letters = [
    DeadLetterView(
      id: "d1", connection: "salesforce", kind: "stage", record: RecordKey(kind: "opportunity", id: "0061a00002"),
      title: "Harbour Logistics, fleet renewal",
      message: "Harbour Logistics (0061a00002): the CRM refused the stage Demo: Close Date must not be in the past",
      code: "FIELD_CUSTOM_VALIDATION_EXCEPTION", attempts: 1, createdAt: now - 3 * hour, changedAt: now - 2 * hour,
      payload: Array(#"{"StageName":"Demo","Id":"0061a00002"}"#.utf8))
  ]

  static let findings = FindingsView(
    version: "5f2c9a1", inForceSince: now - 900 * hour,
    findings: [
      Finding(
        .error, "UNREACHABLE", .rule("demo passed"), "No answers reach 120 points: the most are 100.",
        fix: "Ask for at most 100 points."),
      Finding(.warning, "OVERLAP", .band(assessment: "discovery", question: "hours", index: 1), "Two bands cover 5."),
      Finding(.note, "UNUSED", .fact("busy"), "Nothing uses this fact."),
    ])

  private static let stages: [Text] = ["Prospecting", "Discovery", "Demo", "Negotiation"]

  static var myDeals: MyDealsView {
    let assessment = form(nil).assessment
    return MyDealsView(
      deals: [
        MyDealsView.Deal(
          line: lines[2], stages: stages, isAsked: true,
          next: Recommendation(assessment: assessment, cause: .asked, isOpen: true), message: ""),
        MyDealsView.Deal(
          line: lines[0], stages: stages, isAsked: false,
          next: Recommendation(assessment: assessment, cause: .provesBeyond("Discovery"), isOpen: true), message: ""),
        MyDealsView.Deal(
          line: lines[4], stages: stages, isAsked: false, next: nil, message: "60 is not greater than 75."),
        MyDealsView.Deal(line: lines[3], stages: stages, isAsked: false, next: nil, message: ""),
      ], count: 38, currency: "EUR")
  }

  /// Each page under a name.
  static var all: [(name: String, html: HTML)] {
    let manager = visitor(.manager)
    let admin = visitor(.admin)
    let emptyView = PipelineView(
      report: PipelineReport(), order: [], funnel: [], currency: "EUR", currencyDigits: 2, playbook: "5f2c9a1",
      owners: [])
    var bare = record
    bare.scores = []
    bare.attributes = []
    bare.proposals = []
    bare.history = []
    bare.submissions = []
    bare.notices = []
    bare.override = nil
    bare.line = line("0061a00009", "Just imported", stage: "Prospecting", least: "Prospecting", verdict: "level", by: 0)
    bare.explanation = ExplanationView(document: .object([]), lines: [], message: "")
    return [
      (
        "pipeline",
        PipelinePage(
          visitor: visitor(.admin, notice: "Moved to Demo. The evidence carries it only to Discovery."),
          view: pipeline(), page: RecordPage(records: lines, next: "n"), grouping: .stage, filter: RecordFilter()
        ).html
      ),
      (
        "pipeline-by-owner",
        PipelinePage(
          visitor: manager, view: pipeline(.owner), page: RecordPage(records: [], next: nil), grouping: .owner,
          filter: RecordFilter(owner: "tom", verdict: "ahead")
        ).html
      ),
      (
        "pipeline-empty",
        PipelinePage(
          visitor: manager, view: emptyView, page: RecordPage(records: [], next: nil), grouping: .stage,
          filter: RecordFilter()
        ).html
      ),
      ("record", OneRecordPage(visitor: manager, view: record).html),
      ("record-bare", OneRecordPage(visitor: visitor(.rep), view: bare).html),
      ("my-deals", MyDealsPage(visitor: visitor(.rep), view: myDeals).html),
      (
        "my-deals-empty",
        MyDealsPage(visitor: visitor(.rep), view: MyDealsView(deals: [], count: 0, currency: "EUR")).html
      ),
      ("assessment", AssessmentPage(visitor: visitor(.rep), form: form(nil)).html),
      ("assessment-problems", AssessmentPage(visitor: visitor(.rep), form: form(.problems, meaning: true)).html),
      (
        "assessment-unfinished",
        AssessmentPage(visitor: visitor(.rep), form: form(.unfinished, waits: "it is closed (Lost)")).html
      ),
      (
        "assessment-refused",
        AssessmentPage(visitor: visitor(.rep), form: form(.refused("The disk is full; try again later."))).html
      ),
      ("proposals", ProposalsPage(visitor: manager, proposals: proposals).html),
      ("proposals-empty", ProposalsPage(visitor: manager, proposals: []).html),
      ("held", HeldPage(visitor: admin, held: held).html),
      ("dead-letters", DeadLettersPage(visitor: admin, letters: letters).html),
      ("findings", FindingsPage(visitor: admin, view: findings).html),
      ("sign-in", SignInPage().html),
      ("sign-in-failed", SignInPage(to: nil, problem: "This token is not known, or has ended.").html),
      ("sign-in-link", SignInPage(link: "one-time", to: LocalPath("records", "a", "b")).html),
      (
        "error",
        ErrorPage(
          problem: Problem(
            ServiceError(.invalid, code: "x", "The form has a problem.", problems: ["Give a reason."])),
          back: LocalPath("held")
        ).html
      ),
    ]
  }
}
