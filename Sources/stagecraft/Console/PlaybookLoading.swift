internal import ArgumentParser
internal import Authoring
internal import FEEL
internal import Sales

/// A playbook that may be used: compiled, without errors.
struct LoadedPlaybook {
  let playbook: Playbook
  /// The SHA-256 of the canonical document.
  let version: String

  init(playbook: Playbook, version: String) {
    self.playbook = playbook
    self.version = version
  }

  /// Reads, checks and compiles the playbook.
  ///
  /// - Throws: `Refusal` with its errors.
  init(_ options: PlaybookOptions) throws {
    let folder = try options.folder()
    let checked = Checker.check(folder, depth: .errors)
    guard let playbook = checked.playbook, let version = checked.version else {
      let errors = checked.findings.filter { $0.severity == .error }
      throw Refusal(
        errors.map { FindingsReport.line(of: $0) },
        "the playbook in \(folder) has errors, so nothing was done; `stagecraft check \(folder)` reports all findings",
        ExitStatus.configuration)
    }
    self.init(playbook: playbook, version: version)
  }

  /// The clock that decisions are made for.
  ///
  /// - Parameter instant: what `--as-of` says, a day of the policy's zone meaning its end; absent: now, unless the playbook reads the clock and `mustSay` is set.
  func clock(asOf instant: String?, mustSay: Bool) throws -> Clock {
    let zone = playbook.definition.policy.zone
    guard let instant else {
      if mustSay && playbook.readsClock {
        throw Refusal(
          "this playbook depends on the date, so the same records would give other results tomorrow: say for which "
            + "day or moment with --as-of, e.g. --as-of 2026-03-31", ExitStatus.badData)
      }
      return try CommandClock.clock(mustSay ? 0 : CommandClock.now(), zone: zone)
    }
    return try CommandClock.clock(Moment.end(of: instant, option: "--as-of", zone: zone), zone: zone)
  }
}
