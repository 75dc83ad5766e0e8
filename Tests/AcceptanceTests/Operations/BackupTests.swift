import Foundation
import Synchronization
import Testing

extension Acceptance {
  @Suite("The store is copied while it works, and put back") struct BackupTests {
    private static func sheet(_ number: Int) -> Sheet {
      .prospecting(Sheet.id(number), number, of: "O-1", hours: "3", compliance: true, at: "2026-03-20T05:00:00Z")
    }

    /// A home with one deal.
    private func home() throws -> Home {
      let home = try Home()
      try home.activate(StoryPlaybook(), from: "2026-01-01")
      try home.load([
        #"{"kind":"opportunity","id":"O-1","pipeline":"Opportunities","stage":"Prospecting","owner":"\#(StoryPlaybook.rina)"}"#
      ])
      return home
    }

    private func object(_ ending: RunningProgram.Ending) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    }

    @Test("A copy taken under load is verified, put back and served on; what came after it comes again from devices")
    func underLoad() async throws {
      let home = try home()
      let token = try home.token("rina")
      let server = try home.serve()
      let acknowledged = Mutex(0)
      let isOver = Mutex(false)
      let sender = Thread {
        var number = 1
        while !isOver.withLock({ $0 }), number < 5000 {
          guard let answer = try? server.put(Self.sheet(number), token: token), answer.status == 201 else { break }
          acknowledged.withLock { $0 = number }
          number += 1
        }
      }
      sender.start()
      #expect(try await eventually { acknowledged.withLock { $0 } >= 20 })
      let before = acknowledged.withLock { $0 }
      let copy = home.folder.path + "/copy.sqlite"
      let taken = try home.done("backup", copy, "--json")
      let after = acknowledged.withLock { $0 }
      isOver.withLock { $0 = true }
      #expect(try await eventually { !sender.isExecuting })
      let submissions = try #require(try object(taken)["submissions"] as? Int)
      #expect(submissions >= before && submissions <= after + 1)
      let verified = try home.run("restore", "--verify", copy)
      #expect(verified.status == 0, "\(verified.error)")
      #expect(verified.output.contains("\(submissions) submissions") && verified.output.contains("all links"))

      // Not while the server has it.
      let early = try home.run("restore", copy)
      #expect(early.status == 75)
      #expect(early.error.contains("in use by the server, process \(server.program.pid)"), "\(early.error)")
      server.stop()
      let total = try StoreFile(path: home.store).count("SELECT count(*) FROM submission")
      let restored = try object(try home.done("restore", copy, "--json"))
      let old = try #require(restored["old"] as? String)
      #expect(try StoreFile(path: old).count("SELECT count(*) FROM submission") == total)
      #expect(try StoreFile(path: home.store).count("SELECT count(*) FROM submission") == submissions)
      #expect(try home.run("audit", "verify").status == 0)

      let again = try home.serve()
      #expect(try again.put(Self.sheet(submissions), token: token).status == 200)
      #expect(try again.put(Self.sheet(submissions + 1), token: token).status == 201)
      again.stop()
    }

    @Test("A server that was killed does not keep the store from being put back")
    func killed() throws {
      let home = try home()
      let copy = home.folder.path + "/copy.sqlite"
      try home.done("backup", copy)
      let server = try home.serve()
      server.program.killAndWait()
      try Data("no store any more".utf8).write(to: URL(filePath: home.store))
      let restored = try home.run("restore", copy)
      #expect(restored.status == 0, "\(restored.error)")
      #expect(restored.output.contains("Next:"))
      let again = try home.serve()
      #expect(try again.call("GET", "/readyz").status == 200)
      again.stop()
    }

    @Test("A damaged copy is refused, and the store stays as it is")
    func damaged() throws {
      let home = try home()
      let copy = home.folder.path + "/copy.sqlite"
      try home.done("backup", copy)
      let before = try Data(contentsOf: URL(filePath: home.store))
      // Not damaged, but with an entry that was changed.
      try StoreFile(path: copy).change("UPDATE audit_entry SET actor = 'nobody' WHERE number = 1")
      let verified = try home.run("restore", "--verify", copy)
      #expect(verified.status == 1 && verified.output.contains("entry 1 of the audit chain"))
      #expect(try home.run("restore", copy).status == 65)
      var bytes = try Data(contentsOf: URL(filePath: copy))
      for place in 8192..<12_288 { bytes[place] = 0xA5 }
      try bytes.write(to: URL(filePath: copy))
      let refused = try home.run("restore", copy)
      #expect(refused.status == 65)
      #expect(refused.error.contains("Take an older copy"), "\(refused.error)")
      #expect(try home.run("restore", "--verify", home.folder.path + "/none").status == 66)
      #expect(try Data(contentsOf: URL(filePath: home.store)) == before)
    }
  }
}
