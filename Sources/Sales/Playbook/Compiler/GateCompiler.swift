import Decisions
import FEEL

/// Finds the gates of one pipeline: which rule counts between which stages.
struct GateCompiler {
  let pipeline: PipelineDefinition
  /// The other pipelines of the kind.
  let siblings: [PipelineDefinition]
  let kind: KindProgram
  /// By stage: its place among the open ones.
  let climbPlace: [Int?]
  let openCount: Int
  var findings: [Finding] = []
  var closings: [ClosingProgram] = []
  private var rules: [(from: Int, to: Int, rule: GateRule)] = []

  init(
    pipeline: PipelineDefinition, siblings: [PipelineDefinition], kind: KindProgram, climbPlace: [Int?], openCount: Int
  ) {
    self.pipeline = pipeline
    self.siblings = siblings
    self.kind = kind
    self.climbPlace = climbPlace
    self.openCount = openCount
  }

  /// Sentences come by name, and so do the rules of every gate.
  mutating func compile(_ sentences: [SentenceDefinition]) {
    for sentence in sentences {
      guard let rule = kind.rules.rule(named: sentence.name) else { continue }
      for (index, action) in sentence.actions.enumerated() {
        let subject = Subject.action(rule: sentence.name, index: index)
        switch action {
        case .upgrade(let to, let from):
          add(rule, sentence, to: to, from: from, proposes: false, subject)
        case .propose(let to): add(rule, sentence, to: to, from: [], proposes: true, subject)
        default: break
        }
      }
    }
  }

  private mutating func add(
    _ rule: Int, _ sentence: SentenceDefinition, to: Text, from: [Text], proposes: Bool, _ subject: Subject
  ) {
    // A stage of another pipeline of the kind: the sentence is not about this one.
    guard let target = pipeline.place(of: to) else { return }
    var origins: [Int] = []
    for name in from {
      guard let stage = pipeline.place(of: name) else { continue }
      guard let origin = climbPlace[stage] else {
        error("TARGET", subject, Text("nothing is upgraded from \(name): it is not open"))
        continue
      }
      origins.append(origin)
    }
    if !from.isEmpty, origins.isEmpty { return }
    guard let place = climbPlace[target] else {
      if sentence.mode == .automatic {
        findings.append(
          Finding(
            .warning, "MODE", subject, Text("\(to) closes the record, so it is proposed and never automatic"),
            fix: "write by proposal"))
      }
      closings.append(ClosingProgram(rule: rule, target: target, from: origins.sorted()))
      return
    }
    if from.isEmpty {
      guard place > 0 else {
        if countsElsewhere(to) { return }
        error("TARGET", subject, Text("\(to) is the first open stage: nothing lies before it"))
        return
      }
      origins = [place - 1]
    }
    let gate = gateRule(rule, sentence, proposes: proposes)
    for origin in origins {
      if origin >= place {
        error(
          "TARGET", subject,
          Text("\(to) is not beyond \(pipeline.stages[stage(open: origin)].name), so this is no upgrade"),
          fix: "name a later stage; a record is never moved back by a rule")
      } else if !rules.contains(where: { $0.from == origin && $0.to == place && $0.rule.rule == rule }) {
        rules.append((origin, place, gate))
      }
    }
    checkState(rule, sentence)
  }

  /// Whether another pipeline of the kind has the stage where it can be upgraded to.
  private func countsElsewhere(_ to: Text) -> Bool {
    siblings.contains { sibling in
      guard let place = sibling.place(of: to), sibling.stages[place].status == .open else { return false }
      return sibling.stages.contains { $0.status == .open && $0.rank < sibling.stages[place].rank }
    }
  }

  private func stage(open place: Int) -> Int { climbPlace.firstIndex { $0 == place } ?? 0 }

  private mutating func error(_ code: Text, _ subject: Subject, _ message: Text, fix: Text? = nil) {
    findings.append(Finding(.error, code, subject, message, fix: fix))
  }

  /// A fact that a gate reads may not read stage, step or probability: the gate would depend on where the record stands.
  private mutating func checkState(_ rule: Int, _ sentence: SentenceDefinition) {
    let special = kind.layout.special
    for slot in [special.stage, special.step, special.probability] {
      guard let slot, let state = kind.layout.stateName(slot: slot),
        let chain = stateChain(rule, slot)
      else { continue }
      var printed = "the rule \(sentence.name)"
      for fact in chain { printed += " → \(fact)" }
      error(
        "GATE-STATE", .condition(rule: sentence.name),
        Text("a gate may not depend on \(state) through facts: \(printed) → \(state)"),
        fix: Text("read \(state) in the rule itself, where it is the stage whose gate is judged"))
    }
  }

  /// The facts between a rule's condition and a slot; nil if there are none.
  private func stateChain(_ rule: Int, _ slot: Int) -> [Text]? {
    for read in kind.rules.rules[rule].condition.reads {
      if let fact = kind.rules.fact(inSlot: read), let chain = kind.rules.chain(fromFact: fact, toSlot: slot) {
        return chain
      }
    }
    return nil
  }

  private func gateRule(_ rule: Int, _ sentence: SentenceDefinition, proposes: Bool) -> GateRule {
    let direct = kind.rules.rules[rule].condition.reads
    return GateRule(
      rule: rule, mode: proposes ? .proposal : sentence.mode, proposes: proposes,
      readsState: direct.contains { kind.layout.stateName(slot: $0) != nil })
  }

  /// All gates by origin and target; a stage that no rule leads out of has one to the next stage.
  func finished() -> [GateProgram] {
    var gates: [GateProgram] = []
    for from in 0..<openCount {
      var targets: [Int] = []
      for entry in rules where entry.from == from && !targets.contains(entry.to) { targets.append(entry.to) }
      if targets.isEmpty, from + 1 < openCount {
        gates.append(GateProgram(from: from, to: from + 1, rules: []))
      }
      for to in targets.sorted() {
        let own = rules.filter { $0.from == from && $0.to == to }.map { $0.rule }
        gates.append(GateProgram(from: from, to: to, rules: own))
      }
    }
    return gates
  }
}
