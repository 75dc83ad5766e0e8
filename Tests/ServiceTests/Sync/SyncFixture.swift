import Connect
import FEEL
import Foundation
import Logging
import Sales
import Synchronization
import Testing

@testable import Service
@testable import Store

/// The service over a CRM within this process, with a clock that a test moves and a log that it reads.
struct SyncFixture {
  static let start: Int64 = 1_777_000_000_000
  static let rep = Person(id: "rina", role: .admin, unit: nil, owners: ["005000000000r01AAA"], names: [])

  let folder: Rep.Folder
  let time = SetTime(SyncFixture.start)
  let crm = FakeCRM()
  let log = LogLines()
  let application: Application
  /// Remembers from poll to poll, as a running worker does.
  let lane: SyncLane

  /// - Parameter playbook: put in force an hour before the start; nil: none is.
  init(_ playbook: PlaybookDefinition? = SyncFixture.playbook()) async throws {
    folder = try Rep.Folder()
    let (crm, log) = (crm, log)
    let connection = Connection(
      name: "crm", connector: crm,
      objects: [Connection.Object(kind: "opportunity", object: "Opportunity", stageField: "StageName")],
      pages: "https://stagecraft.example.com/")
    let secret = "whsec_" + Data("the secret of the webhooks of tests".utf8).base64EncodedString()
    application = Application(
      store: try await Store.open(path: folder.path + "/store.sqlite"), time: time, connections: [connection],
      webhooks: [
        WebhookSource(name: "hooks", verifier: try #require(WebhookVerifier(secrets: [secret])), connection: "crm")
      ], logger: Logger(label: "test") { _ in log.handler })
    lane = try #require(SyncLane(application, connection, WorkerSettings()))
    crm.set { $0.now = SyncFixture.start }
    if let playbook { try await activate(playbook, from: Self.start - 3_600_000) }
  }

  /// The same with one deal of the CRM, number 1, at Prospecting.
  static func deal(_ playbook: PlaybookDefinition = SyncFixture.playbook()) async throws -> SyncFixture {
    let fixture = try await SyncFixture(playbook)
    fixture.crm.show(fixture.row(1, at: -20))
    await fixture.round()
    return fixture
  }

  /// The moves backwards and refusals that are on a record.
  func watermarks(_ number: Int) async throws -> [History.Watermark] {
    try await application.store.read { [application, time] reading in
      let rules = try application.rules(at: time.now(), in: reading)
      return try application.dossier(Self.key(number), rules.loaded, in: reading)?.record.history.watermarks ?? []
    }
  }

  /// Changes a record's row past the product, as something else might have left it.
  func overwrite(_ number: Int, _ assignment: String) async throws {
    try await application.store.write { transaction in
      _ = try transaction.run("UPDATE record SET \(assignment) WHERE id = $1", values(Self.id(number)))
    }
  }

  /// What the store's log looks like: equal means that nothing was committed in between.
  func commits() -> [Int64] {
    var status = stat()
    stat(application.store.path + "-wal", &status)
    return [Int64(status.st_size), Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec)]
  }

  func activate(_ playbook: PlaybookDefinition, from: Int64? = nil) async throws {
    _ = try await application.activate(document: playbook.canonical(), from: from)
  }

  /// One assessment with a score from 0 to 100; above 60 leads to Discovery, above 80 to Demo.
  static func playbook(
    amountField: Text = "Amount", amount: FeelType = .number, threshold: Int = 60,
    outcome: OutcomeFields = OutcomeFields()
  ) -> PlaybookDefinition {
    func stage(_ name: Text, _ status: StageStatus, _ rank: Int) -> StageDefinition {
      StageDefinition(name: name, status: status, rank: rank, funnel: rank, probability: Decimal34(rank * 10))
    }
    return PlaybookDefinition(
      kinds: [
        RecordKindDefinition(
          name: "opportunity",
          attributes: [
            AttributeDefinition(name: "amount", type: amount, field: amountField),
            AttributeDefinition(name: "region", type: .string, values: ["APAC", "EMEA"], field: "Region__c"),
          ], money: amount == .number ? "amount" : nil, outcome: outcome)
      ],
      assessments: [
        AssessmentDefinition(
          name: "Prospecting", version: 1, title: Label([Label.Translation("en", "Prospecting")]), kind: "opportunity",
          stages: ["Prospecting"], score: .raw,
          questions: [
            QuestionDefinition(
              id: "value", ask: Label([Label.Translation("en", "Score")]),
              kind: .scale(from: 0, to: 100, pointsPerStep: Decimal34(1), bands: []))
          ])
      ],
      pipelines: [
        PipelineDefinition(
          name: "Opportunities", kind: "opportunity",
          stages: [
            stage("Prospecting", .open, 1), stage("Discovery", .open, 2), stage("Demo", .open, 3),
            stage("Closed Won", .won, 4),
          ], writes: .auto)
      ],
      sentences: [
        SentenceDefinition(
          name: "To Discovery", condition: Text("Prospecting.Score > \(threshold)"),
          actions: [.upgrade(to: "Discovery", from: [])], mode: nil),
        SentenceDefinition(
          name: "To Demo", condition: "Prospecting.Score > 80", actions: [.upgrade(to: "Demo", from: [])], mode: nil),
      ])
  }

