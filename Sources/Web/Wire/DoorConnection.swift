internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTPTypes
internal import Synchronization

/// A connection that was accepted. One that nobody handles, because the server stopped in the same moment, is closed; of
/// itself NIO ends the whole process over it.
final class DoorConnection: ServerChildChannelValue {
  private let http: HTTP1Channel.Value
  private let isHandled = Atomic(false)

  init(_ http: HTTP1Channel.Value) { self.http = http }

  deinit {
    if isHandled.load(ordering: .relaxed) { return }
    let http = http
    Task { try? await http.executeThenClose { _, _ in } }
  }

  var channel: any Channel { http.channel }

  /// What was accepted, for the one that handles it.
  func take() -> HTTP1Channel.Value {
    isHandled.store(true, ordering: .relaxed)
    return http
  }

  /// Sets connections up for HTTP/1.1 and answers their requests.
  struct Setup: ServerChildChannel {
    let http: HTTP1Channel

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<DoorConnection> {
      http.setup(channel: channel, logger: logger).map(DoorConnection.init)
    }

    func handle(value: DoorConnection, logger: Logger) async {
      await http.handle(value: value.take(), logger: logger)
    }
  }
}
