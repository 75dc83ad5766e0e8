import FEEL
import Foundation
import Testing

@testable import Store

@Suite("What a device keeps of deliveries")
struct DeviceDeliveryTests {
  typealias Folder = DeviceFileTests.Folder

  func device() throws -> (Folder, DeviceFile, OutboxItem) {
    let folder = try Folder()
    let file = try DeviceFile(path: folder.file, device: "d")
    return (folder, file, try file.freeze(record: "O-1", assessment: "A", id: "s-1", at: 1) { _, _ in [1, 2, 3] })
  }

  @Test("a receipt for other bytes, or for nothing here, changes nothing")
  func otherBytes() throws {
    let (_, file, item) = try device()
    #expect(try !file.keepReceipt([9], of: item.id, sha256: "other", held: false, at: 5))
    #expect(try !file.keepReceipt([9], of: "s-9", sha256: item.sha256, held: false, at: 5))
    #expect(try file.outbox().map(\.state) == [.waiting])
  }

  @Test("the receipt ends the waiting, is kept with the bytes, and is the last word")
  func receipt() throws {
    let (_, file, item) = try device()
    #expect(try file.keepFailure("no route", of: item.id, nextAttemptAt: 9))
    #expect(try file.outbox().first?.nextAttemptAt == 9 && file.outbox().first?.attempts == 1)
    #expect(try file.keepReceipt([9], of: item.id, sha256: item.sha256, held: false, at: 5))
    #expect(try file.outbox().isEmpty)
    #expect(try !file.keepReceipt([8], of: item.id, sha256: item.sha256, held: true, at: 6))
    #expect(try !file.keepRefusal("no", code: "x", status: 409, of: item.id))
    #expect(try !file.keepFailure("no", of: item.id, nextAttemptAt: nil))
    let kept = try #require(try file.item("s-1"))
    #expect(kept.state == .sent && kept.receipt == [9] && kept.receivedAt == 5 && kept.envelope == [1, 2, 3])
    #expect(kept.lastError == nil && kept.nextAttemptAt == nil)
    #expect(try file.submissions(about: "O-1").map(\.id) == ["s-1"], "it is evidence until the next fetch brings it")
  }

  @Test("a refusal is kept with the server's words, and can still be overtaken by a receipt")
  func refusal() throws {
    let (_, file, item) = try device()
    #expect(try file.keepRefusal("Other answers.", code: "id-reused", status: 409, of: item.id))
    let kept = try #require(try file.outbox().first)
    #expect(kept.state == .attention && kept.lastError == "Other answers." && kept.refusalCode == "id-reused")
    #expect(try file.keepReceipt([9], of: item.id, sha256: item.sha256, held: true, at: 5))
    #expect(try file.item("s-1")?.state == .held)
  }

  @Test("the server and where its token lies are remembered, never a token")
  func server() throws {
    let (folder, file, _) = try device()
    #expect(try file.server() == nil)
    try file.remember(RememberedServer(address: "https://a", tokenFile: "/t"))
    try file.remember(RememberedServer(address: "https://b", tokenFile: nil))
    #expect(
      try DeviceFile(path: folder.file, device: "x").server() == RememberedServer(address: "https://b", tokenFile: nil))
  }

  @Test("only one of many takes the lease")
  func lease() async throws {
    let (folder, file, _) = try device()
    let path = folder.file
    let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 1...8 {
        group.addTask {
          try DeviceFile(path: path, device: "x").takeSenderLease(
            SenderLease(holder: "h-\(number)", process: getpid(), expiresAt: 100), at: 1) == nil
        }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(winners == 1)
    #expect(try file.takeSenderLease(SenderLease(holder: "late", process: getpid(), expiresAt: 300), at: 100) == nil)
    #expect(try file.renewSenderLease(SenderLease(holder: "late", process: getpid(), expiresAt: 400)))
    #expect(try !file.renewSenderLease(SenderLease(holder: "h-1", process: getpid(), expiresAt: 400)))
    try file.releaseSenderLease(holder: "h-1")
    #expect(
      try file.takeSenderLease(SenderLease(holder: "next", process: 1, expiresAt: 500), at: 200)?.holder == "late")
  }
}
