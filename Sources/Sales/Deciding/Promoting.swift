import Decisions
import FEEL

/// Turns a climb into proposals (design §7.7): what is carried out, what waits for a person, what blocks.
struct Promoting {
  let evaluation: RecordEvaluation
  let pipeline: PipelineProgram
  let outcomes: [Outcome]
  let machine: Machine
  var proposals: [Proposal] = []
  var notices: [Decision.Notice] = []

  private var writes: Writes { pipeline.definition.writes }

  init(_ evaluation: RecordEvaluation, _ pipeline: PipelineProgram, _ worker: DecisionWorker) {
    self.evaluation = evaluation
    self.pipeline = pipeline
    outcomes = worker.evaluation.outcomes
    machine = worker.machine
  }

  /// Why a promotion ends before the next gate.
  private enum Stop {
    case person
    case blocked([Text])
    case held(Text)
  }

  mutating func promote(_ path: [JudgedGate], from stated: Int) {
    guard !path.isEmpty, writes != .none else { return }
    var stop: Stop?
    var applied = 0
    if let hold = evaluation.activeHold { stop = .held(hold.holdSentence) }
    while stop == nil, applied < path.count {
      stop = obstacle(path[applied])
      if stop == nil { stop = isAutomatic(path[applied]) ? cap(after: applied) : .person }
      if stop == nil { applied += 1 }
    }
    if applied > 0 { propose(Array(path[..<applied]), from: stated, .applied) }
    guard let stop else { return }
    let rest = Array(path[applied...])
    let origin = applied > 0 ? path[applied - 1].to : stated
    switch stop {
    case .blocked(let missing): propose(rest, from: origin, .blocked(missing))
    case .held(let reason): propose(rest, from: origin, .held(reason))
    case .person: proposeToPerson(rest, from: origin)
    }
  }

  /// As far as nothing blocks; what blocks beyond is reported.
  private mutating func proposeToPerson(_ rest: [JudgedGate], from origin: Int) {
    var count = 1
    while count < rest.count {
      switch obstacle(rest[count]) {
      case .blocked(let missing):
        notices.append(
          Decision.Notice(
            code: "BLOCKED",
            message: "beyond that, " + pipeline.name(open: rest[count].to) + " requires " + missing.listedBriefly))
      case .held(let reason): notices.append(Decision.Notice(code: "HELD", message: reason))
      default:
        count += 1
        continue
      }
      break
    }
    propose(Array(rest[..<count]), from: origin, .waiting)
  }

  private mutating func propose(_ path: [JudgedGate], from origin: Int, _ status: Proposal.Status) {
    guard let last = path.last else { return }
    var stages = [pipeline.name(open: origin)]
    for gate in path { stages.append(pipeline.name(open: gate.to)) }
    proposals.append(
      Proposal(
        from: pipeline.name(open: origin), to: pipeline.name(open: last.to), path: stages,
        rules: path.map { passingRule($0).name }, status: status))
  }

  /// A watermark, or attributes that the gate's target requires.
  private func obstacle(_ gate: JudgedGate) -> Stop? {
    if let watermark = gate.watermark { return .held(sentence(of: watermark, at: gate)) }
    let missing = missingAttributes(stage: pipeline.open[gate.to])
    return missing.isEmpty ? nil : .blocked(missing)
  }

  private func cap(after applied: Int) -> Stop? {
    guard let most = evaluation.playbook.definition.policy.promotionsPerDay,
      max(0, evaluation.record.history.promotedToday) >= most - applied
    else { return nil }
    return .held(Text("the policy allows \(most) \(most == 1 ? "promotion" : "promotions") a day"))
  }

  /// The attributes that a promotion into a stage needs and the record lacks: those of the stage, and those that rules
  /// require while their condition is true. In order of declaration.
  func missingAttributes(stage: Int) -> [Text] {
    var required = Set(pipeline.requires[stage])
    for (rule, actions) in evaluation.kind.actions.enumerated() where outcomes[rule] == .yes {
      required.formUnion(actions.requires)
    }
    guard !required.isEmpty else { return [] }
    var missing: [Text] = []
    for (place, attribute) in evaluation.kind.definition.attributes.enumerated()
    where required.contains(place) && machine.slots[evaluation.kind.layout.slot(attribute: place)].isUnknown {
      missing.append(attribute.name)
    }
    return missing
  }

