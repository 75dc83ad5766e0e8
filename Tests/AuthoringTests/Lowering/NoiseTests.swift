import FEEL
import Foundation
import Sales
import Testing

@testable import Authoring

@Suite("No file makes the reader crash or run for ever")
struct NoiseTests {
  @Test("pieces of YAML in any order")
  func pieces() {
    let pieces = [
      "assessment: A\n", "questions:\n", "  - ", "id: x", "\n", ": ", "{", "}", "[", "]", "\"", "'", "|", ">", "#", ",",
      "type: choice", "options: ", "bands: ", "é", "\t", "&a ", "*a ", "!x ", "---\n", "  ", "points: {yes: 1}",
      "\u{0}",
    ]
    var random = RepeatableRandom(seed: 42)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      for name in SamplePlaybook.files.keys.sorted() where name.hasSuffix(".yaml") {
        let reading = SamplePlaybook.reading([name: "x: y\n" + text])
        #expect(reading.findings.contains { $0.file == name })
      }
    }
  }

  @Test("the sample with a byte changed")
  func mutations() {
    var random = RepeatableRandom(seed: 42)
    for (name, text) in SamplePlaybook.files.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<60 {
        var bytes = Array(text.utf8)
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        var files = SamplePlaybook.files.filter { $0.key != name }
          .map { SourceFile(name: $0.key, bytes: Array($0.value.utf8)) }
        files.append(SourceFile(name: name, bytes: bytes))
        let findings = Checker.check(PlaybookReader.read(files: files), depth: .errors).findings
        #expect(findings == findings.sorted())
      }
    }
  }

  @Test("twenty thousand options and as many rules are read in good time")
  func large() {
    let options = (0..<12_000).map { "      - {id: o\($0), points: 1}\n" }.joined()
    let sheet =
      "assessment: Big\nversion: 1\ntitle: Big\nscore: raw\nquestions:\n"
      + "  - id: q\n    ask: Q\n    type: choice\n    options:\n" + options
    let rules = (0..<10_000).map { "if amount > \($0) then flag \"f\($0)\"\n" }.joined()
    let clock = ContinuousClock()
    let time = clock.measure {
      let reading = SamplePlaybook.reading(["assessments/big.yaml": sheet, "rules/many.rules": rules])
      #expect(reading.findings.isEmpty)
      #expect(reading.definition.sentences.count == 10_001)
    }
    #expect(time < .seconds(120))
  }

  @Test("a pipe, a folder and a file that is too large in place of a definition are told")
  func strangeFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "strange-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "rules/more"), withIntermediateDirectories: true)
    #expect(mkfifo(folder.appending(path: "rules/records.yaml").path, 0o600) == 0)
    try Data(repeating: 0x20, count: 1 << 20 + 1).write(to: folder.appending(path: "rules/facts.yaml"))
    try Data("x".utf8).write(to: folder.appending(path: "rules/policy.yml"))
    try Data("x".utf8).write(to: folder.appending(path: "rules/README.md"))
    #expect(symlink("/nowhere/at/all", folder.appending(path: "rules/lost.rules").path) == 0)
    let text = FindingsReport.text(Checker.check(folder.path).findings)
    #expect(text.contains("rules/records.yaml: error FILE-UNREADABLE: the file is no ordinary file."))
    #expect(text.contains("rules/facts.yaml: error FILE-TOO-LARGE: the file has more than 1048576 bytes."))
    #expect(text.contains("rules/lost.rules: error FILE-ABSENT: the file is not there."))
    #expect(text.contains("rules/policy.yml: warning NOT-READ: "))
    #expect(text.contains("rules/more: warning NOT-READ: this folder is not read."))
    #expect(!text.contains("README"))
  }
}
