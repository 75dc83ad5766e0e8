internal import FEEL

/// The vocabulary, prepared for reading.
struct SentenceNames {
  let vocabulary: SentenceVocabulary
  let stages: CaseTable
  let assessments: CaseTable
  /// Names that stand for values by themselves: attributes, facts, built-in functions.
  let values: NameSet
  /// All names: whatever word stands in one of several words is no keyword.
  let all: NameSet

  init(_ vocabulary: SentenceVocabulary) {
    self.vocabulary = vocabulary
    stages = CaseTable(vocabulary.stages)
    assessments = CaseTable(vocabulary.assessments.map(\.name))
    var names = NameSet.builtins
    for name in vocabulary.attributes + vocabulary.facts { names.add(name: name) }
    values = names
    for assessment in vocabulary.assessments {
      for name in [assessment.name] + assessment.questions { names.add(name: name) }
      for question in assessment.questions { names.add(member: question) }
    }
    for name in vocabulary.attributes { names.add(member: name) }
    all = names
  }
}
