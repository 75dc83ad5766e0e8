import Decisions
import FEEL
import Generators
import Sales
import Testing

/// An explanation says nothing that the decision does not (design §7.8).
@Suite struct `Explanations` {
  @Test func `agree with the decision, rule by rule`() {
    always(playbooks: 100) { trial in
      for number in 0..<5 {
        let record = trial.record()
        let decision = trial.decide(record)
        let explanation = explain(record, playbook: trial.playbook, clock: Trial.clock)
        if trial.line(decision, record) != trial.line(explanation.decision, record) {
          return "record \(number): another decision"
        }
        for gate in explanation.gates {
          let decided = gate.result.rules.map { $0.outcome }
          let explained = gate.rules.map { $0.outcome }
          if decided != explained || gate.result.rules.map({ $0.name }) != gate.rules.map({ $0.rule }) {
            return
              "record \(number), \(gate.result.from) → \(gate.result.to): \(decided), explained as \(explained):\n\(gate.result.rules.map { result in trial.definition.sentences.first { $0.name == result.name }?.condition ?? "" })\n\(trial.line(decision, record))"
          }
          for reason in gate.rules where reason.condition.map({ $0.outcome != reason.outcome }) ?? false {
            return
              "record \(number), \(reason.rule): \(reason.outcome), but its condition is \(reason.condition!.outcome)"
          }
        }
        if explanation.text().isEmpty || explanation.summary().isEmpty { return "record \(number): no words" }
      }
      return nil
    }
  }

  @Test func `promise only changes that raise what is supported`() {
    var promised = 0
    always(playbooks: 300) { trial in
      for number in 0..<5 {
        var record = trial.record(RecordTraits(flaws: false))
        // A hold or a watermark bars promotions, not support.
        record.history.watermarks = []
        let explanation = explain(record, playbook: trial.playbook, clock: Trial.clock)
        guard let before = trial.supported(explanation.decision) else { continue }
        for change in explanation.improvements {
          promised += 1
          let after = trial.decide(applying(change, to: record, explanation.decision))
          guard let now = trial.supported(after), now.lowerBound > before.lowerBound,
            trial.stages(of: after)[now.lowerBound] == change.least
          else {
            return "record \(number): \(change) leads from \(before) to \(trial.line(after, record))"
          }
        }
      }
      return nil
    }
    #expect(promised > 10, "only \(promised) changes were promised")
  }

  /// The record after a person did what the change says.
  private func applying(_ change: Improvement, to record: Record, _ decision: Decision) -> Record {
    var record = record
    switch change.kind {
    case .attribute(let name, _, let after):
      record.attributes.removeAll { $0.name == name }
      record.attributes.append(
        Record.Attribute(name: name, value: after, changedAt: Trial.clock.epochMilliseconds))
    case .answer(let assessment, let question, _, let after):
      guard let result = decision.assessments.first(where: { $0.assessment == assessment }) else { break }
      var answers = [Submission.Answer(question: question, value: after)]
      for given in result.questions where given.question != question {
        if let answer = given.answer { answers.append(Submission.Answer(question: given.question, value: answer)) }
      }
      record.submissions.append(
        Submission(
          id: "new", assessment: assessment, version: result.version, answers: answers,
          capturedAt: Trial.clock.epochMilliseconds + 60_000))
    }
    return record
  }
}
