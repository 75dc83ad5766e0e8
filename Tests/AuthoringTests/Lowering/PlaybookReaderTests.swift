import Decisions
import FEEL
import Sales
import Testing

@testable import Authoring

@Suite("A playbook is read whole")
struct PlaybookReaderTests {
  @Test("the sample has no findings and every part of it arrives")
  func sample() throws {
    #expect(SamplePlaybook.findings([:]).isEmpty)
    let definition = SamplePlaybook.reading().definition
    let kind = try #require(definition.kinds.first)
    #expect(kind.name == "opportunity" && kind.money == "amount")
    #expect(kind.attributes.map(\.name) == ["amount", "region", "next_meeting"])
    #expect(kind.attributes.map(\.type) == [.number, .string, .date])
    #expect(kind.attributes[1].values == ["Asia", "Europe"] && kind.attributes[2].changeable)
    #expect(kind.related.first?.attributes.map(\.name) == ["date", "type"])
    let pipeline = try #require(definition.pipelines.first)
    #expect(pipeline.stages.map(\.rank) == [1, 2, 3] && pipeline.stages.map(\.status) == [.open, .open, .won])
    #expect(pipeline.stages.map(\.probability) == [Decimal34(10), Decimal34(25), Decimal34(100)])
    #expect(pipeline.stages[1].requires == ["next_meeting"] && pipeline.writes == .auto)
    #expect(definition.policy.zone == "Asia/Jakarta" && definition.policy.currencyDigits == 2)
    #expect(definition.sentences.map(\.name) == ["promotion.rules#1"])
  }

  @Test("every type of question arrives as it was written")
  func questions() throws {
    let reading = SamplePlaybook.reading([
      "assessments/all.yaml": """
      assessment: Everything
      version: 3
      title: {en: All, id: Semua}
      languages: [en, id]
      score: percent
      current: latest per question
      sections: [{id: first, title: First, relevant: 'amount > 10'}]
      questions:
        - {id: a, section: first, ask: A, type: choice, weight: 2.5, options: [{id: 3+, label: Many, points: 1.50}, {id: no}]}
        - {id: b, ask: B, type: several of, required: false, unanswered: -1, options: [{id: x, points: 1}]}
        - {id: c, ask: C, type: yes/no, points: {yes: 5}, advice: {yes: Do it}, labels: {no: Never}}
        - {id: d, ask: D, type: number, unit: kg, minimum: 0.5, maximum: 10, bands: [{when: "<= 5", points: 1, advice: More}]}
        - {id: e, ask: E, type: scale, minimum: -1, maximum: 3, points_per_step: 4, relevant: 'c = true', field: E__c}
        - {id: f, ask: F, help: Say it, type: text, points: 2, maximum_length: 20}
        - {id: g, ask: G, type: date, bands: {'>= @"2026-01-01"': 3}}
      """
    ])
    #expect(reading.findings.isEmpty)
    let assessment = try #require(reading.definition.assessments.first { $0.name == "Everything" })
    #expect(assessment.score == .percent && assessment.scoreDeclared && assessment.current == .latestPerQuestion)
    #expect(assessment.title.text(in: "id") == "Semua" && assessment.kind == "opportunity")
    #expect(assessment.sections.first?.relevance == "amount > 10")
    let questions = assessment.questions
    #expect(questions.map(\.id) == ["a", "b", "c", "d", "e", "f", "g"])
    guard case .choice(let options) = questions[0].kind, case .severalOf = questions[1].kind,
      case .yesNo(let yes, let no) = questions[2].kind,
      case .number(let minimum, _, let unit, let bands) = questions[3].kind,
      case .scale(let from, let to, let step, _) = questions[4].kind,
      case .text(let points, let length) = questions[5].kind, case .date(let days) = questions[6].kind
    else {
      Issue.record("a question has another type")
      return
    }
    #expect(options.map(\.id) == ["3+", "no"] && options[0].points == Decimal34("1.5") && options[1].points == nil)
    #expect(options[0].label.translations == [Label.Translation("en", "Many")])
    #expect(questions[0].weight == Decimal34("2.5") && questions[0].section == "first")
    #expect(!questions[1].required && questions[1].unanswered == Decimal34(-1))
    #expect(yes.points == Decimal34(5) && no.points == nil && yes.advice?.text(in: "en") == "Do it")
    #expect(yes.label.translations == [Label.Translation("en", "Yes"), Label.Translation("id", "Ya")])
    #expect(no.label.text(in: nil) == "Never")
    #expect(minimum == Decimal34("0.5") && unit?.text(in: "en") == "kg" && bands[0].tests == "<= 5")
    #expect(bands[0].advice?.text(in: nil) == "More")
    #expect(from == -1 && to == 3 && step == Decimal34(4) && questions[4].relevance == "c = true")
    #expect(questions[4].field == "E__c" && points == Decimal34(2) && length == 20)
    #expect(questions[5].explanation?.text(in: nil) == "Say it" && days[0].tests == ">= @\"2026-01-01\"")
  }

