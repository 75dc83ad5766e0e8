import Decisions
import FEEL
import Sales

/// SplitMix64: the same seed, the same playbook, everywhere.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
  mutating func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &self)] }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// A playbook made at random: stages, questionnaires, chained facts, gates that skip, closings, modes.
struct RandomPlaybook {
  var random: Seeded
  private(set) var definition = PlaybookDefinition()
  private(set) var findings: [Finding] = []
  /// Nil if the playbook has an error, which it never should.
  private(set) var playbook: Playbook?
  let stages: [Text] = ["A", "B", "C", "D", "E"]
  private var openCount = 3
  /// Facts in order; a rule reads only earlier ones.
  private var facts: [(name: Text, isNumber: Bool)] = []

  init(seed: Int) {
    random = Seeded(seed)
    openCount = random.number(3...5)
    definition.kinds = [
      RecordKindDefinition(
        name: "deal",
        attributes: [
          AttributeDefinition(name: "x", type: .number), AttributeDefinition(name: "y", type: .number),
          AttributeDefinition(name: "region", type: .string, values: ["APAC", "EMEA", "NA"]),
          AttributeDefinition(name: "flag", type: .boolean),
        ],
        related: [
          RelatedListDefinition(
            name: "contacts",
            attributes: [
              AttributeDefinition(name: "age", type: .number), AttributeDefinition(name: "role", type: .string),
            ])
        ])
    ]
    for name: Text in ["P", "Q", "R"] { definition.assessments.append(assessment(name)) }
    definition.pipelines = [pipeline()]
    makeFactRules()
    makeStageRules()
    definition.policy = PolicyDefinition(promotionsPerDay: random.chance(30) ? random.number(1...2) : nil)
    (playbook, findings) = Playbook.compile(definition)
  }

  private mutating func assessment(_ name: Text) -> AssessmentDefinition {
    var questions: [QuestionDefinition] = []
    let count = random.number(1...3)
    for place in 0..<count {
      let kind: QuestionDefinition.Kind
      switch random.number(0...3) {
      case 0:
        kind = .yesNo(yes: option("yes"), no: option("no"))
      case 1: kind = .choice([option("a"), option("b"), option("c")])
      case 2: kind = .scale(from: 0, to: 3, pointsPerStep: Decimal34(random.number(1...3) * 5), bands: [])
      default:
        kind = .number(
          minimum: 0, maximum: 10, unit: nil,
          bands: [
            BandDefinition(tests: "< 3", points: Decimal34(random.number(-1...2) * 5)),
            BandDefinition(tests: "[3..10]", points: Decimal34(random.number(0...6) * 5)),
          ])
      }
      var question = QuestionDefinition(id: Text("q\(place)"), ask: StoryPlaybook.english("?"), kind: kind)
      question.required = random.chance(75)
      if !question.required, random.chance(50) { question.unanswered = Decimal34(random.number(-1...2) * 5) }
      if place > 0, random.chance(30) {
        switch questions[place - 1].kind {
        case .yesNo: question.relevance = Text("q\(place - 1)")
        case .scale, .number: question.relevance = Text("q\(place - 1) > 1")
        default: question.relevance = Text("q\(place - 1) = \"a\"")
        }
      }
      questions.append(question)
    }
    return AssessmentDefinition(
      name: name, version: 1, title: StoryPlaybook.english(name), kind: "deal", stages: [random.pick(["A", "B", "C"])],
      score: random.chance(70) ? .raw : .percent,
      current: random.chance(80) ? .latestSubmission : .latestPerQuestion, questions: questions)
  }

  private mutating func option(_ id: Text) -> OptionDefinition {
    OptionDefinition(id: id, label: StoryPlaybook.english(id), points: Decimal34(random.number(-1...6) * 5))
  }

