internal import FEEL
internal import HTTPTypes
internal import Logging
internal import Sales
internal import Service

/// One request as a route's work sees it: admitted, its parameters and body read.
struct Call: Sendable {
  var door: Door
  var method: HTTPRequest.Method
  /// Path and query as sent.
  var target: String
  var headers: HTTPFields
  /// Where it comes from.
  var address: String
  /// From the path, decoded.
  var parameters: [String: String]
  /// The query, or for a form its fields.
  var fields: FormFields
  var body: [UInt8]
  /// Who is signed in.
  var caller: Person?
  /// The session's token, where a session and not an API token brought the caller.
  var session: String?
  /// The write that this is, where its request has an `Idempotency-Key`.
  var write: IdempotentWrite?
  var logger: Logger

  var application: UseCases { door.application }

  /// Who asks. Only routes that demand somebody call this; the guard before them has seen to it.
  func person() throws(ServiceError) -> Person {
    guard let caller else { throw .notSignedIn() }
    return caller
  }

  func parameter(_ name: String) throws(ServiceError) -> String {
    guard let value = parameters[name], !value.isEmpty else { throw .noSuchPage() }
    return value
  }

  /// The record that the path names.
  func recordKey() throws(ServiceError) -> RecordKey {
    application.name(RecordKey(kind: Text(try parameter("kind")), id: Text(try parameter("id"))))
  }
}

extension ServiceError {
  static func notSignedIn() -> ServiceError {
    ServiceError(
      .notSignedIn, code: "not-signed-in",
      "Nobody is signed in: send a token in the header `Authorization: Bearer ...`, or sign in on the page /sign-in.")
  }

  static func noSuchPage() -> ServiceError {
    ServiceError(.notFound, code: "no-such-route", "There is nothing at this address.")
  }
}
