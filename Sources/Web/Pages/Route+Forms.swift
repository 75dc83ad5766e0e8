internal import FEEL
internal import HTTPTypes
internal import Sales
internal import Service

extension Route {
  static let forms = [
    Route(.post, "/records/{kind}/{id}/stage", .permission(.moveStage), .form, work: moveForm),
    Route(.post, "/records/{kind}/{id}/hold", .permission(.hold), .form, work: holdForm),
    Route(.post, "/records/{kind}/{id}/release", .permission(.hold), .form, work: releaseForm),
    Route(.post, "/records/{kind}/{id}/override", .permission(.override), .form, work: overrideForm),
    Route(.post, "/records/{kind}/{id}/withdraw", .permission(.override), .form, work: withdrawForm),
    Route(.post, "/proposals/{id}/accept", .permission(.decideProposals), .form, work: acceptForm),
    Route(.post, "/proposals/{id}/refuse", .permission(.decideProposals), .form, work: refuseForm),
    Route(.post, "/held/{id}/accept", .permission(.decideHeld), .form, work: acceptHeldForm),
    Route(.post, "/held/{id}/return", .permission(.decideHeld), .form, work: returnHeldForm),
    Route(.post, "/dead-letters/{id}/retry", .permission(.retrySync), .form, work: retryForm),
  ]

  private static func moveForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (key, person) = (try call.recordKey(), try call.person())
    let stage = try call.fields.needed("to", "Choose a stage.")
    let reason = call.fields.text("reason")
    return try await call.once { once throws(ServiceError) in
      try await call.application.move(key, to: stage, reason: reason, person: person, once: once)
    } reply: { answer throws(ServiceError) in
      let told =
        answer.isMoved ? "Moved to \(answer.line.stage?.string ?? ""); \(answer.message.string)" : answer.message.string
      return try call.done(told + ".", at: try call.recordPath())
    }
  }

  private static func holdForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (key, person) = (try call.recordKey(), try call.person())
    let reason = try call.fields.reason()
    let until = try call.fields.day("until")
    return try await call.once { once throws(ServiceError) in
      try await call.application.setHold(key, reason: reason, until: until, person: person, once: once)
    } reply: { () throws(ServiceError) in
      try call.done("It is held now.", at: try call.recordPath())
    }
  }

  private static func releaseForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (key, person) = (try call.recordKey(), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.clearHold(key, person: person, once: once)
    } reply: { () throws(ServiceError) in
      try call.done("It is not held any more.", at: try call.recordPath())
    }
  }

  private static func overrideForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (key, person) = (try call.recordKey(), try call.person())
    let stage = try call.fields.needed("stage", "Choose a stage.")
    let reason = try call.fields.reason()
    let until = try call.fields.day("until")
    return try await call.once { once throws(ServiceError) in
      try await call.application.setOverride(
        key, stage: stage, reason: reason, until: until, person: person, once: once)
    } reply: { () throws(ServiceError) in
      try call.done("Your word stands beside the evidence now.", at: try call.recordPath())
    }
  }

  private static func withdrawForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (key, person) = (try call.recordKey(), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.clearOverride(key, person: person, once: once)
    } reply: { () throws(ServiceError) in
      try call.done("Only the evidence counts again.", at: try call.recordPath())
    }
  }

  private static func acceptForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (id, person) = (try call.parameter("id"), try call.person())
    let reason = call.fields.text("reason")
    return try await call.once { once throws(ServiceError) in
      try await call.application.acceptProposal(id, reason: reason, person: person, once: once)
    } reply: { proposal throws(ServiceError) in
      try call.done("Accepted: \(proposal.title.string) moves to \(proposal.to.string).", at: proposal.recordPath)
    }
  }

  private static func refuseForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (id, person) = (try call.parameter("id"), try call.person())
    let reason = try call.fields.reason()
    return try await call.once { once throws(ServiceError) in
      try await call.application.refuseProposal(id, reason: reason, person: person, once: once)
    } reply: { proposal throws(ServiceError) in
      try call.done("Refused: \(proposal.title.string) stays in \(proposal.from.string).", at: proposal.recordPath)
    }
  }

  private static func acceptHeldForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (id, person) = (try call.parameter("id"), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.acceptHeld(id, person: person, once: once)
    } reply: { _ throws(ServiceError) in
      try call.done("Accepted: it is judged now.", at: LocalPath("held"))
    }
  }

  private static func returnHeldForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (id, person) = (try call.parameter("id"), try call.person())
    let reason = try call.fields.reason()
    return try await call.once { once throws(ServiceError) in
      try await call.application.returnHeld(id, reason: reason, person: person, once: once)
    } reply: { _ throws(ServiceError) in
      try call.done("Returned to the one who sent it.", at: LocalPath("held"))
    }
  }

  private static func retryForm(_ call: Call) async throws(ServiceError) -> Reply {
    let (id, person) = (try call.parameter("id"), try call.person())
    return try await call.once { once throws(ServiceError) in
      try await call.application.retryDeadLetter(id, person: person, once: once)
    } reply: { () throws(ServiceError) in
      try call.done("It is sent once more.", at: LocalPath("dead-letters"))
    }
  }
}

extension Call {
  fileprivate func recordPath() throws(ServiceError) -> LocalPath {
    LocalPath("records", try parameter("kind"), try parameter("id"))
  }
}

extension ProposalView {
  fileprivate var recordPath: LocalPath { LocalPath("records", record.kind.string, record.id.string) }
}

extension FormFields {
  fileprivate func needed(_ name: String, _ message: String) throws(ServiceError) -> Text {
    guard let text = text(name), text.bytes.count <= 2000 else {
      throw ServiceError(.invalid, code: "invalid-form", message)
    }
    return text
  }

  fileprivate func reason() throws(ServiceError) -> Text {
    try needed("reason", "Give a reason, in at most 2000 bytes.")
  }

  fileprivate func day(_ name: String) throws(ServiceError) -> CalendarDate? {
    guard let text = text(name) else { return nil }
    guard let day = CalendarDate(text) else {
      throw ServiceError(.invalid, code: "invalid-form", "The day must be like 2026-03-31.")
    }
    return day
  }
}
