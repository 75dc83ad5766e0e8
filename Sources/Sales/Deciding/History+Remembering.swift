import Decisions
public import FEEL

extension History {
  /// What is to be remembered after a climb of the record whose history this is: gates newly passed are kept, gates with
  /// a newer no are forgotten, applied promotions are counted, and where the next climb starts.
  ///
  /// A gate that passes again on newer evidence is kept from then on, so that a later no needs evidence newer still.
  /// Deciding again with this history and the promoted stage, without news, remembers the same.
  ///
  /// - Parameters:
  ///   - instant: of the decision, epoch milliseconds.
  ///   - playbook: the version that decided.
  public func remembering(_ decision: Decision, at instant: Int64, playbook: Text? = nil) -> History {
    var history = self
    guard decision.supported != nil else { return history }
    for gate in decision.gates {
      let place = history.gates.firstIndex { $0.from == gate.from && $0.to == gate.to }
      switch gate.state {
      case .passed where gate.isReached:
        let rule = gate.rules.first { $0.outcome == .yes }?.name ?? ""
        let kept = KeptGate(
          from: gate.from, to: gate.to, rule: rule, passedAt: instant, evidenceAt: gate.evidenceAt, playbook: playbook)
        guard let place else {
          history.gates.append(kept)
          continue
        }
        let known = history.gates[place]
        if let evidence = gate.evidenceAt, evidence > known.evidenceAt ?? known.passedAt { history.gates[place] = kept }
      case .failed:
        history.gates.removeAll { $0.from == gate.from && $0.to == gate.to }
      case .passed, .kept, .undecided, .withoutRules: break
      }
    }
    if let lowest = decision.lowest { history.lowestStage = lowest }
    for proposal in decision.proposals where proposal.status == .applied {
      history.promotedToday = min(max(0, history.promotedToday), 1_000_000) + proposal.path.count - 1
    }
    return history
  }
}
