import Connect
import Cryptography
import FEEL
import Foundation
import Store
import Synchronization
import Testing

@testable import Service

@Suite("Sending from the outbox")
struct OutboxSenderTests {
  /// Answers in the order in which they are given.
  final class Script: Sendable {
    private let answers: Mutex<[HTTPAnswer]>
    init(_ answers: [HTTPAnswer]) { self.answers = Mutex(answers) }
    func next() -> HTTPAnswer? { answers.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
  }

  @Test("sends oldest first, and keeps the server's receipts with the frozen bytes")
  func order() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    let saved = try (1...3).map { _ in try rep.save() }
    let report = try await rep.sender { server.answer($0) }.run()
    #expect(report.sent == 3 && report.waiting == 0 && report.requests == 3)
    #expect(server.arrivals.map(\.id) == saved.map(\.id))
    #expect(try rep.file.outbox().isEmpty)
    for item in try rep.file.history() {
      #expect(item.state == .sent)
      #expect(item.receipt == server.stored[item.id]?.receipt)
      #expect(item.envelope == server.stored[item.id]?.bytes)
    }
    #expect(try await rep.sender { server.answer($0) }.run().requests == 0)
  }

  @Test("says when it sends by the device's clock, from which device, and the digest of the bytes")
  func headers() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    let item = try rep.save()
    let seen = Mutex<HTTPRequest?>(nil)
    _ = try await rep.sender { request in
      seen.withLock { $0 = request }
      return server.answer(request)
    }.run()
    let request = try #require(seen.withLock { $0 })
    func header(_ name: String) -> String? { request.headers.first { $0.name == name }?.value }
    #expect(request.method == "PUT" && request.url == "https://server.test/v1/submissions/\(item.id)")
    #expect(header("Device") == "device-a")
    #expect(header("Sent-At")?.hasPrefix("2027-01-15T08:00:00") == true)
    #expect(header("Authorization") == "Bearer token-of-ana")
    #expect(ContentDigest.matches(try #require(header("Content-Digest")), SHA256.hash(data: item.envelope)) == true)
  }

  @Test("a lost answer: the same receipt comes with the next try, and the server has it once")
  func lostAnswer() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    try rep.save()
    let isFirst = Mutex(true)
    let report = try await rep.sender { request in
      let answer = server.answer(request)
      let isLost = isFirst.withLock { first in
        defer { first = false }
        return first
      }
      if isLost { throw TransportError.outcomeUnknown("server.test: no whole answer came") }
      return answer
    }.run()
    #expect(report.duplicates == 1 && report.sent == 0 && report.waiting == 0)
    #expect(server.stored.count == 1)
  }

  @Test("a sign-in page with 200, a receipt for other bytes and a foreign 403 are failures of the network")
  func notOurs() async throws {
    let rep = try Rep()
    let item = try rep.save()
    let other = #"{"id":"\#(item.id)","sha256":"\#(String(repeating: "0", count: 64))","effect":"recorded"}"#
    let foreign = HTTPAnswer(status: 403, headers: [("Content-Type", "text/html")], body: Array("Forbidden".utf8))
    let script = Script([
      SimulatedServer.signInPage, SimulatedServer.answer(201, Array(other.utf8)), foreign,
      SimulatedServer.answer(201, []), SimulatedServer.answer(404, Array("{}".utf8)),
    ])
    let report = try await rep.sender { _ in try #require(script.next()) }.run()
    #expect(report.requests == 5 && report.waiting == 1 && report.sent == 0)
    let kept = try #require(try rep.file.outbox().first)
    #expect(kept.envelope == item.envelope && kept.attempts == 5 && kept.state == .waiting)
    #expect(kept.lastError?.contains("404") == true)
  }

  @Test(
    "a refused item needs attention with the server's words, and the next goes on", arguments: [403, 409, 413, 422])
  func refusals(status: Int) async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    let (bad, good) = (try rep.save(), try rep.save())
    if status == 409 { server.occupy(bad.id) } else { server.refuse(bad.id, with: status) }
    let report = try await rep.sender { server.answer($0) }.run()
    #expect(report.sent == 1 && report.attention == 1 && report.waiting == 0 && report.requests == 2)
    #expect(server.stored[good.id] != nil)
    let kept = try #require(try rep.file.item(bad.id))
    #expect(kept.state == .attention && kept.envelope == bad.envelope && kept.refusalStatus == status)
    #expect(kept.lastError == (status == 409 ? "Other answers were received under this id before." : "No: \(status)."))
    // Rights change, bytes do not: only what lacked rights is tried again.
    let again = try await rep.sender { server.answer($0) }.run()
    #expect(again.requests == (status == 403 ? 1 : 0))
  }

  @Test("401 stops the whole queue and loses nothing; signed in again, everything goes")
  func signIn() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    for _ in 1...3 { try rep.save() }
    server.revoke("token-of-ana")
    let report = try await rep.sender { server.answer($0) }.run()
    #expect(report.stop == .notSignedIn("The token is not known.") && report.waiting == 3 && report.requests == 1)
    server.admit("token-of-ana")
    #expect(try await rep.sender { server.answer($0) }.run().sent == 3)
  }

  @Test("held: received, never sent again, shown as held")
  func held() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    let item = try rep.save()
    server.hold(item.id)
    #expect(try await rep.sender { server.answer($0) }.run().held == 1)
    #expect(try rep.file.item(item.id)?.state == .held)
    #expect(try await rep.sender { server.answer($0) }.run().requests == 0)
  }

  @Test("an item that fails three times lets the others go first, and has so many tries as were allowed")
  func headOfLine() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    let (stuck, free) = (try rep.save(), try rep.save())
    let report = try await rep.sender { request in
      request.url.hasSuffix(stuck.id) ? SimulatedServer.answer(503, []) : server.answer(request)
    }.run()
    #expect(report.sent == 1 && report.waiting == 1 && report.requests == 6)
    #expect(try rep.file.item(free.id)?.state == .sent)
    // 1, 2, 4 and 8 seconds at most, anywhere below.
    #expect(rep.time.waits.count == 4 && rep.time.waits.reduce(0, +) <= 15_000)
  }

  @Test("Retry-After is waited for, by the whole queue; a long one ends the run")
  func retryAfter() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    for _ in 1...2 { try rep.save() }
    @Sendable func busy(_ seconds: String) -> HTTPAnswer {
      HTTPAnswer(status: 429, headers: [("retry-after", seconds)], body: [])
    }
    let script = Script([busy("40")])
    let report = try await rep.sender { script.next() ?? server.answer($0) }.run()
    #expect(report.sent == 2)
    #expect(rep.time.waits.first.map { (39_000...41_000).contains($0) } == true)
    try rep.save()
    let stopped = try await rep.sender { _ in busy("3600") }.run()
    #expect(stopped.stop == .askedToWait(3_600_000) && stopped.requests == 1 && stopped.waiting == 1)
  }

  @Test("without a network the run ends soon, however much waits")
  func noNetwork() async throws {
    let rep = try Rep()
    for _ in 1...40 { try rep.save() }
    let report = try await rep.sender { _ in throw TransportError.cannotConnect("server.test: no route") }.run()
    #expect(report.stop == .unreachable("server.test: no route") && report.waiting == 40 && report.requests == 15)
  }

  @Test("what belongs to another person is never sent")
  func otherPerson() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    try rep.belongs(to: "ana")
    let ofAna = try rep.save()
    try rep.belongs(to: "ben")
    let ofBen = try rep.save()
    server.admit("token-of-ben")
    let report = try await rep.sender(token: "token-of-ben", person: "ben") { server.answer($0) }.run()
    #expect(report.sent == 1 && report.others == 1 && report.waiting == 0)
    #expect(server.arrivals.map(\.id) == [ofBen.id])
    #expect(try rep.file.outbox().map(\.id) == [ofAna.id])
    #expect(try await rep.sender(person: "ana") { server.answer($0) }.run().sent == 1)
  }

  @Test("a different verdict comes with its reasons")
  func differences() throws {
    let text = #"{"id":"a","sha256":"b","effect":"recorded","previewDiffers":true,"why":["score: 70, 40","because"]}"#
    let receipt = try #require(DeliveryReceipt(Array(text.utf8)))
    #expect(receipt.differences == ["score: 70, 40", "because"])
    #expect(DeliveryReceipt(Array(#"{"id":"a","sha256":"b"}"#.utf8)) == nil)
  }

  // MARK: Two senders

  @Test("two senders at once send each item once")
  func twoSenders() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    for _ in 1...20 { try rep.save() }
    let second = try DeviceFile(path: rep.file.path, device: "x")
    let senders = try [rep.file, second].map { file in
      OutboxSender(
        file: file, server: try ServerAddress("https://server.test"), token: "token-of-ana", person: nil,
        time: rep.time,
        exchange: { request in
          await Task.yield()
          return server.answer(request)
        }, pause: { rep.time.pass($0) })
    }
    async let first = senders[0].run()
    async let other = senders[1].run()
    let reports = try await [first, other]
    #expect(reports.map(\.sent).reduce(0, +) == 20)
    #expect(server.arrivals.count == 20)
    #expect(try rep.file.outbox().isEmpty)
  }

  @Test("the lease of a live sender is respected, that of a dead or expired one is taken at once")
  func leases() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    try rep.save()
    let now = rep.time.now()
    func leave(_ process: Int32, until expiry: Int64) throws {
      try rep.file.releaseSenderLease(holder: "ghost")
      _ = try rep.file.takeSenderLease(
        SenderLease(holder: "ghost", process: process, expiresAt: expiry), at: now, isAlive: { _ in false })
    }
    try leave(getpid(), until: now + 60_000)
    let refused = try await rep.sender { server.answer($0) }.run()
    #expect(refused.stop == .otherSender(process: getpid()) && refused.waiting == 1 && refused.requests == 0)
    try leave(Rep.deadProcess, until: now + 60_000)
    #expect(try await rep.sender { server.answer($0) }.run().sent == 1)
    try rep.save()
    try leave(getpid(), until: now)
    #expect(try await rep.sender { server.answer($0) }.run().sent == 1)
    #expect(!DeviceFile.isAlive(Rep.deadProcess) && DeviceFile.isAlive(getpid()))
  }

  @Test("a sender whose lease was taken while it slept stops")
  func lostLease() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    for _ in 1...2 { try rep.save() }
    let file = rep.file
    let report = try await rep.sender { request in
      try file.run(sql: "ghost")
      return server.answer(request)
    }.run()
    #expect(report.stop == .otherSender(process: 0) && report.sent == 1 && report.waiting == 1)
  }
}

extension DeviceFile {
  /// Lets somebody take the lease, as after it has expired.
  fileprivate func run(sql holder: String) throws {
    _ = try takeSenderLease(
      SenderLease(holder: holder, process: getpid(), expiresAt: .max), at: .max - 1, isAlive: { _ in false })
  }
}
