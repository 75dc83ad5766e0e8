import Decisions
import FEEL

extension AssessmentCompilation {
  /// Compiles the conditions of sections and questions; one text is one condition, whoever shares it.
  mutating func compileRelevance(of questions: inout [QuestionProgram], _ builder: inout ProgramBuilder) {
    for section in definition.sections {
      guard let source = section.relevance else { continue }
      guard let condition = condition(source, of: section.id, &builder) else { continue }
      for place in questions.indices where definition.questions[place].section == section.id {
        questions[place].conditions.append(condition)
      }
    }
    for (place, question) in definition.questions.enumerated() {
      guard let source = question.relevance, let condition = condition(source, of: question.id, &builder) else {
        continue
      }
      if !questions[place].conditions.contains(condition) { questions[place].conditions.append(condition) }
    }
    for condition in conditions {
      for place in condition.questions { questions[place].isRead = true }
    }
  }

  private mutating func condition(_ source: Text, of id: Text, _ builder: inout ProgramBuilder) -> Int? {
    if let known = conditions.firstIndex(where: { $0.source == source }) { return known }
    let subject = Subject.relevance(assessment: definition.name, id: id)
    let compiled = builder.expression(source, scope: scope)
    tell(compiled.diagnostics, subject)
    guard let entry = compiled.entry else { return nil }
    switch compiled.type {
    case .any, .boolean: break
    default: error("TYPE", subject, "Whether `\(id)` is asked must be true or false", fix: "write a comparison")
    }
    note(compiled)
    conditions.append(
      ConditionProgram(
        source: source, entry: entry,
        questions: compiled.reads.filter { isAnswer($0) }.map { $0 - firstSlot },
        surroundings: compiled.reads.filter { !isAnswer($0) }, testsNull: !compiled.nullTests.isEmpty))
    conditionTrees.append(compiled.tree)
    return conditions.count - 1
  }

  /// Every question after what it depends on, otherwise in the author's order; nil with a finding for a loop.
  mutating func order(_ questions: [QuestionProgram]) -> [AssessmentProgram.Step]? {
    var steps: [AssessmentProgram.Step] = []
    var placed = [Bool](repeating: false, count: questions.count)
    var readied = [Bool](repeating: false, count: conditions.count)
    var left = questions.count
    while left > 0 {
      var moved = false
      for place in questions.indices where !placed[place] {
        let ready = questions[place].conditions.allSatisfy { conditions[$0].questions.allSatisfy { placed[$0] } }
        guard ready else { continue }
        for condition in questions[place].conditions where !readied[condition] {
          readied[condition] = true
          steps.append(.condition(condition))
        }
        steps.append(.question(place))
        placed[place] = true
        left -= 1
        moved = true
      }
      if !moved {
        tellLoop(questions, placed)
        return nil
      }
    }
    return steps
  }

  private mutating func tellLoop(_ questions: [QuestionProgram], _ placed: [Bool]) {
    guard var place = placed.firstIndex(of: false) else { return }
    var path: [Int] = []
    // Each unplaced question waits for an unplaced one, so the walk comes round within their number.
    while !path.contains(place), path.count <= questions.count {
      path.append(place)
      let waits = questions[place].conditions.flatMap { conditions[$0].questions }
      guard let next = waits.first(where: { !placed[$0] }) else { break }
      place = next
    }
    let loop = path[(path.firstIndex(of: place) ?? 0)...] + [place]
    var names = ""
    for (index, place) in loop.enumerated() { names += (index == 0 ? "`" : " on `") + "\(questions[place].id)`" }
    error(
      "CYCLE", .relevance(assessment: definition.name, id: questions[place].id),
      "Whether a question is asked depends on itself: \(names)", fix: "let conditions read only earlier questions")
  }
}
