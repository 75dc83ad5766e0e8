import Decisions
import FEEL
import Sales

extension PlaybookGenerator {
  // MARK: Facts

  /// Facts that read those before them only, each with rules that give it values, and now and then a loop that is
  /// allowed.
  mutating func addFacts(_ vocabulary: inout Vocabulary) {
    let most = min(9, traits.size + 2)
    for index in 0..<random.below(most) {
      let fact = makeFact(index, vocabulary)
      let isImplicit = random.chance(20) && fact.domain.isEmpty && fact.fallback == nil
      let rules = random.chance(95) || !traits.constantFacts ? 1 + random.below(3) : 0
      // Undeclared facts are merged by any, or summed up.
      if rules == 0 || !(isImplicit && (fact.merge == .any || fact.merge == .sum)) { playbook.facts.append(fact) }
      for _ in 0..<rules {
        // A rule that also gives to the fact before may read only what that one reads.
        let other = random.chance(10) ? vocabulary.facts.last : nil
        var readable = vocabulary
        if other != nil { readable.facts.removeLast() }
        var actions = [SentenceDefinition.Action.contribute(contribution(to: fact, readable))]
        if let other { actions.append(.contribute(contribution(to: other, readable))) }
        add(condition(readable, depth: 2), actions, withPriority: fact.merge == .highestPriority)
      }
      vocabulary.facts.append(fact)
    }
    if random.chance(15) { addLoop(&vocabulary) }
  }

  private mutating func makeFact(_ index: Int, _ vocabulary: Vocabulary) -> FactDefinition {
    let name: Text = vocabulary.prefix.isEmpty ? "fact\(index)" : "leadFact\(index)"
    let merge = random.pick(Merge.allCases)
    let types: [FeelType]
    switch merge {
    case .sum, .count: types = [.number]
    case .min, .max: types = [.number, .number, .string]
    case .collect: types = [.list(.string)]
    case .any, .unique, .highestPriority: types = [.number, .string, .string, .boolean]
    }
    var fact = FactDefinition(name: name, type: random.pick(types), merge: merge)
    if fact.type == .string, random.chance(60) || merge == .min || merge == .max {
      fact.domain = ["low", "mid", "high"]
    }
    guard random.chance(30) else { return fact }
    switch fact.type {
    case .number: fact.fallback = merge == .sum || merge == .count ? nil : "\(random.below(5))"
    case .string: fact.fallback = "\"low\""
    case .boolean: fact.fallback = "false"
    default: fact.fallback = "[\"low\"]"
    }
    return fact
  }

  private mutating func contribution(to fact: FactDefinition, _ vocabulary: Vocabulary) -> Contribution {
    let value: Text
    switch fact.type {
    case .number where fact.merge == .count: value = "1"
    case .number:
      value =
        random.chance(60)
        ? "\(random.below(8))"
        : random.chance(30) ? "if \(attributeTest(vocabulary)) then 1 else 5" : number(vocabulary, 1)
    case .boolean: value = random.pick(["true", "true", "false", attributeTest(vocabulary)])
    default:
      let words: [Text] = ["\"low\"", "\"mid\"", "\"high\""]
      let texts = vocabulary.kind.attributes.filter { $0.type == .string }.map { $0.name }
      value = random.chance(10) && !texts.isEmpty ? random.pick(texts) : random.pick(words)
    }
    return Contribution(fact.merge == .sum ? .add : .set, fact: fact.name, value: value)
  }

  /// Two facts that are true if the other is: a loop that has a least solution.
  private mutating func addLoop(_ vocabulary: inout Vocabulary) {
    let names: [Text] = vocabulary.prefix.isEmpty ? ["hot", "warm"] : ["leadHot", "leadWarm"]
    let facts = names.map { FactDefinition(name: $0, type: .boolean, merge: .max) }
    playbook.facts += facts
    for (own, other) in [(0, 1), (1, 0)] {
      add(
        "\(names[other]) or \(test(forLoop: vocabulary))",
        [.contribute(Contribution(.set, fact: names[own], value: "true"))])
    }
    vocabulary.facts += facts
  }

  private mutating func test(forLoop vocabulary: Vocabulary) -> Text {
    random.chance(50) ? attributeTest(vocabulary) : assessmentTest(vocabulary)
  }

  mutating func factTest(_ fact: FactDefinition) -> Text {
    let name = fact.name
    if traits.nullTests, random.chance(6) { return "\(name) \(random.pick(["=", "!="] as [Text])) null" }
    switch fact.type {
    case .number: return "\(name) \(random.pick([">", ">=", "<", "="] as [Text])) \(random.below(6))"
    case .boolean: return random.pick([name, "not(\(name))", "\(name) = true"])
    case .string:
      return random.pick(["\(name) = \"high\"", "\(name) in (\"mid\", \"high\")", "\(name) != \"low\""])
    default:
      return random.pick([
        "list contains(\(name), \"high\")", "count(\(name)) > 1", "some x in \(name) satisfies x = \"mid\"",
      ])
    }
  }

