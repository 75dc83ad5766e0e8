import Decisions
import FEEL

@testable import Sales

/// The playbooks of the acceptance stories, made by hand.
enum StoryPlaybook {
  static func english(_ text: Text) -> Label { Label([Label.Translation("en", text)]) }

  static func yesNo(_ id: Text, _ ask: Text, yes: Int, advice: Text? = nil) -> QuestionDefinition {
    QuestionDefinition(
      id: id, ask: english(ask),
      kind: .yesNo(
        yes: OptionDefinition(
          id: "yes", label: english("Yes"), points: Decimal34(yes), advice: advice.map { english($0) }),
        no: OptionDefinition(id: "no", label: english("No"), points: Decimal34(0))))
  }

  static func choice(_ id: Text, _ ask: Text, _ options: [(Text, Text, Int)]) -> QuestionDefinition {
    QuestionDefinition(
      id: id, ask: english(ask),
      kind: .choice(
        options.map { OptionDefinition(id: $0.0, label: english($0.1), points: Decimal34($0.2)) }))
  }

  /// Story 2: the fixed bands.
  static let prospecting = AssessmentDefinition(
    name: "ProspectingAssessment", version: 2, title: english("Prospecting"), kind: "opportunity",
    stages: ["Prospecting"], score: .raw, languages: ["en"],
    questions: [
      QuestionDefinition(
        id: "hours", ask: english("How many hours do you spend on your data challenges every week?"),
        kind: .number(
          minimum: Decimal34(0), maximum: Decimal34(168), unit: english("hours a week"),
          bands: [
            BandDefinition(tests: "[0..1)", points: Decimal34(0)),
            BandDefinition(tests: "[1..2)", points: Decimal34(10)),
            BandDefinition(tests: "[2..5]", points: Decimal34(20)),
            BandDefinition(
              tests: "> 5", points: Decimal34(40), advice: english("Needs more than 5 hours a week")),
          ])),
      yesNo("compliance", "Do you have any compliance implications if the data is not validated?", yes: 30),
    ])

  static let discovery = AssessmentDefinition(
    name: "DiscoveryAssessment", version: 1, title: english("Discovery"), kind: "opportunity", stages: ["Discovery"],
    score: .raw, languages: ["en"],
    questions: [
      yesNo("budget", "Is the budget approved?", yes: 25),
      choice(
        "authority", "Who is your contact?",
        [("maker", "Decision maker", 30), ("influencer", "Influencer", 15), ("unknown", "Unknown", 0)]),
      choice(
        "timeline", "When do they want to start?",
        [("<3", "Within 3 months", 25), ("3-12", "In 3 to 12 months", 15), (">12", "Later", 0)]),
      QuestionDefinition(
        id: "pain", ask: english("How bad is the pain?"),
        kind: .scale(from: 1, to: 5, pointsPerStep: Decimal34(4), bands: [])),
    ])

  static let demo = AssessmentDefinition(
    name: "DemoAssessment", version: 1, title: english("Demo"), kind: "opportunity", stages: ["Demo"], score: .raw,
    languages: ["en"],
    questions: [
      choice(
        "attending", "How many users attend?", [("0", "None", 0), ("1-2", "1 or 2", 20), ("3+", "3 or more", 40)]),
      yesNo("criteria", "Are success criteria agreed?", yes: 40),
      yesNo("next", "Is the next meeting booked?", yes: 20, advice: "Book the next meeting"),
    ])

  /// Story 4: one scale question with a point a step stands for the score itself.
  static func scored(_ name: Text, stage: Text) -> AssessmentDefinition {
    AssessmentDefinition(
      name: name, version: 1, title: english(stage), kind: "opportunity", stages: [stage], score: .raw,
      questions: [
        QuestionDefinition(
          id: "value", ask: english("Score"),
          kind: .scale(from: 0, to: 100, pointsPerStep: Decimal34(1), bands: []))
      ])
  }

  static func stage(
    _ name: Text, _ status: StageStatus, _ rank: Int, _ probability: Int, requires: [Text] = []
  ) -> StageDefinition {
    StageDefinition(
      name: name, status: status, rank: rank, funnel: rank, probability: Decimal34(probability), requires: requires)
  }

  static func pipeline(writes: Writes, requires: [Text] = []) -> PipelineDefinition {
    PipelineDefinition(
      name: "New business", kind: "opportunity",
      stages: [
        stage("Prospecting", .open, 1, 10), stage("Discovery", .open, 2, 25, requires: requires),
        stage("Demo", .open, 3, 50), stage("Negotiation", .open, 4, 75), stage("Closed Won", .won, 5, 100),
        stage("Closed Lost", .lost, 6, 0),
      ], writes: writes)
  }

  static func sentence(
    _ name: Text, _ condition: Text, _ actions: [SentenceDefinition.Action], mode: SentenceDefinition.Mode? = nil
  ) -> SentenceDefinition {
    SentenceDefinition(name: name, condition: condition, actions: actions, mode: mode)
  }

  static let promotions: [SentenceDefinition] = [
    sentence("To Discovery", "ProspectingAssessment.Score > 60", [.upgrade(to: "Discovery", from: [])]),
    sentence("To Demo", "DiscoveryAssessment.Score > 75", [.upgrade(to: "Demo", from: [])]),
    sentence("To Negotiation", "DemoAssessment.Score > 80", [.upgrade(to: "Negotiation", from: [])]),
    sentence("To Closed Won", "SalesFeedback.Score >= 100", [.propose("Closed Won")]),
  ]

  static let opportunity = RecordKindDefinition(
    name: "opportunity",
    attributes: [
      AttributeDefinition(name: "amount", type: .number), AttributeDefinition(name: "next_meeting", type: .date),
      AttributeDefinition(name: "region", type: .string, values: ["APAC", "EMEA", "NA"], changeable: true),
    ],
    related: [
      RelatedListDefinition(
        name: "activities",
        attributes: [
          AttributeDefinition(name: "date", type: .date), AttributeDefinition(name: "type", type: .string),
        ])
    ], money: "amount")

  /// Story 2: real questionnaires, promoted at once.
  static let field = PlaybookDefinition(
    kinds: [opportunity],
    assessments: [prospecting, discovery, demo, scored("SalesFeedback", stage: "Negotiation")],
    pipelines: [pipeline(writes: .auto)], sentences: promotions)

  /// Stories 4 and 8: scores as they stand.
  static func forecast(
    writes: Writes = .propose, requires: [Text] = [], policy: PolicyDefinition = PolicyDefinition(),
    sentences: [SentenceDefinition] = promotions
  ) -> PlaybookDefinition {
    PlaybookDefinition(
      kinds: [opportunity],
      assessments: [
        scored("ProspectingAssessment", stage: "Prospecting"), scored("DiscoveryAssessment", stage: "Discovery"),
        scored("DemoAssessment", stage: "Demo"), scored("SalesFeedback", stage: "Negotiation"),
      ], pipelines: [pipeline(writes: writes, requires: requires)], sentences: sentences, policy: policy)
  }
}
