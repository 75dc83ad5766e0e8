import FEEL

extension Label {
  /// A list of `{"language", "text"}`, as the order (the first is the fallback) has a meaning.
  func document() -> JSON {
    .array(
      translations.json { translation in
        var members = DocumentMembers()
        members.add("language", translation.language)
        members.add("text", translation.text)
        return members.sorted()
      })
  }
}

extension DocumentMembers {
  mutating func add(_ key: Text, ifAny label: Label?) {
    if let label { add(key, label.document()) }
  }
}

extension DocumentReader {
  mutating func label(_ place: DocumentPlace, _ key: Text) -> Label? {
    guard let member = place[key] else { return nil }
    return label(member)
  }

  mutating func requiredLabel(_ place: DocumentPlace, _ key: Text) -> Label {
    guard let member = require(place, key) else { return Label([]) }
    return label(member)
  }

  private mutating func label(_ place: DocumentPlace) -> Label {
    var label = Label([])
    for item in items(place) {
      check(item, keys: ["language", "text"])
      label.translations.append(Label.Translation(text(item, "language"), text(item, "text")))
    }
    return label
  }
}
