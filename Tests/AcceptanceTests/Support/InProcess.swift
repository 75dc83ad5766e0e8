import FEEL
import Foundation
import Logging
import Service
import Store
import Synchronization

/// A clock that stands until a test moves it.
final class SetTime: TimeSource {
  private let state: Mutex<(now: Int64, count: UInt64)>
  private let system = SystemTime()

  init(_ now: Int64) { state = Mutex((now, 0)) }

  init(_ instant: String) { state = Mutex((milliseconds(instant), 0)) }

  func now() -> Int64 { state.withLock { $0.now } }

  func move(by milliseconds: Int64) { state.withLock { $0.now += milliseconds } }

  func identifier() -> String {
    let (now, count) = state.withLock { state in
      state.count += 1
      return (state.now, state.count)
    }
    let time = Self.hexadecimal(UInt64(truncatingIfNeeded: now), 12)
    return "\(time.prefix(8))-\(time.suffix(4))-7000-8000-\(Self.hexadecimal(count, 12))"
  }

  func random(_ count: Int) -> [UInt8] { system.random(count) }
  func jitter() -> Int64 { 500_000 }
  func offset(of zone: Text, at instant: Int64) -> Int32 { system.offset(of: zone, at: instant) }

  private static func hexadecimal(_ number: UInt64, _ digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text.suffix(digits)
  }
}

/// Epoch milliseconds of an instant.
func milliseconds(_ instant: String) -> Int64 {
  let seconds = (try? Date.ISO8601FormatStyle().parse(instant))?.timeIntervalSince1970 ?? 0
  return Int64(seconds * 1000)
}

/// The service over the store of a home, in this process.
func application(
  over home: Home, time: any TimeSource = SystemTime(), connections: [Connection] = [], webhooks: [WebhookSource] = [],
  log: CapturedLog = CapturedLog()
) async throws -> Application {
  try await application(over: home.store, time: time, connections: connections, webhooks: webhooks, log: log)
}

func application(
  over path: String, time: any TimeSource = SystemTime(), connections: [Connection] = [],
  webhooks: [WebhookSource] = [], log: CapturedLog = CapturedLog()
) async throws -> Application {
  Application(
    store: try await Store.open(path: path), time: time, connections: connections, webhooks: webhooks,
    logger: log.logger)
}

/// What was logged, a line each.
final class CapturedLog: Sendable {
  private struct Handler: LogHandler {
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]
    let log: CapturedLog

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let values = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
      log.text.withLock { $0.append(([event.message.description] + values).joined(separator: " ")) }
    }
  }

  private let text = Mutex<[String]>([])
  var lines: [String] { text.withLock { $0 } }
  var logger: Logger { Logger(label: "acceptance") { _ in Handler(log: self) } }
}
