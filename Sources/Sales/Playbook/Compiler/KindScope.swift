import Decisions
import FEEL

/// The names that rules about a kind may use, before its facts are known.
struct KindScope {
  var layout: SlotLayout
  /// Attributes, related lists, the record's own state, assessments.
  var variables: [Scope.Variable]
  var assessments: [AssessmentUnit]
  /// Slots taken so far.
  var slotCount: Int

  /// The whole scope: facts get the slots from the first free one on, in their order.
  func withFacts(_ facts: [FactDefinition], firstSlot: Int) -> (scope: Scope, slots: [Int]) {
    var variables = variables
    var slots: [Int] = []
    for (place, fact) in facts.enumerated() {
      slots.append(firstSlot + place)
      if !variables.contains(where: { $0.name == fact.name }) {
        variables.append(Scope.Variable(fact.name, .slot(firstSlot + place, fact.type)))
      }
    }
    return (Scope(variables), slots)
  }
}

extension PlaybookCompiler {
  /// Places the values of a kind's records in slots and compiles its assessments.
  mutating func kindScope(_ place: Int) -> KindScope {
    let kind = definition.kinds[place]
    var variables: [Scope.Variable] = []
    var next = 0
    func take() -> Int {
      next += 1
      return next - 1
    }
    for attribute in kind.attributes {
      variables.append(Scope.Variable(attribute.name, .slot(take(), attribute.type)))
    }
    for list in kind.related {
      let entries = list.attributes.map { FeelType.Entry($0.name, $0.type) }
      variables.append(Scope.Variable(list.name, .slot(take(), .list(.context(entries)))))
    }
    let surroundings = Scope(variables)
    var special = SlotLayout.Special()
    func add(_ name: Text, _ type: FeelType) -> Int? {
      guard !variables.contains(where: { $0.name == name }) else { return nil }
      let slot = take()
      variables.append(Scope.Variable(name, .slot(slot, type)))
      return slot
    }
    special.stage = add("stage", .string)
    special.step = add("step", .string)
    special.probability = add("probability", .number)
    special.owner = add("owner", .string)
    special.id = add("id", .string)
    var assessments: [AssessmentUnit] = []
    for versions in versions(kind: kind.name) {
      compile(versions, surroundings, &next, &variables, &assessments)
    }
    return KindScope(
      layout: SlotLayout(
        attributeCount: kind.attributes.count, relatedCount: kind.related.count, special: special, slotCount: next),
      variables: variables, assessments: assessments, slotCount: next)
  }

  /// The assessments of a kind, all versions of one together.
  private func versions(kind: Text) -> [[AssessmentDefinition]] {
    var groups: [[AssessmentDefinition]] = []
    for assessment in definition.assessments where assessment.kind == kind {
      if let last = groups.last?.last, last.name == assessment.name {
        groups[groups.count - 1].append(assessment)
      } else {
        groups.append([assessment])
      }
    }
    return groups
  }

  /// Compiles all versions of an assessment and adds its names to the scope, also when it has errors, so that rules
  /// are not told that it is undefined.
  private mutating func compile(
    _ versions: [AssessmentDefinition], _ surroundings: Scope, _ next: inout Int,
    _ variables: inout [Scope.Variable], _ assessments: inout [AssessmentUnit]
  ) {
    guard let newest = versions.last else { return }
    let first = next
    next += 4
    var programs: [AssessmentProgram] = []
    var answers: [Scope.Variable] = []
    var range = next..<next
    for version in versions {
      let start = next
      let compiled = AssessmentProgram.compile(
        version, surroundings: surroundings, firstSlot: start, builder: &builder)
      next += compiled.slotCount
      range = start..<next
      findings.append(contentsOf: compiled.findings)
      if let program = compiled.program {
        programs.append(program)
        answers = program.answerVariables
      } else {
        answers = []
        for (place, question) in version.questions.prefix(compiled.slotCount).enumerated()
        where !answers.contains(where: { $0.name == question.id }) {
          answers.append(Scope.Variable(question.id, .slot(start + place, .any)))
        }
      }
    }
    let members: [Scope.Variable] = [
      Scope.Variable("Score", .slot(first, .number)), Scope.Variable("Points", .slot(first + 1, .number)),
      Scope.Variable("Percent", .slot(first + 2, .number)), Scope.Variable("Complete", .slot(first + 3, .boolean)),
      Scope.Variable("Answers", .namespace(answers, hint: newest.name + ".Answers." + (answers.first?.name ?? "..."))),
    ]
    let meaning = Scope.Meaning.namespace(members, hint: newest.name + ".Score")
    if variables.contains(where: { $0.name == newest.name }) {
      error(
        "NAME", .assessment(newest.name), Text("\(newest.name) is also the name of an attribute of \(newest.kind)"),
        fix: "rename one of them")
    } else {
      variables.append(Scope.Variable(newest.name, meaning))
    }
    guard programs.count == versions.count, let program = programs.last else { return }
    assessments.append(
      AssessmentUnit(
        name: newest.name,
        slots: AssessmentSlots(
          score: first, points: first + 1, percent: first + 2, complete: first + 3, answers: range),
        newest: program, older: Array(programs.dropLast()), stages: newest.stages,
        surroundings: self.surroundings(of: versions, surroundings)))
  }

  /// Compiled once more, only to learn what is read; the answers' names stand for nothing here.
  private func surroundings(of versions: [AssessmentDefinition], _ scope: Scope) -> AssessmentSurroundings {
    var scratch = builder
    var found = AssessmentSurroundings()
    var slots: Set<Int> = []
    func learn(_ compiled: Compiled) {
      slots.formUnion(compiled.reads)
      if compiled.readsClock { found.readsClock = true }
    }
    let free = scope.variables.count
    for version in versions {
      var variables = scope.variables.filter { variable in !version.questions.contains { $0.id == variable.name } }
      for question in version.questions { variables.append(Scope.Variable(question.id, .slot(free, .any))) }
      let scope = Scope(variables)
      for section in version.sections {
        if let relevance = section.relevance { learn(scratch.expression(relevance, scope: scope)) }
      }
      for question in version.questions {
        if let relevance = question.relevance { learn(scratch.expression(relevance, scope: scope)) }
        for band in question.kind.bands {
          learn(scratch.unaryTests(band.tests, subject: free, type: question.kind.type, scope: scope))
        }
      }
    }
    found.slots = slots.filter { $0 < free }.sorted()
    return found
  }
}

extension QuestionDefinition.Kind {
  /// The bands, where the kind has any.
  var bands: [BandDefinition] {
    switch self {
    case .number(_, _, _, let bands), .scale(_, _, _, let bands), .date(let bands): bands
    case .choice, .severalOf, .yesNo, .text: []
    }
  }
}
