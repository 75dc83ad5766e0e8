import Foundation
import Testing

extension ServerTests {
  @Suite("One at a time, and whole after every start")
  struct ExclusionTests {
    @Test("a second server and a second worker refuse with 75 and name the first")
    func second() async throws {
      try await onThread {
        let folder = try TemporaryFolder()
        let deals = try Deals(made: 1, in: folder)
        let site = try Site(folder: folder, playbook: try Deals.playbook(in: folder), seed: deals.seed)
        let server = try site.server()
        for command in [["serve"], ["work"], ["work", "--once"]] {
          let refused = try Site.run(command, in: folder)
          #expect(refused.status == 75, "\(command): \(refused.output)")
          #expect(refused.output.contains("process \(server.id)"), "\(command): \(refused.output)")
        }
        #expect(try site.send("GET", "/healthz").status == 200)
        server.end(SIGTERM)
        #expect(server.endStatus == 0)
        #expect(try Site.run(["work", "--once"], in: folder).status == 0)
      }
    }

    @Test("kill -9 while the store is made: it opens afterwards, with every migration")
    func migration() async throws {
      try await onThread {
        var random = SeededNumbers(seed: UInt64.random(in: 0...999_999))
        var (made, absent) = (0, 0)
        for _ in 0..<20 {
          let folder = try TemporaryFolder()
          let process = try RunningProcess(
            Paths.stagecraft, ["init", folder.path + "/playbook"], environment: ["STAGECRAFT_HOME": folder.path + "/home"],
            log: folder.path + "/init.log")
          usleep(UInt32.random(in: 5000...300_000, using: &random))
          process.end(SIGKILL)
          if FileManager.default.fileExists(atPath: folder.path + "/home/store.sqlite") { made += 1 } else { absent += 1 }
          let again = try Site.run(["init", folder.path + "/another"], in: folder)
          #expect(again.status == 0, "\(again.output)")
          let verified = try Site.run(["audit", "verify"], in: folder)
          #expect(verified.status == 0, "\(verified.output)")
          let activated = try Site.run(["activate", "--playbook", folder.path + "/another"], in: folder)
          #expect(activated.status == 0, "\(activated.output)")
        }
        print("20 kills while a store was made: \(made) with a file, \(absent) without")
      }
    }
  }
}
