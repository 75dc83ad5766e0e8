import FEEL

extension RecordKindDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("name", name)
    members.add("attributes", ifAny: attributes.json { $0.document() })
    members.add("related", ifAny: related.json { $0.document() })
    members.add("money", ifAny: money)
    if !outcome.names.isEmpty { members.add("outcome", outcome.document()) }
    return members.sorted()
  }
}

extension OutcomeFields {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("least", ifAny: least)
    members.add("verdict", ifAny: verdict)
    members.add("difference", ifAny: difference)
    members.add("link", ifAny: link)
    return members.sorted()
  }
}

extension AttributeDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("name", name)
    members.add("type", type.document())
    if let label { members.add("label", label.document()) }
    members.add("values", ifAny: values)
    if changeable { members.add("changeable", .boolean(true)) }
    members.add("field", ifAny: field)
    return members.sorted()
  }
}

extension RelatedListDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("name", name)
    members.add("attributes", ifAny: attributes.json { $0.document() })
    return members.sorted()
  }
}

extension DocumentReader {
  mutating func kind(_ place: DocumentPlace) -> RecordKindDefinition {
    check(place, keys: ["attributes", "money", "name", "outcome", "related"])
    var kind = RecordKindDefinition(name: text(place, "name"), attributes: attributes(place))
    for item in items(place, "related") {
      check(item, keys: ["attributes", "name"])
      kind.related.append(RelatedListDefinition(name: text(item, "name"), attributes: attributes(item)))
    }
    kind.money = optionalText(place, "money")
    if let outcome = place["outcome"] {
      check(outcome, keys: ["difference", "least", "link", "verdict"])
      kind.outcome = OutcomeFields(
        least: optionalText(outcome, "least"), verdict: optionalText(outcome, "verdict"),
        difference: optionalText(outcome, "difference"), link: optionalText(outcome, "link"))
    }
    return kind
  }

  private mutating func attributes(_ place: DocumentPlace) -> [AttributeDefinition] {
    var attributes: [AttributeDefinition] = []
    for item in items(place, "attributes") {
      check(item, keys: ["changeable", "field", "label", "name", "type", "values"])
      attributes.append(
        AttributeDefinition(
          name: text(item, "name"), label: label(item, "label"), type: type(item, "type"),
          values: texts(item, "values"), changeable: item["changeable"] == nil ? false : boolean(item, "changeable"),
          field: optionalText(item, "field")))
    }
    return attributes
  }
}
