import FEEL

extension AssessmentDefinition {
  /// The bytes that the canonical document has for it: equal content gives equal bytes.
  public func canonical() -> [UInt8] { document().bytes }

  func document() -> JSON {
    var members = DocumentMembers()
    members.add("name", name)
    members.add("version", version)
    members.add("title", title.document())
    members.add("kind", kind)
    members.add("stages", ifAny: stages)
    members.add("score", score.word)
    if !scoreDeclared { members.add("scoreDeclared", .boolean(false)) }
    members.add("current", current.word)
    members.add("languages", ifAny: languages)
    members.add("sections", ifAny: sections.json { $0.document() })
    members.add("questions", ifAny: questions.json { $0.document() })
    return members.sorted()
  }
}

extension SectionDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("id", id)
    members.add("title", title.document())
    members.add("relevance", ifAny: relevance)
    return members.sorted()
  }
}

extension QuestionDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("id", id)
    members.add("section", ifAny: section)
    members.add("ask", ask.document())
    members.add("explanation", ifAny: explanation)
    kind.add(to: &members)
    members.add("required", .boolean(required))
    members.add("weight", weight)
    members.add("unanswered", ifAny: unanswered)
    members.add("relevance", ifAny: relevance)
    members.add("field", ifAny: field)
    return members.sorted()
  }
}

extension QuestionDefinition.Kind {
  /// The kind's word under `kind`, and what belongs to it beside it.
  func add(to members: inout DocumentMembers) {
    switch self {
    case .choice(let options):
      members.add("kind", "choice")
      members.add("options", ifAny: options.json { $0.document() })
    case .severalOf(let options):
      members.add("kind", "several of")
      members.add("options", ifAny: options.json { $0.document() })
    case .yesNo(let yes, let no):
      members.add("kind", "yes or no")
      members.add("options", ifAny: [yes.document(), no.document()])
    case .number(let minimum, let maximum, let unit, let bands):
      members.add("kind", "number")
      members.add("minimum", ifAny: minimum)
      members.add("maximum", ifAny: maximum)
      members.add("unit", ifAny: unit)
      members.add("bands", ifAny: bands.json { $0.document() })
    case .scale(let from, let to, let pointsPerStep, let bands):
      members.add("kind", "scale")
      members.add("from", from)
      members.add("to", to)
      members.add("pointsPerStep", ifAny: pointsPerStep)
      members.add("bands", ifAny: bands.json { $0.document() })
    case .text(let points, let maximumLength):
      members.add("kind", "text")
      members.add("points", ifAny: points)
      members.add("maximumLength", maximumLength)
    case .date(let bands):
      members.add("kind", "date")
      members.add("bands", ifAny: bands.json { $0.document() })
    }
  }
}

extension OptionDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("id", id)
    members.add("label", label.document())
    members.add("points", ifAny: points)
    members.add("advice", ifAny: advice)
    return members.sorted()
  }
}

extension BandDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("tests", tests)
    members.add("points", points)
    members.add("advice", ifAny: advice)
    return members.sorted()
  }
}
