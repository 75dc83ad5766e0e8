import Authoring
import FEEL
import Foundation
import Generators
import Sales

/// The measuring half of `scripts/bench`, which starts it once for each part.
@main enum Benchmarks {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.dropFirst().first) {
    case ("commits", let file?): try await CommitBenchmark.run(file, seconds: 3)
    case ("decisions", let folder?): decisions(shipped: folder)
    case ("expressions", nil): ExpressionBenchmarks.run()
    case ("million", let count): million(count.flatMap { Int($0) } ?? 1_000_000)
    case ("models", let folder?): ModelBenchmarks.run(folder)
    case ("playbook", let folder?): writePlaybook(rules: 150, folder)
    case ("records", let folder?): writeRecords(arguments.dropFirst(2).first.flatMap { Int($0) } ?? 100_000, folder)
    default:
      print(
        "usage: benchmarks commits STORE | decisions FOLDER | expressions | million [COUNT] | models FOLDER | playbook FOLDER | records FOLDER [COUNT]\n"
          + "example: benchmarks decisions .")
      exit(64)
    }
  }

  // MARK: Decisions

  private static func decisions(shipped folder: String) {
    guard let playbook = Checker.check(folder, depth: .errors).playbook else { fail("the playbook has errors") }
    DecisionBenchmarks(playbook, "shipped playbook").run()
    var random = SeededRandom(7)
    var traits = PlaybookTraits(size: 10)
    traits.ruleCount = 60
    guard let generated = Playbook.compile(PlaybookGenerator.playbook(&random, traits)).playbook else {
      fail("the generated playbook does not compile")
    }
    DecisionBenchmarks(generated, "generated, \(generated.definition.sentences.count) rules").run()
  }

  private static func million(_ count: Int) {
    var many = ManyDecisions()
    let start = Stopwatch.seconds
    while many.decisions < count, many.failures.isEmpty { many.decide(records: 500) }
    Stopwatch.tell(
      "\(many.decisions) random decisions over \(many.playbooks) playbooks", Stopwatch.seconds - start, "s")
    if !many.failures.isEmpty { fail(many.failures.joined(separator: "\n")) }
  }

  // MARK: Files

  private static func writePlaybook(rules: Int, _ folder: String) {
    var random = SeededRandom(11)
    var traits = PlaybookTraits(size: 10)
    traits.ruleCount = rules
    let definition = PlaybookGenerator.playbook(&random, traits)
    do {
      try PlaybookFiles(definition).write(into: URL(filePath: folder))
    } catch {
      fail("\(error)")
    }
  }

  /// Records for the playbook in a folder, one a line, on standard output.
  private static func writeRecords(_ count: Int, _ folder: String) {
    guard let playbook = Checker.check(folder, depth: .errors).playbook else { fail("the playbook has errors") }
    var random = SeededRandom(3)
    var writer = RecordWriter()
    var chunk: [UInt8] = []
    for number in 0..<count {
      let traits = RecordTraits(flaws: false)
      chunk += writer.line(RecordGenerator.record(of: playbook.definition, &random, traits, id: "R-\(number)"))
      if chunk.count > 1 << 20 || number == count - 1 {
        FileHandle.standardOutput.write(Data(chunk))
        chunk.removeAll(keepingCapacity: true)
      }
    }
  }

  static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }
}
