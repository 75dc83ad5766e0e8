import Decisions
import FEEL
import Foundation
import Generators
import Sales
import Testing

/// A playbook made from a seed, compiled, with all that is needed to try something on it.
struct Trial {
  let seed: UInt64
  let size: Int
  let definition: PlaybookDefinition
  let playbook: Playbook
  var random: SeededRandom
  var worker: DecisionWorker

  static let clock = PlaybookGenerator.clock

  /// Why a generated playbook does not compile.
  struct Invalid: Error, CustomStringConvertible {
    let description: String
  }

  init(seed: UInt64, size: Int, _ traits: PlaybookTraits = PlaybookTraits()) throws(Invalid) {
    self.seed = seed
    self.size = size
    random = SeededRandom(seed)
    var traits = traits
    traits.size = size
    definition = PlaybookGenerator.playbook(&random, traits)
    let (compiled, findings) = Playbook.compile(definition)
    guard let compiled else {
      let errors = findings.filter { $0.severity == .error }.map { "\($0.code) \($0.subject): \($0.message)" }
      throw Invalid(description: "does not compile: \(errors.joined(separator: "\n"))")
    }
    playbook = compiled
    worker = DecisionWorker(playbook)
  }

  mutating func record(_ traits: RecordTraits = RecordTraits(), id: Text = "R-1") -> Record {
    RecordGenerator.record(of: definition, &random, traits, id: id)
  }

  mutating func decide(_ record: Record) -> Decision {
    Sales.decide(record, playbook: playbook, clock: Self.clock, climb: true, worker: &worker)
  }

  /// The open stages of the pipeline that a decision was made in, by rank.
  func stages(of decision: Decision) -> [Text] {
    definition.pipelines.first { $0.name == decision.pipeline }?.openStages ?? []
  }

  /// The places of [least, most] among the open stages.
  func supported(_ decision: Decision) -> ClosedRange<Int>? {
    let stages = stages(of: decision)
    guard let supported = decision.supported, let least = stages.firstIndex(of: supported.least),
      let most = stages.firstIndex(of: supported.most), least <= most
    else { return nil }
    return least...most
  }

  /// The line that is written of a decision.
  func line(_ decision: Decision, _ record: Record) -> Text {
    var bytes: [UInt8] = []
    decision.write(into: &bytes, record: record, playbook: playbook)
    return Text(bytes: bytes)
  }
}

/// How many tenths of the usual number of playbooks are tried. A debug build, which is slow, tries one tenth; more with
/// `STAGECRAFT_THOROUGH=200 swift test --filter PropertyTests`.
private let tenths =
  ProcessInfo.processInfo.environment["STAGECRAFT_THOROUGH"].flatMap { Int($0) }
  ?? (_isDebugAssertConfiguration() ? 1 : 10)

/// Tries a property on playbooks from small to large; a failure is tried again on smaller ones, and the smallest is told
/// with its seed and size, which make the same case again.
func always(
  playbooks: Int, _ traits: PlaybookTraits = PlaybookTraits(),
  sourceLocation: SourceLocation = #_sourceLocation,
  _ fails: (inout Trial) -> String?
) {
  func failure(_ seed: UInt64, _ size: Int) -> String? {
    do throws(Trial.Invalid) {
      var trial = try Trial(seed: seed, size: size, traits)
      return fails(&trial)
    } catch {
      return error.description
    }
  }
  for index in 0..<(playbooks * tenths / 10) {
    let seed = UInt64(index) &+ 1
    let size = 1 + index % 10
    guard var reason = failure(seed, size) else { continue }
    var smallest = (seed: seed, size: size)
    search: for smaller in 1..<max(2, size) {
      for other in 1...40 as ClosedRange<UInt64> {
        if let found = failure(other, smaller) {
          (smallest, reason) = ((other, smaller), found)
          break search
        }
      }
    }
    Issue.record(
      "seed \(smallest.seed), size \(smallest.size) (first met with seed \(seed), size \(size)): \(reason)",
      sourceLocation: sourceLocation)
    return
  }
}