  static func id(_ number: Int) -> Text {
    let digits = String(number)
    return Text("006" + String(repeating: "0", count: 12 - digits.count) + digits + "AAA")
  }

  static func key(_ number: Int) -> RecordKey { RecordKey(kind: "opportunity", id: id(number)) }

  /// A row of the CRM.
  ///
  /// - Parameter seconds: its stamp, after the start.
  func row(
    _ number: Int, _ stage: Text = "Prospecting", at seconds: Int64, amount: JSON = .number(Decimal34(100)),
    by person: Text = "005000000000t01AAA"
  ) -> CRMRow {
    let instant = Self.start + seconds * 1000
    return CRMRow(
      kind: "opportunity", id: Self.id(number), stage: stage, owner: "005000000000r01AAA",
      fields: [("amount", amount), ("region", .null)], modified: Instant.text(instant), modifiedAt: instant,
      modifiedBy: person, isDeleted: false)
  }

  func record(_ number: Int) async throws -> StoredRecord? {
    try await application.store.read { try $0.record(Self.key(number)) }
  }

  func effects(_ number: Int, kind: Text = "stage") async throws -> [Effect] {
    try await application.store.read { try $0.effects(of: Self.key(number)).filter { $0.kind == kind } }
  }

  /// Everything that is decided of records, to see that nothing is written.
  func audited() async throws -> Int {
    try await application.store.read { try $0.audit(after: 0, limit: 10_000).count }
  }

  /// A sheet of a rep.
  func submit(_ number: Int, score: Int, sequence: Int, id: String? = nil) async throws -> Answer {
    let name = "0195a000-0000-7000-8000-" + String(String(1_000_000_000_000 + sequence).suffix(12))
    let body = Envelope(
      id: Text(name), device: "d-1", sequence: sequence, user: nil, capturedAt: time.now(),
      record: Envelope.Seen(kind: "opportunity", id: id.map { Text($0) } ?? Self.id(number), stage: "Prospecting"),
      assessment: "Prospecting", version: 1, bundle: "b",
      answers: [Submission.Answer(question: "value", value: .number(Decimal34(score)))]
    ).bytes()
    return try await application.submit(id: name, envelope: body, contentDigest: nil, device: "d-1", person: Self.rep)
  }

  /// One round of a worker.
  func round() async {
    await lane.poll()
    _ = await lane.processInbox()
    _ = await lane.pushResults()
    _ = await lane.pushStages()
    _ = await lane.pushFields()
  }
}

/// The code with which a use case is refused; nil: it is not.
func refusal(_ work: () async throws(ServiceError) -> Void) async -> String? {
  do throws(ServiceError) {
    try await work()
    return nil
  } catch {
    return error.code
  }
}

/// A clock that stands until a test moves it.
final class SetTime: TimeSource {
  private let state: Mutex<(now: Int64, count: Int)>
  init(_ now: Int64) { state = Mutex((now, 0)) }
  func now() -> Int64 { state.withLock { $0.now } }
  func move(by milliseconds: Int64) { state.withLock { $0.now += milliseconds } }
  func identifier() -> String {
    let count = state.withLock { state in
      state.count += 1
      return state.count
    }
    return "0195b000-0000-7000-8000-" + String(String(1_000_000_000_000 + count).suffix(12))
  }
  func random(_ count: Int) -> [UInt8] { Array(repeating: 7, count: count) }
  func jitter() -> Int64 { 1_000_000 }
  func offset(of zone: Text, at instant: Int64) -> Int32 { 0 }
}

/// The lines of a log, with their levels.
final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }
  var handler: any LogHandler { Handler(lines: self) }
  func count(_ text: String) -> Int { all.count { $0.contains(text) } }

  private struct Handler: LogHandler {
    let lines: LogLines
    var logLevel = Logger.Level.debug
    var metadata: Logger.Metadata = [:]
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {
      let more = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
      lines.lines.withLock { $0.append("\(event.level): \(event.message)\(more)") }
    }
  }
}
