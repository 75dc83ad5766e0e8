public import FEEL
public import Sales

/// Makes records at random for a playbook: with missing attributes, lists that were not loaded, half filled sheets, and
/// all that earlier decisions and people may have left behind.
public struct RecordGenerator {
  let playbook: PlaybookDefinition
  var random: SeededRandom
  /// How much of what could be known is known, in percent.
  var knowledge = 0
  /// What may stand in a record.
  let traits: RecordTraits

  /// The instant of all generated decisions, and a day, in milliseconds.
  static let now = PlaybookGenerator.clock.epochMilliseconds
  static let day: Int64 = 86_400_000

  init(_ playbook: PlaybookDefinition, _ random: SeededRandom, _ traits: RecordTraits) {
    self.playbook = playbook
    self.random = random
    self.traits = traits
  }

  public static func record(
    of playbook: PlaybookDefinition, _ random: inout SeededRandom, _ traits: RecordTraits = RecordTraits(),
    id: Text = "R-1", kind: Text? = nil
  ) -> Record {
    var generator = RecordGenerator(playbook, random.fork(), traits)
    return generator.run(id, kind)
  }

  private mutating func run(_ id: Text, _ wanted: Text?) -> Record {
    knowledge = traits.isEmpty ? 0 : random.pick([0, 30, 60, 80, 95, 100])
    let pipeline = random.pick(playbook.pipelines.filter { wanted == nil || $0.kind == wanted })
    let kind = playbook.kinds.first { $0.name == pipeline.kind } ?? playbook.kinds[0]
    let alone = playbook.pipelines.filter { $0.kind == pipeline.kind }.count == 1
    var record = Record(
      kind: kind.name, id: id, pipeline: alone && random.chance(60) ? nil : pipeline.name, stage: stage(of: pipeline))
    if traits.isEmpty { return record }
    if random.chance(80) { record.owner = random.pick(["ann", "rina", "tom"]) }
    for attribute in kind.attributes where random.chance(knowledge) {
      record.attributes.append(
        Record.Attribute(
          name: attribute.name, value: value(of: attribute), changedAt: random.chance(60) ? instant() : nil))
    }
    for list in kind.related where random.chance(knowledge) { record.related.append(items(of: list)) }
    for assessment in newest(of: kind.name) where random.chance(knowledge) {
      record.submissions += submissions(of: assessment)
    }
    if traits.history { record.history = history(pipeline) }
    return record
  }

  private mutating func stage(of pipeline: PipelineDefinition) -> Text? {
    let open = pipeline.openStages
    if traits.isEmpty { return pipeline.entry ?? open[0] }
    switch random.below(100) {
    case 0..<80: return random.pick(open)
    case 80..<90: return open[0]
    case 90..<95: return random.pick(pipeline.stages).name
    case 95..<97: return "Nowhere"
    default: return nil
    }
  }

  /// The newest version of every assessment of a kind.
  func newest(of kind: Text) -> [AssessmentDefinition] {
    var newest: [AssessmentDefinition] = []
    for assessment in playbook.assessments where assessment.kind == kind {
      if let place = newest.firstIndex(where: { $0.name == assessment.name }) {
        if newest[place].version < assessment.version { newest[place] = assessment }
      } else {
        newest.append(assessment)
      }
    }
    return newest
  }

  /// An instant of the last four months.
  mutating func instant() -> Int64 { Self.now - Int64(random.below(120)) * Self.day - Int64(random.below(80_000_000)) }

  // MARK: Values

  /// A legal value of an attribute.
  mutating func value(of attribute: AttributeDefinition) -> Value {
    switch attribute.type {
    case .number:
      if random.chance(5) { return .number(Decimal34("12345678901234567890.5") ?? .zero) }
      if random.chance(15) { return .number(Decimal34(Text("\(random.below(60)).25")) ?? .zero) }
      return .number(Decimal34(random.below(80) - (random.chance(10) ? 20 : 0)))
    case .boolean: return .boolean(random.chance(60))
    case .string:
      if !attribute.values.isEmpty { return .string(random.pick(attribute.values)) }
      return .string(random.pick(["acme", "Zeta", "none", "", "call", "demo", "Ünïcode ✓"]))
    case .date: return .date(CalendarDate(days: PlaybookGenerator.today + Int64(random.below(120) - 60)))
    case .dateTime:
      let day = CalendarDate(days: PlaybookGenerator.today - Int64(random.below(60)))
      return TemporalLiteral.parse("\(day.text)T\(10 + random.below(10)):15:00+01:00") ?? .unknown
    case .daysDuration: return TemporalLiteral.parse("P\(random.below(60))DT\(random.below(24))H") ?? .unknown
    case .list:
      var items: [Value] = []
      for item in ["core", "plus", "care"] as [Text] where random.chance(50) { items.append(.string(item)) }
      return .list(items)
    default: return .unknown
    }
  }

  /// A related list, its items with some of their attributes.
  mutating func items(of list: RelatedListDefinition) -> Record.RelatedList {
    let shape = Shape(list.attributes.map { $0.name })
    var items: [Value] = []
    for _ in 0..<random.below(5) {
      var values: [Value] = []
      for attribute in list.attributes {
        values.append(random.chance(max(60, knowledge)) ? value(of: attribute) : .unknown)
      }
      items.append(.context(Context(shape: shape, values: values)))
    }
    return Record.RelatedList(name: list.name, items: items, changedAt: random.chance(60) ? instant() : nil)
  }
}

/// What a generated record may have in it.
public struct RecordTraits: Sendable {
  /// Nothing is known but its stage, the first one.
  public var isEmpty: Bool
  /// Kept gates, watermarks, holds and the like.
  public var history: Bool
  /// Answers that fit no question, submissions of older versions.
  public var flaws: Bool

  public init(isEmpty: Bool = false, history: Bool = true, flaws: Bool = true) {
    self.isEmpty = isEmpty
    self.history = history
    self.flaws = flaws
  }
}
