import Decisions
import FEEL
import Testing

@testable import Sales

@Suite("Stages and their rules") struct StageCheckTests {
  static let lost = Playbooks.sentence(9, "stage = \"Demo\"", .propose("Closed Lost"))

  static func told(_ sentences: [SentenceDefinition], _ code: Text, attributes: [AttributeDefinition] = []) -> [String]
  {
    let findings = Playbooks.findings(
      Playbooks.playbook(
        [Questionnaires.prospecting, Questionnaires.discovery, Questionnaires.demo], sentences, attributes: attributes))
    return findings.filter { $0.code == code }.map { "\($0.severity): \($0.message)" }
  }

  @Test func unreachable() {
    #expect(Self.told(Playbooks.original + [Self.lost], "STAGE-UNREACHABLE").isEmpty)
    #expect(
      Self.told([Playbooks.original[0], Self.lost], "STAGE-UNREACHABLE") == [
        "warning: Demo: no rule leads to it", "warning: Negotiation: no rule leads to it",
        "warning: Closed Won: no rule leads to it",
      ])
  }

  @Test("A rule that closes is a way out of every open stage") func withoutExit() {
    let gates = Array(Playbooks.original.prefix(3))
    #expect(Self.told(gates, "STAGE-WITHOUT-EXIT") == ["warning: Negotiation: no rule leads out of it"])
    #expect(Self.told(gates + [Self.lost], "STAGE-WITHOUT-EXIT").isEmpty)
  }

  @Test("`from` stages are ways in and out") func explicitOrigins() {
    let jump = Playbooks.sentence(
      5, "DemoAssessment.Score >= 80", .upgrade(to: "Negotiation", from: ["Prospecting", "Discovery"]))
    #expect(Self.told([jump], "STAGE-WITHOUT-EXIT").count == 2)
    #expect(!Self.told([jump], "STAGE-UNREACHABLE").contains("warning: Negotiation: no rule leads to it"))
  }

  @Test("FORWARD-ONLY is told once, and not where a rule reads the stage") func forwardOnly() {
    #expect(Self.told(Playbooks.original, "FORWARD-ONLY").count == 1)
    #expect(Self.told(Playbooks.original + [Self.lost], "FORWARD-ONLY").isEmpty)
  }

  @Test("A rule that promotes past what another one asks for") func lonePromoter() {
    let big = Playbooks.sentence(5, "employees > 1000", .upgrade(to: "Discovery", from: []))
    #expect(
      Self.told([Playbooks.original[0], big], "LONE-PROMOTER") == [
        "warning: This rule alone promotes to Discovery, without ProspectingAssessment, which promotion.rules#1 asks "
          + "for: one rule that holds is enough"
      ])
    let both = Playbooks.sentence(
      5, "employees > 1000 and ProspectingAssessment.Score > 40", .upgrade(to: "Discovery", from: []))
    #expect(Self.told([Playbooks.original[0], both], "LONE-PROMOTER").isEmpty)
  }

  @Test("No else is told only where one rule is alone") func noElse() {
    #expect(
      Self.told(Playbooks.original, "NO-ELSE") == [
        "note: A score of 60 or less: the record stays in Prospecting",
        "note: A score of 75 or less: the record stays in Discovery",
        "note: A score of 80 or less: the record stays in Demo",
      ])
    let other = Playbooks.sentence(5, "ProspectingAssessment.Score > 40", .upgrade(to: "Discovery", from: []))
    #expect(Self.told([Playbooks.original[0], other], "NO-ELSE").isEmpty)
  }

  @Test("A gate that rests on a test against null, directly or through facts") func nullTests() {
    let attributes = [AttributeDefinition(name: "champion", type: .string)]
    let direct = Playbooks.sentence(1, "champion != null", .upgrade(to: "Discovery", from: []))
    #expect(Self.told([direct], "NULL-TEST", attributes: attributes).count == 1)
    let fact = Playbooks.sentence(
      1, "champion = null", .contribute(Contribution(.set, fact: "alone", value: "true")))
    let reader = Playbooks.sentence(2, "alone = true", .upgrade(to: "Discovery", from: []))
    #expect(
      Self.told([fact, reader], "NULL-TEST", attributes: attributes) == [
        "warning: The gate reads `alone`, which rests on a test against null in promotion.rules#1"
      ])
    #expect(Self.told([fact], "NULL-TEST", attributes: attributes).isEmpty)
  }
}

