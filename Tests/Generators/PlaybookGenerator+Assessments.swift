import FEEL
import Sales

extension PlaybookGenerator {
  mutating func addAssessments(_ vocabulary: inout Vocabulary, _ pipelines: [PipelineDefinition]) {
    let names: [Text] = ["Fit", "Need", "Power", "Budget", "Close"]
    let stages = pipelines.flatMap { $0.stages.map { $0.name } }
    for name in names.prefix(1 + random.below(min(5, traits.size))) {
      let name = vocabulary.prefix.isEmpty ? name : "Lead\(name)"
      var version = 1
      if random.chance(20) {
        playbook.assessments.append(assessment(name, version, vocabulary, stages))
        version += 1 + random.below(2)
      }
      let newest = assessment(name, version, vocabulary, stages)
      playbook.assessments.append(newest)
      vocabulary.assessments.append(newest)
    }
  }

  private mutating func assessment(
    _ name: Text, _ version: Int, _ vocabulary: Vocabulary, _ stages: [Text]
  ) -> AssessmentDefinition {
    var assessment = AssessmentDefinition(
      name: name, version: version, title: english(name), kind: vocabulary.kind.name,
      stages: random.chance(85) ? [random.pick(stages)] : [], score: random.pick([.raw, .raw, .percent]),
      current: random.chance(30) ? .latestPerQuestion : .latestSubmission, languages: ["en"], questions: [])
    var bounds = (least: 0, most: 0)
    for index in 0..<(1 + random.below(min(5, traits.size))) {
      let (kind, least, most) = questionKind()
      let weight = random.pick(["1", "1", "1", "2", "0.5"])
      var question = QuestionDefinition(
        id: "q\(index + 1)", ask: english("Question \(index + 1)?"), kind: kind, required: random.chance(75),
        weight: Decimal34(Text(weight)) ?? Decimal34(1))
      if !question.required, random.chance(50) { question.unanswered = Decimal34(random.below(8)) }
      if random.chance(25) { question.relevance = relevance(assessment.questions, vocabulary) }
      if random.chance(20) { question.section = section(&assessment, vocabulary) }
      let factor = weight == "2" ? 2 : 1
      bounds = (bounds.least + least * factor, bounds.most + most * factor)
      assessment.questions.append(question)
    }
    reach[name] = assessment.score == .percent ? (0, 100) : bounds
    return assessment
  }

  private func english(_ text: Text) -> Label { Label([Label.Translation("en", text)]) }

  private mutating func section(_ assessment: inout AssessmentDefinition, _ vocabulary: Vocabulary) -> Text {
    if let section = assessment.sections.last, random.chance(50) { return section.id }
    let id: Text = "part\(assessment.sections.count + 1)"
    assessment.sections.append(
      SectionDefinition(
        id: id, title: english(id), relevance: random.chance(40) ? relevance(assessment.questions, vocabulary) : nil))
    return id
  }

  /// A condition over earlier questions or attributes.
  private mutating func relevance(_ questions: [QuestionDefinition], _ vocabulary: Vocabulary) -> Text {
    if random.chance(40) || questions.isEmpty { return attributeTest(vocabulary) }
    let question = random.pick(questions)
    let test = answerTest(question, name: question.id)
    return random.chance(25) ? "not(\(test))" : test
  }

  // MARK: Questions

  /// A kind of question, with the points that it can earn.
  private mutating func questionKind() -> (QuestionDefinition.Kind, least: Int, most: Int) {
    switch random.below(9) {
    case 0, 1, 2:
      let (options, points) = options()
      return (.choice(options), points.min() ?? 0, points.max() ?? 0)
    case 3:
      let (options, points) = options()
      return (
        .severalOf(options), points.reduce(0) { $0 + min(0, $1) }, points.reduce(0) { $0 + max(0, $1) }
      )
    case 4, 5:
      let points = 5 + random.below(30)
      return (.yesNo(yes: option("yes", points), no: option("no", 0)), 0, points)
    case 6:
      let (bands, points) = numberBands()
      return (
        .number(
          minimum: random.chance(50) ? Decimal34(0) : nil, maximum: random.chance(50) ? Decimal34(50) : nil, unit: nil,
          bands: bands), points.min() ?? 0, points.max() ?? 0
      )
    case 7:
      if random.chance(30) {
        let (bands, points) = numberBands()
        return (.scale(from: 0, to: 20, pointsPerStep: nil, bands: bands), points.min() ?? 0, points.max() ?? 0)
      }
      let step = 1 + random.below(6)
      return (.scale(from: 1, to: 5, pointsPerStep: Decimal34(step), bands: []), step, 5 * step)
    default:
      if random.chance(40) {
        let points = random.below(10)
        return (.text(points: random.chance(80) ? Decimal34(points) : nil, maximumLength: 40), 0, points)
      }
      let points = 5 + random.below(20)
      let border: Text = traits.clock && random.chance(30) ? "today()" : #"@"2026-03-01""#
      return (
        .date(bands: [
          BandDefinition(tests: "< \(border)", points: Decimal34(0)),
          BandDefinition(tests: ">= \(border)", points: Decimal34(points)),
        ]), 0, points
      )
    }
  }

  private func option(_ id: Text, _ points: Int?) -> OptionDefinition {
    OptionDefinition(
      id: id, label: english(id), points: points.map { Decimal34($0) }, advice: id == "yes" ? english("Get a yes") : nil
    )
  }

  private mutating func options() -> ([OptionDefinition], [Int]) {
    var options: [OptionDefinition] = []
    var points: [Int] = []
    for index in 0..<(2 + random.below(3)) {
      let own = random.chance(10) ? -random.below(10) : random.below(30)
      let isSilent = random.chance(5)
      points.append(isSilent ? 0 : own)
      options.append(option("o\(index + 1)", isSilent ? nil : own))
    }
    return (options, points)
  }

  /// Bands over 0 to 50 that mostly cover it without gaps or overlaps.
  private mutating func numberBands() -> ([BandDefinition], [Int]) {
    let first = 2 + random.below(8)
    let second = first + 1 + random.below(15)
    let gap = random.chance(10) ? 1 : 0
    let points = [random.below(5), random.below(15), 5 + random.below(30)]
    let tests: [Text] = ["< \(first)", "[\(first)..\(second))", ">= \(second + gap)"]
    return (zip(tests, points).map { BandDefinition(tests: $0, points: Decimal34($1)) }, points)
  }
}
