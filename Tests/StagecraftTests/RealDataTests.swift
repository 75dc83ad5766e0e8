import Foundation
import Testing

@Suite("Real deals through the program", .enabled(if: Program.hasSharedData, "the data sets in ../shared are absent"))
struct RealDataTests {
  /// One judged deal as the product and the independent recomputation tell it.
  struct Verdict: Equatable, CustomStringConvertible {
    var id: String
    /// For each assessment points and percent, or their bounds.
    var scores: [[String]]
    var least: String
    var most: String
    var verdict: String
    var description: String { "\(id) \(scores) \(least) \(most) \(verdict)" }
  }

  @Test("448 judged deals: every score and verdict equals an independent recomputation in Python")
  func judgedDeals() throws {
    let program = try Program()
    let playbook = Program.fixtures + "/salvirt"
    try program.folder.write(try Program.unpacked("salvirt-b2b.csv"), to: "deals.csv")
    let imported = try program.run(
      "import", "deals.csv", "--mapping", playbook + "/mapping.yaml", "--playbook", playbook)
    #expect(imported.status == 0, "\(imported.error)")
    #expect(imported.lines.count == 448)
    try program.folder.write(imported.output, to: "records.ndjson")
    let scored = try program.run("score", "--climb", "--playbook", playbook, "records.ndjson")
    #expect(scored.status == 0, "\(scored.error)")
    let decisions = try Program.objects(scored.output)
    let recomputed = try recompute(program.folder.path + "/deals.csv")
    #expect(decisions.count == 448 && recomputed.count == 448)
    for (decision, line) in zip(decisions, recomputed) {
      let expected = line.components(separatedBy: "\t")
      let supported = try #require(decision["supported"] as? [String: String])
      let verdict = try #require(decision["verdict"] as? [String: Any])
      let by = (verdict["by"] as? NSNumber).map { " \($0)" } ?? ""
      #expect(decision["id"] as? String == expected[0])
      #expect(supported["least"] == expected[4] && supported["most"] == expected[5], "deal \(expected[0])")
      #expect("\(verdict["kind"] ?? "")\(by)" == expected[6], "deal \(expected[0])")
      let scores = try #require(decision["scores"] as? [String: [String: Any]])
      let names = ["QualificationAssessment", "SolutionAssessment", "RelationshipAssessment"]
      for (name, cell) in zip(names, expected[1...3]) {
        let score = try #require(scores[name])
        let numbers = cell.split(separator: " ").map(String.init)
        #expect(agree(score["points"], numbers[0]), "deal \(expected[0]) \(name): \(score) is not \(cell)")
        #expect(agree(score["percent"], numbers[1]), "deal \(expected[0]) \(name): \(score) is not \(cell)")
      }
    }

    try program.folder.write(scored.output, to: "decisions.ndjson")
    let pipeline = try program.run("pipeline", "--by", "Status", "--json", "decisions.ndjson")
    let report = try #require(try Program.objects(pipeline.output).first)
    let groups = try #require(report["groups"] as? [[String: Any]])
    #expect(groups.map { $0["name"] as? String } == ["Lost", "Won"])
    func count(_ group: [String: Any], _ key: String) -> Int? {
      ((group[key] as? [String: Any])?["records"] as? NSNumber)?.intValue
    }
    for group in groups {
      let status = try #require(group["name"] as? String)
      let theirs = decisions.filter { ($0["attributes"] as? [String: Any])?["Status"] as? String == status }
      #expect(count(group, "all") == theirs.count)
      for kind in ["level", "behind", "unproven", "ahead"] {
        let expected = theirs.count { ($0["verdict"] as? [String: Any])?["kind"] as? String == kind }
        #expect(count(group, kind) == expected, "\(status) \(kind)")
      }
    }
  }

  /// Runs the recomputation, a line a deal.
  private func recompute(_ deals: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Program.fixtures + "/salvirt/recompute.py", deals]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Whether a number of ours, or its bounds, is the fraction of theirs (`12`, `725/12`, `725/12..2075/24`) to all of
  /// our 34 digits.
  private func agree(_ ours: Any?, _ theirs: String) -> Bool {
    let bounds = theirs.components(separatedBy: "..")
    if let ours = ours as? [String: Any] {
      return bounds.count == 2 && agree(ours["least"], bounds[0]) && agree(ours["most"], bounds[1])
    }
    guard let ours = ours as? NSNumber, bounds.count == 1 else { return false }
    let parts = bounds[0].components(separatedBy: "/")
    guard let above = Decimal(string: parts[0]), let below = Decimal(string: parts.count > 1 ? parts[1] : "1") else {
      return false
    }
    let difference = ours.decimalValue - above / below
    return abs(difference) < Decimal(sign: .plus, exponent: -12, significand: 1)
  }

  @Test("8,800 deals with joined accounts: what is missing is told, and nothing dropped")
  func joinedDeals() throws {
    let program = try Program()
    let playbook = Program.fixtures + "/maven"
    for name in ["accounts", "sales-pipeline"] {
      try program.folder.write(try Program.unpacked("maven-\(name).csv"), to: "maven-\(name).csv")
    }
    let imported = try program.run(
      "import", "maven-sales-pipeline.csv", "--mapping", playbook + "/mapping.yaml", "--playbook", playbook)
    #expect(imported.status == 0, "\(imported.error)")
    #expect(imported.lines.count == 8800)
    #expect(imported.error.contains("8800 rows read, 8800 imported, 0 bad"))
    #expect(imported.error.contains("1425 records without `account`"))
    #expect(imported.error.contains("2089 records without `amount`: counted, never taken as 0"))
    let first = try #require(try Program.objects(imported.lines[0]).first?["attributes"] as? [String: Any])
    #expect(first["sector"] as? String == "retail" && first["employees"] as? Int == 2448)
    #expect(imported.output.contains("\"product\":\"GTX Pro\"") && !imported.output.contains("GTXPro"))
    #expect(!imported.output.contains("technolgy"))

    try program.folder.write(imported.output, to: "records.ndjson")
    let scored = try program.run("score", "--climb", "--playbook", playbook, "records.ndjson")
    #expect(scored.status == 0 && scored.lines.count == 8800)
    try program.folder.write(scored.output, to: "decisions.ndjson")
    let pipeline = try program.run("pipeline", "decisions.ndjson")
    #expect(pipeline.output.contains("6711 closed"))
    #expect(pipeline.output.contains("2089 open without an amount"))
  }
}
