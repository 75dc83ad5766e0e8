import Connect
import FEEL
import Foundation
import JWTKit
import Logging
import Service
import Store
import Testing

extension ServerTests {
  /// The control of the tests under faults and kills: what they look for must be found where it is.
  @Suite("A connector that creates where ours upserts")
  struct ControlTests {
    @Test("is caught: lost answers and taken-over work end in duplicates, and with ours in none")
    func control() async throws {
      let creating = try await report { CreatingConnector($0, port: $1) }
      let upserting = try await report { connector, _ in connector }
      print(
        "control: \(creating.findings.count { $0.isTwice }) findings of something twice with creating, "
          + "\(upserting.findings.count) findings with upserting")
      #expect(creating.findings.contains { $0.isTwice })
      #expect(upserting.findings.isEmpty, "\(upserting.findings.prefix(5).map(\.description))")
      #expect(upserting.repeated == 0)
    }

    /// The same work, the same faults, another connector.
    private func report(
      _ wrap: @escaping @Sendable (SalesforceConnector, Int) -> any Connector
    ) async throws -> CRMCheck.Report {
      let folder = try TemporaryFolder()
      let (site, deals) = try await onThread {
        let deals = try Deals(made: 12, in: folder)
        // As in an org whose administrator did not make the field unique.
        let field =
          #"{"field": {"object": "Assessment_Result__c", "name": "Submission_Id__c", "type": "string", "#
          + #""length": 36, "externalId": true}}"#
        return (
          try Site(folder: folder, playbook: try Deals.playbook(in: folder), seed: [field] + deals.seed), deals
        )
      }
      let store = try await Store.open(path: site.home + "/store.sqlite")
      func application() -> Application {
        var settings = SalesforceSettings(
          loginURL: "http://127.0.0.1:\(site.sandbox.port)", clientID: "sandbox-client",
          user: "integration@sandbox.example", privateKeyPEM: SandboxProcess.key)
        settings.rules.allowInsecureLoopback = true
        let connector = SalesforceConnector(settings, now: { SystemTime().now() })
        let object = Connection.Object(kind: "opportunity", object: "Opportunity", stageField: "StageName")
        return Application(
          store: store, time: SystemTime(),
          connections: [Connection(name: "crm", connector: wrap(connector, site.sandbox.port), objects: [object])],
          logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      }
      var worker = WorkerSettings()
      worker.firstDelay = 1
      worker.longestDelay = 20

      let first = application()
      await SyncWorker(first, settings: worker).runOnce()
      let person = try await first.person(token: site.token)
      var expected: [String: Deals.Expected] = [:]
      for deal in deals.deals {
        let envelopes = try deal.envelopes(record: Deals.crmID(deal.number), bundle: site.version)
        for (envelope, wanted) in zip(envelopes, deal.expected) {
          expected[envelope.id] = wanted
          let answer = try await first.submit(
            id: envelope.id, envelope: Array(envelope.bytes), contentDigest: nil, device: envelope.device,
            person: person)
          #expect(answer.status == 201)
        }
      }
      // Three answers are lost after the commit, in the CRM's collections, wherever those are written.
      for path in ["/composite/sobjects", "/composite/sobjects/Assessment_Answer__c"] {
        try site.sandbox.fault("lost-answer", ["path": path, "method": "POST", "count": 3, "partial": true])
        try site.sandbox.fault("lost-answer", ["path": path, "method": "PATCH", "count": 3, "partial": true])
      }
      // Each round is a new worker that takes over from one that is gone.
      for _ in 0..<200 {
        let application = application()
        try await application.takeOverWork()
        await SyncWorker(application, settings: worker).runOnce(rounds: 3)
        let status = try await application.syncStatus(for: person).first
        if let status, status.waiting + status.claimed == 0 { break }
        try await Task.sleep(for: .milliseconds(25))
      }
      let status = try await first.syncStatus(for: person).first
      #expect(status?.waiting == 0 && status?.dead == 0)
      await store.close()
      return try await onThread { [expected] in try CRMCheck.report(site.sandbox, expected) }
    }
  }
}

/// Reads as ours does, but writes by plain creation and believes every failure.
private struct CreatingConnector: Connector {
  let real: SalesforceConnector
  let port: Int

  init(_ real: SalesforceConnector, port: Int) {
    self.real = real
    self.port = port
  }

  var identity: String? { get async { await real.identity } }

  func changes(of object: ObjectMapping, after: ChangeCursor?, limit: Int) async throws(ConnectorFailure) -> ChangePage
  { try await real.changes(of: object, after: after, limit: limit) }

  func rows(_ ids: [Text], of object: ObjectMapping) async throws(ConnectorFailure) -> [CRMRow] {
    try await real.rows(ids, of: object)
  }

  func stages(of ids: [Text], object: ObjectMapping) async throws(ConnectorFailure) -> [Text: StageReading] {
    try await real.stages(of: ids, object: object)
  }

  func writeFields(_ writes: [FieldWrite], object: ObjectMapping) async -> [PushOutcome] {
    await real.writeFields(writes, object: object)
  }

  func writeStage(_ write: StageWrite, object: ObjectMapping) async -> PushOutcome {
    await real.writeStage(write, object: object)
  }

  func check(_ objects: [ObjectMapping], stages: [(kind: Text, names: [Text])]) async -> ConnectionReport {
    await real.check(objects, stages: stages)
  }

  func close() async { await real.close() }

  func readBack(_ submissions: [ResultRow]) async throws(ConnectorFailure) -> [Text: HeldResult] { [:] }

  func push(_ rows: [ResultRow]) async -> [PushOutcome] {
    do {
      let token = try await login()
      let records = rows.map { row -> [String: Any] in
        var record: [String: Any] = [
          "attributes": ["type": "Assessment_Result__c"], "Submission_Id__c": row.submission.string,
          "Opportunity__c": row.record.string, "Digest__c": row.digest,
        ]
        for (field, value) in row.fields {
          let json = try? JSONSerialization.jsonObject(with: Data(value.bytes), options: .fragmentsAllowed)
          record[field] = json
        }
        return record
      }
      let body = try JSONSerialization.data(withJSONObject: ["allOrNone": false, "records": records])
      let answer = try await onThread { [port] in
        try HTTPClient.send(
          "POST", port: port, "/services/data/v62.0/composite/sobjects", headers: ["Authorization": "Bearer \(token)"],
          body: body)
      }
      guard answer.status == 200 else { throw HTTPClient.NoAnswer(description: answer.text) }
      return rows.map { _ in .done(created: true) }
    } catch {
      return rows.map { _ in .failed(ConnectorFailure(kind: .transient, message: "\(error)", outcomeUnknown: true)) }
    }
  }

  private struct Proof: JWTPayload {
    var iss: String
    var sub: String
    var aud: String
    var exp: Int

    func verify(using algorithm: some JWTAlgorithm) {}
  }

  private func login() async throws -> String {
    let proof = Proof(
      iss: "sandbox-client", sub: "integration@sandbox.example", aud: "http://127.0.0.1:\(port)",
      exp: Int(Date().timeIntervalSince1970) + 120)
    let key = try Insecure.RSA.PrivateKey(pem: SandboxProcess.key)
    let signed = try await JWTKeyCollection().add(rsa: key, digestAlgorithm: .sha256).sign(proof)
    let form = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=\(signed)"
    let answer = try await onThread { [port] in
      try HTTPClient.send(
        "POST", port: port, "/services/oauth2/token", headers: ["Content-Type": "application/x-www-form-urlencoded"],
        body: Data(form.utf8))
    }
    return answer.json["access_token"] as? String ?? ""
  }
}
