import Decisions
import FEEL

/// The state of compiling a playbook. Goes on after an error wherever it can, so that all findings are told at once.
struct PlaybookCompiler {
  /// In canonical order.
  let definition: PlaybookDefinition
  var findings: [Finding] = []
  var builder = ProgramBuilder(law: .sales)
  /// The most slots that any kind takes.
  var slotCount = 0

  init(_ definition: PlaybookDefinition) { self.definition = definition }

  mutating func compile() -> Playbook? {
    checkPolicy()
    checkKinds()
    checkAssessments()
    checkPipelines()
    checkSentences()
    var scopes: [KindScope] = []
    for kind in definition.kinds.indices { scopes.append(kindScope(kind)) }
    let assignment = assignSentences(&scopes)
    var kinds: [KindProgram?] = []
    for kind in definition.kinds.indices { kinds.append(compile(kind, scopes[kind], assignment[kind])) }
    var pipelines: [PipelineProgram?] = []
    for pipeline in definition.pipelines { pipelines.append(compile(pipeline, kinds)) }
    findings = findings.unique()
    guard !findings.contains(where: { $0.severity == .error }) else { return nil }
    let program = builder.finish()
    let complete = (kinds.compactMap { $0 }, pipelines.compactMap { $0 })
    guard complete.0.count == kinds.count, complete.1.count == pipelines.count else { return nil }
    return Playbook(
      definition: definition, readsClock: readsClock(complete.0), kinds: complete.0, pipelines: complete.1,
      program: program, slotCount: slotCount)
  }

  private func readsClock(_ kinds: [KindProgram]) -> Bool {
    if definition.policy.freshnessDays != nil { return true }
    for sentence in definition.sentences where sentence.from != nil || sentence.until != nil { return true }
    for kind in kinds {
      if kind.rules.readsClock { return true }
      for unit in kind.assessments where unit.surroundings.readsClock { return true }
    }
    return false
  }

  // MARK: Telling

  mutating func error(_ code: Text, _ subject: Subject, _ message: Text, fix: Text? = nil) {
    findings.append(Finding(.error, code, subject, message, fix: fix))
  }

  mutating func warning(_ code: Text, _ subject: Subject, _ message: Text, fix: Text? = nil) {
    findings.append(Finding(.warning, code, subject, message, fix: fix))
  }

  mutating func note(_ code: Text, _ subject: Subject, _ message: Text, fix: Text? = nil) {
    findings.append(Finding(.note, code, subject, message, fix: fix))
  }

  /// Tells of names that stand twice, or that differ only by case.
  mutating func checkUnique(_ names: [Text], _ what: Text, _ subject: (Text) -> Subject) {
    var folded: [(name: Text, folded: Text)] = []
    for name in names { folded.append((name, name.caseFolded)) }
    folded.sort { ($0.folded, $0.name) < ($1.folded, $1.name) }
    for (first, second) in zip(folded, folded.dropFirst()) where first.folded == second.folded {
      if first.name == second.name {
        error(
          "DUPLICATE", subject(second.name), Text("two \(what)s are called \(second.name)"), fix: "rename one of them")
      } else {
        error(
          "DUPLICATE", subject(second.name),
          Text("the \(what)s \(first.name) and \(second.name) differ only by case"), fix: "rename one of them")
      }
    }
  }

  /// The declared name that was meant: exact, else the only one in another case (which is a note).
  mutating func resolve(_ name: Text, among names: [Text], _ what: Text, _ subject: Subject) -> Text? {
    if names.contains(name) { return name }
    let folded = name.caseFolded
    for candidate in names where candidate.caseFolded == folded {
      note("CASE", subject, Text("\(name) is read as \(candidate)"), fix: Text("write \(candidate)"))
      return candidate
    }
    error("UNDEFINED", subject, Text("there is no \(what) \(name)"), fix: Suggestion.didYouMean(name, among: names))
    return nil
  }
}

extension Array where Element == Finding {
  /// Each finding once, in order.
  func unique() -> [Finding] {
    var seen: Set<Finding> = []
    var kept: [Finding] = []
    for finding in self where seen.insert(finding).inserted { kept.append(finding) }
    return kept
  }
}