  private mutating func pipeline() -> PipelineDefinition {
    var made: [StageDefinition] = []
    for place in 0..<openCount {
      made.append(
        StoryPlaybook.stage(
          stages[place], .open, place * 10, place * 20, requires: random.chance(10) ? ["x"] : []))
    }
    made.append(StoryPlaybook.stage("Won", .won, 90, 100))
    made.append(StoryPlaybook.stage("Lost", .lost, 91, 0))
    return PipelineDefinition(
      name: "Deals", kind: "deal", stages: made, entry: random.chance(30) ? stages[1] : nil,
      writes: random.pick([.auto, .auto, .propose, .none]))
  }

  // MARK: Conditions

  private mutating func condition(_ depth: Int = 2) -> Text {
    if depth > 0, random.chance(45) {
      switch random.number(0...3) {
      case 0: return "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")"
      case 1: return "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")"
      case 2: return "not(" + condition(depth - 1) + ")"
      default: return "(if " + condition(depth - 1) + " then " + condition(0) + " else " + condition(0) + ")"
      }
    }
    switch random.number(0...9) {
    case 0...3: return score() + random.pick([" > ", " >= ", " < ", " = "]) + Text("\(random.number(0...8) * 5)")
    case 4: return score() + Text(" between 5 and \(random.number(2...8) * 5)")
    case 5: return random.pick(["x", "y", "x + y"]) + random.pick([" > ", " <= "]) + Text("\(random.number(0...9))")
    case 6: return "region " + random.pick(["= \"NA\"", "!= \"NA\"", "in (\"NA\", \"EMEA\")"])
    case 7: return "flag"
    case 8:
      return random.pick([
        "count(contacts[age > 30]) >= 2", "some c in contacts satisfies c.role = \"buyer\"",
        "every c in contacts satisfies c.age > 20", "contacts[1].age > 40",
      ])
    default:
      guard !facts.isEmpty else { return "flag" }
      let fact = random.pick(facts)
      return fact.isNumber
        ? fact.name + Text(" >= \(random.number(0...4) * 5)")
        : fact.name + random.pick([" = \"high\"", " != \"high\""])
    }
  }

  private mutating func score() -> Text {
    random.pick(["P", "Q", "R"]) + random.pick([".Score", ".Score", ".Points", ".Percent"])
  }

  private mutating func makeFactRules() {
    for place in 0..<random.number(0...3) {
      let name = Text("f\(place)")
      let isNumber = random.chance(40)
      var rules: [SentenceDefinition] = []
      for rule in 0..<random.number(1...3) {
        let value: Text = isNumber ? random.pick(["5", "10", "x"]) : random.pick(["\"high\"", "\"low\""])
        rules.append(
          SentenceDefinition(
            name: name + Text("-\(rule)"), condition: condition(),
            actions: [.contribute(Contribution(isNumber ? .add : .set, fact: name, value: value))],
            priority: Decimal34(rule)))
      }
      if !isNumber {
        definition.facts.append(
          FactDefinition(
            name: name, type: .string, merge: random.pick([.any, .highestPriority]),
            fallback: random.chance(50) ? "\"low\"" : nil))
      }
      definition.sentences += rules
      facts.append((name, isNumber))
    }
  }

  private mutating func makeStageRules() {
    for place in 1..<openCount where !random.chance(15) {
      for rule in 0..<random.number(1...2) {
        var text = condition()
        if random.chance(15) { text = "stage = \"" + stages[place - 1] + "\" and " + text }
        let action: SentenceDefinition.Action =
          random.chance(15) ? .propose(stages[place]) : .upgrade(to: stages[place], from: [])
        definition.sentences.append(
          SentenceDefinition(
            name: Text("to \(stages[place]) \(rule)"), condition: text, actions: [action],
            mode: random.pick([nil, nil, .automatic, .proposal])))
      }
    }
    if openCount > 3, random.chance(60) {
      definition.sentences.append(
        SentenceDefinition(
          name: "skip", condition: condition(), actions: [.upgrade(to: stages[3], from: [stages[0], stages[1]])]))
    }
    for target: Text in ["Won", "Lost"] where random.chance(50) {
      definition.sentences.append(
        SentenceDefinition(name: "to " + target, condition: condition(), actions: [.propose(target)]))
    }
    if random.chance(20) {
      definition.sentences.append(
        SentenceDefinition(name: "require", condition: condition(1), actions: [.require("y"), .ask("Q")]))
    }
  }

  // MARK: Records

  /// A record of which each part is there with this chance, in percent.
  mutating func record(known percent: Int) -> Record {
    var record = Record(kind: "deal", id: "D", stage: random.pick(Array(stages[..<openCount])))
    complete(&record, percent)
    return record
  }

  /// Adds what is missing, each part with this chance; changes nothing that is known.
  mutating func complete(_ record: inout Record, _ percent: Int) {
    for attribute in definition.kinds[0].attributes
    where !record.attributes.contains(where: { $0.name == attribute.name }) && random.chance(percent) {
      record.attributes.append(Record.Attribute(name: attribute.name, value: value(attribute), changedAt: 1000))
    }
    completeContacts(&record, percent)
    for assessment in definition.assessments {
      let place = record.submissions.firstIndex { $0.assessment == assessment.name }
      if place == nil, !random.chance(percent) { continue }
      var sheet =
        place.map { record.submissions[$0] }
        ?? Submission(id: assessment.name, assessment: assessment.name, answers: [], capturedAt: 1000)
      if place != nil, isComplete(sheet, assessment) { continue }
      for question in assessment.questions
      where !sheet.answers.contains(where: { $0.question == question.id }) && random.chance(percent) {
        sheet.answers.append(Submission.Answer(question: question.id, value: answer(question)))
      }
      if let place { record.submissions[place] = sheet } else { record.submissions.append(sheet) }
    }
  }

  /// A sheet that is complete is decided: what is added to it is a change, and completes nothing.
  private func isComplete(_ sheet: Submission, _ assessment: AssessmentDefinition) -> Bool {
    guard let playbook else { return false }
    var worker = DecisionWorker(playbook)
    let record = Record(kind: "deal", id: "D", submissions: [sheet])
    let clock = Clock(epochMilliseconds: 2000, offsetSeconds: 0)
    let decision = decide(record, playbook: playbook, clock: clock, climb: false, worker: &worker)
    return decision.assessments.first { $0.assessment == assessment.name }?.state == .complete
  }

  private mutating func completeContacts(_ record: inout Record, _ percent: Int) {
    let shape = Shape(["age", "role"])
    guard let list = record.related.first else {
      guard random.chance(percent) else { return }
      var items: [Value] = []
      for _ in 0..<random.number(0...3) {
        items.append(
          .context(
            Context(
              shape: shape,
              values: [random.chance(percent) ? age() : .unknown, random.chance(percent) ? role() : .unknown]
            )))
      }
      record.related = [Record.RelatedList(name: "contacts", items: items)]
      return
    }
    var items: [Value] = []
    for item in list.items {
      guard case .context(let context) = item else { continue }
      var values = context.values
      if case .unknown = values[0], random.chance(percent) { values[0] = age() }
      if case .unknown = values[1], random.chance(percent) { values[1] = role() }
      items.append(.context(Context(shape: shape, values: values)))
    }
    record.related = [Record.RelatedList(name: "contacts", items: items)]
  }

  private mutating func age() -> Value { .number(Decimal34(random.number(10...60))) }
  private mutating func role() -> Value { .string(random.pick(["buyer", "user"])) }

  private mutating func value(_ attribute: AttributeDefinition) -> Value {
    switch attribute.type {
    case .number: .number(Decimal34(random.number(0...10)))
    case .boolean: .boolean(random.chance(50))
    default: .string(random.pick(attribute.values))
    }
  }

  private mutating func answer(_ question: QuestionDefinition) -> AnswerValue {
    switch question.kind {
    case .yesNo: .boolean(random.chance(50))
    case .choice(let options): .text(random.pick(options).id)
    case .scale(let from, let to, _, _): .number(Decimal34(random.number(from...to)))
    default: .number(Decimal34(random.number(0...10)))
    }
  }
}
