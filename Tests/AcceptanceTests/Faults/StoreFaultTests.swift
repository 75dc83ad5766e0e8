import Foundation
import Glibc
import Testing

extension Acceptance {
  @Suite("The disk and the file do not do what they should") struct StoreFaultTests {
    private static func home(in parent: String = NSTemporaryDirectory()) throws -> Home {
      let home = try Home(in: parent)
      try home.activate(StoryPlaybook(), from: "2026-01-01")
      try home.load([
        #"{"kind":"opportunity","id":"O-1","pipeline":"Opportunities","stage":"Prospecting","owner":"\#(StoryPlaybook.rina)"}"#
      ])
      return home
    }

    private static func sheet(_ number: Int) -> Sheet {
      .prospecting(Sheet.id(number), number, of: "O-1", hours: "3", compliance: true, at: "2026-03-20T05:00:00Z")
    }

    /// Sends sheets from a number on until one is refused.
    ///
    /// - Returns: the last that was acknowledged, and the refusal.
    private func fill(
      _ server: Server, token: String, from first: Int = 1, most: Int
    ) throws -> (stored: Int, refusal: HTTP.Answer?) {
      for number in first...most {
        let answer = try server.put(Self.sheet(number), token: token)
        if answer.status != 201 { return (number - 1, answer) }
      }
      return (most, nil)
    }

    /// What must hold when there is room again: nothing acknowledged is lost, and what was refused goes through.
    private func expectWhole(_ home: Home, _ server: Server, token: String, stored: Int) async throws {
      #expect(try await eventually { try server.put(Self.sheet(stored + 1), token: token).status <= 201 })
      for number in 1...stored { #expect(try server.put(Self.sheet(number), token: token).status == 200) }
      #expect(try StoreFile(path: home.store).count("SELECT count(*) FROM submission") == stored + 1)
      #expect(try await eventually { try server.call("GET", "/readyz").status == 200 })
      server.stop()
      #expect(try home.run("audit", "verify").status == 0)
    }

    @Test("a file that may not grow: 503 with what to do, and it goes on by itself", .timeLimit(.minutes(3)))
    func limitedFile() async throws {
      let home = try Self.home()
      let token = try home.token("rina")
      // Blocks of 512 bytes; the soft limit alone, so that it can be lifted while the server runs.
      let server = try Server(home) { "trap '' XFSZ; ulimit -S -f 1400; " + $0 }
      let (stored, refusal) = try fill(server, token: token, most: 2000)
      let refused = try #require(refusal)
      #expect(refused.status == 503 && refused.code == "store-unavailable", "\(refused.text)")
      #expect(refused.text.contains("nothing was lost") && refused.headers["retry-after"] != nil)
      #expect(!refused.text.contains(home.path))
      #expect(try await eventually { try server.call("GET", "/readyz").status == 503 })
      // What is there can still be read.
      #expect(try server.call("GET", "/v1/records/opportunity/O-1", token: token).status == 200)
      let lifted = try RunningProgram(
        URL(filePath: "/usr/bin/env"), ["prlimit", "--pid", "\(server.program.pid)", "--fsize=unlimited"],
        in: home.folder
      ).ending(within: 10)
      #expect(lifted.status == 0, "\(lifted.error)")
      try await expectWhole(home, server, token: token, stored: stored)
    }

    @Test("a full disk: 503 with what to do, and it goes on by itself", .timeLimit(.minutes(3)))
    func fullDisk() async throws {
      let folder = try Folder()
      guard Glibc.mount("tmpfs", folder.path, "tmpfs", 0, "size=12m") == 0 else {
        print("SKIPPED: a full disk, since no file system may be mounted here; the limit of a file stands in for it")
        return
      }
      defer { umount2(folder.path, Int32(MNT_DETACH)) }
      let home = try Self.home(in: folder.path)
      let token = try home.token("rina")
      let server = try home.serve()
      #expect(try server.put(Self.sheet(1), token: token).status == 201)
      // Something else on the disk takes all that is left.
      let ballast = Glibc.open(folder.path + "/ballast", O_WRONLY | O_CREAT, 0o600)
      let block = [UInt8](repeating: 7, count: 4096)
      while Glibc.write(ballast, block, block.count) > 0 {}
      close(ballast)
      let (stored, refusal) = try fill(server, token: token, from: 2, most: 2000)
      let refused = try #require(refusal)
      #expect(refused.status == 503 && refused.code == "store-unavailable", "\(refused.text)")
      #expect(try server.call("GET", "/readyz").status == 503)
      // A command says it in words.
      let command = try home.run("token", "make", "tom")
      #expect(command.status == 74 || command.status == 75, "\(command.error)")
      #expect(command.error.contains("disk is full") || command.error.contains("commit failed"), "\(command.error)")
      unlink(folder.path + "/ballast")
      try await expectWhole(home, server, token: token, stored: stored)
    }

    @Test("a store that may only be read: a clear refusal, and nothing is changed", .timeLimit(.minutes(1)))
    func readOnly() throws {
      let home = try Self.home()
      let before = try Data(contentsOf: URL(filePath: home.store))
      chmod(home.store, 0o444)
      chmod(home.path + "/stagecraft.yaml", 0o644)
      chmod(home.path, 0o555)
      defer { chmod(home.path, 0o700) }
      for arguments in [["serve", "--listen", "127.0.0.1:0"], ["token", "make", "tom"]] {
        let ending: RunningProgram.Ending
        if geteuid() == 0 {
          // Rights do not bind the superuser, unless it gives up the capabilities to go round them. (Another user could
          // not even start a program below /root.)
          let command = ([Place.program("stagecraft").path] + arguments).map { "'\($0)'" }.joined(separator: " ")
          ending = try RunningProgram(
            URL(filePath: "/usr/bin/env"),
            [
              "setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search",
              "sh", "-c", command,
            ],
            in: home.folder, environment: ["STAGECRAFT_HOME": home.path]
          ).ending(within: 30)
        } else {
          ending = try home.start(arguments).ending(within: 30)
        }
        #expect(ending.status == 73 || ending.status == 66, "\(ending.status) \(ending.error)")
        #expect(
          ending.error.contains("may only be read") || ending.error.contains("that you may write to it"),
          "\(ending.error)")
      }
      #expect(try Data(contentsOf: URL(filePath: home.store)) == before)
    }

