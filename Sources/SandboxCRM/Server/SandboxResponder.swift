internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore

/// What a request brings with it: its connection, so that it can be cut.
struct ConnectionContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}

/// Every request goes through here: outage, faults, count, then the part that answers it.
struct SandboxResponder: HTTPResponder {
  let sandbox: Sandbox

  private static let longestBody = 52_428_800

  func respond(to request: Request, context: ConnectionContext) async throws -> Response {
    let target = request.head.path ?? "/"
    let isControl = target.hasPrefix("/sandbox/")
    if !isControl, sandbox.isDown {
      let number = sandbox.requests.begin()
      note(number, request.method.rawValue, target, status: 0, fault: "down", since: sandbox.now())
      return await send(.cut(.beforeAnswer), on: context)
    }
    let headers = request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
    guard let buffer = try? await request.body.collect(upTo: Self.longestBody) else {
      return Response(status: .contentTooLarge, headers: [.connection: "close"])
    }
    let body = Array(buffer.readableBytesView)
    let number = isControl ? 0 : sandbox.requests.begin()
    let incoming = IncomingRequest(
      number: number, method: request.method.rawValue, target: target, headers: headers, body: body)
    if isControl { return await send(await ControlPlane(sandbox: sandbox).answer(incoming), on: context) }
    let began = sandbox.now()
    let fault = sandbox.faults.take(method: incoming.method, path: incoming.path)
    let reply = await reply(to: incoming, targetLength: target.utf8.count, fault: fault)
    note(number, incoming.method, incoming.path, status: reply.status, fault: fault?.kind.rawValue, since: began)
    return await send(reply, on: context)
  }

  private func reply(to request: IncomingRequest, targetLength: Int, fault: Fault?) async -> Reply {
    switch fault?.kind {
    case nil, .lock, .validation:
      let failure = fault?.failure(names: [])
      return await answer(request, targetLength: targetLength, rowFault: failure)
    case .lateCommit:
      let began = sandbox.now()
      try? await Task.sleep(for: .milliseconds(fault?.milliseconds ?? 0))
      return await answer(request, targetLength: targetLength, rowFault: nil, began: began)
    case .slow:
      let pause = Duration.milliseconds(fault?.milliseconds ?? 0)
      if fault?.isLate != true { try? await Task.sleep(for: pause) }
      let reply = await answer(request, targetLength: targetLength, rowFault: nil)
      if fault?.isLate == true { try? await Task.sleep(for: pause) }
      return reply
    case .lostAnswer:
      _ = await answer(request, targetLength: targetLength, rowFault: nil)
      return .cut(fault?.isPartial == true ? .withinAnswer : .beforeAnswer)
    case .hang:
      try? await Task.sleep(for: .milliseconds(fault?.milliseconds ?? 0))
      return .cut(.beforeAnswer)
    case .expiredSession:
      if let token = DataAPI.token(request) { sandbox.sessions.close(token) }
      return limited(Reply(.expiredSession), request)
    case .error500:
      return limited(
        Reply(APIFailure(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred. Please include this ErrorId")),
        request)
    case .requestLimit403: return limited(Reply(.limitReached), request)
    case .rate429:
      var reply = Reply(APIFailure(429, "TOO_MANY_REQUESTS", "Too many requests. Try again later."))
      if let seconds = fault?.retryAfter { reply.headers.append(("Retry-After", "\(seconds)")) }
      return limited(reply, request)
    case .unavailable503: return Reply(503, html: Self.maintenancePage)
    case .html200: return Reply(200, html: Self.signInPage)
    }
  }

  private func answer(
    _ request: IncomingRequest, targetLength: Int, rowFault: APIFailure?, began: Int64? = nil
  ) async -> Reply {
    switch (request.segments.first, request.segments.dropFirst().first) {
    case ("services", "oauth2") where request.segments.dropFirst(2).elementsEqual(["token"]):
      return await TokenResource(sandbox: sandbox).answer(request)
    case ("services", "data"):
      return limited(
        DataAPI(sandbox: sandbox).answer(
          request, targetLength: targetLength, rowFault: rowFault, began: began ?? sandbox.now()), request)
    default: return Reply(.notFound)
    }
  }

  private func limited(_ reply: Reply, _ request: IncomingRequest) -> Reply {
    guard request.segments.dropFirst().first == "data" else { return reply }
    var reply = reply
    reply.headers.append(
      ("Sforce-Limit-Info", "api-usage=\(sandbox.requests.calls)/\(sandbox.settings.dailyLimit)"))
    return reply
  }

  private func note(_ number: Int, _ method: String, _ path: String, status: Int, fault: String?, since: Int64) {
    sandbox.requests.end(
      RequestLog.Entry(
        number: number, method: method, path: path, status: status, fault: fault, at: since,
        milliseconds: sandbox.now() - since))
  }

  private func send(_ reply: Reply, on context: ConnectionContext) async -> Response {
    switch reply.cut {
    case .beforeAnswer:
      // Nothing can be written after this, so whatever the server library still sends is lost.
      try? await context.channel.close(mode: .all).get()
      return Response(status: .internalServerError)
    case .withinAnswer:
      let channel = context.channel
      let body = ResponseBody(contentLength: 1000) { writer in
        try await writer.write(ByteBuffer(string: "["))
        try await channel.close(mode: .all).get()
      }
      return Response(status: .ok, headers: [.contentType: "application/json;charset=UTF-8"], body: body)
    case nil: break
    }
    var headers = HTTPFields()
    for (name, value) in reply.headers {
      if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
    }
    return Response(
      status: HTTPResponse.Status(code: reply.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
  }

  private static let maintenancePage = """
    <!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>We are down for maintenance.</h1>
    <p>Sorry for the inconvenience. We'll be back shortly.</p></body></html>
    """
  private static let signInPage = """
    <!DOCTYPE html><html><head><title>Login</title></head><body><form method="post" action="/login">
    <label>Username <input name="un"></label><label>Password <input name="pw" type="password"></label>
    <button>Log In</button></form></body></html>
    """
}
