internal import FEEL
internal import Synchronization

/// Sign-ins that failed of late, by where they came from: what is tried again and again has to wait, longer each time.
///
/// A token is known by its first characters here, so that one device with a revoked token does not keep out the others
/// behind the same address; a right token is never refused for what others behind its address did.
final class FailedSignIns: Sendable {
  /// Failures with one beginning of a token from one address that cost nothing.
  static let free = 5
  /// Failures from one address in a minute, whatever the tokens, after which further ones are told to wait.
  static let mostOfAddress = 60
  /// The longest wait, in seconds.
  static let longestWait: Int64 = 300
  /// After so many milliseconds without a failure all is forgotten.
  static let memory: Int64 = 900_000
  /// The most addresses and beginnings that are remembered; the oldest are forgotten first.
  static let most = 10_000
  /// The most addresses that a report names.
  static let mostTold = 10

  fileprivate struct Source: Hashable {
    var address: String
    var beginning: String
  }

  fileprivate struct Tries {
    var count = 0
    var lastAt: Int64 = 0
    /// Until when no further try is looked at.
    var until: Int64 = 0
  }

  fileprivate struct State {
    var bySource: [Source: Tries] = [:]
    /// Within the minute that began at `lastAt`.
    var byAddress: [String: Tries] = [:]
    /// Since the last report.
    var pending: [String: Int] = [:]
    var refused = 0
  }

  private let state = Mutex(State())

  /// How many seconds a token from there has to wait before it is looked at; nil: none.
  func wait(_ token: String, from address: String, at now: Int64) -> Int64? {
    state.withLock { state in
      guard !state.bySource.isEmpty,
        let tries = state.bySource[Source(address: address, beginning: Self.beginning(token))],
        tries.until > now
      else { return nil }
      state.refused += 1
      return (tries.until - now + 999) / 1000
    }
  }

  /// Notes a failure.
  ///
  /// - Returns: how many seconds whoever it was has to wait; nil: none yet.
  func note(_ token: String, from address: String, at now: Int64) -> Int64? {
    state.withLock { state in
      state.makeRoom(at: now)
      let source = Source(address: address, beginning: Self.beginning(token))
      var tries = state.bySource[source] ?? Tries()
      if now - tries.lastAt > Self.memory { tries = Tries() }
      tries.count += 1
      tries.lastAt = now
      if tries.count > Self.free {
        tries.until = now + min(Self.longestWait, 1 << Int64(min(tries.count - Self.free - 1, 20))) * 1000
      }
      state.bySource[source] = tries
      var ofAddress = state.byAddress[address] ?? Tries()
      if now - ofAddress.lastAt >= 60_000 || now < ofAddress.lastAt { ofAddress = Tries(lastAt: now) }
      ofAddress.count += 1
      state.byAddress[address] = ofAddress
      if state.pending.count < Self.most || state.pending[address] != nil { state.pending[address, default: 0] += 1 }
      if tries.until > now { return (tries.until - now + 999) / 1000 }
      return ofAddress.count > Self.mostOfAddress ? max(1, (ofAddress.lastAt + 60_000 - now + 999) / 1000) : nil
    }
  }

  /// Whether there is anything to report.
  var hasNews: Bool { state.withLock { !$0.pending.isEmpty || $0.refused > 0 } }

  /// What came since the last report; nil: nothing.
  func report() -> Report? {
    state.withLock { state in
      if state.pending.isEmpty && state.refused == 0 { return nil }
      defer { (state.pending, state.refused) = ([:], 0) }
      return Report(
        failures: state.pending.values.reduce(0, +), refused: state.refused, addresses: state.pending.count,
        busiest: state.pending.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostTold).map {
          (address: $0.key, failures: $0.value)
        })
    }
  }

  /// Puts back what could not be reported.
  func keep(_ report: Report) {
    state.withLock { state in
      for (address, failures) in report.busiest { state.pending[address, default: 0] += failures }
      state.refused += report.refused
    }
  }

  /// Failures of some time, in one line however many they are.
  struct Report: Sendable {
    /// Tokens that were looked at, and were none.
    var failures: Int
    /// Tries that were not looked at, since they came too soon.
    var refused: Int
    var addresses: Int
    var busiest: [(address: String, failures: Int)]

    var json: JSON {
      JSON.object([
        JSON.Member("failures", .number(Decimal34(failures))), JSON.Member("refused", .number(Decimal34(refused))),
        JSON.Member("addresses", .number(Decimal34(addresses))),
        JSON.Member(
          "busiest",
          .array(
            busiest.map {
              .object([
                JSON.Member("address", .string(Text($0.address))),
                JSON.Member("failures", .number(Decimal34($0.failures))),
              ])
            })),
      ])
    }
  }

  /// Enough to tell tokens apart, and too little to guess one.
  private static func beginning(_ token: String) -> String { String(token.prefix(12)) }
}

extension FailedSignIns.State {
  fileprivate mutating func makeRoom(at now: Int64) {
    let most = FailedSignIns.most
    if bySource.count >= most {
      bySource = bySource.filter { now - $0.value.lastAt <= FailedSignIns.memory }
      if bySource.count >= most {
        let middle = bySource.values.map(\.lastAt).sorted()[bySource.count / 2]
        bySource = bySource.filter { $0.value.lastAt > middle || $0.value.until > now }
        if bySource.count >= most { bySource = [:] }
      }
    }
    if byAddress.count >= most { byAddress = byAddress.filter { now - $0.value.lastAt < 60_000 } }
    if byAddress.count >= most { byAddress = [:] }
  }
}
