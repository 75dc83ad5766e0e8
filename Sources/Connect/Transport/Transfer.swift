internal import Synchronization

/// One request from the call to its answer, as tasks see it: it ends exactly once, whoever ends it first.
final class Transfer: Sendable {
  typealias Ending = Result<HTTPAnswer, TransportError>

  private struct State {
    var continuation: CheckedContinuation<Ending, Never>?
    /// Where the ending came before anybody waited for it.
    var early: Ending?
    var hasEnded = false
  }

  let request: HTTPRequest
  let address: WebAddress
  let start = ContinuousClock.now
  private let state = Mutex(State())

  init(_ request: HTTPRequest, _ address: WebAddress) {
    self.request = request
    self.address = address
  }

  /// Whether there is nothing left to be done.
  var hasEnded: Bool { state.withLock { $0.hasEnded } }

  /// Resumes the continuation with the ending, now or when it comes.
  func wait(_ continuation: CheckedContinuation<Ending, Never>) {
    let early: Ending? = state.withLock { state in
      if state.early == nil { state.continuation = continuation }
      return state.early
    }
    if let early { continuation.resume(returning: early) }
  }

  /// Ends it; what comes after the first ending is dropped.
  func end(_ ending: Ending) {
    let continuation: CheckedContinuation<Ending, Never>? = state.withLock { state in
      if state.hasEnded { return nil }
      state.hasEnded = true
      if state.continuation == nil { state.early = ending }
      defer { state.continuation = nil }
      return state.continuation
    }
    continuation?.resume(returning: ending)
  }

  /// What is left of the time for the whole transfer.
  var millisecondsLeft: Int {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return request.timeoutMilliseconds - Int(seconds) * 1000 - Int(attoseconds / 1_000_000_000_000_000)
  }
}
