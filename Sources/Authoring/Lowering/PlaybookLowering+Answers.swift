internal import FEEL
internal import Sales

/// The options and bands of a question: what an answer is worth.
extension PlaybookLowering {
  /// `options`, each `{id, label, points, advice}`; without a label the id is shown.
  func options(_ context: QuestionContext) -> [OptionDefinition] {
    let reader = context.reader
    guard let node = context.map.required("options"), let items = reader.sequence(node, "`options`") else { return [] }
    var options: [OptionDefinition] = []
    var ids = NameTable()
    for item in items {
      guard let map = reader.mapping(item, "an option", keys: ["id", "label", "points", "advice"]),
        let idNode = map.required("id"), let id = reader.title(idNode, "`id`")
      else { continue }
      let subject = { (id: Text) -> Subject in
        .option(assessment: context.assessment.name, question: context.id, id: id)
      }
      guard isNew(id, among: &ids, "option", context.source, at: idNode.start, subject: subject) else {
        continue
      }
      record(subject(id), context.source, at: idNode.start)
      options.append(
        OptionDefinition(
          id: id, label: map.label("label", language: context.language) ?? Label([Label.Translation("", id)]),
          points: map.decimal("points"), advice: map.label("advice", language: context.language)))
    }
    if items.isEmpty { reader.error("EMPTY-VALUE", at: node.start, "`options` holds no option") }
    return options
  }

  /// `points`, `advice` and `labels`, each `{yes: ..., no: ...}`.
  func yesNo(_ context: QuestionContext) -> QuestionDefinition.Kind {
    let points = answers("points", context)
    let advice = answers("advice", context)
    let labels = answers("labels", context)
    let option = { (id: Text) -> OptionDefinition in
      let number = points[id].flatMap { context.reader.decimal($0, "the points of `\(id)`") }
      let label = labels[id].flatMap { context.reader.label($0, "the label of `\(id)`", language: context.language) }
      let subject = Subject.option(assessment: context.assessment.name, question: context.id, id: id)
      if let node = points[id] { self.record(subject, context.source, at: node.start) }
      return OptionDefinition(
        id: id, label: label ?? Self.usualLabel(id, context.assessment.languages), points: number,
        advice: advice[id].flatMap { context.reader.label($0, "the advice of `\(id)`", language: context.language) })
    }
    return .yesNo(yes: option("yes"), no: option("no"))
  }

  /// What a `{yes: ..., no: ...}` says of each answer.
  private func answers(_ key: Text, _ context: QuestionContext) -> [Text: YAMLNode] {
    guard let node = context.map[key], let map = context.reader.mapping(node, "`\(key)`", keys: ["yes", "no"]) else {
      return [:]
    }
    return Dictionary(map.entries.map { ($0.key, $0.value) }) { first, _ in first }
  }

  /// Yes and no need no translation by the author in these languages.
  private static func usualLabel(_ id: Text, _ languages: [Text]) -> Label {
    let words: [(language: Text, yes: Text, no: Text)] = [("en", "Yes", "No"), ("id", "Ya", "Tidak")]
    let known = words.filter { languages.contains($0.language) }
    return Label((known.isEmpty ? words : known).map { Label.Translation($0.language, id == "yes" ? $0.yes : $0.no) })
  }

  /// `bands`: a map from FEEL unary tests to points, or a list of `{when, points, advice}`.
  func bands(_ context: QuestionContext) -> [BandDefinition] {
    guard let node = context.map["bands"] else { return [] }
    let reader = context.reader
    var bands: [BandDefinition] = []
    let add = { (tests: YAMLScalar, points: Decimal34, advice: Label?) in
      let subject = Subject.band(assessment: context.assessment.name, question: context.id, index: bands.count)
      self.record(subject, context.source, tests)
      bands.append(BandDefinition(tests: tests.text, points: points, advice: advice))
    }
    if case .sequence(let items) = node.content {
      for item in items {
        guard let map = reader.mapping(item, "a band", keys: ["when", "points", "advice"]) else { continue }
        guard map.required("when") != nil, map.required("points") != nil, let tests = map.scalar("when"),
          let points = map.decimal("points")
        else { continue }
        add(tests, points, map.label("advice", language: context.language))
      }
      return bands
    }
    for entry in reader.anyMapping(node, "`bands`")?.entries ?? [] {
      guard let points = reader.decimal(entry.value, "the points of a band") else { continue }
      add(entry.keyScalar, points, nil)
    }
    return bands
  }
}
