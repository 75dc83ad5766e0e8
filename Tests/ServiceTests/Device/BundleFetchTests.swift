import Connect
import Cryptography
import FEEL
import Foundation
import Generators
import Sales
import Store
import Synchronization
import Testing

import struct Store.Bundle

@testable import Service

@Suite("Fetching what to work from")
struct BundleFetchTests {
  /// A playbook with records, as a server sends them.
  static func body(version: String? = nil, form: Int = 1, records: [JSON]? = nil) throws -> [UInt8] {
    var random = SeededRandom(5)
    let definition = PlaybookGenerator.playbook(&random)
    let document = definition.canonical()
    var writer = RecordWriter()
    let lines = try (1...3).map { number in
      try JSON.parse(writer.line(RecordGenerator.record(of: definition, &random, id: Text("R-\(number)"))))
    }
    return JSON.object([
      JSON.Member("v", .number(Decimal34(form))),
      JSON.Member("version", .string(Text(version ?? Hexadecimal.sha256(document)))),
      JSON.Member("person", .string("ana")), JSON.Member("playbook", .string(Text(bytes: document))),
      JSON.Member("records", .array(records ?? lines)),
    ]).bytes
  }

  func fetch(
    held: Bundle? = nil, _ answer: HTTPAnswer
  ) async throws -> BundleFetch.Answer {
    try await BundleFetch(server: try ServerAddress("https://server.test/"), token: "secret") { _ in answer }
      .answer(held: held, device: "device-a", at: 7)
  }

  static func answer(_ body: [UInt8]) -> HTTPAnswer {
    HTTPAnswer(status: 200, headers: [("ETag", "\"tag-1\""), ("Content-Type", "application/json")], body: body)
  }

  @Test("gives the playbook, the person and every record, each in the form it came in")
  func bundle() async throws {
    guard case .bundle(let bundle, let records) = try await fetch(Self.answer(try Self.body())) else {
      Issue.record("no bundle")
      return
    }
    #expect(bundle.person == "ana" && bundle.server == "https://server.test" && bundle.tag == "\"tag-1\"")
    #expect(bundle.version == Hexadecimal.sha256(bundle.playbook) && bundle.fetchedAt == 7)
    #expect(records.map(\.id) == ["R-1", "R-2", "R-3"])
    let rep = try Rep()
    try rep.save()
    try rep.file.replaceBundle(bundle, records: records)
    let kept = try #require(try rep.file.bundle())
    #expect(kept.person == "ana" && kept.tag == "\"tag-1\"" && kept.server == "https://server.test")
    #expect(try rep.file.records().map(\.line) == records.map(\.line))
    #expect(try rep.file.outbox().count == 1)
  }

  @Test("asks only for a change where the bundle came from this very server")
  func unchanged() async throws {
    let seen = Mutex<[String?]>([])
    let fetch = BundleFetch(server: try ServerAddress("https://server.test"), token: "secret") { request in
      let tag = request.headers.first { $0.name == "If-None-Match" }?.value
      seen.withLock { $0.append(tag) }
      return tag == nil ? Self.answer(try Self.body()) : HTTPAnswer(status: 304, headers: [], body: [])
    }
    var held = Bundle(
      version: "v", playbook: [], fetchedAt: 1, person: "ana", server: "https://server.test", tag: "\"tag-1\"")
    guard case .unchanged = try await fetch.answer(held: held, device: "d", at: 1) else {
      Issue.record("not unchanged")
      return
    }
    held.server = "https://other.test"
    guard case .bundle = try await fetch.answer(held: held, device: "d", at: 1) else {
      Issue.record("no bundle")
      return
    }
    #expect(seen.withLock { $0 } == ["\"tag-1\"", nil])
  }

  @Test("what is no bundle is a failure of the network; what says why is told in its words")
  func refusals() async throws {
    func error(_ answer: HTTPAnswer) async throws -> DeviceError {
      try await #require(throws: DeviceError.self) { try await fetch(answer) }
    }
    for foreign in [
      SimulatedServer.signInPage, HTTPAnswer(status: 302, headers: [], body: []),
      HTTPAnswer(status: 401, headers: [], body: Array("<html>".utf8)), SimulatedServer.answer(200, Array("{}".utf8)),
      HTTPAnswer(status: 304, headers: [], body: []),
    ] {
      guard case .noAnswer = try await error(foreign) else {
        Issue.record("\(foreign.status) was taken for an answer")
        continue
      }
    }
    #expect(try await error(SimulatedServer.problem(401, "not-signed-in", "Who?")) == .notSignedIn("Who?"))
    #expect(try await error(SimulatedServer.problem(403, "not-allowed", "Not you.")) == .notAllowed("Not you."))
    for body in [
      try Self.body(version: String(repeating: "0", count: 64)), try Self.body(form: 2),
      try Self.body(records: [.object([])]),
    ] {
      guard case .unusable = try await error(Self.answer(body)) else {
        Issue.record("a bad bundle was taken")
        continue
      }
    }
  }
}
