import FEEL
import Generators
import Sales
import Testing

/// No order of files, definitions or rules has a meaning (design §7.2).
@Suite struct `The order of definitions` {
  @Test func `never changes the canonical bytes, a finding or a decision`() {
    always(playbooks: 150) { trial in
      let other = trial.definition.shuffled(&trial.random)
      if other.canonical() != trial.definition.canonical() { return "the canonical bytes differ" }
      let (playbook, findings) = Playbook.compile(other)
      guard let playbook else { return "the shuffled playbook does not compile" }
      if findings != Playbook.compile(trial.definition).findings { return "the findings differ" }
      var worker = DecisionWorker(playbook)
      for number in 0..<15 {
        let record = trial.record(id: "R-\(number)")
        let first = trial.line(trial.decide(record), record)
        let decision = decide(record, playbook: playbook, clock: Trial.clock, climb: true, worker: &worker)
        let second = trial.line(decision, record)
        if first != second { return "record \(number) is decided differently:\n\(first)\n\(second)" }
      }
      return nil
    }
  }

  @Test func `is not remembered by the canonical document`() {
    always(playbooks: 150) { trial in
      let bytes = trial.definition.canonical()
      do throws(DocumentError) {
        let again = try PlaybookDefinition(canonical: bytes)
        if again != trial.definition.sorted() { return "what is read back differs" }
        return again.canonical() == bytes ? nil : "what is read back is written differently"
      } catch {
        return "what is written can't be read: \(error)"
      }
    }
  }

  @Test func `of attributes, lists and sheets in a record never changes its decision`() {
    always(playbooks: 150) { trial in
      for number in 0..<15 {
        let record = trial.record()
        var other = record
        other.attributes = trial.random.shuffled(record.attributes)
        other.related = trial.random.shuffled(record.related)
        // Sheets without a time come before all others, in the order in which they stand.
        if record.submissions.allSatisfy({ $0.capturedAt != nil }) {
          other.submissions = trial.random.shuffled(record.submissions)
        }
        other.history.gates = trial.random.shuffled(record.history.gates)
        let first = trial.line(trial.decide(record), record)
        let second = trial.line(trial.decide(other), record)
        if first != second { return "record \(number) is decided differently:\n\(first)\n\(second)" }
      }
      return nil
    }
  }
}