  // MARK: Gates and closings

  /// - Parameter gated: stages of other pipelines with rules to them, which count here too.
  mutating func addGates(of pipeline: PipelineDefinition, _ vocabulary: Vocabulary, gated: inout [Text]) {
    let open = pipeline.openStages
    for place in 1..<open.count where !gated.contains(open[place]) || random.chance(30) {
      gated.append(open[place])
      // A stage that no rule leads out of now and then.
      let count = random.chance(8) ? 0 : 1 + (random.chance(40) ? 1 : 0)
      for _ in 0..<count { addGate(to: open[place], from: Array(open[..<place]), vocabulary) }
    }
    for stage in pipeline.stages where stage.status != .open && random.chance(60) {
      let from = random.chance(20) ? [random.pick(open)] : []
      let action: SentenceDefinition.Action =
        from.isEmpty && random.chance(50) ? .propose(stage.name) : .upgrade(to: stage.name, from: from)
      add(gateCondition(vocabulary, open), [action])
    }
  }

  private mutating func addGate(to target: Text, from earlier: [Text], _ vocabulary: Vocabulary) {
    var action = SentenceDefinition.Action.upgrade(to: target, from: [])
    if random.chance(15) {
      action = .upgrade(to: target, from: random.chance(50) ? [random.pick(earlier)] : Array(earlier.prefix(2)))
    } else if random.chance(15) {
      action = .propose(target)
    }
    var actions = [action]
    if random.chance(15) { actions.append(.flag("reached \(target)")) }
    if random.chance(10) { actions.append(.ask(random.pick(vocabulary.assessments).name)) }
    add(
      gateCondition(vocabulary, earlier), actions,
      mode: random.chance(60) ? nil : random.pick([.automatic, .automatic, .proposal]))
  }

  private mutating func gateCondition(_ vocabulary: Vocabulary, _ stages: [Text]) -> Text {
    let evidence = random.chance(50) ? assessmentTest(vocabulary) : condition(vocabulary, depth: 2)
    guard traits.stateTests, random.chance(12) else { return evidence }
    return random.pick([
      "stage = \"\(random.pick(stages))\" and (\(evidence))", "probability < 60 and (\(evidence))",
      "owner != \"tom\" and (\(evidence))",
      "if stage != \"\(random.pick(stages))\" then \(evidence) else \(attributeTest(vocabulary))",
      "string length(id) > 2 and (\(evidence))",
    ])
  }

  // MARK: Rules beside the gates

  /// Flags, questions to ask, required attributes, sequences.
  mutating func addSideRules(_ vocabulary: Vocabulary, _ pipelines: [PipelineDefinition]) {
    let stages = pipelines.flatMap { $0.stages.map { $0.name } }
    var index = 0
    let count = random.below(traits.size)
    while index < count || playbook.sentences.count < traits.ruleCount {
      index += 1
      var actions: [SentenceDefinition.Action] = []
      for _ in 0..<(1 + random.below(2)) {
        switch random.below(8) {
        case 0...2: actions.append(.flag(random.pick(["hot", "at risk", "big"])))
        case 3, 4: actions.append(.ask(random.pick(vocabulary.assessments).name))
        case 5: actions.append(.require(random.pick(vocabulary.kind.attributes).name))
        case 6: actions.append(.start("Welcome"))
        default:
          let fact: Text = vocabulary.prefix.isEmpty ? "side\(index)" : "leadSide\(index)"
          if !actions.isEmpty { continue }
          actions.append(.contribute(Contribution(.set, fact: fact, value: "\"yes\"")))
        }
      }
      let state: Text = random.chance(20) ? "stage = \"\(random.pick(stages))\" and " : ""
      add("\(state)(\(condition(vocabulary, depth: 2)))", actions)
    }
  }

  mutating func add(
    _ condition: Text, _ actions: [SentenceDefinition.Action], mode: SentenceDefinition.Mode? = nil,
    withPriority: Bool = false
  ) {
    ruleCount += 1
    var sentence = SentenceDefinition(
      name: "\(random.pick(["a", "m", "z"] as [Text]))\(ruleCount)", condition: condition, actions: actions, mode: mode)
    if withPriority ? random.chance(80) : random.chance(5) { sentence.priority = Decimal34(random.below(3)) }
    if traits.dates, random.chance(6) {
      sentence.from = CalendarDate(days: Self.today + Int64(random.below(40) - 30))
    }
    if traits.dates, random.chance(6) {
      let first = sentence.from.map { $0.days - Self.today } ?? -10
      sentence.until = CalendarDate(days: Self.today + max(first, Int64(random.below(40) - 10)))
    }
    playbook.sentences.append(sentence)
  }
}