@Suite("Assessments") struct AssessmentCheckTests {
  static func told(_ assessment: AssessmentDefinition, _ code: Text) -> [String] {
    Playbooks.findings(Playbooks.playbook([assessment], [])).filter { $0.code == code }.map {
      "\($0.severity): \($0.message)"
    }
  }

  static func told(_ question: QuestionDefinition, _ code: Text) -> [String] {
    told(Questionnaires.assessment("A", [question]), code)
  }

  @Test func gapsInTheDeclaredDomainOnly() {
    let bands = [Questionnaires.band("[1..2]", 1), Questionnaires.band("(2..10]", 2)]
    #expect(Self.told(Questionnaires.number("q", from: 1, to: 10, bands), "BAND-GAP").isEmpty)
    #expect(
      Self.told(Questionnaires.number("q", from: nil, to: 12, bands), "BAND-GAP") == [
        "error: `q`: answers below 1 match no band",
        "error: `q`: answers above 10 up to and including 12 (e.g. 11, 12) match no band",
      ])
    #expect(
      Self.told(Questionnaires.number("q", from: 1, bands), "BAND-GAP") == [
        "error: `q`: answers above 10 match no band"
      ])
  }

  @Test func bandsWithSeveralTests() {
    let bands = [Questionnaires.band("< 3, > 7", 1), Questionnaires.band("not(< 3, > 7), 5", 2)]
    #expect(Self.told(Questionnaires.number("q", bands), "BAND-GAP").isEmpty)
    #expect(Self.told(Questionnaires.number("q", bands), "BAND-OVERLAP").isEmpty)
  }

  @Test func stepsOfAScale() {
    let scale = Questionnaires.question(
      "q",
      .scale(
        from: 1, to: 5, pointsPerStep: nil, bands: [Questionnaires.band("<= 2", 1), Questionnaires.band("[2..3]", 2)]))
    #expect(Self.told(scale, "BAND-GAP") == ["error: `q`: the steps \"4\", \"5\" match no band"])
    #expect(Self.told(scale, "BAND-OVERLAP") == ["error: `q`: exactly 2 matches \"<= 2\" (1) and \"[2..3]\" (2)"])
    let plain = Questionnaires.question("q", .scale(from: 1, to: 5, pointsPerStep: nil, bands: []))
    #expect(Self.told(plain, "NO-POINTS").count == 1)
  }

  @Test func days() {
    let bands = [
      Questionnaires.band("< @\"2026-01-01\"", 1), Questionnaires.band("> @\"2026-01-03\"", 2),
    ]
    #expect(
      Self.told(Questionnaires.question("q", .date(bands: bands)), "BAND-GAP") == [
        "error: `q`: answers from 2026-01-01 up to and including 2026-01-03 match no band"
      ])
    let neighbours = [
      Questionnaires.band("<= @\"2026-01-01\"", 1), Questionnaires.band(">= @\"2026-01-02\"", 2),
    ]
    #expect(Self.told(Questionnaires.question("q", .date(bands: neighbours)), "BAND-GAP").isEmpty)
  }

  @Test(
    "A day written date(\"2026-01-01\") is the literal that @\"2026-01-01\" is, also where gaps are looked for",
    arguments: [
      ["< date(\"2026-01-01\")", "> date(\"2026-01-03\")"],
      ["< date(2026, 1, 1)", "> @\"2026-01-03\""],
      ["not(>= date(from: \"2026-01-01\"))", "> date(\"2026-01-03\")"],
      ["[date(\"2020-01-01\")..date(\"2026-01-01\")), < date(\"2020-01-01\")", "> date(\"2026-01-03\")"],
    ])
  func daysByFunction(bands: [String]) {
    let question = Questionnaires.question(
      "q", .date(bands: bands.enumerated().map { Questionnaires.band($1, $0 + 1) }))
    #expect(
      Self.told(question, "BAND-GAP") == [
        "error: `q`: answers from 2026-01-01 up to and including 2026-01-03 match no band"
      ])
  }

  static let ranges: [(labels: [String], told: [String])] = [
    (["0", "1-2", "3 or more"], []),
    (["1-50 employees", "51-200 employees", "more than 200 employees"], []),
    (["1", "2", "3"], []),
    (["Yes", "No"], []),
    (["less than 3", "4 to 6", "7+"], ["warning BAND-GAP"]),
    (["1-2 hours", "2-4 hours", ">5 hours"], ["warning BAND-GAP", "warning BAND-OVERLAP", "warning BAND-GAP"]),
  ]

  @Test("Options whose labels are ranges", arguments: ranges.indices) func optionRanges(place: Int) {
    let options = Self.ranges[place].labels.map { Questionnaires.option($0, 1) }
    let findings = Playbooks.findings(
      Playbooks.playbook([Questionnaires.assessment("A", [Questionnaires.choice("q", options)])], []))
    #expect(
      findings.filter { $0.code != "STAGE-UNREACHABLE" && $0.subject.isQuestion }.map { $0.brief }
        == Self.ranges[place].told)
  }

  @Test("<3, 3-12 and >12 leave nothing out and share nothing") func touchingRanges() {
    let options = ["<3 months", "3-12", ">12"].map { Questionnaires.option($0, 1) }
    #expect(Self.told(Questionnaires.choice("q", options), "BAND-GAP").isEmpty)
    #expect(Self.told(Questionnaires.choice("q", options), "BAND-OVERLAP").isEmpty)
  }

  @Test func translations() {
    var assessment = Questionnaires.assessment(
      "A", languages: ["en", "id"], [Questionnaires.choice("q", [Questionnaires.option("yes", 1)])])
    assessment.title.translations.append(Label.Translation("id", "Penilaian"))
    #expect(
      Self.told(assessment, "TRANSLATION-MISSING") == [
        "warning: `q` has no text in \"id\"", "warning: `q`: the answer \"yes\" has no text in \"id\"",
      ])
  }

  @Test("More ways than are looked at one by one") func ways() {
    let options = (0..<11).map { (place: Int) in Questionnaires.option("\(place)", place) }
    var questions = (0..<4).map { (place: Int) in Questionnaires.choice("q\(place)", options) }
    #expect(Self.told(Questionnaires.assessment("A", questions), "WAYS").isEmpty)
    questions.append(
      Questionnaires.choice(
        "last", options, relevance: "q0 = \"1\" or q1 = \"1\" or q2 = \"1\" or q3 = \"1\""))
    #expect(Self.told(Questionnaires.assessment("A", questions), "WAYS").count == 1)
  }

  @Test("A condition that tests a missing attribute against null") func nullTest() {
    let question = Questionnaires.choice("q", [Questionnaires.option("yes", 1)], relevance: "region = null")
    let findings = Playbooks.findings(
      Playbooks.playbook(
        [Questionnaires.assessment("A", [question])], [],
        attributes: [AttributeDefinition(name: "region", type: .string)]))
    #expect(findings.filter { $0.code == "NULL-TEST" }.map { $0.subject } == [.relevance(assessment: "A", id: "q")])
  }
}

extension Subject {
  var isQuestion: Bool {
    switch self {
    case .question, .band, .option: true
    default: false
    }
  }
}
