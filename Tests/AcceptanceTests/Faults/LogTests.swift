import Foundation
import Glibc
import Testing

extension Acceptance {
  @Suite("A log that nobody takes") struct LogTests {
    private static func home() throws -> (home: Home, crm: CRM) {
      let crm = try CRM([])
      let home = try Home()
      try home.activate(StoryPlaybook(), from: "2026-01-01")
      try crm.connect(home, pollSeconds: 86_400)
      return (home, crm)
    }

    /// Webhooks with a wrong signature, each of which is worth a line of the log.
    private func refuse(_ count: Int, _ server: Server) throws {
      for number in 0..<count {
        let answer = try server.webhook("e-\(number)", "{}") { "v1," + String($0.dropFirst(3).reversed()) }
        try #require(answer.status == 401 || answer.status == 400 || answer.status == 429, "\(answer.text)")
      }
    }

    private func dropped(_ server: Server) throws -> Int {
      Int(try server.metric("stagecraft_log_lines_dropped_total"))
    }

    @Test("a log on a full disk: its lines are dropped and counted, and the server goes on", .timeLimit(.minutes(1)))
    func fullDisk() throws {
      let (home, crm) = try Self.home()
      defer { crm.program.killAndWait() }
      let server = try Server(home) { "exec >/dev/full 2>/dev/full; " + $0 }
      try refuse(5, server)
      #expect(try server.call("GET", "/healthz").status == 200)
      #expect(try dropped(server) >= 5)
      server.program.send(SIGTERM)
      #expect(server.program.ending(within: 30).status == 0)
    }

    @Test("a log whose reader is gone ends nothing, and least of all with exit code 0", .timeLimit(.minutes(1)))
    func readerGone() throws {
      let (home, crm) = try Self.home()
      defer { crm.program.killAndWait() }
      let pipe = home.folder.path + "/log"
      #expect(mkfifo(pipe, 0o600) == 0)
      let reader = open(pipe, O_RDONLY | O_NONBLOCK)
      let server = try Server(home) { "exec >'\(pipe)' 2>'\(pipe)'; " + $0 }
      close(reader)
      try refuse(5, server)
      usleep(200_000)
      #expect(server.program.isRunning)
      #expect(try server.call("GET", "/healthz").status == 200)
      #expect(try dropped(server) >= 5)
      server.program.send(SIGTERM)
      #expect(server.program.ending(within: 30).status == 0)
    }

    @Test(
      "a log whose reader is slow holds no request up, and a line tells how many are missing", .timeLimit(.minutes(2)))
    func slowReader() async throws {
      let (home, crm) = try Self.home()
      defer { crm.program.killAndWait() }
      let pipe = home.folder.path + "/log"
      #expect(mkfifo(pipe, 0o600) == 0)
      let reader = open(pipe, O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      // F_SETPIPE_SZ, which Swift does not see: the less the pipe takes, the sooner lines have to be dropped.
      _ = fcntl(reader, 1031, 4096)
      let server = try Server(home) { "exec 2>'\(pipe)'; " + $0 }
      var rounds = 0
      while try dropped(server) == 0, rounds < 50 {
        try refuse(100, server)
        rounds += 1
      }
      let missing = try dropped(server)
      #expect(missing > 0)
      #expect(try server.call("GET", "/healthz").status == 200)
      // The reader comes back.
      var text = ""
      var buffer = [UInt8](repeating: 0, count: 65_536)
      func take() {
        while true {
          let count = read(reader, &buffer, buffer.count)
          if count <= 0 { return }
          text += String(decoding: buffer[..<count], as: UTF8.self)
        }
      }
      #expect(
        try await eventually {
          take()
          if text.contains("log lines were dropped") { return true }
          try refuse(1, server)
          return false
        })
      let told = text.split(separator: "\n").filter { $0.contains("log lines were dropped") }
        .compactMap { $0.firstMatch(of: /"lines":"(\d+)"/).flatMap { Int($0.output.1) } }
      #expect(told.reduce(0, +) >= missing)
      server.program.send(SIGTERM)
      #expect(server.program.ending(within: 30).status == 0)
    }
  }
}
