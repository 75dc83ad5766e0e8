internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// Sends a signed Standard Webhook for each row that a person changed, and tries again when it is not taken.
final class WebhookSender: Sendable {
  /// One webhook and what became of it.
  struct Delivery: Sendable {
    var id: String
    var object: String
    var row: RecordID
    var attempts: Int
    /// Of the last answer; nil: there was none.
    var status: Int?
    var isDelivered: Bool

    var json: JSONValue {
      [
        "id": .string(id), "object": .string(object), "row": .string(row.string), "attempts": JSONValue(attempts),
        "status": status.map { JSONValue($0) } ?? .null, "delivered": .boolean(isDelivered),
      ]
    }
  }

  private struct State {
    var target: WebhookTarget?
    var deliveries: [Delivery] = []
  }

  private let state: Mutex<State>
  private let now: @Sendable () -> Int64

  /// Waits between attempts, in milliseconds.
  private static let pauses: [Int64] = [200, 500, 1000, 2000, 5000]

  init(target: WebhookTarget?, now: @escaping @Sendable () -> Int64) {
    state = Mutex(State(target: target))
    self.now = now
  }

  /// Where they go; nil: none is sent.
  var target: WebhookTarget? {
    get { state.withLock { $0.target } }
    set { state.withLock { $0.target = newValue } }
  }

  var deliveries: [Delivery] { state.withLock { $0.deliveries } }

  /// Begins to send one, and returns its id at once; nil when there is no target.
  func send(object: String, id row: RecordID, now: Int64) -> String? {
    let begun = state.withLock { state -> (WebhookTarget, String, Int)? in
      guard let target = state.target else { return nil }
      let id = "msg_" + String(UInt64.random(in: 0...UInt64.max), radix: 36) + "\(state.deliveries.count)"
      state.deliveries.append(
        Delivery(id: id, object: object, row: row, attempts: 0, status: nil, isDelivered: false))
      return (target, id, state.deliveries.count - 1)
    }
    guard let (target, id, position) = begun else { return nil }
    let body: JSONValue = [
      "type": "record.changed", "timestamp": .string(Calendar.webText(instant: now)),
      "data": ["object": .string(object), "id": .string(row.string)],
    ]
    Task { await deliver(body.bytes, id: id, to: target, position: position) }
    return id
  }

  private func deliver(_ body: [UInt8], id: String, to target: WebhookTarget, position: Int) async {
    for pause in Self.pauses {
      let status = await post(body, id: id, to: target)
      let isDelivered = status.map { (200..<300).contains($0) } ?? false
      state.withLock { state in
        state.deliveries[position].attempts += 1
        state.deliveries[position].status = status
        state.deliveries[position].isDelivered = isDelivered
      }
      // 410 Gone asks to stop.
      if isDelivered || status == 410 { return }
      try? await Task.sleep(for: .milliseconds(pause))
    }
  }

  /// The status of the answer; nil when there is none within five seconds.
  private func post(_ body: [UInt8], id: String, to target: WebhookTarget) async -> Int? {
    let seconds = now() / 1000
    let head =
      "POST \(target.path) HTTP/1.1\r\nHost: \(target.host):\(target.port)\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(body.count)\r\nConnection: close\r\nUser-Agent: SandboxCRM\r\nwebhook-id: \(id)\r\n"
      + "webhook-timestamp: \(seconds)\r\n"
      + "webhook-signature: \(target.signature(id: id, seconds: seconds, body: body))\r\n\r\n"
    return await withTaskGroup(of: Int?.self) { group in
      group.addTask { try? await Self.exchange(Array(head.utf8) + body, with: target) }
      group.addTask {
        try? await Task.sleep(for: .seconds(5))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }

  private static func exchange(_ request: [UInt8], with target: WebhookTarget) async throws -> Int? {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(.seconds(5))
      .connect(host: target.host, port: target.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(ByteBuffer(bytes: request))
      var answer: [UInt8] = []
      for try await part in inbound {
        answer += part.readableBytesView
        // "HTTP/1.1 200": all that is needed.
        if answer.count >= 12 { break }
      }
      let line = String(decoding: answer.prefix(12), as: UTF8.self)
      guard line.hasPrefix("HTTP/1.") else { return nil }
      return Int(line.suffix(3))
    }
  }
}

extension Calendar {
  /// `2026-11-22T00:00:00.000Z`.
  fileprivate static func webText(instant: Int64) -> String { text(instant: instant).dropLast(5) + "Z" }
}
