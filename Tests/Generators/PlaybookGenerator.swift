import Decisions
public import FEEL
public import Sales

/// Makes playbooks at random that compile: the same seed and traits give the same playbook.
public struct PlaybookGenerator {
  let traits: PlaybookTraits
  var random: SeededRandom
  var playbook = PlaybookDefinition()
  /// The names of rules are numbered; the letter before the number keeps them out of order.
  var ruleCount = 0
  /// By assessment: the points of its newest version, roughly.
  var reach: [Text: (least: Int, most: Int)] = [:]

  /// Monday, 2026-03-02, 09:00 UTC, an hour later in the policy's zone: the clock of all generated records.
  public static let clock = Clock(epochMilliseconds: 1_772_442_000_000, offsetSeconds: 3600)
  /// The day of that clock, since 1970-01-01.
  static let today: Int64 = 20_514

  private init(_ random: SeededRandom, _ traits: PlaybookTraits) {
    self.random = random
    self.traits = traits
  }

  public static func playbook(_ random: inout SeededRandom, _ traits: PlaybookTraits = PlaybookTraits())
    -> PlaybookDefinition
  {
    var generator = PlaybookGenerator(random.fork(), traits)
    return generator.run()
  }

  private mutating func run() -> PlaybookDefinition {
    addPolicy()
    let kinds = traits.size > 4 && random.chance(20) ? 2 : 1
    for index in 0..<kinds {
      var vocabulary = Vocabulary(kind: makeKind(index), prefix: index == 0 ? "" : "lead")
      playbook.kinds.append(vocabulary.kind)
      let pipelines = makePipelines(vocabulary, count: index == 0 && random.chance(20) ? 2 : 1)
      playbook.pipelines += pipelines
      addAssessments(&vocabulary, pipelines)
      addFacts(&vocabulary)
      var gated: [Text] = []
      for pipeline in pipelines { addGates(of: pipeline, vocabulary, gated: &gated) }
      addSideRules(vocabulary, pipelines)
    }
    return playbook
  }

  private mutating func addPolicy() {
    if random.chance(25) { playbook.policy.promotionsPerDay = 1 + random.below(3) }
    if traits.clock, random.chance(30) { playbook.policy.freshnessDays = random.pick([14, 45, 90]) }
    if random.chance(20) {
      playbook.policy.units = [UnitDefinition(id: "all", parent: nil), UnitDefinition(id: "north", parent: "all")]
      playbook.policy.people = [
        PersonDefinition(id: "rina", owner: "rina", role: "rep", unit: "north"),
        PersonDefinition(id: "ann", owner: "ann", role: "manager", unit: "all"),
      ]
    }
  }

  // MARK: Record kinds

  private mutating func makeKind(_ index: Int) -> RecordKindDefinition {
    if index > 0 {
      return RecordKindDefinition(
        name: "lead",
        attributes: [
          AttributeDefinition(name: "heat", type: .number, changeable: true),
          AttributeDefinition(name: "answered", type: .boolean),
          AttributeDefinition(name: "source", type: .string, values: ["fair", "web"]),
        ])
    }
    var attributes = [
      AttributeDefinition(name: "amount", type: .number, changeable: random.chance(50)),
      AttributeDefinition(name: "annual revenue", type: .number),
      AttributeDefinition(name: "employees", type: .number, changeable: random.chance(30)),
      AttributeDefinition(name: "approved", type: .boolean, changeable: random.chance(50)),
      AttributeDefinition(name: "strategic", type: .boolean),
      AttributeDefinition(
        name: "region", type: .string, values: ["APAC", "EMEA", "NA"], changeable: random.chance(50)),
      AttributeDefinition(name: "competitor", type: .string),
      AttributeDefinition(name: "close date", type: .date),
      AttributeDefinition(name: "touched", type: .dateTime),
      AttributeDefinition(name: "cycle", type: .daysDuration),
      AttributeDefinition(name: "products", type: .list(.string)),
    ]
    attributes = Array(attributes.prefix(max(3, min(attributes.count, traits.size * 2))))
    var related: [RelatedListDefinition] = []
    if traits.size > 2 {
      related.append(
        RelatedListDefinition(
          name: "activities",
          attributes: [
            AttributeDefinition(name: "type", type: .string), AttributeDefinition(name: "date", type: .date),
            AttributeDefinition(name: "minutes", type: .number), AttributeDefinition(name: "done", type: .boolean),
          ]))
    }
    if traits.size > 4 {
      related.append(
        RelatedListDefinition(
          name: "contacts",
          attributes: [
            AttributeDefinition(name: "role", type: .string, values: ["buyer", "champion", "user"]),
            AttributeDefinition(name: "score", type: .number),
          ]))
    }
    return RecordKindDefinition(name: "opportunity", attributes: attributes, related: related, money: "amount")
  }

  // MARK: Pipelines

  private mutating func makePipelines(_ vocabulary: Vocabulary, count: Int) -> [PipelineDefinition] {
    var pipelines: [PipelineDefinition] = []
    let letters: [Text] = vocabulary.prefix.isEmpty ? ["A", "B"] : ["L"]
    for index in 0..<count {
      var names: [Text] = []
      let open = 2 + random.below(min(5, traits.size))
      for place in 1...open { names.append("\(letters[index])\(place)") }
      // The second pipeline may share stages with the first, in the same order, and begins as it begins.
      if let first = pipelines.first, random.chance(60) {
        let kept = first.openStages.enumerated().filter { $0.offset == 0 || random.chance(70) }.map { $0.element }
        names = kept + names
        names = Array(names.prefix(6))
      }
      pipelines.append(pipeline(names, index, vocabulary))
    }
    return pipelines
  }

  private mutating func pipeline(_ open: [Text], _ index: Int, _ vocabulary: Vocabulary) -> PipelineDefinition {
    var stages: [StageDefinition] = []
    let attributes = vocabulary.kind.attributes.map { $0.name }
    for (place, name) in open.enumerated() {
      stages.append(
        StageDefinition(
          name: name, status: .open, rank: (place + 1) * 10, funnel: place,
          probability: Decimal34((place + 1) * 90 / open.count),
          requires: place > 0 && random.chance(15) ? [random.pick(attributes)] : []))
    }
    let closed: [(Text, StageStatus)] =
      vocabulary.prefix.isEmpty
      ? [("Won", .won), ("Lost", .lost), ("Shelved", .archived)] : [("Converted", .won), ("Dropped", .lost)]
    for (name, status) in closed.prefix(2 + random.below(2)) {
      stages.append(
        StageDefinition(
          name: name, status: status, rank: 100, funnel: 100, probability: Decimal34(status == .won ? 100 : 0),
          requires: status == .won && random.chance(20) ? [random.pick(attributes)] : []))
    }
    return PipelineDefinition(
      name: vocabulary.prefix.isEmpty ? "Pipeline \(index + 1)" : "Leads", kind: vocabulary.kind.name,
      stages: random.shuffled(stages), entry: random.chance(15) ? random.pick(open) : nil,
      writes: random.pick([.auto, .auto, .auto, .propose, .none]))
  }
}

extension PipelineDefinition {
  /// The names of the open stages, by rank.
  public var openStages: [Text] {
    stages.filter { $0.status == .open }.sorted { $0.rank < $1.rank }.map { $0.name }
  }
}

/// What the rules about a kind can read.
struct Vocabulary {
  var kind: RecordKindDefinition
  /// Before the names of what belongs to this kind only.
  var prefix: Text
  /// In their newest version.
  var assessments: [AssessmentDefinition] = []
  var facts: [FactDefinition] = []
}
