import FEEL

extension PipelineDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("name", name)
    members.add("kind", kind)
    members.add("stages", ifAny: stages.json { $0.document() })
    members.add("entry", ifAny: entry)
    members.add("writes", writes.word)
    return members.sorted()
  }
}

extension StageDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("name", name)
    members.add("label", ifAny: label)
    members.add("status", status.word)
    members.add("rank", rank)
    members.add("funnel", funnel)
    members.add("probability", probability)
    members.add("requires", ifAny: requires)
    return members.sorted()
  }
}

extension PolicyDefinition {
  func document() -> JSON {
    var members = DocumentMembers()
    members.add("zone", zone)
    members.add("currency", currency)
    members.add("currencyDigits", currencyDigits)
    members.add("promotionsPerDay", ifAny: promotionsPerDay)
    members.add("freshnessDays", ifAny: freshnessDays)
    if keep != Keeping() { members.add("keep", keep.document()) }
    members.add(
      "people",
      ifAny: people.json { person in
        var members = DocumentMembers()
        members.add("id", person.id)
        members.add("owner", ifAny: person.owner)
        members.add("role", person.role)
        members.add("unit", ifAny: person.unit)
        return members.sorted()
      })
    members.add(
      "units",
      ifAny: units.json { unit in
        var members = DocumentMembers()
        members.add("id", unit.id)
        members.add("parent", ifAny: unit.parent)
        return members.sorted()
      })
    return members.sorted()
  }
}

extension Keeping {
  /// What is as by default is left out.
  fileprivate func document() -> JSON {
    let usual = Keeping()
    var members = DocumentMembers()
    members.add("effects", ifAny: effects == usual.effects ? nil : effects)
    members.add("inbound", ifAny: inbound == usual.inbound ? nil : inbound)
    members.add("requests", ifAny: requests == usual.requests ? nil : requests)
    members.add("tokens", ifAny: tokens == usual.tokens ? nil : tokens)
    return members.sorted()
  }
}

extension DocumentReader {
  mutating func pipeline(_ place: DocumentPlace) -> PipelineDefinition {
    check(place, keys: ["entry", "kind", "name", "stages", "writes"])
    var pipeline = PipelineDefinition(
      name: text(place, "name"), kind: text(place, "kind"), stages: [], entry: optionalText(place, "entry"),
      writes: word(place, "writes", else: .propose))
    for item in items(place, "stages") {
      check(item, keys: ["funnel", "label", "name", "probability", "rank", "requires", "status"])
      pipeline.stages.append(
        StageDefinition(
          name: text(item, "name"), label: label(item, "label"), status: word(item, "status", else: .open),
          rank: integer(item, "rank"), funnel: integer(item, "funnel"), probability: decimal(item, "probability"),
          requires: texts(item, "requires")))
    }
    return pipeline
  }

  mutating func policy(_ place: DocumentPlace) -> PolicyDefinition {
    check(
      place,
      keys: ["currency", "currencyDigits", "freshnessDays", "keep", "people", "promotionsPerDay", "units", "zone"])
    var policy = PolicyDefinition(
      zone: text(place, "zone"), currency: text(place, "currency"), currencyDigits: integer(place, "currencyDigits"),
      promotionsPerDay: optionalInteger(place, "promotionsPerDay"),
      freshnessDays: optionalInteger(place, "freshnessDays"))
    if let item = place["keep"] {
      check(item, keys: ["effects", "inbound", "requests", "tokens"])
      policy.keep.effects = optionalInteger(item, "effects") ?? policy.keep.effects
      policy.keep.inbound = optionalInteger(item, "inbound") ?? policy.keep.inbound
      policy.keep.requests = optionalInteger(item, "requests") ?? policy.keep.requests
      policy.keep.tokens = optionalInteger(item, "tokens") ?? policy.keep.tokens
    }
    for item in items(place, "people") {
      check(item, keys: ["id", "owner", "role", "unit"])
      policy.people.append(
        PersonDefinition(
          id: text(item, "id"), owner: optionalText(item, "owner"), role: text(item, "role"),
          unit: optionalText(item, "unit")))
    }
    for item in items(place, "units") {
      check(item, keys: ["id", "parent"])
      policy.units.append(UnitDefinition(id: text(item, "id"), parent: optionalText(item, "parent")))
    }
    return policy
  }
}
