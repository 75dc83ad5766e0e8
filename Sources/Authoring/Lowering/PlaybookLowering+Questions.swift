internal import FEEL
internal import Sales

/// The questions of an assessment.
///
///     - id: hours                            # what rules and files call it; never change it
///       section: need                        # optional
///       ask: How many hours a week?          # a text, or texts by language
///       help: Count meetings too.            # optional
///       type: number                         # choice, several of, yes/no, number, scale, text or date
///       required: true                       # a sheet without it is incomplete; true if nothing is said
///       weight: 1                            # multiplies its points and its maximum
///       unanswered: 0                        # points of an optional question left blank
///       relevant: 'compliance = true'        # FEEL over other answers and attributes; else always
///       field: Hours__c                      # the CRM field that it fills
///
/// What else may stand there depends on the type:
///
/// - choice, several of: `options`, each `{id, label, points, advice}`
/// - yes/no: `points: {yes: 30, no: 0}`, `advice` and `labels` in the same form
/// - number: `minimum`, `maximum`, `unit`, `bands`
/// - scale: `minimum`, `maximum`, and `points_per_step` or `bands`
/// - text: `points` if anything is written, `maximum_length`
/// - date: `bands`
extension PlaybookLowering {
  func question(
    _ node: YAMLNode, of assessment: AssessmentDefinition, _ ids: inout NameTable, _ source: Source
  ) -> QuestionDefinition? {
    let reader = source.reader
    guard let map = questionMapping(node, reader) else { return nil }
    guard let idNode = map.required("id"), let id = reader.name(idNode, "`id`") else { return nil }
    let subject = { (id: Text) -> Subject in .question(assessment: assessment.name, id: id) }
    guard isNew(id, among: &ids, "question", source, at: idNode.start, subject: subject) else { return nil }
    record(subject(id), source, at: idNode.start)
    let context = QuestionContext(assessment: assessment, id: id, map: map, source: source)
    guard let kind = kind(context) else { return nil }
    let ask = map.required("ask").flatMap { reader.label($0, "`ask`", language: context.language) }
    var question = QuestionDefinition(id: id, ask: ask ?? Label([]), kind: kind)
    question.explanation = map.label("help", language: context.language)
    question.section = section(context)
    question.required = map.boolean("required") ?? true
    question.weight = weight(map)
    question.unanswered = map.decimal("unanswered")
    question.relevance = relevance(map, id: id, of: assessment, source)
    question.field = map.text("field")
    if question.unanswered != nil, question.required {
      reader.error(
        "UNANSWERED", at: map["unanswered"]?.start ?? map.start,
        "a required question is never left blank, so `unanswered` has no meaning",
        fix: "write `required: false`, or take `unanswered` out")
    }
    return question
  }

  /// What the parts of one question need to know.
  struct QuestionContext {
    let assessment: AssessmentDefinition
    let id: Text
    let map: YAMLMapping
    let source: Source

    var reader: YAMLReader { source.reader }
    /// The language of texts that name none.
    var language: Text { assessment.languages.first ?? "" }
  }

  private func weight(_ map: YAMLMapping) -> Decimal34 {
    guard let weight = map.decimal("weight") else { return Decimal34(1) }
    if weight < Decimal34(0) {
      map.reader.error(
        "WRONG-VALUE", at: map["weight"]?.start ?? map.start, "`weight` cannot be negative",
        fix: "give the answers negative points instead")
    }
    return weight
  }

  private func section(_ context: QuestionContext) -> Text? {
    guard let node = context.map["section"], let name = context.reader.text(node, "`section`") else { return nil }
    let names = context.assessment.sections.map(\.id)
    if names.contains(name) { return name }
    context.reader.error(
      "UNKNOWN-SECTION", at: node.start, "there is no section `\(name)`",
      fix: context.reader.didYouMean(name, among: names) ?? "declare it under `sections`")
    return nil
  }

  private static let commonKeys: [Text] = [
    "id", "section", "ask", "help", "type", "required", "weight", "unanswered", "relevant", "field",
  ]

  private static let typeKeys: [(type: Text, keys: [Text])] = [
    ("choice", ["options"]), ("several of", ["options"]), ("yes/no", ["points", "advice", "labels"]),
    ("number", ["bands", "minimum", "maximum", "unit"]),
    ("scale", ["minimum", "maximum", "points_per_step", "bands"]), ("text", ["points", "maximum_length"]),
    ("date", ["bands"]),
  ]

  /// A question's mapping; a key of another type of question is told as such.
  private func questionMapping(_ node: YAMLNode, _ reader: YAMLReader) -> YAMLMapping? {
    let all = Self.typeKeys.flatMap(\.keys).reduce(into: Self.commonKeys) { keys, key in
      if !keys.contains(key) { keys.append(key) }
    }
    guard let map = reader.mapping(node, "a question", keys: all) else { return nil }
    guard case .scalar(let type) = map["type"]?.content,
      let own = Self.typeKeys.first(where: { $0.type == type.text })?.keys
    else { return map }
    for entry in map.entries where all.contains(entry.key) && !Self.commonKeys.contains(entry.key) {
      if own.contains(entry.key) { continue }
      let types = Self.typeKeys.filter { $0.keys.contains(entry.key) }.map(\.type)
      reader.error(
        "KEY-OF-OTHER-TYPE", at: entry.keyStart,
        "a question of type `\(type.text)` has no `\(entry.key)`; that belongs to \(listed(types))",
        fix: "change the type, or take the key out")
    }
    return map
  }

  private func kind(_ context: QuestionContext) -> QuestionDefinition.Kind? {
    let types = Self.typeKeys.map { ($0.type, $0.type) }
    guard context.map.required("type") != nil, let type = context.map.word("type", among: types) else { return nil }
    switch type {
    case "choice": return .choice(options(context))
    case "several of": return .severalOf(options(context))
    case "yes/no": return yesNo(context)
    case "scale": return scale(context)
    case "text":
      return .text(
        points: context.map.decimal("points"),
        maximumLength: context.map.wholeNumber("maximum_length", in: 1...100_000) ?? 1_000)
    case "date": return .date(bands: bands(context))
    default:
      let minimum = context.map.decimal("minimum")
      let maximum = context.map.decimal("maximum")
      if let minimum, let maximum, maximum < minimum { boundsError(context) }
      return .number(
        minimum: minimum, maximum: maximum, unit: context.map.label("unit", language: context.language),
        bands: bands(context))
    }
  }

  private func scale(_ context: QuestionContext) -> QuestionDefinition.Kind? {
    let map = context.map
    guard map.required("minimum") != nil, map.required("maximum") != nil,
      let from = map.wholeNumber("minimum", in: -1_000...1_000), let to = map.wholeNumber("maximum", in: -1_000...1_000)
    else { return nil }
    guard from < to else {
      boundsError(context)
      return nil
    }
    if let second = map.entry("bands"), map["points_per_step"] != nil {
      context.reader.error(
        "DUPLICATE-KEY", at: second.keyStart, "`points_per_step` and `bands` both give points",
        fix: "keep one of the two")
    }
    return .scale(from: from, to: to, pointsPerStep: map.decimal("points_per_step"), bands: bands(context))
  }

  private func boundsError(_ context: QuestionContext) {
    context.reader.error(
      "WRONG-VALUE", at: context.map["maximum"]?.start ?? context.map.start, "`maximum` must be above `minimum`")
  }
}
