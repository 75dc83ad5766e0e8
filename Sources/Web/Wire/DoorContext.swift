public import Hummingbird
internal import NIOCore

/// What is known of one request beside itself.
public struct DoorContext: RequestContext {
  public var coreContext: CoreRequestContextStorage
  /// Whether the other end of the connection is on this machine.
  let isFromLoopback: Bool

  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    switch source.channel.remoteAddress?.ipAddress {
    case .some(let address): isFromLoopback = address == "::1" || address.hasPrefix("127.")
    case nil: isFromLoopback = false
    }
  }
}
