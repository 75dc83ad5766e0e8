public import Connect
public import FEEL
internal import Glibc
public import Store

/// Sends what waits on a device, exactly once for the server however often it runs and wherever it is interrupted: the
/// bytes stay in the outbox until a receipt for exactly these bytes is on the disk, and the server gives the same
/// receipt for the same bytes for ever.
public struct OutboxSender: Sendable {
  /// Sends one request and waits for its answer. A `TransportError` is a failure of the network; any other error ends
  /// the run at once.
  public typealias Exchange = @Sendable (HTTPRequest) async throws -> HTTPAnswer

  let file: DeviceFile
  let server: ServerAddress
  let token: String
  let person: Text?
  let tries: Int
  let time: any TimeSource
  let exchange: Exchange
  let pause: @Sendable (_ milliseconds: Int64) async throws -> Void
  let isAlive: @Sendable (Int32) -> Bool

  /// For one request.
  static let timeoutMilliseconds = 30_000
  /// Longer than the longest wait and a request together, so that a live run never loses it.
  static let leaseMilliseconds: Int64 = 180_000
  /// A server that asks to be left alone for longer ends the run.
  static let longestAskedWait: Int64 = 60_000

  /// - Parameters:
  ///   - person: who the token belongs to, as far as the device knows; items of others are not sent. Nil: not known, the
  ///     server decides.
  ///   - tries: the most requests for one item in one run.
  ///   - pause: waits so many milliseconds.
  ///   - isAlive: whether a process of that id runs.
  public init(
    file: DeviceFile, server: ServerAddress, token: String, person: Text?, tries: Int = 5, time: any TimeSource,
    exchange: @escaping Exchange, pause: @escaping @Sendable (_ milliseconds: Int64) async throws -> Void,
    isAlive: @escaping @Sendable (Int32) -> Bool = DeviceFile.isAlive
  ) {
    self.file = file
    self.server = server
    self.token = token
    self.person = person
    self.tries = tries
    self.time = time
    self.exchange = exchange
    self.pause = pause
    self.isAlive = isAlive
  }

  /// Sends until nothing waits, nothing helps, or every item had its tries.
  ///
  /// - Parameter tell: hears what happens, in order.
  /// - Throws: `StoreError`; whatever else `exchange` and `pause` throw. What was received by then is kept.
  public func run(tell: @Sendable (SendEvent) -> Void = { _ in }) async throws -> SendReport {
    var report = SendReport()
    let waiting = try sendable()
    if !waiting.isEmpty {
      let lease = newLease(holder: time.identifier())
      if let other = try file.takeSenderLease(lease, at: time.now(), isAlive: isAlive) {
        report.stop = .otherSender(process: other.process)
      } else {
        do {
          tell(.started(waiting.count))
          try await send(&report, holder: lease.holder, tell: tell)
        } catch {
          // The reason of the end matters more; a lease that stays is taken from a dead process at once.
          try? file.releaseSenderLease(holder: lease.holder)
          throw error
        }
        try file.releaseSenderLease(holder: lease.holder)
      }
    }
    for item in try file.outbox() {
      if isOfAnother(item) {
        report.others += 1
      } else if item.state == .attention {
        report.attention += 1
      } else {
        report.waiting += 1
      }
    }
    return report
  }

  private func send(
    _ report: inout SendReport, holder: String, tell: @Sendable (SendEvent) -> Void
  ) async throws {
    var queue = SendQueue(tries: tries)
    /// Failures since a server of ours answered last.
    var silence = 0
    /// Until when the server wants to be left alone.
    var quietUntil: Int64 = 0
    while true {
      // Whatever was saved while this run sent is sent as well.
      if queue.count == 0 { for item in try sendable() { queue.add(item.id) } }
      guard let turn = queue.next() else { return }
      let wait = max(turn.due, quietUntil) - time.now()
      if wait > 0 { try await pause(min(wait, SendQueue.longestWait)) }
      guard try file.renewSenderLease(newLease(holder: holder)) else {
        report.stop = .otherSender(process: 0)
        return
      }
      // Read anew: another process may have come to an end with it while we waited.
      guard let item = try file.item(turn.id), item.state.isOpen else {
        queue.remove(turn.id)
        continue
      }
      report.requests += 1
      let outcome: DeliveryOutcome
      do {
        outcome = DeliveryOutcome(try await exchange(request(item)), to: item)
      } catch let error as TransportError {
        switch error {
        case .badAddress, .refusedAddress:
          report.stop = .badAddress(error.description)
          return
        case .cancelled: throw error
        case .cannotConnect, .outcomeUnknown, .tooLarge: outcome = .failed(error.description, retryAfter: nil)
        }
      }
      switch outcome {
      case .received(let receipt, let isDuplicate):
        silence = 0
        queue.remove(item.id)
        try keep(receipt, of: item, isDuplicate: isDuplicate, &report, tell)
      case .refused(let status, let code, let words):
        silence = 0
        queue.remove(item.id)
        if try file.keepRefusal(words, code: code, status: status, of: item.id) { tell(.refused(item, words)) }
      case .notSignedIn(let words):
        report.stop = .notSignedIn(words)
        return
      case .failed(let reason, let retryAfter):
        silence += 1
        let now = time.now()
        let due = queue.fail(item.id, now: now, jitter: time.jitter(), retryAfter: retryAfter)
        _ = try file.keepFailure(reason, of: item.id, nextAttemptAt: due)
        quietUntil = max(quietUntil, now + (retryAfter ?? 0))
        tell(.failed(item, reason, goesOn: queue.contains(item.id)))
        if let retryAfter, retryAfter > Self.longestAskedWait {
          report.stop = .askedToWait(retryAfter)
          return
        }
        // Nobody is helped by trying hundreds of items against a network that is not there.
        if silence >= tries * SendQueue.patience {
          report.stop = .unreachable(reason)
          return
        }
      }
    }
  }

  private func keep(
    _ receipt: DeliveryReceipt, of item: OutboxItem, isDuplicate: Bool, _ report: inout SendReport,
    _ tell: @Sendable (SendEvent) -> Void
  ) throws {
    let kept = try file.keepReceipt(
      receipt.bytes, of: item.id, sha256: receipt.sha256, held: receipt.isHeld, at: time.now())
    guard kept else { return }
    if receipt.isHeld {
      report.held += 1
    } else if isDuplicate {
      report.duplicates += 1
    } else {
      report.sent += 1
    }
    tell(.received(item, receipt, isDuplicate: isDuplicate))
  }

  /// What a run may send, oldest first. Refusals for want of rights are tried again, since rights change; the others
  /// would be refused again.
  private func sendable() throws -> [OutboxItem] {
    try file.outbox().filter { item in
      (item.state == .waiting || item.refusalStatus == 403) && !isOfAnother(item)
    }
  }

  private func isOfAnother(_ item: OutboxItem) -> Bool {
    guard let person, let owner = item.person else { return false }
    return owner != person
  }

  private func request(_ item: OutboxItem) -> HTTPRequest {
    SubmissionRequest.make(
      item, server: server, token: token, now: time.now(), timeoutMilliseconds: Self.timeoutMilliseconds)
  }

  private func newLease(holder: String) -> SenderLease {
    SenderLease(holder: holder, process: getpid(), expiresAt: time.now() + Self.leaseMilliseconds)
  }
}
