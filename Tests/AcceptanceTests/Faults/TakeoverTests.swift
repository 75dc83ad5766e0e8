import Foundation
import Glibc
import Testing

extension Acceptance {
  @Suite("A server that cannot write, or must not any more") struct TakeoverTests {
    private static func home() throws -> Home {
      let home = try Home()
      try home.activate(StoryPlaybook(), from: "2026-01-01")
      try home.load([
        #"{"kind":"opportunity","id":"O-1","pipeline":"Opportunities","stage":"Prospecting","owner":"\#(StoryPlaybook.rina)"}"#
      ])
      return home
    }

    private static func sheet(_ number: Int) -> Sheet {
      .prospecting(Sheet.id(number), number, of: "O-1", hours: "3", compliance: true, at: "2026-03-20T05:00:00Z")
    }

    /// The codes with which the unit file does not start the server again.
    private static func finalCodes() throws -> [Int32] {
      let unit = try String(contentsOfFile: Place.root + "/scripts/systemd/stagecraft.service", encoding: .utf8)
      let line = try #require(unit.split(separator: "\n").first { $0.hasPrefix("RestartPreventExitStatus=") })
      return line.split(separator: "=")[1].split(separator: " ").compactMap { Int32($0) }
    }

    @Test("a store that cannot be written for longer than the lease lasts ends nothing", .timeLimit(.minutes(2)))
    func fullForLong() async throws {
      let home = try Self.home()
      let token = try home.token("rina")
      // No write of any file beyond its first byte, for a while; the soft limit alone, so that it can be lifted.
      let server = try Server(home) { "trap '' XFSZ; " + $0 }
      func limit(_ bytes: String) throws {
        let ending = try RunningProgram(
          URL(filePath: "/usr/bin/env"), ["prlimit", "--pid", "\(server.program.pid)", "--fsize=\(bytes):"],
          in: home.folder
        ).ending(within: 10)
        #expect(ending.status == 0, "\(ending.error)")
      }
      #expect(try server.put(Self.sheet(1), token: token).status == 201)
      try limit("1")
      let began = Date()
      while Date().timeIntervalSince(began) < 16 {
        #expect(try server.put(Self.sheet(2), token: token).status == 503)
        try await Task.sleep(for: .milliseconds(200))
      }
      #expect(server.program.isRunning)
      try limit("unlimited")
      #expect(try await eventually { try server.put(Self.sheet(2), token: token).status <= 201 })
      #expect(try await eventually { try server.call("GET", "/readyz").status == 200 })
      #expect(try await eventually { server.program.error.contains("the lease is renewed again") })
      server.stop()
      #expect(try home.run("audit", "verify").status == 0)
    }

    @Test(
      "a server that was stopped while another took over answers 503 when it goes on, and ends so that it is restarted",
      .timeLimit(.minutes(2)))
    func stopped() async throws {
      let home = try Self.home()
      let token = try home.token("rina")
      let first = try home.serve()
      #expect(try first.put(Self.sheet(1), token: token).status == 201)
      first.program.send(SIGSTOP)
      defer { first.program.send(SIGCONT) }
      // Its process is there, so its lease has to run out.
      var second: Server?
      #expect(
        try await eventually(within: 60) {
          let attempt = try home.start([
            "serve", "--listen", "127.0.0.1:0", "--port-file", home.folder.path + "/second",
          ])
          while attempt.isRunning, !FileManager.default.fileExists(atPath: home.folder.path + "/second") {
            usleep(20_000)
          }
          if !attempt.isRunning { return false }
          second = try Server(attempt, portFile: home.folder.path + "/second")
          return true
        })
      let other = try #require(second)
      #expect(try other.put(Self.sheet(2), token: token).status == 201)
      first.program.send(SIGCONT)
      // At once, before it looks after its lease.
      let late = try? first.put(Self.sheet(3), token: token)
      #expect(late == nil || late?.status == 503, "\(late?.text ?? "")")
      let ending = first.program.ending(within: 30)
      #expect(ending.status == 69, "\(ending.status) \(ending.error)")
      #expect(try !Self.finalCodes().contains(ending.status))
      #expect(ending.error.contains("another process holds the lease"))
      #expect(try other.put(Self.sheet(2), token: token).status == 200)
      #expect(try other.put(Self.sheet(3), token: token).status == 201)
      other.stop()
      #expect(try home.run("audit", "verify").status == 0)
    }

    @Test(
      "a store that was moved away, or replaced, answers 503 and says so, until it is put back", .timeLimit(.minutes(1))
    )
    func moved() async throws {
      let home = try Self.home()
      let token = try home.token("rina")
      let server = try home.serve()
      #expect(try server.put(Self.sheet(1), token: token).status == 201)
      let away = home.path + "/away"
      for isReplaced in [false, true] {
        #expect(rename(home.store, away) == 0)
        if isReplaced { try FileManager.default.copyItem(atPath: away, toPath: home.store) }
        let refused = try server.put(Self.sheet(2), token: token)
        #expect(refused.status == 503 && refused.code == "store-unavailable", "\(refused.text)")
        #expect(!refused.text.contains(home.path))
        #expect(
          try await eventually {
            let answer = try server.call("GET", "/readyz")
            return answer.status == 503 && answer.text.contains("was moved away or replaced under the server")
          })
        #expect(server.program.error.contains("was moved away or replaced while stagecraft had it open"))
        unlink(home.store)
        #expect(rename(away, home.store) == 0)
        #expect(try await eventually { try server.call("GET", "/readyz").status == 200 })
      }
      #expect(try server.put(Self.sheet(2), token: token).status == 201)
      server.stop()
    }
  }
}
