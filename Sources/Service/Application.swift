public import FEEL
public import Sales

public final class Application: Sendable {
  public let time: any TimeSource
  public init(time: any TimeSource) { self.time = time }
}
extension Application {
  private func soon() -> ServiceError { ServiceError(.notReady, code: "soon", "not yet") }
  public func person(token: String) async throws(ServiceError) -> Person { throw soon() }
  public func signIn(token: String) async throws(ServiceError) -> Session { throw soon() }
  public func signOut(session: String) async throws(ServiceError) { throw soon() }
  public func submit(id: String, envelope: [UInt8], contentDigest: String?, device: String?, person: Person)
    async throws(ServiceError) -> Answer
  { throw soon() }
  public func receipt(of id: String, person: Person) async throws(ServiceError) -> Answer { throw soon() }
  public func bundle(for person: Person, device: String?) async throws(ServiceError) -> BundleDocument { throw soon() }
  public func pipeline(for person: Person, by: PipelineGrouping, filter: RecordFilter) async throws(ServiceError)
    -> PipelineView
  { throw soon() }
  public func records(for person: Person, filter: RecordFilter, after: String?, limit: Int) async throws(ServiceError)
    -> RecordPage
  { throw soon() }
  public func record(_ key: RecordKey, person: Person, language: Text?) async throws(ServiceError) -> RecordView {
    throw soon()
  }
  public func explanation(_ key: RecordKey, person: Person, asOf: Int64?, language: Text?) async throws(ServiceError)
    -> ExplanationView
  { throw soon() }
  public func move(_ key: RecordKey, to stage: Text, reason: Text?, person: Person) async throws(ServiceError)
    -> MoveAnswer
  { throw soon() }
  public func setHold(_ key: RecordKey, reason: Text, until: CalendarDate?, person: Person) async throws(ServiceError) {
    throw soon()
  }
  public func clearHold(_ key: RecordKey, person: Person) async throws(ServiceError) { throw soon() }
  public func setOverride(_ key: RecordKey, stage: Text, reason: Text, until: CalendarDate?, person: Person)
    async throws(ServiceError)
  { throw soon() }
  public func clearOverride(_ key: RecordKey, person: Person) async throws(ServiceError) { throw soon() }
  public func proposals(for person: Person, limit: Int) async throws(ServiceError) -> [ProposalView] { throw soon() }
  public func acceptProposal(_ id: String, reason: Text?, person: Person) async throws(ServiceError) -> ProposalView {
    throw soon()
  }
  public func refuseProposal(_ id: String, reason: Text, person: Person) async throws(ServiceError) -> ProposalView {
    throw soon()
  }
  public func held(for person: Person, limit: Int) async throws(ServiceError) -> [HeldView] { throw soon() }
  public func acceptHeld(_ id: String, person: Person) async throws(ServiceError) -> Answer { throw soon() }
  public func returnHeld(_ id: String, reason: Text, person: Person) async throws(ServiceError) -> Answer {
    throw soon()
  }
  public func findings(for person: Person) async throws(ServiceError) -> FindingsView { throw soon() }
  public func versions(for person: Person) async throws(ServiceError) -> [VersionView] { throw soon() }
  public func deadLetters(for person: Person, limit: Int) async throws(ServiceError) -> [DeadLetterView] {
    throw soon()
  }
  public func retryDeadLetter(_ id: String, person: Person) async throws(ServiceError) { throw soon() }
  public func syncStatus(for person: Person) async throws(ServiceError) -> [ConnectionView] { throw soon() }
  public func receiveWebhook(source: String, id: String?, timestamp: String?, signature: String?, body: [UInt8])
    async throws(ServiceError) -> WebhookAnswer
  { throw soon() }
  public func decide(_ body: [UInt8], person: Person) async throws(ServiceError) -> [UInt8] { throw soon() }
  public func readiness() async -> Readiness { Readiness(checks: []) }
  public func answeredBefore(_ person: Person, key: String, request: String) async throws(ServiceError)
    -> IdempotentReply?
  { throw soon() }
  public func remember(_ reply: IdempotentReply, _ person: Person, key: String, request: String)
    async throws(ServiceError)
  { throw soon() }
}
