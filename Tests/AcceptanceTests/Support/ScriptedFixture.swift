import Connect
import FEEL
import Foundation
import Sales
import Service
import Store
import Testing

/// The service over a scripted CRM with one deal, at a time that the test sets.
struct ScriptedFixture {
  static let deal: Text = "006000000000001AAA"
  let home: Home
  let time = SetTime("2026-05-04T09:00:00Z")
  let crm = ScriptedCRM()
  let log = CapturedLog()
  let application: Application
  let rina = Person(
    id: "rina", role: .rep, unit: nil, owners: [Text(StoryPlaybook.rina)], names: [Text(StoryPlaybook.rina)])

  init() async throws {
    home = try Home()
    try home.activate(StoryPlaybook(), from: "2026-01-01")
    crm.set { $0.rows = [ScriptedCRM.row(Self.deal, "Prospecting", at: "2026-05-01T08:00:00Z")] }
    application = try await AcceptanceTests.application(
      over: home, time: time,
      connections: [
        Connection(
          name: "crm", connector: crm,
          objects: [Connection.Object(kind: "opportunity", object: "Opportunity", stageField: "StageName")])
      ],
      webhooks: [
        WebhookSource(
          name: "crm", verifier: try #require(WebhookVerifier(secrets: [CRM.secret])), connection: "crm")
      ], log: log)
    await SyncWorker(application).runOnce()
  }

  func submit(
    _ number: Int, _ sequence: Int, hours: String, at instant: String, device: String = "d-1"
  ) async throws -> JSON {
    let sheet = Sheet.prospecting(
      Sheet.id(number), sequence, of: Self.deal.string, hours: hours, compliance: true, at: instant,
      device: device)
    let answer = try await application.submit(
      id: sheet.id, envelope: Array(sheet.body.utf8), contentDigest: nil, device: device, person: rina)
    #expect(answer.status == 201)
    return try JSON.parse(answer.body)
  }

  /// Delivers a webhook that says that the deal changed in the CRM.
  func hint(_ id: String) async throws {
    let body = Array(#"{"type":"record.changed","data":{"object":"Opportunity","id":"\#(Self.deal)"}}"#.utf8)
    let seconds = time.now() / 1000
    let answer = try await application.receiveWebhook(
      source: "crm", id: id, timestamp: "\(seconds)",
      signature: WebhookVerifier.sign(secret: CRM.secret, id: id, timestampSeconds: seconds, body: body), body: body)
    #expect(answer.outcome == .stored)
  }

  func stage() async throws -> Text? {
    try await application.store.read { try $0.record(.deal(Self.deal))?.stage }
  }
}

extension RecordKey {
  static func deal(_ id: Text) -> RecordKey { RecordKey(kind: "opportunity", id: id) }
}
