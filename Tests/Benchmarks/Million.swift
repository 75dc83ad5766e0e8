import FEEL
import Generators
import Glibc
import Sales

/// A million decisions of random records under random playbooks: none traps, none meets a step limit.
enum Million {
  static func run() {
    let start = Benchmarks.seconds()
    var random = SeededRandom(1)
    var decided = 0
    var limited = 0
    while decided < 1_000_000 {
      let definition = PlaybookGenerator.playbook(&random)
      guard let playbook = Playbook.compile(definition).playbook else { continue }
      var worker = DecisionWorker(playbook)
      for number in 0..<1000 {
        let record = RecordGenerator.record(of: definition, &random, id: Text("R-\(number)"))
        let decision = decide(record, playbook: playbook, clock: PlaybookGenerator.clock, climb: true, worker: &worker)
        if decision.notices.contains(where: { $0.code == "LIMIT" }) { limited += 1 }
        decided += 1
      }
    }
    print("\(decided) decisions, \(limited) met a limit, \(Benchmarks.rounded(Benchmarks.seconds() - start)) s")
    exit(limited == 0 ? 0 : 1)
  }
}
