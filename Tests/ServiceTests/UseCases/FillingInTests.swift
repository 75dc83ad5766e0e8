import FEEL
import Sales
import Testing

@testable import Service
@testable import Store

/// An assessment as a form: filled in as far as something is known, looked at, and sent once.
@Suite("A form", .timeLimit(.minutes(5)))
struct FillingInTests {
  private static let operatorOfTheServer = Person(id: "otto", role: .operations, unit: nil, owners: nil, names: [])

  private static func label(_ text: Text, _ indonesian: Text? = nil) -> Label {
    Label([Label.Translation("en", text)] + (indonesian.map { [Label.Translation("id", $0)] } ?? []))
  }

  private static func option(_ id: Text, _ points: Int) -> OptionDefinition {
    OptionDefinition(id: id, label: label(id), points: Decimal34(points))
  }

  /// Every kind of question: the need decides whether the budget is asked, the amount comes from the CRM.
  private static func playbook(freshnessDays: Int? = nil) -> PlaybookDefinition {
    var playbook = SyncFixture.playbook()
    playbook.policy.freshnessDays = freshnessDays
    playbook.assessments[0].title = label("Prospecting", "Prospek")
    playbook.assessments[0].questions = [
      QuestionDefinition(
        id: "need", ask: label("Is there a need?"), kind: .yesNo(yes: option("yes", 10), no: option("no", 0))),
      QuestionDefinition(
        id: "budget", ask: label("Which budget?"), kind: .choice([option("none", 0), option("approved", 40)]),
        relevance: "need = true"),
      QuestionDefinition(
        id: "hours", ask: label("How many hours?"),
        kind: .number(
          minimum: Decimal34(0), maximum: Decimal34(168), unit: nil,
          bands: [
            BandDefinition(tests: "<= 5", points: Decimal34(0)), BandDefinition(tests: "> 5", points: Decimal34(15)),
          ])),
      QuestionDefinition(
        id: "regions", ask: label("Which regions?"), kind: .severalOf([option("a;b", 5), option("emea", 5)]),
        required: false),
      QuestionDefinition(
        id: "pain", ask: label("How bad?"), kind: .scale(from: 1, to: 5, pointsPerStep: Decimal34(1), bands: []),
        required: false),
      QuestionDefinition(
        id: "words", ask: label("Their words"), kind: .text(points: Decimal34(1), maximumLength: 5), required: false),
      QuestionDefinition(id: "since", ask: label("Since when?"), kind: .date(bands: []), required: false),
      QuestionDefinition(
        id: "amount", ask: label("How much?"), kind: .number(minimum: nil, maximum: nil, unit: nil, bands: []),
        required: false, field: "Amount"),
    ]
    playbook.sentences = [
      SentenceDefinition(
        name: "To Discovery", condition: "Prospecting.Score > 60", actions: [.upgrade(to: "Discovery", from: [])],
        mode: nil)
    ]
    return playbook
  }

  private static let whole: [Text: TypedSheet.Entry] = [
    "need": TypedSheet.Entry(["yes"]), "budget": TypedSheet.Entry(["approved"]), "hours": TypedSheet.Entry(["6.5"]),
  ]

  private static func sheet(_ entries: [Text: TypedSheet.Entry], version: Int = 1, note: Text = "") -> TypedSheet {
    TypedSheet(version: version, entries: entries, note: note)
  }

  private func form(_ fixture: SyncFixture, language: Text? = nil) async throws -> AssessmentForm {
    try await fixture.application.form(
      "Prospecting", about: SyncFixture.key(1), language: language, person: SyncFixture.rep)
  }

  private func look(
    _ fixture: SyncFixture, _ entries: [Text: TypedSheet.Entry], language: Text? = nil
  ) async throws -> AssessmentForm {
    try await fixture.application.preview(
      Self.sheet(entries), of: "Prospecting", about: SyncFixture.key(1), language: language, person: SyncFixture.rep)
  }

