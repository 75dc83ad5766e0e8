import Decisions
import FEEL

// What can be said of definitions before anything is compiled.

extension PlaybookCompiler {
  mutating func checkPolicy() {
    let policy = definition.policy
    if let most = policy.promotionsPerDay, most < 1 {
      error("LIMIT", .policy, Text("at most \(most) promotions a day would never promote"), fix: "say 1 or more")
    }
    if let days = policy.freshnessDays, days < 1 {
      error("LIMIT", .policy, Text("answers can't expire after \(days) days"), fix: "say 1 or more")
    }
    if policy.currencyDigits < 0 || policy.currencyDigits > 6 {
      error("LIMIT", .policy, Text("a currency can't have \(policy.currencyDigits) decimals"), fix: "say 0 to 6")
    }
    checkUnique(policy.people.map { $0.id }, "people") { _ in .policy }
    checkUnique(policy.units.map { $0.id }, "unit") { _ in .policy }
    let units = policy.units.map { $0.id }
    for person in policy.people {
      if let unit = person.unit, !units.contains(unit) {
        error(
          "UNDEFINED", .policy, Text("\(person.id) belongs to the unit \(unit), which is not defined"),
          fix: Suggestion.didYouMean(unit, among: units))
      }
    }
    for unit in policy.units { checkParents(of: unit, units) }
  }

  private mutating func checkParents(of unit: UnitDefinition, _ units: [Text]) {
    guard let parent = unit.parent else { return }
    guard units.contains(parent) else {
      error(
        "UNDEFINED", .policy, Text("the unit \(unit.id) belongs to \(parent), which is not defined"),
        fix: Suggestion.didYouMean(parent, among: units))
      return
    }
    var above: Text? = parent
    for _ in units {
      guard let current = above else { return }
      if current == unit.id {
        error("CYCLE", .policy, Text("the unit \(unit.id) lies inside itself"), fix: "give it another parent")
        return
      }
      above = definition.policy.units.first { $0.id == current }?.parent
    }
  }

  mutating func checkKinds() {
    checkUnique(definition.kinds.map { $0.name }, "kind") { .kind($0) }
    if definition.kinds.isEmpty {
      error("EMPTY", .playbook, "no record kind is defined", fix: "declare one, with its attributes, in records.yaml")
    }
    for kind in definition.kinds {
      let subject = { (name: Text) in Subject.attribute(kind: kind.name, name: name) }
      checkUnique(kind.attributes.map { $0.name } + kind.related.map { $0.name }, "attribute", subject)
      for list in kind.related { checkUnique(list.attributes.map { $0.name }, "attribute", subject) }
      for attribute in kind.attributes where !attribute.values.isEmpty && attribute.type != .string {
        error(
          "TYPE", subject(attribute.name), Text("\(attribute.name) lists texts as values, but it is no text"),
          fix: "declare type: string, or remove the values")
      }
      for field in kind.outcome.names {
        if let attribute = kind.attributes.first(where: { $0.field == field }) {
          error(
            "OWN-OUTPUT", subject(attribute.name),
            Text("\(attribute.name) is read from \(field), into which the outcome is written"),
            fix: "give the outcome a field of its own")
        }
      }
      guard let money = kind.money else { continue }
      if let attribute = kind.attributes.first(where: { $0.name == money }) {
        if attribute.type != .number {
          error("TYPE", subject(money), Text("\(money) is the money of \(kind.name), but it is no number"))
        }
      } else {
        error(
          "UNDEFINED", .kind(kind.name), Text("the money of \(kind.name) is \(money), which is no attribute of it"),
          fix: Suggestion.didYouMean(money, among: kind.attributes.map { $0.name }))
      }
    }
  }

  mutating func checkAssessments() {
    var names: [Text] = []
    for assessment in definition.assessments where !names.contains(assessment.name) { names.append(assessment.name) }
    checkUnique(names, "assessment") { .assessment($0) }
    let kinds = definition.kinds.map { $0.name }
    for (first, second) in zip(definition.assessments, definition.assessments.dropFirst())
    where first.name == second.name {
      let subject = Subject.assessment(second.name)
      if first.version == second.version {
        error(
          "DUPLICATE", subject, Text("\(second.name) version \(second.version) is defined twice"),
          fix: "raise the version of the newer one")
      } else if first.kind != second.kind {
        error(
          "KIND", subject, Text("\(second.name) is about \(first.kind) in one version and \(second.kind) in another"))
      }
    }
    for assessment in definition.assessments {
      let subject = Subject.assessment(assessment.name)
      guard kinds.contains(assessment.kind) else {
        error(
          "UNDEFINED", subject, Text("\(assessment.name) is about the kind \(assessment.kind), which is not defined"),
          fix: Suggestion.didYouMean(assessment.kind, among: kinds))
        continue
      }
      let stages = stageNames(kind: assessment.kind)
      for stage in assessment.stages { _ = resolve(stage, among: stages, "stage", subject) }
    }
  }

  /// The names of all stages of all pipelines of a kind, each once.
  func stageNames(kind: Text) -> [Text] {
    var names: [Text] = []
    for pipeline in definition.pipelines where pipeline.kind == kind {
      for stage in pipeline.stages where !names.contains(stage.name) { names.append(stage.name) }
    }
    return names
  }
}
