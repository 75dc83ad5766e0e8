import Decisions
public import FEEL

extension PlaybookDefinition {
  /// What to tell about a playbook beyond what compiling it tells: gaps in bands, thresholds that decide nothing,
  /// stages without a way in or out, translations that are missing.
  ///
  /// Needs no playbook without errors: what can't be looked at is passed over, and `Playbook.compile` says why.
  ///
  /// - Parameter clock: for conditions of assessments that call `today()`.
  /// - Returns: the findings, assessments first, then rules, then stages; within them in the order of the definitions.
  public func check(clock: Clock) -> [Finding] {
    var check = PlaybookCheck(self, clock: clock)
    check.run()
    return check.findings
  }
}

/// The work of checking one playbook.
struct PlaybookCheck {
  let definition: PlaybookDefinition
  let clock: Clock
  var findings: [Finding] = []
  var assessments: [CheckedAssessment] = []
  var rules: [CheckedRule] = []

  init(_ definition: PlaybookDefinition, clock: Clock) {
    self.definition = definition
    self.clock = clock
  }

  mutating func run() {
    prepare()
    for assessment in assessments { checkAssessment(assessment) }
    for rule in rules { checkThresholds(rule) }
    checkNullTests()
    for pipeline in definition.pipelines { checkStages(pipeline) }
    checkDirection()
  }

  /// Compiles rules and assessments, and finds what these can come to.
  mutating func prepare() {
    var builder = ProgramBuilder(law: .sales)
    let programs = compileAssessments(&builder)
    let scope = CheckedRule.scope(definition)
    for sentence in definition.sentences { rules.append(CheckedRule(sentence, scope: scope, &builder)) }
    var machine = Machine(builder.finish(), slots: programs.slotCount)
    for assessment in definition.assessments {
      let versions = programs.all.filter { $0.name == assessment.name }
      // Subjects name no version: the newest is meant.
      guard !definition.assessments.contains(where: { $0.name == assessment.name && $0.version > assessment.version })
      else { continue }
      guard let program = versions.first(where: { $0.version == assessment.version }) else {
        assessments.append(CheckedAssessment(definition: assessment, space: nil, reach: nil, sheets: nil, older: []))
        continue
      }
      let space = AnswerSpace(program)
      assessments.append(
        CheckedAssessment(
          definition: assessment, space: space, reach: space.attainable(machine: &machine, clock: clock),
          sheets: space.sheets(machine: &machine, clock: clock),
          older: versions.filter { $0.version < assessment.version }.map {
            AnswerSpace($0).attainable(machine: &machine, clock: clock)
          }))
    }
  }

  private func compileAssessments(_ builder: inout ProgramBuilder) -> (all: [AssessmentProgram], slotCount: Int) {
    var all: [AssessmentProgram] = []
    var next = 0
    for assessment in definition.assessments {
      var variables: [Scope.Variable] = []
      if let kind = definition.kinds.first(where: { $0.name == assessment.kind }) {
        for attribute in kind.attributes {
          variables.append(Scope.Variable(attribute.name, .slot(next, attribute.type)))
          next += 1
        }
        for list in kind.related {
          let entries = list.attributes.map { FeelType.Entry($0.name, $0.type) }
          variables.append(Scope.Variable(list.name, .slot(next, .list(.context(entries)))))
          next += 1
        }
      }
      let compiled = AssessmentProgram.compile(
        assessment, surroundings: Scope(variables), firstSlot: next, builder: &builder)
      next += compiled.slotCount
      if let program = compiled.program { all.append(program) }
    }
    return (all, next)
  }

  mutating func tell(
    _ severity: Diagnostic.Severity, _ code: Text, _ subject: Subject, span: Span? = nil, _ message: String,
    fix: String? = nil
  ) {
    findings.append(Finding(severity, code, subject, span: span, Text(message), fix: fix.map { Text($0) }))
  }
}

/// An assessment with all that it can come to.
struct CheckedAssessment {
  let definition: AssessmentDefinition
  /// Nil if it does not compile.
  let space: AnswerSpace?
  let reach: Attainable?
  /// All sheets, if there are few.
  let sheets: [AnswerSpace.Sheet]?
  let older: [Attainable]
}
