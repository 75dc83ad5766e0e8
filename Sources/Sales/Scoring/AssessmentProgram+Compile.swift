import Decisions
public import FEEL

extension AssessmentProgram {
  /// Compiles an assessment: a slot for each answer, its bands and its relevance.
  ///
  /// - Parameters:
  ///   - surroundings: what bands and relevance may read beside the answers: the record's attributes and lists. An
  ///     answer hides an attribute of its name.
  ///   - firstSlot: the first free slot.
  /// - Returns: nil for the program if a finding is an error; the slots it took stay taken.
  public static func compile(
    _ definition: AssessmentDefinition, surroundings: Scope, firstSlot: Int, builder: inout ProgramBuilder
  ) -> (program: AssessmentProgram?, findings: [Finding], slotCount: Int) {
    var compilation = AssessmentCompilation(definition, surroundings: surroundings, firstSlot: firstSlot)
    let program = compilation.run(&builder)
    let slots = min(definition.questions.count, AssessmentCompilation.mostQuestions)
    return (program, compilation.findings, slots)
  }
}

/// The work of compiling one assessment.
struct AssessmentCompilation {
  static let mostQuestions = 500
  static let mostOptions = 500
  static let mostBands = 200
  static let mostSteps = 1000
  static let widestScale = 10_000
  /// Points and weights are at most so large and have at most so many digits after the point, so that sums and products
  /// stay exact in 34 digits.
  static let mostPoints = Decimal34(1_000_000)
  static let finestPoints: Int32 = 4

  let definition: AssessmentDefinition
  let scope: Scope
  let firstSlot: Int
  var findings: [Finding] = []
  var conditions: [ConditionProgram] = []
  var conditionTrees: [Tree] = []
  /// Slots beside the answers that a text reads.
  var surroundings: [Int] = []
  var readsClock = false

  init(_ definition: AssessmentDefinition, surroundings: Scope, firstSlot: Int) {
    self.definition = definition
    self.firstSlot = firstSlot
    var variables: [Scope.Variable] = []
    for (place, question) in definition.questions.enumerated() {
      variables.append(Scope.Variable(question.id, .slot(firstSlot + place, question.kind.type)))
    }
    for variable in surroundings.variables where !definition.questions.contains(where: { $0.id == variable.name }) {
      variables.append(variable)
    }
    scope = Scope(variables)
  }

  mutating func run(_ builder: inout ProgramBuilder) -> AssessmentProgram? {
    guard !definition.questions.isEmpty, definition.questions.count <= Self.mostQuestions else {
      error(
        "QUESTIONS", .assessment(definition.name),
        "\(definition.name) has \(definition.questions.count) questions; 1 to \(Self.mostQuestions) are possible")
      return nil
    }
    checkNames()
    var questions: [QuestionProgram] = []
    for (place, question) in definition.questions.enumerated() {
      questions.append(compile(question, slot: firstSlot + place, &builder))
    }
    compileRelevance(of: &questions, &builder)
    let steps = order(questions)
    guard let steps, !findings.contains(where: { $0.severity == .error }) else { return nil }
    for place in questions.indices { classify(&questions[place]) }
    return AssessmentProgram(
      definition: definition, firstSlot: firstSlot, questions: questions, conditions: conditions, steps: steps,
      surroundings: surroundings.sorted(), readsClock: readsClock)
  }

  mutating func error(_ code: Text, _ subject: Subject, span: Span? = nil, _ message: String, fix: String? = nil) {
    findings.append(Finding(.error, code, subject, span: span, Text(message), fix: fix.map { Text($0) }))
  }

  /// Whether a slot holds an answer of this assessment.
  func isAnswer(_ slot: Int) -> Bool { slot >= firstSlot && slot < firstSlot + definition.questions.count }

  /// Notes what a text reads beside the answers.
  mutating func note(_ compiled: Compiled) {
    for slot in compiled.reads where !isAnswer(slot) && !surroundings.contains(slot) { surroundings.append(slot) }
    if compiled.readsClock { readsClock = true }
  }

  /// Passes on what the compiler said of one text.
  mutating func tell(_ diagnostics: [Diagnostic], _ subject: Subject) {
    for diagnostic in diagnostics {
      findings.append(
        Finding(
          diagnostic.severity, diagnostic.code, subject, span: diagnostic.span, diagnostic.told, fix: diagnostic.fix)
      )
    }
  }

  private mutating func checkNames() {
    for (place, question) in definition.questions.enumerated() {
      let subject = Subject.question(assessment: definition.name, id: question.id)
      if definition.questions[..<place].contains(where: { $0.id == question.id }) {
        error("DUPLICATE", subject, "Two questions of \(definition.name) have the id `\(question.id)`")
      }
      if let section = question.section, !definition.sections.contains(where: { $0.id == section }) {
        error("UNDEFINED", subject, "`\(question.id)` is in the section `\(section)`, which is not defined")
      }
    }
    for (place, section) in definition.sections.enumerated()
    where definition.sections[..<place].contains(where: { $0.id == section.id }) {
      error("DUPLICATE", .assessment(definition.name), "Two sections of \(definition.name) have the id `\(section.id)`")
    }
  }
}

extension QuestionDefinition.Kind {
  /// The type of its answers in FEEL.
  var type: FeelType {
    switch self {
    case .choice, .text: .string
    case .severalOf: .list(.string)
    case .yesNo: .boolean
    case .number, .scale: .number
    case .date: .date
    }
  }
}
