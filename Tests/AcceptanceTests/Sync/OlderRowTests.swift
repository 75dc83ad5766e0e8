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
      try await fixture.hint("e-1002")
      await SyncWorker(application).runOnce()
      #expect(try await fixture.stage() == "Prospecting")
      let event = try await application.store.read { try $0.event(source: "crm", id: "e-1002") }
      #expect(event?.state == .done)
    }

    @Test(
      "a row that does not fit is reported by its id, never by what it holds", .timeLimit(.minutes(1)))
    func silentLog() async throws {
      let fixture = try await ScriptedFixture()
      var row = ScriptedCRM.row(ScriptedFixture.deal, "Prospecting", at: "2026-05-02T08:00:00Z")
      row.fields = [(attribute: "name", value: .string("Anggrek Hotels"))]
      fixture.crm.set { [row] in $0.rows = [row] }
      try await fixture.hint("e-1")
      await SyncWorker(fixture.application).runOnce()
      // From now on there are other names only.
      let place = try StoryPlaybook().write(to: fixture.home.folder, name: "stricter")
      let file = place + "/rules/records.yaml"
      let records = try String(contentsOfFile: file, encoding: .utf8)
        .replacing("name: {type: string, crm: Name}", with: "name: {type: string, crm: Name, values: [Teratai]}")
      try records.write(toFile: file, atomically: true, encoding: .utf8)
      try fixture.home.done("activate", "--playbook", place, "--from", "2026-01-02")
      row = ScriptedCRM.row(ScriptedFixture.deal, "Demo", at: "2026-05-03T08:00:00Z")
      fixture.crm.set { [row] in $0.rows = [row] }
      try await fixture.hint("e-2")
      await SyncWorker(fixture.application).runOnce()
      let told = fixture.log.lines.filter { $0.contains("cannot be taken in") }
      #expect(!told.isEmpty)
      #expect(told.allSatisfy { $0.contains("record=\(ScriptedFixture.deal)") })
      #expect(!fixture.log.lines.contains { $0.contains("Anggrek") }, "\(fixture.log.lines)")
    }

    @Test(
      "a stage write whose answer was lost is done once its echo comes in, and is not sent again",
      .timeLimit(.minutes(1)))
    func echoOfLostAnswer() async throws {
      let fixture = try await ScriptedFixture()
      let (application, crm) = (fixture.application, fixture.crm)
      func stageEffects() async throws -> [Effect] {
        try await application.store.read {
          try $0.effects(of: .deal(ScriptedFixture.deal)).filter { $0.kind == "stage" }
        }
      }
      _ = try await fixture.submit(1, 1, hours: "6", at: "2026-05-04T08:00:00Z")
      crm.set { $0.answerLostAt = "2026-05-04T09:00:00Z" }
      await SyncWorker(application).runOnce()
      #expect(try await stageEffects().map(\.state) == [.waiting])
      // The next attempt would find it too, but it is hours away when the CRM is slow to recover.
      try await fixture.hint("e-1")
      await SyncWorker(application).runOnce()
      let effects = try await stageEffects()
      #expect(effects.map(\.state) == [.done])
      #expect(effects.allSatisfy { !$0.outcomeUnknown && $0.attempts == 1 })
      #expect(crm.now.stageWrites == 1)
      #expect(try await fixture.stage() == "Discovery")
    }
  }
}
