internal import FoundationEssentials

/// `POST /services/oauth2/token`: the JWT bearer login.
struct TokenResource: Sendable {
  let sandbox: Sandbox

  private static let grant = "urn:ietf:params:oauth:grant-type:jwt-bearer"
  /// An assertion may end so many seconds from now at most.
  private static let longest: Double = 180

  func answer(_ request: IncomingRequest) async -> Reply {
    guard request.method == "POST" else { return Reply(.wrongMethod(request.method, allowed: "POST")) }
    let form = IncomingRequest.form(Substring(decoding: request.body, as: UTF8.self))
    func value(_ name: String) -> String? { form.first { $0.name == name }?.value }
    guard value("grant_type") == Self.grant else {
      return refusal("unsupported_grant_type", "grant type not supported")
    }
    guard let assertion = value("assertion") else {
      return refusal("invalid_request", "missing required parameter: assertion")
    }
    guard let logins = sandbox.logins else {
      return refusal("invalid_client_id", "client identifier invalid: the sandbox was started without --key-file")
    }
    guard let claims = logins.claims(assertion) else { return refusal("invalid_grant", "invalid assertion") }
    guard claims.iss == sandbox.settings.clientID else {
      return refusal("invalid_client_id", "client identifier invalid")
    }
    let local = "http://localhost:\(sandbox.listeningPort)"
    let audiences = [sandbox.baseURL, local, sandbox.settings.audience].compactMap { $0 }
    guard let named = claims.aud?.names, named.contains(where: { audiences.contains(Self.bare($0)) }) else {
      return refusal("invalid_grant", "audience is invalid")
    }
    let now = sandbox.now()
    guard let end = claims.exp?.value else {
      return refusal("invalid_grant", "expiration is missing")
    }
    let left = end - Double(now) / 1000
    if left <= 0 { return refusal("invalid_grant", "assertion has expired") }
    // Two seconds for the fraction that whole seconds cut off and for the way.
    if left > Self.longest + 2 { return refusal("invalid_grant", "the assertion's exp is more than 3 minutes ahead") }
    guard claims.sub == sandbox.settings.user else {
      return refusal("invalid_grant", "user hasn't approved this consumer")
    }
    return grantReply(now)
  }

  private func grantReply(_ now: Int64) -> Reply {
    let token = sandbox.sessions.open(sandbox.integrationUser, organization: sandbox.organization, now: now)
    let id = sandbox.baseURL + "/id/\(sandbox.organization.string)/\(sandbox.integrationUser.string)"
    let signature = WebhookTarget.code(Array((id + String(now)).utf8), key: Array(sandbox.settings.clientID.utf8))
    var reply = Reply(
      200,
      [
        "access_token": .string(token), "scope": "api", "instance_url": .string(sandbox.baseURL), "id": .string(id),
        "token_type": "Bearer", "issued_at": .string(String(now)),
        "signature": .string(Data(signature).base64EncodedString()),
      ])
    reply.headers.append(("Cache-Control", "no-cache, no-store"))
    return reply
  }

  private func refusal(_ error: String, _ description: String) -> Reply {
    Reply(400, ["error": .string(error), "error_description": .string(description)])
  }

  private static func bare(_ url: String) -> String { url.hasSuffix("/") ? String(url.dropLast()) : url }
}
