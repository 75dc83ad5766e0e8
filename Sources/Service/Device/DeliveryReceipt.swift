public import FEEL
internal import Sales

/// A server's receipt, as a device reads it.
public struct DeliveryReceipt: Sendable {
  /// The submission's id.
  public var id: String
  /// Of the bytes that were received, hexadecimal.
  public var sha256: String
  /// `promoted`, `recorded`, `no effect` or `held`.
  public var effect: Text
  /// What came of it, in the server's words.
  public var message: Text
  /// The server's number of it.
  public var number: Int?
  /// The stage after all.
  public var stage: Text?
  /// Why the server's verdict is not the one that the device told; empty: it is the same.
  public var differences: [Text]
  /// Whether the device worked with another playbook than the one in force.
  public var isBundleStale: Bool
  /// The very bytes.
  public var bytes: [UInt8]

  /// Nil: this is no receipt.
  public init?(_ bytes: [UInt8]) {
    guard let json = try? JSON.parse(bytes, limits: EnvelopeCheck.limits), let id = json["id"]?.text,
      let sha256 = json["sha256"]?.text, let effect = json["effect"]?.text
    else { return nil }
    self.id = id.string
    self.sha256 = sha256.string
    self.effect = effect
    message = json["message"]?.text ?? effect
    number = json["number"]?.number.flatMap { $0.wholeNumber }
    stage = json["stage"]?.text
    let why = (json["why"]?.items ?? []).compactMap(\.text)
    differences =
      json["previewDiffers"]?.boolean == true && why.isEmpty ? ["the server does not say why"] : why
    isBundleStale = json["bundleStale"]?.boolean == true
    self.bytes = bytes
  }

  /// Whether a person at the other end has to look first.
  public var isHeld: Bool { effect == "held" }
}
