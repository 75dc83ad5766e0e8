import FEEL
import Sales

/// The assessments of the stories, as their authors wrote them.
enum Questionnaires {
  static func label(_ text: String) -> Label { Label([Label.Translation("en", Text(text))]) }

  static func option(_ id: String, _ points: Int?, _ title: String? = nil) -> OptionDefinition {
    OptionDefinition(id: Text(id), label: label(title ?? id), points: points.map { Decimal34($0) })
  }

  static func band(_ tests: String, _ points: Int) -> BandDefinition {
    BandDefinition(tests: Text(tests), points: Decimal34(points))
  }

  static func choice(
    _ id: String, _ options: [OptionDefinition], required: Bool = true, weight: Int = 1, unanswered: Int? = nil,
    relevance: String? = nil, section: String? = nil
  ) -> QuestionDefinition {
    question(
      id, .choice(options), required: required, weight: weight, unanswered: unanswered, relevance: relevance,
      section: section)
  }

  static func question(
    _ id: String, _ kind: QuestionDefinition.Kind, required: Bool = true, weight: Int = 1, unanswered: Int? = nil,
    relevance: String? = nil, section: String? = nil
  ) -> QuestionDefinition {
    QuestionDefinition(
      id: Text(id), section: section.map { Text($0) }, ask: label(id), kind: kind, required: required,
      weight: Decimal34(weight), unanswered: unanswered.map { Decimal34($0) }, relevance: relevance.map { Text($0) })
  }

  static func number(_ id: String, from minimum: Int? = 0, to maximum: Int? = nil, _ bands: [BandDefinition])
    -> QuestionDefinition
  {
    question(
      id,
      .number(
        minimum: minimum.map { Decimal34($0) }, maximum: maximum.map { Decimal34($0) },
        unit: label("hours per week"), bands: bands))
  }

  static func assessment(
    _ name: String, stage: String? = nil, version: Int = 1, score: ScoreKind = .raw,
    current: CurrentAnswers = .latestSubmission, sections: [SectionDefinition] = [], declared: Bool = true,
    languages: [Text] = [], _ questions: [QuestionDefinition]
  ) -> AssessmentDefinition {
    AssessmentDefinition(
      name: Text(name), version: version, title: label(name), kind: "opportunity",
      stages: stage.map { [Text($0)] } ?? [], score: score, current: current, languages: languages, sections: sections,
      questions: questions, scoreDeclared: declared)
  }

  /// The mission's own, word for word in its numbers.
  static let originalProspecting = assessment(
    "ProspectingAssessment", stage: "Prospecting", declared: false,
    [
      number("hours", [band("[1..2]", 10), band("[2..4]", 20), band("> 5", 40)]),
      choice("compliance", [option("Yes", 30), option("No", nil)]),
    ])

  static let originalProspectingAsChoice = assessment(
    "ProspectingAssessment", stage: "Prospecting", declared: false,
    [
      choice("hours", [option("1-2 hours", 10), option("2-4 hours", 20), option(">5 hours", 40)]),
      choice("compliance", [option("Yes", 30), option("No", nil)]),
    ])

  /// Story 1's fix: no gap, no overlap, every answer with points.
  static let prospecting = assessment(
    "ProspectingAssessment", stage: "Prospecting", version: 2,
    [
      number("hours", [band("[0..1)", 0), band("[1..2)", 10), band("[2..5]", 20), band("> 5", 40)]),
      choice("compliance", [option("Yes", 30), option("No", 0)]),
    ])

  static let discovery = assessment(
    "DiscoveryAssessment", stage: "Discovery",
    [
      choice("budget", [option("Yes", 25), option("No", 0)]),
      choice("authority", [option("decision maker", 30), option("influencer", 15), option("unknown", 0)]),
      choice("timeline", [option("<3", 25, "<3 months"), option("3-12", 15, "3-12"), option(">12", 0, ">12")]),
      question("pain", .scale(from: 1, to: 5, pointsPerStep: Decimal34(4), bands: [])),
    ])

  static let demo = assessment(
    "DemoAssessment", stage: "Demo",
    [
      choice("attending", [option("0", 0), option("1-2", 20), option("3+", 40, "3 or more")]),
      choice("criteria", [option("Yes", 40), option("No", 0)]),
      choice("next", [option("Yes", 20), option("No", 0)]),
    ])
}

/// An assessment compiled alone, with a machine to run it.
struct Bench {
  let program: AssessmentProgram
  let others: [AssessmentProgram]
  var machine: Machine
  /// 2026-03-06, 10:00 in Jakarta.
  var clock = Clock(epochMilliseconds: 1_772_766_000_000, offsetSeconds: 25_200)

  /// - Parameter attributes: names with types; they take the first slots.
  init?(
    _ definition: AssessmentDefinition, attributes: [(String, FeelType)] = [], older: [AssessmentDefinition] = []
  ) {
    var builder = ProgramBuilder()
    var variables: [Scope.Variable] = []
    for (slot, attribute) in attributes.enumerated() {
      variables.append(Scope.Variable(Text(attribute.0), .slot(slot, attribute.1)))
    }
    var next = attributes.count
    var programs: [AssessmentProgram] = []
    for definition in [definition] + older {
      let compiled = AssessmentProgram.compile(
        definition, surroundings: Scope(variables), firstSlot: next, builder: &builder)
      next += compiled.slotCount
      guard let program = compiled.program else { return nil }
      programs.append(program)
    }
    program = programs[0]
    others = Array(programs.dropFirst())
    machine = Machine(builder.finish(), slots: next)
  }

  mutating func score(_ answers: [(String, AnswerValue)], version: Int? = nil) -> AssessmentResult {
    score([Bench.submission(program.name, answers, version: version)])
  }

  mutating func score(
    _ submissions: [Submission], freshnessDays: Int? = nil, episodeStart: Int64? = nil
  ) -> AssessmentResult {
    program.score(
      submissions, machine: &machine, clock: clock, freshnessDays: freshnessDays, episodeStart: episodeStart,
      otherVersions: others)
  }

  static func submission(
    _ assessment: Text, _ answers: [(String, AnswerValue)], version: Int? = nil, id: String? = nil, at: Int64? = nil,
    device: String? = nil, sequence: Int? = nil
  ) -> Submission {
    Submission(
      id: id.map { Text($0) }, assessment: assessment, version: version,
      answers: answers.map { Submission.Answer(question: Text($0.0), value: $0.1) }, capturedAt: at,
      device: device.map { Text($0) }, sequence: sequence)
  }
}

extension AnswerValue {
  static func number(_ text: String) -> AnswerValue { .number(Decimal34(text) ?? Decimal34(0)) }
}

extension AssessmentResult.Amount {
  var written: String {
    switch self {
    case .decided(let number): "\(number)"
    case .between(let least, let most): "\(least)...\(most)"
    }
  }
}
