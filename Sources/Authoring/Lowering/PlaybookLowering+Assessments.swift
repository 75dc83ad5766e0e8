internal import FEEL
internal import Sales

/// `assessments/*.yaml`: one questionnaire a file.
///
///     assessment: ProspectingAssessment      # the name that rules use
///     version: 2                             # raise it whenever a question, an option or points change
///     title: {en: Prospecting, id: Prospek}  # a text, or texts by language
///     kind: opportunity                      # the record kind; opportunity if nothing is said
///     stage: Prospecting                     # where it is recommended; or `stages: [...]`
///     languages: [en, id]                    # the languages that every text must have
///     score: raw                             # raw (points) or percent (of the reachable maximum)
///     current: latest submission             # or: latest per question
///     sections:
///       - {id: need, title: Need, relevant: 'hours > 0'}
///     questions: ...                         # see the extension on questions
extension PlaybookLowering {
  func lowerAssessment(_ root: YAMLNode, _ source: Source) {
    let reader = source.reader
    let keys: [Text] = [
      "assessment", "current", "kind", "languages", "questions", "score", "sections", "stage", "stages", "title",
      "version",
    ]
    guard let map = reader.mapping(root, "an assessment", keys: keys) else { return }
    let languages = map.texts("languages").filter { reader.checkLanguage($0.text, at: $0.start) }.map(\.text)
    let language = languages.first ?? ""
    guard let nameNode = map.required("assessment"), let name = reader.name(nameNode, "`assessment`") else { return }
    let version =
      map.required("version").flatMap { reader.wholeNumber($0, "`version`", in: 1...1_000_000) } ?? 1
    guard isNewAssessment(name, version, source, at: nameNode.start) else { return }
    let source = places(of: name, version, source)
    record(.assessment(name), source, at: nameNode.start)
    var assessment = AssessmentDefinition(
      name: name, version: version,
      title: map.required("title").flatMap { reader.label($0, "`title`", language: language) } ?? Label([]),
      kind: map["kind"].flatMap { knownKind($0, reader) } ?? "opportunity", stages: [], score: .raw,
      languages: languages, questions: [])
    if map["kind"] == nil, !definition.kinds.isEmpty, !definition.kinds.contains(where: { $0.name == "opportunity" }) {
      reader.error(
        "MISSING-KEY", at: map.start, "an assessment needs `kind` where there is no record kind `opportunity`",
        fix: "write `kind: \(definition.kinds[0].name)`")
    }
    assessment.stages = stages(map, kind: assessment.kind)
    let scores: [(Text, ScoreKind)] = [("raw", .raw), ("percent", .percent)]
    assessment.score = map.word("score", among: scores) ?? .raw
    assessment.scoreDeclared = map["score"] != nil
    let currents: [(Text, CurrentAnswers)] = [
      ("latest submission", .latestSubmission), ("latest per question", .latestPerQuestion),
    ]
    assessment.current = map.word("current", among: currents) ?? .latestSubmission
    assessment.sections = sections(map, of: assessment, source)
    var ids = NameTable()
    for node in map.required("questions").flatMap({ reader.sequence($0, "`questions`") }) ?? [] {
      if let question = question(node, of: assessment, &ids, source) { assessment.questions.append(question) }
    }
    if let node = map["questions"], case .sequence(let items) = node.content, items.isEmpty {
      reader.error("EMPTY-VALUE", at: node.start, "`questions` holds no question")
    }
    definition.assessments.append(assessment)
  }

  /// Older versions of an assessment may stay in files of their own: what was answered under them is scored by them.
  private func isNewAssessment(_ name: Text, _ version: Int, _ source: Source, at byte: Int) -> Bool {
    if definition.assessments.contains(where: { $0.name == name && $0.version == version }) {
      source.reader.error(
        "DUPLICATE", at: byte,
        "version \(version) of `\(name)` is defined a second time, also in \(firstPlace(of: .assessment(name)))",
        fix: "raise the version, or take one of the two out")
      return false
    }
    if definition.assessments.contains(where: { $0.name == name }) { return true }
    return isNew(name, among: &assessmentNames, "assessment", source, at: byte, subject: { .assessment($0) })
  }

  /// Findings name no version: the newest one is meant, so only its places are remembered.
  private func places(of name: Text, _ version: Int, _ source: Source) -> Source {
    guard let newest = definition.assessments.filter({ $0.name == name }).map(\.version).max() else { return source }
    if newest < version {
      origins.forget(assessment: name)
      return source
    }
    return Source(reader: source.reader, number: nil)
  }

  /// `stage` and `stages` say the same; stages are those of the pipelines of the assessment's kind.
  private func stages(_ map: YAMLMapping, kind: Text) -> [Text] {
    if let second = map.entry("stages"), map["stage"] != nil {
      map.reader.error(
        "DUPLICATE-KEY", at: second.keyStart, "`stage` and `stages` say the same", fix: "keep one of the two")
    }
    let pipelines = definition.pipelines.filter { $0.kind == kind }
    var stages: [Text] = []
    for (text, start) in map.texts("stage") + map.texts("stages") {
      guard let stage = knownStage(text, of: pipelines, at: start, map.reader), !stages.contains(stage) else {
        continue
      }
      stages.append(stage)
    }
    return stages
  }

  private func sections(
    _ map: YAMLMapping, of assessment: AssessmentDefinition, _ source: Source
  ) -> [SectionDefinition] {
    let reader = source.reader
    var sections: [SectionDefinition] = []
    for node in map.sequence("sections") ?? [] {
      guard let map = reader.mapping(node, "a section", keys: ["id", "relevant", "title"]) else { continue }
      guard let idNode = map.required("id"), let id = reader.name(idNode, "`id`") else { continue }
      if sections.contains(where: { $0.id == id }) {
        reader.error(
          "DUPLICATE", at: idNode.start, "the section `\(id)` is there already", fix: "choose another id")
        continue
      }
      let language = assessment.languages.first ?? ""
      var section = SectionDefinition(
        id: id,
        title: map.required("title").flatMap { reader.label($0, "`title`", language: language) } ?? Label([]))
      section.relevance = relevance(map, id: id, of: assessment, source)
      sections.append(section)
    }
    return sections
  }

  /// The FEEL condition of a section or question, with its place.
  func relevance(_ map: YAMLMapping, id: Text, of assessment: AssessmentDefinition, _ source: Source) -> Text? {
    guard let scalar = map.scalar("relevant") else { return nil }
    record(.relevance(assessment: assessment.name, id: id), source, scalar)
    return scalar.text
  }
}
