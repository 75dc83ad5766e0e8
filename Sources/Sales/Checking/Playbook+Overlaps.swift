import Decisions
import FEEL

extension Playbook {
  /// Rules that can give one fact different values at once; part of `check`, and too dear for every start.
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
