import Foundation
import Glibc
import Service
import Store
import Synchronization
import Testing

extension Acceptance {
  @Suite("Story 8: a night that is killed, and two at once") struct NightKillTests {
    /// Rescores record by record, and is killed once so many are done.
    static func rescoreUntilKilled(_ store: String, after count: Int) async throws {
      let application = try await application(over: store)
      _ = try await application.rescore(asOf: milliseconds(NightStory.night), chunk: 1) { done, _ in
        if done == count { kill(getpid(), SIGKILL) }
      }
    }

    @Test(
      "killed after three records and started again, it ends the same with the same report", .timeLimit(.minutes(3)))
    func killed() async throws {
      let undisturbed = try NightStory.home()
      let expected = try undisturbed.run("rescore", "--as-of", NightStory.night, "--json")
      #expect(expected.status == 0)
      let home = try NightStory.home()
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = home.store as String] in
        try await NightKillTests.rescoreUntilKilled(path, after: 3)
      }
      let store = StoreFile(path: home.store)
      #expect(try store.texts("SELECT cursor_id FROM night_run") == ["N-3"])
      #expect(try store.count("SELECT count(*) FROM night_run WHERE finished_at IS NOT NULL") == 0)
      // Without a time it goes on with the night that was interrupted.
      let resumed = try home.run("rescore", "--json")
      #expect(resumed.status == 0, "\(resumed.error)")
      #expect(resumed.output == expected.output)
      #expect(try store.decided() == StoreFile(path: undisturbed.store).decided())
    }

    @Test("killed again and again at any moment, it ends the same", .timeLimit(.minutes(3)))
    func killedOften() async throws {
      let undisturbed = try NightStory.home()
      let expected = try undisturbed.run("rescore", "--as-of", NightStory.night, "--json")
      let home = try NightStory.home()
      for place in 1...12 {
        let run = try home.start(["rescore", "--as-of", NightStory.night, "--json"])
        usleep(UInt32(20_000 * place))
        run.killAndWait()
      }
      let last = try home.run("rescore", "--as-of", NightStory.night, "--json")
      #expect(last.status == 0 && last.output == expected.output, "\(last.error)")
      #expect(try StoreFile(path: home.store).decided() == StoreFile(path: undisturbed.store).decided())
      #expect(try home.run("audit", "verify").status == 0)
    }

    @Test("while one is under way a second refuses with its process and start", .timeLimit(.minutes(2)))
    func twoAtOnce() async throws {
      let home = try NightStory.home()
      let application = try await application(over: home)
      let second = Mutex<RunningProgram.Ending?>(nil)
      let began = milliseconds("2026-01-01T00:00:00Z")
      let (report, _) = try await application.rescore(asOf: milliseconds(NightStory.night), chunk: 1) { done, _ in
        if done == 2 { second.withLock { $0 = try? home.run("rescore", "--as-of", NightStory.night) } }
      }
      await application.store.close()
      let refused = try #require(second.withLock { $0 })
      #expect(refused.status == 75)
      #expect(refused.error.contains("process \(getpid()) "))
      let since = try #require(refused.error.firstMatch(of: /since (\S+?Z)/)).1
      #expect(milliseconds(String(since)) > began || since.contains("."))
      #expect(report.summary == NightStory.summary)
    }
  }
}
