internal import FEEL
internal import HTTPTypes
internal import Sales
internal import Service

extension Route {
  static let submissions = [
    Route(.put, "/v1/submissions/{id}", .permission(.submit), limit: .submission, work: putSubmission),
    Route(.get, "/v1/submissions/{id}", .permission(.readRecords), work: receipt),
    Route(.get, "/v1/bundle", .permission(.submit), work: bundle),
  ]

  /// The bytes go on as they came: the receipt is for exactly these.
  private static func putSubmission(_ call: Call) async throws(ServiceError) -> Reply {
    let answer = try await call.application.submit(
      id: try call.parameter("id"), envelope: call.body, contentDigest: call.headers.value(of: "Content-Digest"),
      device: call.headers.value(of: "Device"),
      sentAt: call.headers.value(of: "Sent-At").flatMap { Instant.milliseconds(Text($0)) }, person: try call.person())
    return Reply(status: answer.status, type: Reply.jsonType, body: answer.body)
  }

  private static func receipt(_ call: Call) async throws(ServiceError) -> Reply {
    let answer = try await call.application.receipt(of: try call.parameter("id"), person: try call.person())
    return Reply(status: answer.status, type: Reply.jsonType, body: answer.body)
  }

  private static func bundle(_ call: Call) async throws(ServiceError) -> Reply {
    try call.fields.refuseOthers(than: ["device"])
    let bundle = try await call.application.bundle(
      for: try call.person(), device: call.fields["device"] ?? call.headers.value(of: "Device"))
    return EntityTag(bundle.tag).reply(
      to: call.headers, Reply(type: Reply.jsonType, body: bundle.body), caching: "private, no-cache")
  }
}