  @Test("facts and policy arrive")
  func factsAndPolicy() throws {
    let reading = SamplePlaybook.reading([
      "rules/facts.yaml": """
      facts:
        priority: number
        fit: {type: string, merge: highest priority, default: '"low"', values: [low, high]}
      """,
      "rules/policy.yaml": """
      zone: UTC
      currency: JPY
      promotions_per_day: 2
      freshness_days: 90
      units: [{id: all}, {id: west, parent: all}]
      people: [{id: rina, owner: 0055, role: rep, unit: west}, {id: siti, role: manager, unit: all}]
      """,
    ])
    #expect(reading.findings.isEmpty)
    let definition = reading.definition
    #expect(definition.facts.map(\.name) == ["fit", "priority"])
    #expect(definition.facts[0].merge == .highestPriority && definition.facts[0].fallback == "\"low\"")
    #expect(definition.facts[0].domain == ["high", "low"])
    #expect(definition.policy.currencyDigits == 0 && definition.policy.promotionsPerDay == 2)
    #expect(definition.policy.freshnessDays == 90 && definition.policy.people.map(\.id) == ["rina", "siti"])
    #expect(definition.policy.units.map(\.parent) == [nil, "all"])
  }

  @Test("several versions of an assessment may stand beside each other, findings are about the newest")
  func versions() throws {
    let sample = try #require(SamplePlaybook.files["assessments/prospecting.yaml"])
    let newer = sample.replacing("version: 1", with: "version: 2").replacing("\"> 5\"", with: "\"> 4\"")
    for name in ["assessments/a.yaml", "assessments/z.yaml"] {
      let checked = Checker.check(SamplePlaybook.reading([name: newer]))
      #expect(checked.definition.assessments.map(\.version) == [1, 2])
      let band = checked.findings.first { $0.code == "BAND-OVERLAP" }
      #expect(band?.file == name && band?.line == 10)
    }
  }

  @Test("the order of files changes neither definitions nor version")
  func order() {
    let files = SamplePlaybook.files.sorted { $0.key < $1.key }
      .map { SourceFile(name: $0.key, bytes: Array($0.value.utf8)) }
    let version = Checker.version(of: PlaybookReader.read(files: files).definition)
    var random = RepeatableRandom(seed: 7)
    for _ in 0..<10 {
      #expect(Checker.version(of: PlaybookReader.read(files: files.shuffled(using: &random)).definition) == version)
    }
  }

  @Test("a place in a FEEL text is a place in its file")
  func places() {
    let change = ["rules/promotion.rules": "// why\n\"Named\": if amount > 1 and\n  nobody = 2 then flag \"x\"\n"]
    #expect(SamplePlaybook.findings(change).hasPrefix("rules/promotion.rules:3:3: error UNDEFINED: `nobody`"))
    let bands = SamplePlaybook.findings([
      "assessments/prospecting.yaml": """
      assessment: ProspectingAssessment
      version: 1
      title: Prospecting
      score: raw
      questions:
        - id: hours
          ask: How many hours?
          type: number
          relevant: >-
            amount > 10 and
            nothing > 3
          bands: [{when: "<= 5, > soon", points: 10}]
      """
    ])
    #expect(bands.contains("assessments/prospecting.yaml:11:7: error UNDEFINED"))
    #expect(bands.contains("assessments/prospecting.yaml:12:29: error UNDEFINED"))
  }
}
