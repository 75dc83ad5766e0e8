import FEEL
import Sales
import Testing

@testable import Authoring

@Suite("Story 4: the Monday forecast from its own files")
struct ForecastTests {
  /// Deal, least, most and verdict as the story has them.
  static let expected = [
    "O-101 Discovery Discovery ahead(2)", "O-102 Demo Negotiation level", "O-103 Prospecting Negotiation unproven(1)",
    "O-104 Negotiation Negotiation behind(3)", "O-105 Discovery Negotiation level",
    "O-106 Prospecting Prospecting ahead(2)",
  ]

  @Test("imported and decided, every open deal has the story's supported stage and verdict")
  func forecast() throws {
    let folder = "\(SamplePlaybook.fixtures)/forecast"
    let checked = Checker.check(folder, depth: .errors)
    let playbook = try #require(checked.playbook)
    let (importer, findings) = Importer.prepare(
      file: "\(folder)/pipeline.csv", mapping: "\(folder)/mapping.yaml", playbook: checked.definition)
    #expect(findings.isEmpty)
    var lines: [[UInt8]] = []
    let report = try #require(importer).run(skipBad: false) { lines.append($0) }
    #expect(report.imported == 7 && report.withoutMoney == 0 && report.submissions == 14)
    var reader = RecordReader(playbook)
    var worker = DecisionWorker(playbook)
    var found: [String] = []
    let clock = Clock(epochMilliseconds: 1_772_766_000_000, offsetSeconds: 25_200)
    for line in lines {
      let record = try reader.read(line.dropLast())
      let decision = decide(record, playbook: playbook, clock: clock, climb: true, worker: &worker)
      guard let supported = decision.supported, let verdict = decision.verdict else { continue }
      found.append("\(decision.record) \(supported.least) \(supported.most) \(verdict)")
    }
    #expect(found == Self.expected)
  }
}
