import Connect
import Cryptography
import FEEL
import Foundation
import Store
import Synchronization
import Testing

@testable import Service

/// The invariants of the offline protocol, over devices, a server and everything that goes wrong between them.
@Suite("Exactly once, whatever happens")
struct OutboxSimulationTests {
  /// The process was killed: nothing after it happens.
  struct Killed: Error {}

  /// A network and a machine that fail by seed.
  final class Misfortune: Sendable {
    private let random: Mutex<RepeatableRandom>
    private let server: SimulatedServer
    /// Of a hundred requests so many meet something bad.
    let share: Int

    init(seed: UInt64, share: Int, server: SimulatedServer) {
      random = Mutex(RepeatableRandom(seed: seed))
      self.share = share
      self.server = server
    }

    func below(_ limit: Int) -> Int { random.withLock { Int.random(in: 0..<limit, using: &$0) } }

    func exchange(_ request: HTTPRequest) async throws -> HTTPAnswer {
      if below(100) >= share { return server.answer(request) }
      switch below(9) {
      case 0: throw TransportError.cannotConnect("no route")
      case 1:
        _ = server.answer(request)
        throw TransportError.outcomeUnknown("cut before the answer")
      case 2:
        // Delivered twice by something in between; the second answer is what arrives.
        _ = server.answer(request)
        return server.answer(request)
      case 3: return SimulatedServer.answer(503, Array("<html>".utf8))
      case 4:
        _ = server.answer(request)
        return SimulatedServer.answer(500, [])
      case 5: return SimulatedServer.signInPage
      case 6: throw Killed()
      case 7:
        _ = server.answer(request)
        throw Killed()
      default:
        // Bytes cut on the way: the digest tells.
        var cut = request
        cut.body = request.body.map { Array($0.dropLast()) }
        return server.answer(cut)
      }
    }
  }

  @Test("every saved submission is stored once, and leaves the outbox with its own receipt only", arguments: 1...60)
  func exactlyOnce(seed: UInt64) async throws {
    let (rep, server) = (try Rep(seed: seed), SimulatedServer())
    let luck = Misfortune(seed: seed &* 7919, share: 60, server: server)
    var saved: [OutboxItem] = []
    var poisoned: Set<String> = []
    for _ in 0..<(6 + luck.below(6)) {
      for _ in 0..<luck.below(4) {
        let item = try rep.save()
        saved.append(item)
        switch luck.below(8) {
        case 0:
          server.occupy(item.id)
          poisoned.insert(item.id)
        case 1:
          server.refuse(item.id, with: [413, 422][luck.below(2)])
          poisoned.insert(item.id)
        case 2: server.hold(item.id)
        default: break
        }
      }
      try await run(rep, luck)
      try check(rep, server, saved)
    }
    // The network is well again.
    let calm = Misfortune(seed: 1, share: 0, server: server)
    try await run(rep, calm)
    try check(rep, server, saved)
    let open = try rep.file.outbox()
    #expect(Set(open.map(\.id)) == poisoned, "only what the server refused is left")
    #expect(open.allSatisfy { $0.state == .attention })
    let stored = server.stored
    for item in saved where !poisoned.contains(item.id) {
      #expect(stored[item.id]?.bytes == item.envelope, "stored, with its very bytes")
    }
    #expect(stored.count <= saved.count, "nothing is there that nobody saved")
    // Replayed, everything answers the same bytes and changes nothing.
    for item in try rep.file.history() where item.state != .attention {
      let request = SubmissionRequest.make(
        item, server: try ServerAddress("https://server.test"), token: "token-of-ana", now: 0, timeoutMilliseconds: 1)
      #expect(server.answer(request).body == item.receipt)
    }
    #expect(server.stored.mapValues(\.bytes) == stored.mapValues(\.bytes))
  }

  /// One `outbox send`, perhaps killed, perhaps two at once.
  private func run(_ rep: Rep, _ luck: Misfortune) async throws {
    let isDouble = luck.below(4) == 0
    let copy = try DeviceFile(path: rep.file.path, device: "never used")
    let files = isDouble ? [rep.file, copy] : [rep.file]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for file in files {
        let sender = OutboxSender(
          file: file, server: try ServerAddress("https://server.test"), token: "token-of-ana", person: nil,
          tries: 2, time: rep.time, exchange: luck.exchange,
          pause: { milliseconds in
            rep.time.pass(milliseconds)
            if luck.share > 0, luck.below(20) == 0 { throw Killed() }
          }, isAlive: { $0 != Rep.deadProcess })
        group.addTask {
          do {
            _ = try await sender.run()
          } catch is Killed {
            // What a killed process leaves: its lease. (One of another live sender stays that one's.)
            let now = rep.time.now()
            _ = try file.takeSenderLease(
              SenderLease(holder: "killed", process: Rep.deadProcess, expiresAt: now + 100_000), at: now)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// What holds at every moment.
  private func check(_ rep: Rep, _ server: SimulatedServer, _ saved: [OutboxItem]) throws {
    let history = try rep.file.history()
    #expect(history.map(\.id) == saved.map(\.id), "nothing is lost, nothing comes twice")
    for (item, original) in zip(history, saved) {
      #expect(item.envelope == original.envelope, "the bytes stay as they were frozen")
      if item.state.isOpen {
        #expect(item.receipt == nil)
      } else {
        let receipt = try #require(item.receipt.flatMap { DeliveryReceipt($0) })
        #expect(receipt.id == item.id && receipt.sha256 == Hexadecimal.sha256(item.envelope))
        #expect(server.stored[item.id]?.receipt == item.receipt)
      }
    }
  }

  @Test("a refused or held item costs the others not one request")
  func noDelay() async throws {
    let (rep, server) = (try Rep(), SimulatedServer())
    let items = try (1...9).map { _ in try rep.save() }
    server.occupy(items[0].id)
    server.refuse(items[1].id, with: 422)
    server.hold(items[2].id)
    let report = try await rep.sender { server.answer($0) }.run()
    #expect(server.arrivals.map(\.id) == items.map(\.id))
    #expect(rep.time.waits.isEmpty)
    #expect(report.sent == 6 && report.held == 1 && report.attention == 2)
  }

  @Test("copied to another device and sent from both, everything counts once", arguments: 1...10)
  func copies(seed: UInt64) async throws {
    let (rep, other, server) = (try Rep(seed: seed), try Rep(seed: seed + 100, device: "device-b"), SimulatedServer())
    let luck = Misfortune(seed: seed, share: 40, server: server)
    let saved = try (1...6).map { _ in try rep.save() }
    try other.save()
    let exported = try rep.file.outbox().map(\.envelope)
    for _ in 1...2 {
      let outcome = try other.file.take(exported.compactMap { EnvelopeCopies.read($0).envelope })
      #expect(outcome.taken.count + outcome.known.count == 6 && outcome.different.isEmpty)
    }
    for _ in 1...3 {
      try await run(rep, luck)
      try await run(other, luck)
    }
    let calm = Misfortune(seed: 1, share: 0, server: server)
    try await run(rep, calm)
    try await run(other, calm)
    #expect(try rep.file.outbox().isEmpty && other.file.outbox().isEmpty)
    #expect(server.stored.count == 7)
    for item in saved { #expect(try rep.file.item(item.id)?.receipt == other.file.item(item.id)?.receipt) }
  }
}
