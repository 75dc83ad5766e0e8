import FEEL
import Generators
import Sales

/// What one record costs with its playbook loaded.
struct DecisionBenchmarks {
  private let playbook: Playbook
  private let name: String
  private let records: [Record]
  private let lines: [[UInt8]]

  init(_ playbook: Playbook, _ name: String) {
    self.playbook = playbook
    self.name = name
    var random = SeededRandom(5)
    var writer = RecordWriter()
    let traits = RecordTraits(flaws: false)
    records = (0..<500).map {
      RecordGenerator.record(of: playbook.definition, &random, traits, id: "R-\($0)")
    }
    lines = records.map { writer.line($0) }
  }

  func run() {
    tell("decided, whole climb") { (worker: inout DecisionWorker) in
      for record in records { decide(record, climb: true, &worker) }
    }
    tell("decided at the stated stage") { worker in
      for record in records { decide(record, climb: false, &worker) }
    }
    var reader = RecordReader(playbook)
    var output: [UInt8] = []
    tell("line read, decided, line written") { worker in
      output.removeAll(keepingCapacity: true)
      for line in lines {
        guard let record = try? reader.read(line) else { Benchmarks.fail("a line cannot be read") }
        let decision = Sales.decide(
          record, playbook: playbook, clock: PlaybookGenerator.clock, climb: true, worker: &worker)
        decision.write(into: &output, record: record, playbook: playbook)
      }
    }
    let few = records.prefix(50)
    let seconds = Stopwatch.perRound {
      for record in few { _ = explain(record, playbook: playbook, clock: PlaybookGenerator.clock) }
    }
    Stopwatch.tell("\(name): decided and explained, with what it would take", seconds / Double(few.count) * 1e6, "µs")
  }

  private func decide(_ record: Record, climb: Bool, _ worker: inout DecisionWorker) {
    _ = Sales.decide(record, playbook: playbook, clock: PlaybookGenerator.clock, climb: climb, worker: &worker)
  }

  private func tell(_ what: String, _ round: (inout DecisionWorker) -> Void) {
    var worker = DecisionWorker(playbook)
    let seconds = Stopwatch.perRound { round(&worker) }
    Stopwatch.tell("\(name): \(what)", seconds / Double(records.count) * 1e6, "µs")
  }
}
