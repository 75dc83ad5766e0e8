/// `/services/data`: tells versions and sessions apart and hands each call to its resource.
struct DataAPI: Sendable {
  let sandbox: Sandbox

  /// The versions that are spoken; older ones are retired.
  private static let versions = 41...68
  /// Salesforce takes no longer address, which bounds the list of an `IN`.
  private static let longestTarget = 16_384

  /// - Parameter began: when the request came, which is what its rows are stamped with.
  func answer(_ request: IncomingRequest, targetLength: Int, rowFault: APIFailure?, began: Int64) -> Reply {
    do throws(APIFailure) {
      if targetLength > Self.longestTarget { throw APIFailure(414, "URI_TOO_LONG", "URI Too Long") }
      let segments = request.segments.dropFirst(2)
      guard let version = segments.first else {
        guard request.method == "GET" else { throw .wrongMethod(request.method, allowed: "GET") }
        return Reply(200, versionList)
      }
      try check(version)
      let now = sandbox.now()
      guard let token = Self.token(request), let user = sandbox.sessions.user(token, now: now) else {
        throw .expiredSession
      }
      if sandbox.requests.countCall() > sandbox.settings.dailyLimit { throw .limitReached }
      let call = DataCall(
        sandbox: sandbox, request: request, version: version, segments: segments.dropFirst(), user: user, now: began,
        rowFault: rowFault)
      return try resource(call)
    } catch {
      var reply = Reply(error)
      if error.status == 405, let allowed = error.message.split(separator: "Allowed are ").last {
        reply.headers.append(("Allow", String(allowed)))
      }
      return reply
    }
  }

  /// The token that the request names.
  static func token(_ request: IncomingRequest) -> String? {
    let parts = request.header("authorization")?.split(separator: " ") ?? []
    guard parts.count == 2, ["bearer", "oauth"].contains(parts[0].lowercased()) else { return nil }
    return String(parts[1])
  }

  private func check(_ version: String) throws(APIFailure) {
    guard version.hasPrefix("v"), version.hasSuffix(".0"), let number = Int(version.dropFirst().dropLast(2)) else {
      throw .notFound
    }
    if number < Self.versions.lowerBound, number > 0 {
      throw APIFailure(410, "UNSUPPORTED_API_VERSION", "API version \(number).0 is retired")
    }
    if !Self.versions.contains(number) { throw .notFound }
  }

  private func resource(_ call: DataCall) throws(APIFailure) -> Reply {
    let path = Array(call.segments)
    switch (path.first, path.count) {
    case (nil, _): return Reply(200, DescribeResource(call: call).resources)
    case ("limits", 1): return try LimitsResource(call: call).answer()
    case ("query", 1), ("queryAll", 1), ("query", 2), ("queryAll", 2): return try QueryResource(call: call).answer()
    case ("sobjects", 1): return try DescribeResource(call: call).all()
    case ("sobjects", 2) where call.request.method == "GET": return try DescribeResource(call: call).basic(path[1])
    case ("sobjects", 3) where path[2] == "describe": return try DescribeResource(call: call).one(path[1])
    case ("sobjects", 2...4): return try RowResource(call: call).answer(Array(path.dropFirst()))
    case ("composite", 2...4) where path[1] == "sobjects":
      return try CollectionResource(call: call).answer(Array(path.dropFirst(2)))
    default: throw .notFound
    }
  }

  private var versionList: JSONValue {
    .array(
      Self.versions.map { number in
        [
          "label": .string("Version \(number)"), "url": .string("/services/data/v\(number).0"),
          "version": .string("\(number).0"),
        ]
      })
  }
}
