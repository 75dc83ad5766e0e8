internal import FEEL
internal import HTTPTypes
internal import Service

/// An error as RFC 9457 tells it.
struct Problem: Sendable {
  var status: Int
  var code: String
  var detail: String
  var errors: [String]
  var headers: HTTPFields = [:]

  init(status: Int, code: String, detail: String, errors: [String] = [], headers: HTTPFields = [:]) {
    self.status = status
    self.code = code
    self.detail = detail
    self.errors = errors
    self.headers = headers
  }

  init(_ error: ServiceError) {
    self.init(
      status: Self.status(of: error), code: error.code, detail: error.message, errors: error.problems)
    switch error.kind {
    case .notSignedIn: headers[.wwwAuthenticate] = "Bearer realm=\"stagecraft\""
    case .unavailable: headers[.retryAfter] = "5"
    case .tooMany: headers[.retryAfter] = "\(error.retryAfterSeconds ?? 60)"
    default: break
    }
  }

  /// Codes of requests that cannot even be read.
  private static let unreadable: Set<String> = [
    "unreadable-json", "unreadable-query", "idempotency-key-missing", "idempotency-key-invalid",
  ]

  private static func status(of error: ServiceError) -> Int {
    switch error.kind {
    case .notSignedIn: 401
    case .tooMany: 429
    case .notAllowed: 403
    case .notFound: 404
    case .conflict: 409
    case .invalid: unreadable.contains(error.code) ? 400 : 422
    case .tooLarge: 413
    case .malformed: 400
    case .notReady, .unavailable: 503
    }
  }

  /// What the status says, in HTTP's words.
  var title: String {
    switch status {
    case 400: "Bad request"
    case 401: "Not signed in"
    case 403: "Not allowed"
    case 404: "Not found"
    case 405: "Method not allowed"
    case 409: "Conflict"
    case 413: "Too large"
    case 422: "Cannot be processed"
    case 429: "Too many requests"
    case 503: "Not available now"
    default: "Internal error"
    }
  }

  static let mediaType = "application/problem+json"

  var reply: Reply {
    var members = [
      JSON.Member("type", .string(Text("urn:stagecraft:problem:\(code)"))),
      JSON.Member("title", .string(Text(title))), JSON.Member("status", .number(Decimal34(status))),
      JSON.Member("detail", .string(Text(detail))), JSON.Member("code", .string(Text(code))),
    ]
    if !errors.isEmpty {
      members.append(
        JSON.Member("errors", .array(errors.map { .object([JSON.Member("detail", .string(Text($0)))]) })))
    }
    return Reply(status: status, type: Self.mediaType, body: JSON.object(members).bytes, headers: headers)
  }

  /// Something failed that no one foresaw; what it was stands in the log only.
  static let unexpected = Problem(
    status: 500, code: "internal", detail: "Something failed here that was not foreseen. It is in the server's log.")

  static let unknownRoute = Problem(.noSuchPage())

  static let wrongHost = Problem(
    status: 400, code: "wrong-host", detail: "The request must have one header Host, which names one host.")

  static func wrongMethod(allowed: [String]) -> Problem {
    let list = allowed.joined(separator: ", ")
    return Problem(
      status: 405, code: "wrong-method", detail: "This address answers \(list) only.", headers: [.allow: list])
  }
}
