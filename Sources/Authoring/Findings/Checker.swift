internal import Crypto
public import FEEL
public import Sales

/// A playbook with everything that there is to say about it.
public struct CheckedPlaybook: Sendable {
  /// What the files define, as far as they could be read.
  public var definition: PlaybookDefinition
  /// Nil if a finding is an error.
  public var playbook: Playbook?
  /// The SHA-256 of the canonical document, hexadecimal; nil if a finding is an error.
  public var version: String?
  /// Sorted by file and place.
  public var findings: [PlacedFinding]

  /// Whether it may not be used.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Reads a playbook, compiles it and looks it over.
public enum Checker {
  /// How much is looked at.
  public enum Depth: Sendable {
    /// Only what keeps the playbook from being used.
    case errors
    /// Everything: what can be attained, what decides the same, what is missing.
    case everything
  }

  /// - Parameter clock: for conditions that call `today()`; what they come to is not told, only whether they can be.
  public static func check(
    _ folder: String, depth: Depth = .everything, clock: Clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)
  ) -> CheckedPlaybook {
    check(PlaybookReader.read(folder), depth: depth, clock: clock)
  }

  /// Checks a playbook that was read before.
  public static func check(
    _ reading: PlaybookReading, depth: Depth = .everything, clock: Clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)
  ) -> CheckedPlaybook {
    var findings = reading.findings
    // Without files there is nothing to compile, and what would be said of an empty playbook helps nobody.
    guard !reading.files.isEmpty else {
      return CheckedPlaybook(definition: reading.definition, playbook: nil, version: nil, findings: findings)
    }
    let compiled = Playbook.compile(reading.definition)
    findings += compiled.findings.map { reading.origins.placed($0) }
    if depth == .everything {
      findings += reading.definition.check(clock: clock).map { reading.origins.placed($0) }
    }
    findings = findings.sorted().withoutDoubles()
    let hasErrors = findings.contains { $0.severity == .error }
    return CheckedPlaybook(
      definition: reading.definition, playbook: hasErrors ? nil : compiled.playbook,
      version: hasErrors ? nil : version(of: reading.definition), findings: findings)
  }

  /// The version of a playbook: the SHA-256 of its canonical document (design §5), hexadecimal.
  public static func version(of definition: PlaybookDefinition) -> String {
    SHA256.hash(data: definition.canonical()).map { hexadecimal($0).lowercased() }.joined()
  }
}

extension [PlacedFinding] {
  /// Each finding once; the findings are sorted.
  fileprivate func withoutDoubles() -> [PlacedFinding] {
    var kept: [PlacedFinding] = []
    for finding in self where kept.last != finding { kept.append(finding) }
    return kept
  }
}
