import Foundation
import Testing

extension Acceptance {
  @Suite(
    "8,800 real deals rescored",
    .enabled(
      if: FileManager.default.fileExists(atPath: Place.data + "/maven-sales-pipeline.csv.gz"),
      "the data sets in ../shared are absent"))
  struct RealNightTests {
    static let instant = "2026-04-01T19:00:00Z"
    private static let tables = [
      "record", "outcome", "attribute_change", "outcome_change", "stage_change", "proposal", "ask", "effect",
      "audit_entry", "night_run", "night_line",
    ]

    private func unpack(_ name: String, to folder: Folder) throws {
      let file = Place.data + "/" + name + ".gz"
      let ending = try RunningProgram(URL(filePath: "/usr/bin/gzip"), ["-dc", file], in: folder).ending()
      #expect(ending.status == 0)
      try folder.write(ending.output, to: name)
    }

    /// A home with the deals, judged under one version of the rules, on the evening before another is in force.
    private func home() throws -> Home {
      let home = try Home()
      for name in ["maven-accounts.csv", "maven-sales-pipeline.csv"] { try unpack(name, to: home.folder) }
      try home.done("activate", "--playbook", Place.maven, "--from", "2026-01-01")
      let changed = home.folder.path + "/changed"
      try FileManager.default.copyItem(atPath: Place.maven, toPath: changed)
      let file = changed + "/rules/promotion.rules"
      let rules = try String(contentsOfFile: file, encoding: .utf8)
      try Data(rules.replacing("employees >= 1000", with: "employees >= 300").utf8).write(to: URL(filePath: file))
      try home.done("activate", "--playbook", changed, "--from", "2026-04-01")
      let imported = try home.done(
        "import", "maven-sales-pipeline.csv", "--mapping", Place.maven + "/mapping.yaml", "--playbook", Place.maven)
      #expect(imported.lines.count == 8800)
      try home.folder.write(imported.output, to: "records.ndjson")
      let loaded = try home.done("load", "records.ndjson", "--at", "2026-03-30", seconds: 300)
      #expect(loaded.output.contains("8800 new, 0 changed, 0 unchanged"))
      return home
    }

    @Test(
      "twice, the second writes nothing; killed in between again and again, it ends the same", .timeLimit(.minutes(10)))
    func twice() throws {
      let home = try home()
      let before = home.store + ".before"
      try FileManager.default.copyItem(atPath: home.store, toPath: before)
      let first = try home.run("rescore", "--as-of", Self.instant, "--json", seconds: 300)
      #expect(first.status == 0, "\(first.error)")
      #expect(first.output.contains(#""read":8800"#))
      let store = StoreFile(path: home.store)
      #expect(try store.count("SELECT count(*) FROM outcome WHERE decided_at = \(milliseconds(Self.instant))") > 0)
      let once = try store.rows(of: Self.tables)
      let second = try home.run("rescore", "--as-of", Self.instant, "--json", seconds: 300)
      #expect(second.output == first.output)
      #expect(try store.rows(of: Self.tables) == once)
      // Another instant under the same rules: all is looked at, and nothing is written but that it was.
      let decided = try store.rows(of: Self.tables.filter { !$0.hasPrefix("night") && $0 != "audit_entry" })
      let next = try home.run("rescore", "--as-of", "2026-04-01T20:00:00Z", seconds: 300)
      #expect(next.status == 0)
      #expect(next.lines.last?.contains("0 promoted") == true && next.lines.last?.contains("0 errors") == true)
      #expect(try store.rows(of: Self.tables.filter { !$0.hasPrefix("night") && $0 != "audit_entry" }) == decided)
      let reference = try StoreFile(path: home.store).decided().filter { !$0.hasPrefix("night_line") }

      try FileManager.default.removeItem(atPath: home.store)
      try FileManager.default.moveItem(atPath: before, toPath: home.store)
      var kills = 0
      while kills < 40 {
        let run = try home.start(["rescore", "--as-of", Self.instant, "--json"])
        usleep(UInt32.random(in: 200_000...900_000))
        if !run.isRunning { break }
        run.killAndWait()
        kills += 1
      }
      #expect(kills > 0)
      let last = try home.run("rescore", "--as-of", Self.instant, "--json", seconds: 300)
      #expect(last.status == 0 && last.output == first.output, "after \(kills) kills")
      #expect(try StoreFile(path: home.store).decided().filter { !$0.hasPrefix("night_line") } == reference)
      #expect(try home.run("audit", "verify").status == 0)
    }
  }
}
