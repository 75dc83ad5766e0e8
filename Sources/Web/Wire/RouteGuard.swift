internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Service

/// What stands between the network and a route's work: who asks, may they, and is what they send within limits.
struct RouteGuard {
  let door: Door
  let route: Route

  func answer(_ request: Request, _ context: DoorContext) async -> Response {
    do throws(ServiceError) {
      return try await admitted(request, context).response
    } catch {
      return reply(to: error, request, context).response
    }
  }

  private func admitted(_ request: Request, _ context: DoorContext) async throws(ServiceError) -> Reply {
    var call = Call(
      door: door, method: request.method, target: request.head.path ?? "/", headers: request.headers,
      address: context.address, parameters: try parameters(context), fields: FormFields(), body: [],
      logger: context.logger)
    if route.kind == .form { try refuseOtherSites(request) }
    try await admit(&call, context)
    try await refuseTooLarge(request)
    try route.precondition(call)
    if route.kind != .form { call.fields = try FormFields(request.uri.query ?? "") }
    let body = try await body(request)
    call.body = body?.bytes ?? []
    // Its bytes count until the request is answered.
    defer { withExtendedLifetime(body) {} }
    if route.kind == .form {
      call.fields = try FormFields(
        String(decoding: call.body, as: UTF8.self),
        most: route.limit == .submission ? FormFields.mostOfAssessment : FormFields.most)
      try checkFormToken(call)
    }
    switch route.kind {
    case .keyed:
      return try await IdempotentWrite(call, key: call.headers.value(of: "Idempotency-Key")).answer(call, route.work)
    case .form where call.session != nil && call.caller != nil:
      return try await IdempotentWrite(call, key: call.fields["key"]).answer(call, isForm: true, route.work)
    default: return try await route.work(call)
    }
  }

  private func parameters(_ context: DoorContext) throws(ServiceError) -> [String: String] {
    var decoded: [String: String] = [:]
    for (name, value) in context.parameters {
      guard let text = PercentCoding.decoded(value), !PercentCoding.hasControls(text), text.utf8.count <= 500 else {
        throw .noSuchPage()
      }
      decoded[String(name)] = text
    }
    return decoded
  }

  /// Finds out who asks and whether they may, before anything of the body is read.
  private func admit(_ call: inout Call, _ context: DoorContext) async throws(ServiceError) {
    if route.access == .open { return }
    if route.access == .metrics, door.configuration.servesMetricsToLoopback, context.isFromLoopback,
      !Self.cameThroughProxy(call.headers)
    {
      return
    }
    let token = try token(of: call)
    if let token {
      call.caller = try await door.application.person(token: token.text, from: call.address)
      if token.isSession { call.session = token.text }
    }
    guard call.caller != nil else { throw .notSignedIn() }
    guard route.access.admits(call.caller?.role) else {
      throw ServiceError(
        .notAllowed, code: "not-allowed",
        "Your role, \(call.caller?.role.rawValue ?? ""), may not do this; ask an administrator.")
    }
  }

  private static func cameThroughProxy(_ headers: HTTPFields) -> Bool {
    ["Forwarded", "X-Forwarded-For", "Via"].contains { headers.value(of: $0) != nil }
  }

  private struct Token {
    var text: String
    var isSession: Bool
  }

  private func token(of call: Call) throws(ServiceError) -> Token? {
    switch route.kind {
    case .page, .form:
      return door.cookie.token(in: call.headers).flatMap { $0.isEmpty ? nil : Token(text: $0, isSession: true) }
    case .api, .keyed:
      if let header = call.headers[.authorization] {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 512 else {
          throw ServiceError(
            .notSignedIn, code: "not-signed-in", "The header Authorization must be `Bearer` and a token.")
        }
        return Token(text: String(parts[1]), isSession: false)
      }
      // A browser sends the cookie by itself: what changes something must bring more than that.
      guard call.method == .get || call.method == .head, let token = door.cookie.token(in: call.headers), !token.isEmpty
      else { return nil }
      return Token(text: token, isSession: true)
    }
  }

  private func refuseOtherSites(_ request: Request) throws(ServiceError) {
    let host = request.head.authority ?? request.headers.value(of: "Host")
    guard SameOrigin.holds(request.headers, host: host, publicURL: door.configuration.publicURL) else {
      throw ServiceError(
        .notAllowed, code: "other-site", "This form was sent from another site; open the page here and send it again.")
    }
  }

  private func checkFormToken(_ call: Call) throws(ServiceError) {
    guard let session = call.session else { return }
    guard let token = call.fields["token"], Seal(session: session).isFormToken(token) else {
      throw ServiceError(
        .notAllowed, code: "stale-form", "This form is not of your session any more; open the page and send it again.")
    }
  }

  /// The most bytes of a refused body that are read.
  private static let mostDiscarded = 33_554_432

  /// Reads a refused body and throws it away: who sends all before reading would wait for the answer until a time-out.
  private func discard(_ request: Request) async {
    var count = 0
    do {
      for try await part in request.body {
        count += part.readableBytes
        if count > Self.mostDiscarded { return }
      }
    } catch {
      // The refusal is what counts.
    }
  }

  /// The most bytes that the route takes; nil: it takes no body.
  private var limit: Int? {
    switch route.limit {
    case .none: nil
    case .request: door.configuration.requestLimit
    case .submission: door.configuration.submissionLimit
    case .webhook: door.configuration.webhookLimit
    }
  }

  private func tooLarge(_ limit: Int) -> ServiceError {
    ServiceError(.tooLarge, code: "body-too-large", "The body has more than the \(limit) bytes that are taken here.")
  }

  /// Refuses what says itself that it is too large.
  private func refuseTooLarge(_ request: Request) async throws(ServiceError) {
    guard let limit, let told = request.headers[.contentLength].flatMap({ Int($0) }), told > limit else { return }
    await discard(request)
    throw tooLarge(limit)
  }

  /// Reads the body, within the route's limit and within what all requests together may hold.
  private func body(_ request: Request) async throws(ServiceError) -> HeldBody? {
    guard let limit else { return nil }
    let body = HeldBody(route.access == .open ? door.openBodies : door.bodies)
    do {
      for try await part in request.body {
        if body.bytes.count + part.readableBytes > limit { throw tooLarge(limit) }
        guard body.add(part.readableBytesView) else {
          throw ServiceError(
            .unavailable, code: "too-many-bodies",
            "The server takes in as many bodies as it can hold now; nothing was changed. Try again later.")
        }
      }
    } catch let error as ServiceError {
      throw error
    } catch {
      throw ServiceError(.malformed, code: "body-cut-off", "The body ended before all of it was here; send it again.")
    }
    if route.kind != .form, let place = NULScan.place(in: body.bytes) {
      throw ServiceError(
        .invalid, code: "nul-character",
        "A text holds the character U+0000 (line \(place.line), column \(place.column) of the body), which cannot be "
          + "stored. Remove it and send the request again.")
    }
    return body
  }
}
