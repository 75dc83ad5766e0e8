import Decisions
import FEEL

extension Playbook {
  /// Rules that can give one fact different values at once; part of checking a playbook before it is used.
  ///
  /// - Complexity: quadratic in the rules that write one fact.
  public func overlaps() -> [Finding] {
    var findings: [Finding] = []
    for kind in kinds {
      for issue in kind.rules.overlaps(scope: kind.scope) { findings.append(Finding(issue, in: definition)) }
    }
    return findings
  }
}
