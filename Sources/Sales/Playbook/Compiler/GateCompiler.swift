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
  /// By place among the open ones: the stage.
  let open: [Int]
  var findings: [Finding] = []
  var closings: [ClosingProgram] = []
  private var rules: [(from: Int, to: Int, rule: GateRule)] = []

  init(
    pipeline: PipelineDefinition, siblings: [PipelineDefinition], kind: KindProgram, climbPlace: [Int?], open: [Int]
  ) {
    self.pipeline = pipeline
    self.siblings = siblings
    self.kind = kind
    self.climbPlace = climbPlace
    self.open = open
  }

  /// Sentences come by name, and so do the rules of every gate.
  mutating func compile(_ sentences: [SentenceDefinition]) {
    for sentence in sentences {
      guard let rule = kind.rules.rule(named: sentence.name) else { continue }
      for lead in pipeline.leads(of: sentence, open: open) { add(rule, sentence, lead) }
    }
  }

  private mutating func add(_ rule: Int, _ sentence: SentenceDefinition, _ lead: StageLead) {
    let subject = Subject.action(rule: sentence.name, index: lead.action)
    let to = pipeline.stages[lead.target].name
    for name in lead.closedOrigins {
      error("TARGET", subject, Text("nothing is upgraded from \(name): it is not open"))
    }
    let origins = lead.origins.compactMap { climbPlace[$0] }
    if lead.namesOrigins, origins.isEmpty { return }
    guard let place = climbPlace[lead.target] else {
      if sentence.mode == .automatic {
        findings.append(
          Finding(
            .warning, "MODE", subject, Text("\(to) closes the record, so it is proposed and never automatic"),
            fix: "write by proposal"))
      }
      closings.append(ClosingProgram(rule: rule, target: lead.target, from: origins.sorted()))
      return
    }
    if origins.isEmpty {
      if countsElsewhere(to) { return }
      error("TARGET", subject, Text("\(to) is the first open stage: nothing lies before it"))
      return
    }
    let gate = gateRule(rule, sentence, proposes: lead.isProposal)
    for origin in origins {
      if origin >= place {
        error(
          "TARGET", subject,
          Text("\(to) is not beyond \(pipeline.stages[open[origin]].name), so this is no upgrade"),
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
    for from in 0..<open.count {
      var targets: [Int] = []
      for entry in rules where entry.from == from && !targets.contains(entry.to) { targets.append(entry.to) }
      if targets.isEmpty, from + 1 < open.count {
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
