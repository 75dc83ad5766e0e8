internal import Decisions
internal import FEEL
internal import Sales

/// Gathers the definitions of all files; one extension for each kind of file.
final class PlaybookLowering {
  var definition = PlaybookDefinition()
  var origins = Origins()
  let findings: FindingCollector
  var pipelineNames = NameTable()
  var assessmentNames = NameTable()
  var ruleNames: Set<Text> = []
  /// Sentences are lowered last: their names depend on all else.
  var ruleFiles: [(file: SourceFile, number: Int)] = []
  private var hasRecords = false
  /// Whether every file could be read; if not, names may seem to be missing that are not.
  var isWhole = true

  init(findings: FindingCollector) { self.findings = findings }

  func lower(_ file: SourceFile, _ kind: PlaybookFolder.Kind) {
    let number = origins.add(file)
    if kind == .rules {
      ruleFiles.append((file, number))
      return
    }
    if kind == .records { hasRecords = true }
    guard let root = YAMLComposer.compose(file, findings: findings) else {
      isWhole = false
      return
    }
    let source = Source(reader: YAMLReader(file: file, findings: findings), number: number)
    switch kind {
    case .records: lowerRecords(root, source)
    case .pipeline: lowerPipeline(root, source)
    case .assessment: lowerAssessment(root, source)
    case .facts: lowerFacts(root, source)
    case .policy: lowerPolicy(root, source)
    case .rules, .later: break
    }
  }

  /// What can be said only when every file was read.
  func finish() {
    if !hasRecords {
      findings.add(
        PlacedFinding(
          .error, "FILE-ABSENT", file: "rules/records.yaml", "the file that declares the record kinds is not there",
          fix: "write `records:`, below it `opportunity:`, below that its `attributes:`"))
    }
    if definition.pipelines.isEmpty, !findings.findings.contains(where: { $0.file.hasPrefix("rules/pipelines/") }) {
      findings.add(
        PlacedFinding(
          .error, "FILE-ABSENT", file: "rules/pipelines", "no pipeline is defined, so no record has stages",
          fix: "write rules/pipelines/opportunities.yaml with `pipeline:`, `kind:` and `stages:`"))
    }
    lowerSentences()
  }

  /// A file that is being lowered.
  struct Source {
    let reader: YAMLReader
    /// Its number in `origins`; nil where places need not be remembered.
    let number: Int?

    var file: SourceFile { reader.file }
  }

  func record(_ subject: Subject, _ source: Source, at byte: Int) {
    guard let number = source.number else { return }
    origins.record(subject, file: number, byte: byte)
  }

  /// Remembers where a FEEL text stands, byte for byte.
  func record(_ subject: Subject, _ source: Source, _ scalar: YAMLScalar) {
    guard let number = source.number else { return }
    let map = TextMap(scalar, in: source.file)
    origins.record(subject, file: number, byte: map.fileByte(0), map: map)
  }

  /// Where a definition of that subject already stands, for a finding about a second one.
  func firstPlace(of subject: Subject) -> String {
    guard let place = origins.place(of: subject) else { return "elsewhere" }
    return "\(place.file):\(place.position.line)"
  }

  /// Whether a name is new among its kind; a finding tells if it is not, or if it differs by case only.
  func isNew(
    _ name: Text, among names: inout NameTable, _ what: String, _ source: Source, at byte: Int,
    subject: (Text) -> Subject
  ) -> Bool {
    guard let other = names.insert(name) else { return true }
    if other == name {
      source.reader.error(
        "DUPLICATE", at: byte,
        "the \(what) `\(name)` is defined a second time, first in \(firstPlace(of: subject(name)))",
        fix: "rename one of the two, or take one out")
    } else {
      source.reader.error(
        "DUPLICATE", at: byte,
        "the \(what)s `\(name)` and `\(other)` (\(firstPlace(of: subject(other)))) differ by case only",
        fix: "give one of them another name")
    }
    return false
  }
}

/// Names of one kind, of which no two may differ by case only.
struct NameTable {
  private var names: [String: Text] = [:]

  /// Adds a name; if it is there already, perhaps in another case, nothing is added and that one is given.
  mutating func insert(_ name: Text) -> Text? {
    let key = foldedCase(name)
    if let known = names[key] { return known }
    names[key] = name
    return nil
  }
}

/// A text in small letters, for comparison by letters only.
func foldedCase(_ text: Text) -> String { text.string.lowercased() }
