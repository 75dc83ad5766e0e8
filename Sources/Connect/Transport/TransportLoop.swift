internal import CCurl
internal import Glibc
internal import Synchronization

/// The thread that owns libcurl's multi handle. Others hand it requests through a locked inbox and
/// `curl_multi_wakeup`, the one call that libcurl allows from elsewhere.
final class TransportLoop: Sendable {
  private struct Inbox {
    var waiting: [Transfer] = []
    var cancelled: [Transfer] = []
    var isClosing = false
    var thread: pthread_t?
  }

  /// Connections, and so transfers at once: what waits for its turn waits here, where its time is known to us.
  private static let transfersAtOnce = 16

  private let rules: Transport.Rules
  private let inbox = Mutex(Inbox())
  // SAFETY: off the loop's thread it is used only for curl_multi_wakeup; freed in deinit, when nobody holds the loop.
  private nonisolated(unsafe) let multi: UnsafeMutableRawPointer?

  /// libcurl wants this once before anything else.
  private static let isReady: Bool = ccurl_global_init() == CURLE_OK

  init(rules: Transport.Rules) {
    self.rules = rules
    multi = Self.isReady ? curl_multi_init() : nil
    if let multi {
      ccurl_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
      ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, Self.transfersAtOnce)
    }
  }

  deinit {
    if let multi { curl_multi_cleanup(multi) }
  }

  /// Starts the thread; where there is none, requests fail.
  func start() {
    guard multi != nil else { return }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<TransportLoop>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    if code == 0 { inbox.withLock { $0.thread = thread } } else { context.release() }
  }

  /// Queues a transfer.
  func add(_ transfer: Transfer) {
    let (isClosing, isRunning) = inbox.withLock { inbox in
      let isRunning = inbox.thread != nil
      if isRunning, !inbox.isClosing { inbox.waiting.append(transfer) }
      return (inbox.isClosing, isRunning)
    }
    if isClosing {
      transfer.end(.failure(.cancelled))
    } else if !isRunning {
      transfer.end(.failure(.cannotConnect("no thread could be started for connections")))
    } else {
      wake()
    }
  }

  /// Ends a transfer for its task at once; the loop drops it when it comes by.
  func cancel(_ transfer: Transfer) {
    transfer.end(.failure(.cancelled))
    inbox.withLock { $0.cancelled.append(transfer) }
    wake()
  }

  /// Ends all transfers and waits for the thread.
  func close() {
    let thread: pthread_t? = inbox.withLock { inbox in
      inbox.isClosing = true
      defer { inbox.thread = nil }
      return inbox.thread
    }
    wake()
    if let thread { pthread_join(thread, nil) }
  }

  private func wake() {
    if let multi { curl_multi_wakeup(multi) }
  }

  private func run() {
    guard let multi else { return }
    var waiting: [Transfer] = []
    var active: [UnsafeMutableRawPointer: ActiveTransfer] = [:]
    var idle: [UnsafeMutableRawPointer] = []
    var running: Int32 = 0
    while true {
      let news = inbox.withLock { inbox in
        defer {
          inbox.waiting.removeAll()
          inbox.cancelled.removeAll()
        }
        return (waiting: inbox.waiting, hasCancelled: !inbox.cancelled.isEmpty, isClosing: inbox.isClosing)
      }
      waiting += news.waiting
      if news.isClosing { break }
      if news.hasCancelled {
        for (easy, transfer) in active where transfer.transfer.hasEnded {
          active[easy] = nil
          retire(easy, from: multi, to: &idle)
        }
      }
      admit(&waiting, &active, &idle, multi)
      curl_multi_perform(multi, &running)
      var finished: UnsafeMutableRawPointer?
      var code = CURLE_OK
      while ccurl_next_finished(multi, &finished, &code) != 0, let easy = finished {
        active.removeValue(forKey: easy)?.finish(easy, code)
        retire(easy, from: multi, to: &idle)
      }
      // Who waits for a place must also see its time run out; a freed place is seen at once.
      let hasPlace = !waiting.isEmpty && active.count < Self.transfersAtOnce
      curl_multi_poll(multi, nil, 0, hasPlace ? 0 : waiting.isEmpty ? 1000 : 100, nil)
    }
    for (easy, transfer) in active {
      curl_multi_remove_handle(multi, easy)
      curl_easy_cleanup(easy)
      transfer.transfer.end(.failure(.cancelled))
    }
    for transfer in waiting { transfer.end(.failure(.cancelled)) }
    for easy in idle { curl_easy_cleanup(easy) }
  }

  /// Starts what waits as far as there is room, and ends what has waited too long.
  private func admit(
    _ waiting: inout [Transfer], _ active: inout [UnsafeMutableRawPointer: ActiveTransfer],
    _ idle: inout [UnsafeMutableRawPointer], _ multi: UnsafeMutableRawPointer
  ) {
    var rest: [Transfer] = []
    for transfer in waiting where !transfer.hasEnded {
      if transfer.millisecondsLeft <= 0 {
        transfer.end(.failure(.cannotConnect("\(transfer.address.host): no connection was free in time")))
      } else if active.count >= Self.transfersAtOnce {
        rest.append(transfer)
      } else if let easy = idle.popLast() ?? curl_easy_init() {
        let started = ActiveTransfer(transfer, rules: rules)
        guard started.prepare(easy), curl_multi_add_handle(multi, easy) == CURLM_OK else {
          curl_easy_cleanup(easy)
          transfer.end(.failure(.cannotConnect("\(transfer.address.host): the transfer could not be set up")))
          continue
        }
        active[easy] = started
      } else {
        transfer.end(.failure(.cannotConnect("no memory for a connection")))
      }
    }
    waiting = rest
  }

  /// Takes a handle out of work; its options go, the connections stay with the multi handle.
  private func retire(
    _ easy: UnsafeMutableRawPointer, from multi: UnsafeMutableRawPointer, to idle: inout [UnsafeMutableRawPointer]
  ) {
    curl_multi_remove_handle(multi, easy)
    curl_easy_reset(easy)
    idle.append(easy)
  }
}
