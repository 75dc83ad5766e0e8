internal import FEEL
internal import HTTPTypes
internal import Service

extension Route {
  static let playbook = [
    Route(.get, "/v1/findings", .permission(.readFindings), work: findings),
    Route(.get, "/v1/versions", .permission(.readFindings), work: versions),
  ]

  private static func findings(_ call: Call) async throws(ServiceError) -> Reply {
    try call.fields.refuseOthers(than: [])
    return .json(try await call.application.findings(for: try call.person()).json)
  }

  private static func versions(_ call: Call) async throws(ServiceError) -> Reply {
    try call.fields.refuseOthers(than: [])
    let versions = try await call.application.versions(for: try call.person())
    return .json(.members(["versions": .list(versions.map(\.json))]))
  }
}