  private func send(
    _ fixture: SyncFixture, _ sheet: TypedSheet, unfinished: Bool = false, form: String = "f1"
  ) async throws -> FilledIn {
    try await fixture.application.fillIn(
      sheet, of: "Prospecting", about: SyncFixture.key(1), language: nil, unfinished: unfinished, form: form,
      person: SyncFixture.rep)
  }

  private func notSent(_ filledIn: FilledIn) throws -> AssessmentForm {
    guard case .notSent(let form) = filledIn else { throw Unexpected() }
    return form
  }

  private struct Unexpected: Error {}

  private func stored(_ fixture: SyncFixture) async throws -> [StoredSubmission] {
    try await fixture.application.store.read { try $0.submissions(of: SyncFixture.key(1)).map(\.0) }
  }

  private func entry(_ question: Text, of form: AssessmentForm) -> TypedSheet.Entry? {
    form.questions.first { $0.definition.id == question }?.entry
  }

  private func question(_ id: Text, of form: AssessmentForm) throws -> AssessmentForm.Question {
    try #require(form.questions.first { $0.definition.id == id })
  }

  // MARK: - What stands in it

  @Test("that nobody filled in has what the CRM's fields say, and says so; all else is blank")
  func fresh() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    let form = try await form(fixture)
    #expect(form.answeredAt == nil && form.waits == nil && form.obstacle == nil && form.meaning == nil)
    #expect(form.recommendation?.cause == .belongsTo("Prospecting"))
    for question in form.questions {
      let isFromCRM = question.definition.id == "amount"
      #expect(question.isFromCRM == isFromCRM && question.entry.isBlank != isFromCRM, "\(question.definition.id)")
    }
    #expect(entry("amount", of: form)?.texts == ["100"])
    #expect(try question("budget", of: form).relevance == .unknown, "it depends on the need")
  }

  @Test("that was filled in before has those answers, unless they are too old")
  func again() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook(freshnessDays: 30))
    var entries = Self.whole
    entries["regions"] = TypedSheet.Entry([], isNone: true)
    entries["amount"] = TypedSheet.Entry(["7"])
    _ = try await send(fixture, Self.sheet(entries))
    let form = try await form(fixture)
    #expect(form.answeredAt != nil && form.recommendation == nil, "it belongs to the stage before")
    for (id, entry) in entries { #expect(self.entry(id, of: form) == entry, "\(id)") }
    #expect(try !question("amount", of: form).isFromCRM)
    fixture.time.move(by: 40 * 86_400_000)
    let late = try await self.form(fixture)
    #expect(late.answeredAt == nil && entry("need", of: late)?.isBlank == true)
    #expect(entry("amount", of: late)?.texts == ["100"])
  }

  @Test("of a record that is closed says so, and what is sent is held")
  func closed() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    try await fixture.overwrite(1, "stage = 'Closed Won', revision = revision + 1")
    #expect(try await form(fixture).waits == "it is closed (Closed Won)")
    guard case .sent(let sheet) = try await send(fixture, Self.sheet(Self.whole)) else { throw Unexpected() }
    #expect(sheet.isHeld && sheet.message.string.contains("sales ops will look at it") && sheet.moved == nil)
    #expect(try await stored(fixture).map(\.state) == [.held])
  }

  @Test("is for who may send answers, about records within reach and assessments that there are")
  func reach() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    let stranger = Person(id: "tom", role: .rep, unit: nil, owners: ["005000000000t01AAA"], names: [])
    let application = fixture.application
    for (person, assessment, code) in [
      (stranger, "Prospecting", "no-record"), (Self.operatorOfTheServer, "Prospecting", "not-allowed"),
      (SyncFixture.rep, "Prospect", "no-assessment"),
    ] as [(Person, Text, String)] {
      let refused = await refusal { () async throws(ServiceError) in
        _ = try await application.form(assessment, about: SyncFixture.key(1), language: nil, person: person)
      }
      #expect(refused == code)
      let unsent = await refusal { () async throws(ServiceError) in
        _ = try await application.fillIn(
          Self.sheet(Self.whole), of: assessment, about: SyncFixture.key(1), language: nil, unfinished: false,
          form: "f", person: person)
      }
      #expect(unsent == code)
    }
    #expect(try await stored(fixture).isEmpty)
  }

  // MARK: - Looking at it

  @Test("that is looked at says what the answers come to, and stores nothing")
  func looked() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    let commits = fixture.commits()
    let some = try await look(fixture, ["need": TypedSheet.Entry(["yes"]), "budget": TypedSheet.Entry(["approved"])])
    #expect(
      some.meaning?.score == "50 to 81"
        && some.meaning?.supported.map { [$0.least, $0.most] } == ["Prospecting", "Discovery"])
    #expect(try question("hours", of: some).isMissing)
    let all = try await look(fixture, Self.whole)
    #expect(all.meaning?.score == "65" && all.meaning?.supported?.least == "Discovery")
    #expect(fixture.commits() == commits)
    #expect(try await look(fixture, [:]).meaning == nil)
  }

  @Test("asks a question only where it is relevant, and keeps what was typed for it in case it is again")
  func relevance() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    var entries = Self.whole
    entries["need"] = TypedSheet.Entry(["no"])
    let form = try await look(fixture, entries)
    let budget = try question("budget", of: form)
    #expect(budget.relevance == .no && budget.entry.texts == ["approved"] && !budget.isMissing)
    guard case .sent = try await send(fixture, Self.sheet(entries)) else { throw Unexpected() }
    let bytes = try await fixture.application.store.read { reading in
      try reading.submissions(of: SyncFixture.key(1)).first?.envelope
    }
    let envelope = try #require(bytes.flatMap { Envelope(bytes: $0) })
    #expect(envelope.answers.map(\.question) == ["need", "hours"], "who is not asked gives no answer")
  }

  @Test("takes a comma before decimals in the languages that write one")
  func comma() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    let typed: [Text: TypedSheet.Entry] = ["hours": TypedSheet.Entry(["6,5"])]
    #expect(try question("hours", of: try await look(fixture, typed, language: "id")).problem == nil)
    #expect(try question("hours", of: try await look(fixture, typed, language: "en")).problem != nil)
    #expect(try question("hours", of: try await look(fixture, typed)).problem != nil, "its first language is English")
  }

  // MARK: - Sending it

  @Test("that is complete is sent, with what the person saw: the server says the same")
  func sent() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    guard case .sent(let sheet) = try await send(fixture, Self.sheet(Self.whole, note: "on the phone")) else {
      throw Unexpected()
    }
    #expect(sheet.message == "promoted: Prospecting → Discovery" && sheet.least == "Discovery")
    #expect(sheet.moved == Decimal34(10), "100 at 20 % instead of 10 %")
    let submission = try #require(try await stored(fixture).first)
    let receipt = try JSON.parse(submission.receipt)
    #expect(receipt["previewDiffers"] == .boolean(false) && submission.state == .judged && submission.flags.isEmpty)
    #expect(submission.person == "rina" && submission.sequence == 1)
    let bytes = try await fixture.application.store.read { reading in
      try reading.submissions(of: SyncFixture.key(1)).first?.envelope
    }
    #expect(bytes.flatMap { Envelope(bytes: $0) }?.note == "on the phone")
  }

  @Test("with answers that do not fit is not sent: all of them are named, and nothing typed is lost")
  func problems() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    let typed: [Text: TypedSheet.Entry] = [
      "need": TypedSheet.Entry(["maybe"]), "hours": TypedSheet.Entry(["200"]),
      "regions": TypedSheet.Entry(["emea"], isNone: true), "pain": TypedSheet.Entry(["2.5"]),
      "words": TypedSheet.Entry(["123456"]), "since": TypedSheet.Entry(["yesterday"]),
      "amount": TypedSheet.Entry(["a\u{1}lot"]),
    ]
    let form = try notSent(try await send(fixture, Self.sheet(typed, note: "kept")))
    #expect(form.obstacle == .problems && form.note == "kept")
    let told = Dictionary(
      uniqueKeysWithValues: form.questions.compactMap { question in
        question.problem.map { (question.definition.id, $0.message) }
      })
    #expect(
      told == [
        "need": "\"maybe\" is none of the options", "hours": "200 is above 168",
        "regions": "options are chosen, and that none of them fits", "pain": "\"2.5\" is no whole number from 1 to 5",
        "words": "the text has more than 5 characters", "since": "\"yesterday\" is no day",
        "amount": "it holds characters that are no text",
      ])
    for (id, entry) in typed { #expect(self.entry(id, of: form) == entry, "\(id)") }
    #expect(try await stored(fixture).isEmpty)
  }

  @Test("that is unfinished asks first, and is sent if the person wants that; an empty one never is")
  func unfinished() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    let sheet = Self.sheet(["need": TypedSheet.Entry(["yes"])])
    let form = try notSent(try await send(fixture, sheet))
    #expect(form.obstacle == .unfinished)
    #expect(form.questions.filter(\.isMissing).map(\.definition.id) == ["budget", "hours"])
    guard case .sent = try await send(fixture, sheet, unfinished: true) else { throw Unexpected() }
    let blank = Self.sheet(["need": TypedSheet.Entry(["  "])])
    #expect(try notSent(try await send(fixture, blank, unfinished: true)).obstacle == .empty)
    #expect(try await stored(fixture).count == 1)
  }

  @Test("that is sent twice is stored once, one after the other or at a time; a changed one is another submission")
  func once() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    let sheet = Self.sheet(Self.whole)
    for _ in 1...2 {
      guard case .sent(let sent) = try await send(fixture, sheet) else { throw Unexpected() }
      #expect(sent.message == "promoted: Prospecting → Discovery")
    }
    var changed = Self.whole
    changed["hours"] = TypedSheet.Entry(["7"])
    let other = Self.sheet(changed)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...8 {
        group.addTask {
          guard case .sent = try await send(fixture, other) else { throw Unexpected() }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await stored(fixture).count == 2)
    // The same answers on another day, from a form opened afresh, are another sheet.
    _ = try await send(fixture, other, form: "f2")
    #expect(try await stored(fixture).map(\.sequence) == [1, 2, 3])
    #expect(try await stored(fixture).allSatisfy { $0.flags.isEmpty })
  }

  @Test("of questions that were changed meanwhile is shown once more, with all that was typed")
  func changed() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    var playbook = Self.playbook()
    playbook.assessments[0].version = 2
    playbook.assessments[0].questions.removeLast()
    try await fixture.activate(playbook)
    let form = try notSent(try await send(fixture, Self.sheet(Self.whole)))
    #expect(form.obstacle == .changed && form.assessment.version == 2)
    for (id, entry) in Self.whole { #expect(self.entry(id, of: form) == entry, "\(id)") }
    #expect(try await stored(fixture).isEmpty)
  }

  @Test("sent later counts later, though the clock was set back meanwhile")
  func clockSetBack() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    _ = try await send(fixture, Self.sheet(Self.whole))
    fixture.time.move(by: -5_000)
    var entries = Self.whole
    entries["hours"] = TypedSheet.Entry(["1"])
    _ = try await send(fixture, Self.sheet(entries))
    #expect(entry("hours", of: try await form(fixture))?.texts == ["1"])
  }

  @Test("that the store cannot take is shown again with the reason, and nothing typed is lost")
  func full() async throws {
    let fixture = try await SyncFixture.deal(Self.playbook())
    let sheet = Self.sheet(Self.whole)
    // As a disk that takes nothing any more.
    try await fixture.application.store.write { transaction in
      _ = try transaction.run(
        "CREATE TRIGGER full BEFORE INSERT ON submission BEGIN SELECT raise(ABORT, 'full'); END", [])
    }
    let form = try notSent(try await send(fixture, sheet))
    guard case .refused? = form.obstacle else { throw Unexpected() }
    for (id, entry) in Self.whole { #expect(self.entry(id, of: form) == entry, "\(id)") }
    try await fixture.application.store.write { _ = try $0.run("DROP TRIGGER full", []) }
    guard case .sent = try await send(fixture, sheet) else { throw Unexpected() }
    #expect(try await stored(fixture).count == 1)
  }
}
