internal import Synchronization

/// The faults that wait for a request or a row, and a mix that is drawn from by a seed.
final class FaultQueue: Sendable {
  /// Hits each request with a probability, and chooses the fault evenly.
  struct Mix: Sendable {
    var faults: [Fault]
    /// Between 0 and 1.
    var probability: Double
    var generator: SeededGenerator
  }

  private struct State {
    var faults: [Fault] = []
    var mix: Mix?
    var injected: [Fault.Kind: Int] = [:]
  }

  private let state = Mutex(State())

  func add(_ faults: [Fault]) { state.withLock { $0.faults += faults } }

  func set(_ mix: Mix) { state.withLock { $0.mix = mix } }

  /// Takes everything away; the counts stay.
  func clear() {
    state.withLock { state in
      state.faults = []
      state.mix = nil
    }
  }

  /// The fault that hits this request: the first that waits for one like it, else one drawn from the mix. A drawn one
  /// may hit rows; waiting ones that do are asked for by `rowFailure`.
  func take(method: String, path: String) -> Fault? {
    state.withLock { state in
      if let fault = Self.take(&state, where: { !$0.kind.hitsRows && $0.matches(method: method, path: path) }) {
        return fault
      }
      guard var mix = state.mix, !mix.faults.isEmpty, mix.faults[0].matches(method: method, path: path) else {
        return nil
      }
      defer { state.mix = mix }
      guard mix.generator.fraction() < mix.probability else { return nil }
      var fault = mix.faults[Int(mix.generator.next() % UInt64(mix.faults.count))]
      guard fault.matches(method: method, path: path) else { return nil }
      if fault.kind == .lateCommit { fault.milliseconds = Self.part(of: fault.milliseconds, &mix.generator) }
      state.injected[fault.kind, default: 0] += 1
      return fault
    }
  }

  /// By how many milliseconds a person's change commits late: as the first `late-commit` says that waits for it, else as
  /// drawn from the mix, if it has that kind; nil: at once.
  func lateness(method: String, path: String) -> Int? {
    state.withLock { state in
      if let fault = Self.take(&state, where: { $0.kind == .lateCommit && $0.matches(method: method, path: path) }) {
        return fault.milliseconds
      }
      guard var mix = state.mix,
        let fault = mix.faults.first(where: { $0.kind == .lateCommit && $0.matches(method: method, path: path) })
      else { return nil }
      defer { state.mix = mix }
      guard mix.generator.fraction() < mix.probability else { return nil }
      state.injected[.lateCommit, default: 0] += 1
      return Self.part(of: fault.milliseconds, &mix.generator)
    }
  }

  /// From 1 up to the most, so that what began first may end last.
  private static func part(of most: Int, _ generator: inout SeededGenerator) -> Int {
    1 + Int(generator.next() % UInt64(max(1, most)))
  }

  /// What the row is refused with, if a fault waits for it.
  func rowFailure(method: String, path: String, object: String, names: [String]) -> APIFailure? {
    state.withLock { state in
      Self.take(&state) {
        $0.kind.hitsRows && $0.matches(method: method, path: path) && $0.matches(object: object, names: names)
      }?.failure(names: names)
    }
  }

  /// What waits, and how many of each kind there were.
  var json: JSONValue {
    state.withLock { state in
      let counts = Fault.Kind.allCases.compactMap { kind in
        state.injected[kind].map { JSONValue.Member(kind.rawValue, JSONValue($0)) }
      }
      return [
        "faults": .array(state.faults.map(\.json)), "mix": .boolean(state.mix != nil), "injected": .object(counts),
      ]
    }
  }

  private static func take(_ state: inout State, where isMeant: (Fault) -> Bool) -> Fault? {
    guard let position = state.faults.firstIndex(where: isMeant) else { return nil }
    let fault = state.faults[position]
    if let remaining = fault.remaining {
      if remaining > 1 { state.faults[position].remaining = remaining - 1 } else { state.faults.remove(at: position) }
    }
    state.injected[fault.kind, default: 0] += 1
    return fault
  }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to, not including, 1.
  mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
