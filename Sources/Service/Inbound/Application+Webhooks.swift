internal import Connect
internal import FEEL
internal import Logging
internal import Sales
internal import Store

extension Application {
  /// The most bytes that a webhook may have.
  public static let longestWebhook = 1_048_576

  /// Checks that a source of webhooks is set up, which can be known before anything of them is read.
  ///
  /// - Throws: `notFound`.
  public func expectWebhook(from name: String) throws(ServiceError) { _ = try source(name) }

  private func source(_ name: String) throws(ServiceError) -> WebhookSource {
    guard let source = webhooks.first(where: { $0.name == name }) else {
      throw ServiceError(.notFound, code: "no-source", "There is no webhook source of this name.")
    }
    return source
  }

  /// Takes a webhook in: its signature is checked over the raw bytes, it is stored once, and answered; the row that it
  /// hints at is fetched later.
  ///
  /// - Parameters: the headers `webhook-id`, `webhook-timestamp` and `webhook-signature` as they came (Standard Webhooks).
  /// - Throws: `notFound` for a source that is not set up, `notSignedIn` for a wrong signature (without saying why),
  ///   `malformed` for malformed headers or a body that is no JSON, `tooLarge` for more than `longestWebhook` bytes.
  public func receiveWebhook(
    source name: String, id: String?, timestamp: String?, signature: String?, body: [UInt8]
  ) async throws(ServiceError) -> WebhookAnswer {
    let source = try source(name)
    guard body.count <= Self.longestWebhook else {
      throw ServiceError(.tooLarge, code: "webhook-too-large", "At most \(Self.longestWebhook) bytes are read.")
    }
    let now = time.now()
    let verified = source.verifier.verify(
      id: id, timestamp: timestamp, signature: signature, body: body, nowMilliseconds: now)
    let event: String
    switch verified {
    case .genuine(let id): event = id
    case .malformed(let reason):
      measures.webhook("malformed")
      throw ServiceError(.malformed, code: "malformed-webhook", reason)
    case .refused(let reason):
      measures.webhook("refused")
      logger.notice("a webhook was refused", metadata: ["source": "\(name)", "reason": "\(reason)"])
      throw ServiceError(.notSignedIn, code: "wrong-signature", "The signature is not valid.")
    }
    let json: JSON
    do throws(JSONError) {
      json = try JSON.parse(body, limits: EnvelopeCheck.limits)
    } catch {
      measures.webhook("malformed")
      throw ServiceError(.malformed, code: "malformed-webhook", "The body is no JSON: \(error.description)")
    }
    let hint = WebhookHint(json)
    let inbound = InboundEvent(
      source: name, id: event, type: json["type"]?.text ?? "", subject: hint.map { Text($0.object) + "/" + $0.id },
      receivedAt: now, payload: body,
      state: hint == nil ? .ignored : .new, note: hint == nil ? "it names no object and id" : nil, notBefore: now)
    let isNew = try await writing { transaction in try transaction.insertEvent(inbound) }
    let outcome: WebhookAnswer.Outcome = !isNew ? .duplicate : hint == nil ? .ignored : .stored
    measures.webhook(outcome.rawValue)
    if outcome == .stored { wake.signal() }
    return WebhookAnswer(outcome: outcome)
  }
}

/// What a webhook says: that this row may have changed. The row itself is fetched.
struct WebhookHint {
  var object: String
  var id: Text

  init?(_ json: JSON) {
    guard let object = json["data"]?["object"]?.text, let id = json["data"]?["id"]?.text,
      let widened = SalesforceID.widened(id)
    else { return nil }
    self.object = object.string
    self.id = widened
  }
}
