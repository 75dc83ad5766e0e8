internal import FEEL
public import Sales

/// A playbook as it was read from its files.
public struct PlaybookReading: Sendable {
  /// What could be read; of use only if no finding is an error.
  public var definition: PlaybookDefinition
  /// Where everything stands.
  public var origins: Origins
  /// Sorted by file, line and column.
  public var findings: [PlacedFinding]
  /// Every file that was read, sorted by name.
  public var files: [SourceFile]
  /// Whether every file could be read; if not, names may seem to be missing that are not.
  public var isWhole: Bool
}

/// Lowers the files of a playbook (design §5) to its definitions. Files are read to the end and all findings told.
///
///     assessments/*.yaml        one questionnaire a file
///     rules/records.yaml        record kinds with their attributes and related lists
///     rules/pipelines/*.yaml    one pipeline a file
///     rules/facts.yaml          type, merge and default of facts
///     rules/*.rules             sentences
///     rules/policy.yaml         zone, currency, limits, people
///
/// Decision tables, DMN models, sequences and scenario tests are not read yet; a warning says so. Files for people
/// (`.md`, `.txt`) and `rules/examples` are left alone.
public enum PlaybookReader {
  /// Reads the playbook in a folder.
  public static func read(_ folder: String, limits: PlaybookLimits = PlaybookLimits()) -> PlaybookReading {
    let findings = FindingCollector()
    var content = PlaybookFolder(limits: limits, findings: findings)
    content.read(folder)
    return lower(content, findings)
  }

  /// Reads a playbook that is in memory; the names of the files are paths from the playbook's folder.
  public static func read(files: [SourceFile], limits: PlaybookLimits = PlaybookLimits()) -> PlaybookReading {
    let findings = FindingCollector()
    var content = PlaybookFolder(limits: limits, findings: findings)
    for file in files { content.add(file) }
    return lower(content, findings)
  }

  private static func lower(_ content: PlaybookFolder, _ findings: FindingCollector) -> PlaybookReading {
    let lowering = PlaybookLowering(findings: findings)
    // Each kind of file uses names that the kinds before it define.
    let order: [PlaybookFolder.Kind] = [.records, .pipeline, .assessment, .facts, .policy, .rules]
    let files = content.files.sorted { $0.file.name.utf8.lexicographicallyPrecedes($1.file.name.utf8) }
    for kind in order {
      for (fileKind, file) in files where fileKind == kind { lowering.lower(file, kind) }
    }
    if !findings.hasFolderError { lowering.finish() }
    return PlaybookReading(
      definition: lowering.definition.sorted(), origins: lowering.origins, findings: findings.findings.sorted(),
      files: files.map(\.file), isWhole: lowering.isWhole && !findings.hasFileError)
  }
}

extension FindingCollector {
  /// Whether a file or folder is not there, or could not be read from the disk.
  fileprivate var hasFileError: Bool { findings.contains { $0.severity == .error && $0.line == 0 } }

  /// Whether there is no playbook at all; then nothing is said about what it lacks.
  fileprivate var hasFolderError: Bool {
    findings.contains { ["FOLDER-ABSENT", "FOLDER-UNREADABLE", "NO-PLAYBOOK"].contains($0.code) }
  }
}
