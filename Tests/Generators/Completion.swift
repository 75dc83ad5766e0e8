import FEEL
public import Sales

extension RecordGenerator {
  /// The record with some of what it lacks: attributes, related lists and their entries, the owner, and answers to what
  /// its sheets leave open. Nothing that is known is changed, and a complete sheet stays the one that counts.
  ///
  /// - Parameters:
  ///   - decision: of the record as it is.
  ///   - percent: of what is missing that is added.
  public static func completed(
    _ record: Record, decision: Decision, of playbook: PlaybookDefinition, _ random: inout SeededRandom, percent: Int
  ) -> Record {
    var generator = RecordGenerator(playbook, random.fork(), RecordTraits(history: false, flaws: false))
    generator.knowledge = percent
    return generator.complete(record, decision)
  }

  private mutating func complete(_ record: Record, _ decision: Decision) -> Record {
    var record = record
    guard let kind = playbook.kinds.first(where: { $0.name == record.kind }) else { return record }
    if record.owner == nil, random.chance(knowledge) { record.owner = "ann" }
    for attribute in kind.attributes where random.chance(knowledge) {
      let known = record.attributes.first { $0.name == attribute.name }
      if let known, !known.value.isMissing { continue }
      record.attributes.removeAll { $0.name == attribute.name }
      record.attributes.append(
        Record.Attribute(name: attribute.name, value: value(of: attribute), changedAt: Self.now))
    }
    for list in kind.related {
      if let place = record.related.firstIndex(where: { $0.name == list.name }) {
        record.related[place].items = record.related[place].items.map { complete($0, list) }
      } else if random.chance(knowledge) {
        record.related.append(items(of: list))
      }
    }
    for result in decision.assessments where random.chance(knowledge) {
      if let sheet = completion(of: result, record) { record.submissions.append(sheet) }
    }
    return record
  }

  private mutating func complete(_ item: Value, _ list: RelatedListDefinition) -> Value {
    guard case .context(let context) = item else { return item }
    var values = context.values
    for (place, attribute) in list.attributes.enumerated() where values[place].isMissing && random.chance(knowledge) {
      values[place] = value(of: attribute)
    }
    return .context(Context(shape: context.shape, values: values))
  }

  /// A newer sheet with the answers that count now and some of those that are missing; nil if nothing is.
  private mutating func completion(of result: AssessmentResult, _ record: Record) -> Submission? {
    guard result.state != .complete,
      let definition = playbook.assessments.last(where: {
        $0.name == result.assessment && $0.version == result.version && $0.kind == record.kind
      })
    else { return nil }
    let newestTime = record.submissions.compactMap { $0.capturedAt }.max() ?? 0
    var sheet = Submission(
      id: "completed-\(result.assessment)", assessment: result.assessment, version: result.version, answers: [],
      capturedAt: max(Self.now, newestTime + 1))
    let flawed = Set(result.notes.compactMap { $0.question })
    for question in definition.questions {
      let given = result.questions.first { $0.question == question.id }?.answer
      if let given, !flawed.contains(question.id) {
        sheet.answers.append(Submission.Answer(question: question.id, value: given))
      } else if random.chance(max(70, knowledge)) {
        sheet.answers.append(Submission.Answer(question: question.id, value: answer(to: question.kind)))
      }
    }
    return sheet
  }
}

extension Value {
  /// Whether nothing is known of it.
  var isMissing: Bool {
    if case .unknown = self { true } else { false }
  }
}
