import FEEL

extension DocumentReader {
  mutating func assessment(_ place: DocumentPlace) -> AssessmentDefinition {
    check(
      place,
      keys: [
        "current", "kind", "languages", "name", "questions", "score", "scoreDeclared", "sections", "stages", "title",
        "version",
      ])
    var assessment = AssessmentDefinition(
      name: text(place, "name"), version: integer(place, "version"), title: requiredLabel(place, "title"),
      kind: text(place, "kind"), stages: texts(place, "stages"), score: word(place, "score", else: .raw),
      current: word(place, "current", else: .latestSubmission), languages: texts(place, "languages"), questions: [],
      scoreDeclared: place["scoreDeclared"] == nil ? true : boolean(place, "scoreDeclared"))
    for item in items(place, "sections") {
      check(item, keys: ["id", "relevance", "title"])
      assessment.sections.append(
        SectionDefinition(
          id: text(item, "id"), title: requiredLabel(item, "title"), relevance: optionalText(item, "relevance")))
    }
    for item in items(place, "questions") { assessment.questions.append(question(item)) }
    return assessment
  }

  private mutating func question(_ place: DocumentPlace) -> QuestionDefinition {
    var keys: [Text] = [
      "ask", "explanation", "field", "id", "kind", "relevance", "required", "section", "unanswered", "weight",
    ]
    let (kind, own) = questionKind(place)
    keys.append(contentsOf: own)
    check(place, keys: keys)
    return QuestionDefinition(
      id: text(place, "id"), section: optionalText(place, "section"), ask: requiredLabel(place, "ask"),
      explanation: label(place, "explanation"), kind: kind, required: boolean(place, "required"),
      weight: decimal(place, "weight"), unanswered: optionalDecimal(place, "unanswered"),
      relevance: optionalText(place, "relevance"), field: optionalText(place, "field"))
  }

  /// The kind, and the keys that belong to it.
  private mutating func questionKind(_ place: DocumentPlace) -> (QuestionDefinition.Kind, [Text]) {
    let none = QuestionDefinition.Kind.choice([])
    guard let member = require(place, "kind") else { return (none, []) }
    let word = text(member)
    switch word {
    case "choice": return (.choice(options(place)), ["options"])
    case "several of": return (.severalOf(options(place)), ["options"])
    case "yes or no":
      let options = options(place)
      guard options.count == 2 else {
        report(place.path(to: "options"), "exactly the options yes and no belong here")
        return (none, ["options"])
      }
      return (.yesNo(yes: options[0], no: options[1]), ["options"])
    case "number":
      let kind = QuestionDefinition.Kind.number(
        minimum: optionalDecimal(place, "minimum"), maximum: optionalDecimal(place, "maximum"),
        unit: label(place, "unit"), bands: bands(place))
      return (kind, ["bands", "maximum", "minimum", "unit"])
    case "scale":
      let kind = QuestionDefinition.Kind.scale(
        from: integer(place, "from"), to: integer(place, "to"), pointsPerStep: optionalDecimal(place, "pointsPerStep"),
        bands: bands(place))
      return (kind, ["bands", "from", "pointsPerStep", "to"])
    case "text":
      let kind = QuestionDefinition.Kind.text(
        points: optionalDecimal(place, "points"), maximumLength: integer(place, "maximumLength"))
      return (kind, ["maximumLength", "points"])
    case "date": return (.date(bands: bands(place)), ["bands"])
    default:
      report(
        member.path, "unknown kind of question " + Suggestion.shown(word),
        fix: Suggestion.didYouMean(
          word, among: ["choice", "several of", "yes or no", "number", "scale", "text", "date"]))
      return (none, ["bands", "from", "maximum", "maximumLength", "minimum", "options", "points", "to", "unit"])
    }
  }

  private mutating func options(_ place: DocumentPlace) -> [OptionDefinition] {
    var options: [OptionDefinition] = []
    for item in items(place, "options") {
      check(item, keys: ["advice", "id", "label", "points"])
      options.append(
        OptionDefinition(
          id: text(item, "id"), label: requiredLabel(item, "label"), points: optionalDecimal(item, "points"),
          advice: label(item, "advice")))
    }
    return options
  }

  private mutating func bands(_ place: DocumentPlace) -> [BandDefinition] {
    var bands: [BandDefinition] = []
    for item in items(place, "bands") {
      check(item, keys: ["advice", "points", "tests"])
      bands.append(
        BandDefinition(
          tests: text(item, "tests"), points: decimal(item, "points"), advice: label(item, "advice")))
    }
    return bands
  }
}
