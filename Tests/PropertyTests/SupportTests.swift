import Decisions
import FEEL
import Generators
import Sales
import Testing

/// How far the evidence carries, and what becomes of it (design §7.5 and 7.6).
@Suite struct `Supported stages` {
  /// Without kept gates, and without rules that test against null.
  private static let open = RecordTraits(history: false)

  @Test func `completing what is missing never leaves least and most`() {
    always(playbooks: 400, PlaybookTraits(nullTests: false)) { trial in
      for number in 0..<10 {
        var record = trial.record(Self.open)
        record.history = History()
        let before = trial.decide(record)
        guard let bounds = trial.supported(before) else { continue }
        for percent in [30, 70, 100] {
          let completed = RecordGenerator.completed(
            record, decision: before, of: trial.definition, &trial.random, percent: percent)
          let after = trial.decide(completed)
          guard let now = trial.supported(after) else { return "record \(number) has no supported stage any more" }
          if now.lowerBound < bounds.lowerBound || now.upperBound > bounds.upperBound {
            return """
              record \(number), \(percent) percent completed: \(bounds) becomes \(now)
              \(trial.line(before, record))\(trial.line(after, completed))
              """
          }
        }
      }
      return nil
    }
  }

  @Test func `a record of which nothing is known is promoted nowhere`() {
    let traits = PlaybookTraits(nullTests: false, stateTests: false, dates: false, constantFacts: false)
    always(playbooks: 600, traits) { trial in
      for number in 0..<4 {
        let record = trial.record(RecordTraits(isEmpty: true))
        let decision = trial.decide(record)
        guard let bounds = trial.supported(decision) else { return "record \(number) has no supported stage" }
        let stages = trial.stages(of: decision)
        if stages[bounds.lowerBound] != record.stage {
          return
            "record \(number) is carried to \(stages[bounds.lowerBound]) by nothing: \(trial.line(decision, record))"
        }
        if !decision.proposals.isEmpty { return "record \(number): \(trial.line(decision, record))" }
      }
      return nil
    }
  }

  @Test func `a promotion never goes beyond least, nor back`() {
    always(playbooks: 400) { trial in
      for number in 0..<15 {
        let record = trial.record()
        let decision = trial.decide(record)
        let stages = trial.stages(of: decision)
        for proposal in decision.proposals where stages.contains(proposal.to) {
          guard let bounds = trial.supported(decision) else { return "record \(number): a proposal without support" }
          let path = proposal.path.map { stages.firstIndex(of: $0) ?? -1 }
          guard path.allSatisfy({ $0 >= 0 }), path.first == stages.firstIndex(of: proposal.from),
            path.last == stages.firstIndex(of: proposal.to), zip(path, path.dropFirst()).allSatisfy({ $0 < $1 }),
            proposal.rules.count == path.count - 1, (path.last ?? 0) <= bounds.lowerBound,
            path[0] >= (stages.firstIndex(of: decision.stated ?? "") ?? 0)
          else { return "record \(number): \(trial.line(decision, record))" }
        }
      }
      return nil
    }
  }

  @Test func `deciding again without news changes nothing`() {
    always(playbooks: 400) { trial in
      for number in 0..<15 {
        var record = trial.record()
        let first = trial.decide(record)
        record.history = record.history.remembering(first, at: Trial.clock.epochMilliseconds, playbook: "v")
        for proposal in first.proposals where proposal.status == .applied { record.stage = proposal.to }
        let second = trial.decide(record)
        let remembered = record.history.remembering(second, at: Trial.clock.epochMilliseconds, playbook: "v")
        let told = "\(trial.line(first, record))\(trial.line(second, record))"
        if second.proposals.contains(where: { $0.status == .applied }) {
          return "record \(number) is promoted again:\n\(told)"
        }
        if trial.supported(first) != trial.supported(second) {
          return "record \(number) is supported differently:\n\(told)"
        }
        if first.assessments.map({ $0.score }) != second.assessments.map({ $0.score }) {
          return "record \(number) is scored differently:\n\(told)"
        }
        if remembered.gates != record.history.gates || remembered.lowestStage != record.history.lowestStage
          || remembered.promotedToday != record.history.promotedToday
        {
          return "record \(number) remembers other gates: \(record.history), \(remembered)\n\(told)"
        }
      }
      return nil
    }
  }
}
