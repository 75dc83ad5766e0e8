import Foundation
import Generators
import Testing

/// Rules are user text: none may crash or hang the server.
@Suite struct `Random decisions` {
  /// The whole million: `STAGECRAFT_MILLION=1 swift test -c release`, or `benchmarks million` as `scripts/bench` runs it.
  private static let isWhole = ProcessInfo.processInfo.environment["STAGECRAFT_MILLION"] == "1"

  @Test func `never trap nor exceed their limits: some thousands here, a million in scripts/bench`() {
    var many = ManyDecisions()
    let wanted = Self.isWhole ? 1_000_000 : 6_000
    while many.decisions < wanted, many.failures.isEmpty { many.decide(records: 250) }
    #expect(many.failures == [])
    print("Random decisions: \(many.decisions) over \(many.playbooks) playbooks")
  }
}
