import Decisions
import FEEL

/// Finds what it would take: one changed answer, or one changed attribute that people may change, that carries the
/// record beyond its least supported stage. Least points moved first, then the playbook's order; each candidate is
/// verified by deciding the changed record.
struct ImprovementSearch {
  /// How many changed records are decided at most.
  static let mostTrials = 2000
  /// How many improvements are reported.
  static let most = 3

  struct Candidate {
    let kind: Improvement.Kind
    /// What it adds to the points.
    let points: Decimal34
    /// How far an attribute is moved, where that can be told.
    let distance: Decimal34
    let record: Record
    let advice: Label
  }

  let evaluation: RecordEvaluation
  let climb: Climbing
  /// What the gates that end the way depend on.
  private let sources: EvidenceSources
  private var worker: DecisionWorker

  init(_ evaluation: RecordEvaluation, _ climb: Climbing, stops: [Int], worker: DecisionWorker) {
    self.evaluation = evaluation
    self.climb = climb
    self.worker = worker
    var sources = EvidenceSources()
    for stop in stops {
      sources.formUnion(evaluation.evidence(of: climb.gates[stop], climb.pipeline, worker))
    }
    self.sources = sources
  }

  /// The assessments that the gates depend on and that are so.
  func assessments(_ isSo: (AssessmentResult) -> Bool) -> [Text] {
    var names: [Text] = []
    for place in sources.assessments where isSo(evaluation.results[place]) {
      names.append(evaluation.results[place].assessment)
    }
    return names
  }

  /// At most one improvement of each question and attribute: the least.
  mutating func improvements() -> [Improvement] {
    var candidates = attributeCandidates() + answerCandidates()
    // To answer what was left open changes nothing that was said, so it comes first; the playbook's order stands among
    // equals.
    let order = candidates.indices.sorted { a, b in
      let (first, second) = (candidates[a], candidates[b])
      if first.kind.fillsIn != second.kind.fillsIn { return first.kind.fillsIn }
      if first.points.magnitude != second.points.magnitude { return first.points.magnitude < second.points.magnitude }
      if first.distance != second.distance { return first.distance < second.distance }
      return a < b
    }
    candidates = order.map { candidates[$0] }
    var found: [Improvement] = []
    for candidate in candidates.prefix(Self.mostTrials) where !found.contains(where: { $0.isAbout(candidate.kind) }) {
      if let change = tried(candidate) { found.append(change) }
      if found.count == Self.most { break }
    }
    return found
  }

  /// The change, if the changed record is carried farther for certain.
  private mutating func tried(_ candidate: Candidate) -> Improvement? {
    let decision = decide(
      candidate.record, playbook: evaluation.playbook, clock: evaluation.clock, climb: true, worker: &worker)
    guard let least = decision.supported?.least, let place = climb.pipeline.openPlace(of: least), place > climb.least
    else { return nil }
    var score: AssessmentResult.Amount?
    if case .answer(let assessment, _, _, _) = candidate.kind {
      score = decision.assessments.first { $0.assessment == assessment }?.score
    }
    return Improvement(
      kind: candidate.kind, points: candidate.points, score: score, least: least, advice: candidate.advice)
  }

  // MARK: Answers

  /// Every other way to answer a question of the sheets that count.
  private func answerCandidates() -> [Candidate] {
    var candidates: [Candidate] = []
    for place in sources.assessments {
      let result = evaluation.results[place]
      let unit = evaluation.kind.assessments[place]
      guard result.state != .notSubmitted, !result.expired,
        let program = result.version == unit.newest.version
          ? unit.newest : unit.older.first(where: { $0.version == result.version })
      else { continue }
      for (place, given) in result.questions.enumerated() where given.relevance != .no {
        guard place < program.questions.count else { continue }
        let question = program.questions[place]
        for other in question.classes {
          guard let answer = other.answer, answer != given.answer else { continue }
          let points = other.points.subtracting(given.points ?? Decimal34.zero) ?? other.points
          candidates.append(
            Candidate(
              kind: .answer(assessment: unit.name, question: question.id, before: given.answer, after: answer),
              points: points, distance: Decimal34.zero, record: changed(result, question.id, answer),
              advice: Advice.forAnswer(answer, to: program.definition.questions[place], label: other.label)))
        }
      }
    }
    return candidates
  }

  /// The record with one more sheet, newer than all: the current one with another answer.
  private func changed(_ result: AssessmentResult, _ question: Text, _ answer: AnswerValue) -> Record {
    var record = evaluation.record
    var latest = evaluation.clock.epochMilliseconds
    for submission in record.submissions { latest = max(latest, submission.capturedAt ?? latest) }
    var answers: [Submission.Answer] = []
    for other in result.questions {
      if other.question == question {
        answers.append(Submission.Answer(question: question, value: answer))
      } else if let value = other.answer {
        answers.append(Submission.Answer(question: other.question, value: value))
      }
    }
    record.submissions.append(
      Submission(
        assessment: result.assessment, version: result.version, answers: answers,
        capturedAt: latest < Int64.max ? latest + 1 : latest))
    return record
  }

  // MARK: Attributes

  private func attributeCandidates() -> [Candidate] {
    var candidates: [Candidate] = []
    for place in sources.attributes {
      let attribute = evaluation.kind.definition.attributes[place]
      guard attribute.changeable else { continue }
      let current = evaluation.record.attributes.first { $0.name == attribute.name }?.value ?? .unknown
      for value in values(of: attribute, slot: evaluation.kind.layout.slot(attribute: place)) {
        if value.isIdentical(to: current) { continue }
        var record = evaluation.record
        record.attributes.removeAll { $0.name == attribute.name }
        record.attributes.append(
          Record.Attribute(name: attribute.name, value: value, changedAt: evaluation.clock.epochMilliseconds))
        candidates.append(
          Candidate(
            kind: .attribute(attribute.name, before: current, after: value), points: Decimal34.zero,
            distance: Self.distance(current, value), record: record,
            advice: Advice.forAttribute(attribute, value: value)))
      }
    }
    return candidates
  }

  private static func distance(_ a: Value, _ b: Value) -> Decimal34 {
    if case .date(let first) = a, case .date(let second) = b {
      return Decimal34(first.days).subtracting(Decimal34(second.days))?.magnitude ?? Decimal34.zero
    }
    guard let first = a.decimal, let second = b.decimal else { return Decimal34.zero }
    return first.subtracting(second)?.magnitude ?? Decimal34.zero
  }

  /// The values worth trying: the allowed ones, true and false, and the borders of the comparisons that read it.
  private func values(of attribute: AttributeDefinition, slot: Int) -> [Value] {
    if !attribute.values.isEmpty { return attribute.values.map { .string($0) } }
    if attribute.type == .boolean { return [.boolean(true), .boolean(false)] }
    var borders: [Value] = []
    func add(_ value: Value) {
      if !borders.contains(where: { $0.isIdentical(to: value) }) { borders.append(value) }
    }
    for rule in evaluation.kind.rules.rules where rule.condition.reads.contains(slot) {
      for literal in rule.condition.tree.literalsCompared(with: attribute.name) {
        switch (literal, attribute.type) {
        case (.string, .string): add(literal)
        case (.date(let date), .date):
          for day in [date.days, date.days &- 1, date.days &+ 1] { add(.date(CalendarDate(days: day))) }
        case (_, .number):
          guard let number = literal.decimal else { continue }
          add(literal)
          for other in [number.subtracting(Decimal34.one), number.adding(Decimal34.one)] {
            if let other { add(.number(other)) }
          }
        default: break
        }
      }
    }
    return borders
  }
}
