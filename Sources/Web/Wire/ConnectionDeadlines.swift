internal import Hummingbird
internal import NIOCore
internal import NIOHTTPTypes

/// Closes a connection that takes too long: until the head of its first request is here, until the whole body of a
/// request is here, and between two requests. However slowly somebody sends, a byte at a time or nothing at all, the
/// connection ends.
///
/// SAFETY: used only on the event loop of its connection.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart

  /// The most bytes that are read from a connection at once, and so the size of the pieces that wait for whoever reads.
  private static let largestRead = 16_384

  private let head: TimeAmount
  private let body: TimeAmount
  private let idle: TimeAmount
  /// When the connection is closed, unless what is awaited comes before.
  private var deadline: NIODeadline?
  private var scheduled: (task: Scheduled<Void>, at: NIODeadline)?
  private var isReadingRequest = false

  init(_ configuration: WebConfiguration) {
    head = .seconds(Int64(configuration.headSeconds))
    body = .seconds(Int64(configuration.bodySeconds))
    idle = .seconds(Int64(configuration.idleSeconds))
  }

  func handlerAdded(context: ChannelHandlerContext) {
    try? context.channel.syncOptions?.setOption(
      .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 4096, maximum: Self.largestRead))
    if context.channel.isActive { expect(within: head, context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  func channelActive(context: ChannelHandlerContext) {
    expect(within: head, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      isReadingRequest = true
      deadline = nil
    case .body: break
    case .end:
      isReadingRequest = false
      deadline = nil
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // Most bodies are here together with their head, and need no deadline.
    if isReadingRequest, deadline == nil { expect(within: body, context) }
    context.fireChannelReadComplete()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data), !isReadingRequest { expect(within: idle, context) }
    context.write(data, promise: promise)
  }

  private func stop() {
    deadline = nil
    scheduled?.task.cancel()
    scheduled = nil
  }

  private func expect(within time: TimeAmount, _ context: ChannelHandlerContext) {
    let deadline = NIODeadline.now() + time
    self.deadline = deadline
    // One that is due earlier looks at the deadline again then.
    if let scheduled, scheduled.at <= deadline { return }
    scheduled?.task.cancel()
    schedule(at: deadline, context)
  }

  private func schedule(at deadline: NIODeadline, _ context: ChannelHandlerContext) {
    let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [self] in
      scheduled = nil
      guard let due = self.deadline else { return }
      if due <= .now() { context.close(promise: nil) } else { schedule(at: due, context) }
    }
    scheduled = (task, deadline)
  }
}
