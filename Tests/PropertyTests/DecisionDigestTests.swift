import FEEL
import Foundation
import Generators
import Sales
import Testing

/// What is decided today must be decided tomorrow, unless a fault is mended on purpose: then the digests of the seeds
/// that it touches are written anew in the same commit, which names it.
///
///     STAGECRAFT_DIGESTS=all swift test --filter PropertyTests.DecisionDigests      compares every seed
///     STAGECRAFT_DIGESTS=write swift test --filter PropertyTests.DecisionDigests    writes the file anew
@Suite struct DecisionDigests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/decision-digests.txt")
  private static let wish = ProcessInfo.processInfo.environment["STAGECRAFT_DIGESTS"]
  private static let seeds: ClosedRange<UInt64> = 1...1000

  @Test("The decisions of a thousand random playbooks are those that are on file")
  func decisionsAreThoseOnFile() throws {
    if Self.wish == "write" {
      let lines = Self.seeds.map { "\($0) \(Self.digest($0))\n" }
      return try Data(lines.joined().utf8).write(to: Self.file)
    }
    var kept: [UInt64: String] = [:]
    for line in try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      let seed = try #require(words.first.flatMap { UInt64($0) })
      kept[seed] = words.last.map { String($0) }
    }
    #expect(kept.count == Self.seeds.count)
    // The ordinary run compares a sample: all sizes of playbooks, a few seconds in a debug build.
    let seeds = Self.wish == "all" ? Array(Self.seeds) : Self.seeds.filter { $0 % 21 == 0 }
    var differing: [UInt64] = []
    for seed in seeds where Self.digest(seed) != kept[seed] { differing.append(seed) }
    #expect(differing == [], "these seeds are decided differently")
  }

  /// FNV-1a over the lines of six records of a seed's playbook, each decided, remembered, and decided again.
  private static func digest(_ seed: UInt64) -> String {
    do throws(Trial.Invalid) {
      var trial = try Trial(seed: seed, size: 1 + Int(seed % 10))
      var digest: UInt64 = 0xCBF2_9CE4_8422_2325
      for number in 0..<6 {
        var record = trial.record(id: "R-\(number)")
        for _ in 0..<2 {
          let decision = trial.decide(record)
          for byte in trial.line(decision, record).bytes { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
          record.history = record.history.remembering(decision, at: Trial.clock.epochMilliseconds, playbook: "v")
        }
      }
      let digits = String(digest, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    } catch {
      return error.description
    }
  }
}
