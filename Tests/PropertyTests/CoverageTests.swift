import Decisions
import FEEL
import Generators
import Sales
import Testing

/// What the generated playbooks and records come to: properties tried on nothing of note would say nothing.
@Suite struct `Generated playbooks and records` {
  @Test func `all outcomes occur in quantity`() throws {
    var counts: [String: Int] = [:]
    func count(_ what: String, _ times: Int = 1) { counts[what, default: 0] += times }
    // A debug build is slow; a tenth shows enough.
    let playbooks: UInt64 = _isDebugAssertConfiguration() ? 60 : 300
    for seed in 1...playbooks {
      var trial: Trial
      do throws(Trial.Invalid) {
        trial = try Trial(seed: seed, size: 1 + Int(seed) % 10)
      } catch {
        Issue.record("seed \(seed), size \(1 + Int(seed) % 10): \(error)")
        continue
      }
      count("playbooks")
      for _ in 0..<30 {
        let record = trial.record()
        let decision = trial.decide(record)
        count("decisions")
        for gate in decision.gates {
          count("gate \(gate.state)")
          if gate.barred { count("gate barred") }
          if gate.stale { count("gate stale") }
        }
        switch decision.verdict {
        case .level?: count("verdict level")
        case .behind?: count("verdict behind")
        case .unproven?: count("verdict unproven")
        case .ahead?: count("verdict ahead")
        case nil: count("verdict none")
        }
        for proposal in decision.proposals {
          switch proposal.status {
          case .applied: count("proposal applied")
          case .waiting: count("proposal waiting")
          case .blocked: count("proposal blocked")
          case .held: count("proposal held")
          }
        }
        for notice in decision.notices { count("notice \(notice.code)") }
        for result in decision.assessments {
          count("sheet \(result.state)")
          if result.expired { count("sheet expired") }
          if case .between? = result.score { count("score between bounds") }
        }
        for fact in decision.facts {
          if case .unknown = fact.value {
            count("fact undecided")
          } else if case .null = fact.value {
            count("fact null")
          } else {
            count("fact decided")
          }
        }
        count("rule fired", decision.fired.count)
        count("rule unknown", decision.unknown.count)
        if decision.override != nil { count("override") }
        if !decision.asks.isEmpty { count("asks") }
        if !decision.flags.isEmpty { count("flags") }
      }
    }
    let shown = counts.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }.joined(separator: "\n")
    print("Generated playbooks and records come to:\n\(shown)")
    let wanted = [
      "gate passed", "gate kept", "gate undecided", "gate failed", "gate withoutRules", "gate barred", "gate stale",
      "verdict level", "verdict behind", "verdict unproven", "verdict ahead", "verdict none", "proposal applied",
      "proposal waiting", "proposal blocked", "proposal held", "notice CONFLICT", "notice EXPIRED",
      "notice UNKNOWN-STAGE", "sheet notSubmitted", "sheet undecided", "sheet complete", "sheet expired",
      "score between bounds", "fact undecided", "fact null", "fact decided", "rule fired", "rule unknown", "override",
      "asks", "flags",
    ]
    for what in wanted {
      #expect(counts[what, default: 0] >= playbooks / 30, "\(what): \(counts[what, default: 0]) of \(shown)")
    }
  }
}
