internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Before all routes: answers what no route takes, adds the headers that every answer has, and counts.
struct Front: RouterMiddleware {
  let door: Door

  func handle(
    _ request: Request, context: DoorContext, next: (Request, DoorContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    do {
      response =
        Self.namesOneHost(request) ? try await next(request, context) : refused(request, .wrongHost).response
    } catch let error as HTTPError where error.status == .notFound {
      response = unrouted(request).response
    } catch {
      context.logger.error(
        "request failed", metadata: ["error": "\(type(of: error))", "route": "\(context.endpointPath ?? "unmatched")"])
      response = Problem.unexpected.reply.response
    }
    for (name, value) in Self.headers where response.headers[name] == nil { response.headers[name] = value }
    let route = context.endpointPath ?? "unmatched"
    door.requests.count(
      route: route == "NotFound" ? "unmatched" : route, method: request.method.rawValue,
      status: response.status.code, took: start.duration(to: .now))
    context.logger.debug(
      "answered",
      metadata: ["method": "\(request.method)", "route": "\(route)", "status": "\(response.status.code)"])
    return response
  }

  /// 405 where the address takes other methods, 404 else.
  private func unrouted(_ request: Request) -> Reply {
    let path = request.uri.path
    let methods = Route.methods(at: path)
    return refused(request, methods.isEmpty ? .unknownRoute : .wrongMethod(allowed: methods))
  }

  private func refused(_ request: Request, _ problem: Problem) -> Reply {
    if Route.isForMachines(request.uri.path) { return problem.reply }
    return ErrorPage(problem: problem, back: nil).reply
  }

  /// Whether a request names exactly one host, by a name that can be one (RFC 9112 §3.2). The first header `Host` is the
  /// authority by now; a second one is still a header.
  private static func namesOneHost(_ request: Request) -> Bool {
    guard let host = request.head.authority, request.headers.value(of: "Host") == nil else { return false }
    return host.utf8.count <= 300 && host.utf8.allSatisfy { hostCharacters.contains($0) }
  }

  private static let hostCharacters = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=%:[]".utf8)

  /// The style sheet and pictures are ours; nothing else is loaded, run, framed or sent elsewhere.
  static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"

  private static let headers: [(HTTPField.Name, String)] =
    [
      (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store"),
    ] + (HTTPField.Name("Referrer-Policy").map { [($0, "same-origin")] } ?? [])
}

extension Route {
  /// The methods that some route takes at a path, sorted; HEAD wherever there is GET.
  static func methods(at path: String) -> [String] {
    let parts = path.split(separator: "/")
    var methods: Set<String> = []
    for route in all {
      let pattern = route.path.split(separator: "/")
      guard pattern.count == parts.count else { continue }
      if zip(pattern, parts).allSatisfy({ $0.first == "{" || $0 == $1 }) { methods.insert(route.method.rawValue) }
    }
    if methods.contains("GET") { methods.insert("HEAD") }
    return methods.sorted()
  }

  /// Whether programs and not people read what stands at a path.
  static func isForMachines(_ path: String) -> Bool {
    path.hasPrefix("/v1") || ["/healthz", "/readyz", "/metrics"].contains(path) || path.hasPrefix("/assets")
  }
}

extension Reply {
  var response: Response {
    var fields = headers
    if let type { fields[.contentType] = type }
    return Response(
      status: HTTPResponse.Status(code: status), headers: fields,
      body: body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }
}
