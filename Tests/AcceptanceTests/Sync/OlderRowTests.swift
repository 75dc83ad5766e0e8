import Connect
import FEEL
import Foundation
import Sales
import Service
import Store
import Testing

extension Acceptance {
  @Suite("Story 7: what arrives late") struct OlderRowTests {
    @Test("a row of the CRM that is older than what is known is recorded and not applied", .timeLimit(.minutes(1)))
    func olderRow() async throws {
      let fixture = try await ScriptedFixture()
      let (application, crm) = (fixture.application, fixture.crm)
      crm.set { $0.rows = [ScriptedCRM.row(ScriptedFixture.deal, "Negotiation", at: "2026-04-01T08:00:00Z")] }
      let body = Array(
        #"{"type":"record.changed","data":{"object":"Opportunity","id":"\#(ScriptedFixture.deal)"}}"#.utf8)
      let seconds = fixture.time.now() / 1000
      let answer = try await application.receiveWebhook(
        source: "crm", id: "e-1002", timestamp: "\(seconds)",
        signature: WebhookVerifier.sign(secret: CRM.secret, id: "e-1002", timestampSeconds: seconds, body: body),
        body: body)
      #expect(answer.outcome == .stored)
      await SyncWorker(application).runOnce()
      #expect(try await fixture.stage() == "Prospecting")
      let event = try await application.store.read { try $0.event(source: "crm", id: "e-1002") }
      #expect(event?.state == .done)
    }
  }
}
