import Decisions
import FEEL

extension SentenceDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("name", name)
    members.add("condition", condition)
    members.add("actions", ifAny: actions.json { $0.document() })
    members.add("mode", ifAny: mode?.word)
    members.add("priority", ifAny: priority)
    members.add("from", ifAny: from?.dayText)
    members.add("until", ifAny: until?.dayText)
    return members.sorted()
  }
}

extension SentenceDefinition.Action {
  /// One key names what is done: `{"upgrade": stage, "from": [stages]}`, `{"set": fact, "value": FEEL}`, ...
  func document() -> JSON {
    var members = DocumentMembers()
    switch self {
    case .upgrade(let to, let from):
      members.add("upgrade", to)
      members.add("from", ifAny: from)
    case .propose(let stage): members.add("propose", stage)
    case .contribute(let contribution):
      switch contribution.kind {
      case .set: members.add("set", contribution.fact)
      case .add: members.add("add", contribution.fact)
      }
      members.add("value", contribution.value)
    case .flag(let flag): members.add("flag", flag)
    case .ask(let assessment): members.add("ask", assessment)
    case .start(let sequence): members.add("start", sequence)
    case .require(let attribute): members.add("require", attribute)
    }
    return members.sorted()
  }
}

extension FactDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("name", name)
    members.add("type", type.document())
    members.add("merge", merge.word)
    members.add("default", ifAny: fallback)
    members.add("values", ifAny: domain)
    return members.sorted()
  }
}

extension DocumentReader {
  mutating func fact(_ place: DocumentPlace) -> FactDefinition {
    check(place, keys: ["default", "merge", "name", "type", "values"])
    return FactDefinition(
      name: text(place, "name"), type: type(place, "type"), merge: word(place, "merge", else: .any),
      fallback: optionalText(place, "default"), domain: texts(place, "values"))
  }

  mutating func sentence(_ place: DocumentPlace) -> SentenceDefinition {
    check(place, keys: ["actions", "condition", "from", "mode", "name", "priority", "until"])
    var sentence = SentenceDefinition(
      name: text(place, "name"), condition: text(place, "condition"), actions: [],
      priority: optionalDecimal(place, "priority"), from: day(place, "from"), until: day(place, "until"))
    if let mode = place["mode"] { sentence.mode = word(mode, else: .proposal) }
    for item in items(place, "actions") {
      if let action = action(item) { sentence.actions.append(action) }
    }
    return sentence
  }

  private mutating func action(_ place: DocumentPlace) -> SentenceDefinition.Action? {
    let verbs: [Text] = ["upgrade", "propose", "set", "add", "flag", "ask", "start", "require"]
    var present: [Text] = []
    for verb in verbs where place[verb] != nil { present.append(verb) }
    guard present.count == 1, let verb = present.first, let member = place[verb] else {
      check(place, keys: verbs + ["from", "value"])
      if place.json.members != nil {
        report(place.path, "exactly one of " + verbs.listedBriefly + " belongs here")
      }
      return nil
    }
    let object = text(member)
    switch verb {
    case "upgrade":
      check(place, keys: ["from", "upgrade"])
      return .upgrade(to: object, from: texts(place, "from"))
    case "set", "add":
      check(place, keys: [verb, "value"])
      return .contribute(Contribution(verb == "set" ? .set : .add, fact: object, value: text(place, "value")))
    default: break
    }
    check(place, keys: [verb])
    switch verb {
    case "propose": return .propose(object)
    case "flag": return .flag(object)
    case "ask": return .ask(object)
    case "start": return .start(object)
    default: return .require(object)
    }
  }

  mutating func day(_ place: DocumentPlace, _ key: Text) -> CalendarDate? {
    guard let member = place[key] else { return nil }
    let written = text(member)
    if let day = CalendarDate(day: written) { return day }
    report(member.path, "a day like 2026-01-31 belongs here, not " + Suggestion.shown(written))
    return nil
  }
}
