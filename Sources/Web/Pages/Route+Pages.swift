internal import FEEL
internal import HTTPTypes
internal import Service

extension Route {
  static let pages = [
    Route(.get, "/", .permission(.readRecords), .page, work: pipelinePage),
    Route(.get, "/records/{kind}/{id}", .permission(.readRecords), .page, work: recordPage),
    Route(.get, "/proposals", .permission(.readRecords), .page, work: proposalsPage),
    Route(.get, "/held", .permission(.decideHeld), .page, work: heldPage),
    Route(.get, "/dead-letters", .permission(.readSync), .page, work: deadLettersPage),
    Route(.get, "/findings", .permission(.readFindings), .page, work: findingsPage),
  ]

  private static func pipelinePage(_ call: Call) async throws(ServiceError) -> Reply {
    let filter = try call.fields.recordFilter()
    let grouping = try call.fields.grouping()
    let person = try call.person()
    let view = try await call.application.pipeline(for: person, by: grouping, filter: filter)
    let after = call.fields["after"]
    let page = try await call.application.records(for: person, filter: filter, after: after, limit: 50)
    return .page(
      PipelinePage(
        visitor: try call.visitor(), view: view, page: page, grouping: grouping, filter: filter, after: after
      ).html)
  }

  private static func recordPage(_ call: Call) async throws(ServiceError) -> Reply {
    let view = try await call.application.record(
      try call.recordKey(), person: try call.person(), language: call.fields.text("language"))
    return .page(OneRecordPage(visitor: try call.visitor(), view: view).html)
  }

  private static func proposalsPage(_ call: Call) async throws(ServiceError) -> Reply {
    let proposals = try await call.application.proposals(for: try call.person(), limit: 100)
    return .page(ProposalsPage(visitor: try call.visitor(), proposals: proposals).html)
  }

  private static func heldPage(_ call: Call) async throws(ServiceError) -> Reply {
    let held = try await call.application.held(for: try call.person(), limit: 100)
    return .page(HeldPage(visitor: try call.visitor(), held: held).html)
  }

  private static func deadLettersPage(_ call: Call) async throws(ServiceError) -> Reply {
    let letters = try await call.application.deadLetters(for: try call.person(), limit: 100)
    return .page(DeadLettersPage(visitor: try call.visitor(), letters: letters).html)
  }

  private static func findingsPage(_ call: Call) async throws(ServiceError) -> Reply {
    let view = try await call.application.findings(for: try call.person())
    return .page(FindingsPage(visitor: try call.visitor(), view: view).html)
  }
}
