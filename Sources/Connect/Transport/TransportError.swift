/// Why a request has no answer. The texts are for people: they name the host that was asked, never an address it
/// resolved to, and never a header or a body.
public enum TransportError: Error, Hashable, Sendable {
  /// The host resolves to a private, loopback or otherwise inner address that the rules do not allow. Nothing was sent.
  case refusedAddress(String)
  /// No connection, or no trusted one. Nothing was sent.
  case cannotConnect(String)
  /// The request was sent, or perhaps was, and no whole answer came: the server may have carried it out.
  case outcomeUnknown(String)
  /// The answer has more bytes than allowed, counted after decompression; the server has carried the request out.
  case tooLarge(limit: Int)
  /// Not https, or no address or request at all. Nothing was sent.
  case badAddress(String)
  /// The task was cancelled or the transport closed; what was on its way may have been carried out.
  case cancelled
}

extension TransportError: CustomStringConvertible {
  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .refusedAddress(let text), .cannotConnect(let text), .outcomeUnknown(let text), .badAddress(let text): text
    case .tooLarge(let limit): "the answer has more than \(limit) bytes"
    case .cancelled: "the request was cancelled"
    }
  }
}
