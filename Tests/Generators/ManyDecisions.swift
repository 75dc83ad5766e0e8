import FEEL
import Sales

/// Random records decided over random playbooks, one after the other, to see that none traps and none is given up.
public struct ManyDecisions {
  public private(set) var decisions = 0
  public private(set) var playbooks = 0
  /// Playbooks that did not compile, and decisions in which an expression exceeded its limits, each with its seed.
  public private(set) var failures: [String] = []
  private var seed: UInt64

  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Decides so many records over one more playbook.
  public mutating func decide(records: Int) {
    seed &+= 1
    var random = SeededRandom(seed)
    let definition = PlaybookGenerator.playbook(&random, PlaybookTraits(size: 1 + Int(seed % 10)))
    guard let playbook = Playbook.compile(definition).playbook else {
      failures.append("seed \(seed): the playbook does not compile")
      return
    }
    playbooks += 1
    var worker = DecisionWorker(playbook)
    for number in 0..<records {
      let record = RecordGenerator.record(of: definition, &random)
      let decision = Sales.decide(
        record, playbook: playbook, clock: PlaybookGenerator.clock, climb: number % 4 != 3, worker: &worker)
      decisions += 1
      if decision.notices.contains(where: { ["STEPS", "SIZE", "DEPTH"].contains($0.code) }) {
        failures.append("seed \(seed), record \(number): an expression exceeded its limits")
      }
    }
  }
}
