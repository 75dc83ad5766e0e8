public import Hummingbird
internal import NIOCore

/// What is known of one request beside itself.
public struct DoorContext: RequestContext {
  /// What the framework keeps of the request.
  public var coreContext: CoreRequestContextStorage
  /// The address of the other end of the connection; empty where it has none.
  let address: String

  /// Notes the address of the other end.
  public init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? ""
  }

  /// Whether the other end of the connection is on this machine.
  var isFromLoopback: Bool { address == "::1" || address.hasPrefix("127.") }
}