    @Test("a damaged store: the server refuses to start and says how to restore it", .timeLimit(.minutes(2)))
    func damaged() throws {
      let home = try Self.home()
      let token = try home.token("rina")
      let server = try home.serve()
      for number in 1...40 { #expect(try server.put(Self.sheet(number), token: token).status == 201) }
      server.stop()
      let backup = try Data(contentsOf: URL(filePath: home.store))
      // Some pages in the middle are overwritten, and the beginning is as it was.
      var bytes = backup
      let middle = bytes.count / 2 / 4096 * 4096
      for place in middle..<(middle + 3 * 4096) { bytes[place] = 0x5A }
      try bytes.write(to: URL(filePath: home.store))
      let refused = try home.run("serve", "--listen", "127.0.0.1:0", seconds: 30)
      #expect(refused.status == 65, "\(refused.status) \(refused.error)")
      #expect(refused.error.contains("is damaged") && refused.error.contains("put the last backup in their place"))
      #expect(try Data(contentsOf: URL(filePath: home.store)) == bytes)
      // So is one whose beginning is gone.
      var beheaded = backup
      for place in 0..<100 { beheaded[place] = 0x5A }
      try beheaded.write(to: URL(filePath: home.store))
      let headless = try home.run("serve", "--listen", "127.0.0.1:0", seconds: 30)
      #expect(headless.status == 65 && headless.error.contains("put the last backup in its"), "\(headless.error)")
      // With the backup all is as it was.
      try backup.write(to: URL(filePath: home.store))
      let again = try home.serve()
      #expect(try again.put(Self.sheet(1), token: token).status == 200)
      again.stop()
    }

    @Test("a second server refuses with the first one's process, and the first goes on", .timeLimit(.minutes(1)))
    func secondServer() throws {
      let home = try Self.home()
      let token = try home.token("rina")
      let server = try home.serve()
      let second = try home.run("serve", "--listen", "127.0.0.1:0", seconds: 30)
      #expect(second.status == 75)
      #expect(second.error.contains("Another server holds this store: process \(server.program.pid) "))
      #expect(try server.put(Self.sheet(1), token: token).status == 201)
      // One that was killed holds nothing back.
      server.program.killAndWait()
      let next = try home.serve()
      #expect(try next.put(Self.sheet(1), token: token).status == 200)
      next.stop()
    }
  }
}
