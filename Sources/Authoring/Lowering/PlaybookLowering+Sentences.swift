internal import Decisions
internal import FEEL
internal import Sales

/// `rules/*.rules`: one sentence a line (design §5).
extension PlaybookLowering {
  func lowerSentences() {
    let vocabulary = vocabulary()
    for (file, number) in ruleFiles {
      let source = Source(reader: YAMLReader(file: file, findings: findings), number: number)
      let parsed = SentenceParser(file: file, vocabulary: vocabulary).parse()
      for finding in parsed.findings { findings.add(finding) }
      for sentence in parsed.sentences { lower(sentence, source) }
    }
  }

  private func lower(_ sentence: ParsedSentence, _ source: Source) {
    let name = sentence.definition.name
    let names = definition.sentences.map(\.name)
    guard isNew(name, among: names, "rule", source, at: sentence.byte, subject: { .rule($0) }) else { return }
    record(.rule(name), source, at: sentence.byte)
    origins.record(
      .condition(rule: name), file: source.number, byte: sentence.condition.fileByte(0), map: sentence.condition)
    for (index, action) in sentence.actions.enumerated() {
      origins.record(
        .action(rule: name, index: index), file: source.number, byte: action.byte, map: action.value)
    }
    definition.sentences.append(sentence.definition)
  }

  /// The names that are declared in the other files.
  private func vocabulary() -> SentenceVocabulary {
    var attributes: [Text] = []
    for kind in definition.kinds {
      attributes += kind.attributes.map(\.name)
      for related in kind.related { attributes += [related.name] + related.attributes.map(\.name) }
    }
    return SentenceVocabulary(
      stages: definition.pipelines.flatMap { $0.stages.map(\.name) },
      assessments: definition.assessments.map {
        SentenceVocabulary.Assessment($0.name, questions: $0.questions.map(\.id))
      },
      facts: definition.facts.map(\.name), attributes: attributes)
  }
}
