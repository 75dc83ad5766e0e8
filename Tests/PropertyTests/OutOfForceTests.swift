import FEEL
import Generators
import Sales
import Testing

/// A rule that is not in force says nothing (design §7.9).
@Suite struct `Rules that are not in force` {
  @Test func `decide nothing: a playbook without them decides the same`() {
    always(playbooks: 300) { trial in
      var other = trial.definition
      // Rules that give values to facts stay: a fact that no rule writes would be another playbook.
      other.sentences.removeAll { sentence in
        let isFactual = sentence.actions.contains { if case .contribute = $0 { true } else { false } }
        return !isFactual && !sentence.isInForce(on: Trial.clock.day)
      }
      guard other.sentences.count < trial.definition.sentences.count, let playbook = Playbook.compile(other).playbook
      else { return nil }
      var worker = DecisionWorker(playbook)
      for number in 0..<10 {
        let record = trial.record(id: "R-\(number)")
        let first = trial.decide(record)
        let second = decide(record, playbook: playbook, clock: Trial.clock, climb: true, worker: &worker)
        let isSame =
          first.supported?.least == second.supported?.least && first.supported?.most == second.supported?.most
          && first.verdict == second.verdict && first.asks == second.asks
          && first.proposals.map { "\($0)" } == second.proposals.map { "\($0)" }
        if !isSame { return "record \(number):\n\(trial.line(first, record))\n\(trial.line(second, record))" }
      }
      return nil
    }
  }
}

extension SentenceDefinition {
  fileprivate func isInForce(on day: CalendarDate) -> Bool {
    if let from, day < from { return false }
    if let until, until < day { return false }
    return true
  }
}