  /// The rule that carries a record through a gate: one that may do so by itself before one that may not, then by name.
  private func passingRule(_ gate: JudgedGate) -> (name: Text, isAutomatic: Bool) {
    let sentences = evaluation.kind.rules.rules
    if let program = gate.program {
      let rules = pipeline.gates[program].rules
      var first: Text?
      for (rule, outcome) in zip(rules, gate.outcomes) where outcome == .yes {
        if isAutomatic(rule) { return (sentences[rule.rule].name, true) }
        if first == nil { first = sentences[rule.rule].name }
      }
      if let first { return (first, false) }
      if let kept = gate.kept {
        // A rule that is not in force is as one that is gone: then a person decides.
        let rule = zip(rules, gate.outcomes).first { rule, outcome in
          outcome != .notInForce && sentences[rule.rule].name == kept.rule
        }?.0
        return (kept.rule, rule.map { isAutomatic($0) } ?? false)
      }
    }
    return (gate.kept?.rule ?? "", false)
  }

  private func isAutomatic(_ gate: JudgedGate) -> Bool { passingRule(gate).isAutomatic }

  private func isAutomatic(_ rule: GateRule) -> Bool {
    writes == .auto && !rule.proposes && rule.mode != .proposal
  }

  private func sentence(of watermark: History.Watermark, at gate: JudgedGate) -> Text {
    var sentence: Text = "moved back from " + watermark.from + " to " + watermark.to
    if let by = watermark.by { sentence += " by " + by }
    sentence += " on " + evaluation.clock.day(of: watermark.at).dayText
    if let reason = watermark.reason { sentence += " (" + Suggestion.shown(reason) + ")" }
    return sentence + ": " + pipeline.name(open: gate.from) + " → " + pipeline.name(open: gate.to)
      + " needs newer evidence"
  }
}

extension Promoting {
  /// Rules to closed stages: tried from every open stage, and only proposed; where the pipeline writes nothing, only if
  /// `always`.
  mutating func close(from stated: Int, always: Bool = false) {
    var targets: [(stage: Int, rule: Text)] = []
    for closing in pipeline.closings where outcomes[closing.rule] == .yes {
      guard closing.from.isEmpty || closing.from.contains(stated) else { continue }
      if !targets.contains(where: { $0.stage == closing.target }) {
        targets.append((closing.target, evaluation.kind.rules.rules[closing.rule].name))
      }
    }
    let stages = pipeline.definition.stages
    // Won before lost before archived, then by rank and name: never by the lines of the file.
    targets.sort { a, b in
      let (first, second) = (stages[a.stage], stages[b.stage])
      return (first.status.rawValue, first.rank, first.name) < (second.status.rawValue, second.rank, second.name)
    }
    let won = targets.first { stages[$0.stage].status == .won }
    let lost = targets.first { stages[$0.stage].status == .lost }
    if let won, let lost {
      notices.append(
        Decision.Notice(
          code: "CONFLICT",
          message: Text(
            "\(won.rule) proposes \(stages[won.stage].name) and \(lost.rule) proposes \(stages[lost.stage].name): "
              + "neither is proposed")))
      targets.removeAll { stages[$0.stage].status != .archived }
    }
    guard always || writes != .none else { return }
    let origin = pipeline.name(open: stated)
    for target in targets {
      let missing = missingAttributes(stage: target.stage)
      proposals.append(
        Proposal(
          from: origin, to: stages[target.stage].name, path: [origin, stages[target.stage].name], rules: [target.rule],
          status: missing.isEmpty ? .waiting : .blocked(missing)))
    }
  }
}

extension RecordEvaluation {
  /// The hold, while it lasts.
  var activeHold: History.PersonsWord? { active(record.history.hold) }

  /// The override, while it lasts.
  var activeOverride: History.PersonsWord? { active(record.history.override) }

  private func active(_ word: History.PersonsWord?) -> History.PersonsWord? {
    guard let word else { return nil }
    if let until = word.until, until < clock.day { return nil }
    return word
  }
}

extension History.PersonsWord {
  /// `held by rina until 2026-04-15 ("budget freeze")`.
  var holdSentence: Text {
    var sentence: Text = "held by " + by
    if let until { sentence += " until " + until.dayText }
    return reason.isEmpty ? sentence : sentence + " (" + Suggestion.shown(reason) + ")"
  }
}
