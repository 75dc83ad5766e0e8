internal import Cryptography
public import FEEL
internal import Glibc
public import Sales

/// A playbook with all that is to say about it.
public struct CheckedPlaybook: Sendable {
  /// Sorted by file, line and column.
  public var findings: [PlacedFinding]
  /// The SHA-256 of the canonical document; nil if there are errors.
  public var version: String?
  /// Nil if there are errors.
  public var playbook: Playbook?
  /// What the files define, as far as they could be read.
  public var definition: PlaybookDefinition
  /// Where everything stands.
  public var origins: Origins

  /// Whether it may not be used.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Reads, compiles and checks a playbook, and places every finding in its file.
///
///     let checked = Checker.check("my-playbook")
///     for finding in checked.findings { print(FindingsReport.line(of: finding)) }
public enum Checker {
  /// How much is reported. Whether a playbook may be used never depends on it.
  public enum Depth: Sendable {
    /// What keeps a playbook from being used, and what compiling it says beside.
    case errors
    /// Warnings and notes about thresholds, bands, ways in and out, translations too.
    case everything
  }

  /// Checks the playbook in a folder.
  /// - Parameter clock: for conditions that call `today()`; now, in UTC, if nothing is said.
  public static func check(_ folder: String, depth: Depth = .everything, clock: Clock? = nil) -> CheckedPlaybook {
    check(PlaybookReader.read(folder), depth: depth, clock: clock)
  }

  /// Checks a playbook that was read.
  public static func check(_ reading: PlaybookReading, depth: Depth = .everything, clock: Clock? = nil)
    -> CheckedPlaybook
  {
    var checked = CheckedPlaybook(
      findings: reading.findings, definition: reading.definition, origins: reading.origins)
    guard reading.isWhole else { return checked }
    let (playbook, findings) = Playbook.compile(reading.definition)
    checked.findings += findings.map { reading.origins.placed($0) }
    // What cannot be read is the cause of much else: whoever only wants to know whether the playbook may be used is told
    // the cause alone.
    if depth == .everything || !checked.hasErrors {
      let closer = reading.definition.check(clock: clock ?? now()) + (playbook?.overlaps() ?? [])
      for finding in closer where depth == .everything || finding.severity == .error {
        checked.findings.append(reading.origins.placed(finding))
      }
    }
    checked.findings = Set(checked.findings).sorted()
    guard !checked.hasErrors else { return checked }
    checked.playbook = playbook
    checked.version = version(of: reading.definition)
    return checked
  }

  /// The SHA-256 of the canonical document in hexadecimal digits: the playbook's version (design §5).
  public static func version(of definition: PlaybookDefinition) -> String {
    SHA256.hash(data: definition.canonical()).map { hexadecimal($0).lowercased() }.joined()
  }

  private static func now() -> Clock {
    Clock(epochMilliseconds: Int64(time(nil)) * 1_000, offsetSeconds: 0)
  }
}
