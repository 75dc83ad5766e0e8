internal import FEEL
internal import Sales
internal import Store

/// A use case as far as it can be worked out without writing: the step, and how its outcome is stored and answered.
struct Prepared<Answer: Sendable>: Sendable {
  /// Nil: there is no step to store.
  var step: PreparedStep?
  /// The answer that stands without writing anything.
  var answer: Answer?
  /// Runs in the transaction that stored the step's changes.
  var finish: @Sendable (StoreTransaction) throws -> Answer

  init(_ step: PreparedStep?, _ finish: @escaping @Sendable (StoreTransaction) throws -> Answer) {
    self.step = step
    self.finish = finish
  }

  /// An answer that needs no writing.
  init(_ answer: Answer) {
    self.answer = answer
    finish = { _ in answer }
  }
}

/// A step with what must still be so when it is stored.
struct PreparedStep: Sendable {
  var event: Text
  var result: StepResult
  /// The activation that it was decided under.
  var activation: String
  var loaded: LoadedPlaybook
  /// Whether the dossier that it leaves has its submissions in the order of their arrival, as a reading gives them: one
  /// that was held arrived earlier than it counts.
  var isInOrder: Bool

  init(_ event: Event, _ result: StepResult, _ rules: RulesInForce) {
    self.event = event.id
    self.result = result
    activation = rules.activation.id
    loaded = rules.loaded
    isInOrder = if case .admitted = event.kind { false } else { true }
  }
}

extension Application {
  /// A use case of one record: read and stepped beside the writer, then stored in one short transaction that checks that
  /// the record's revision and the activation are still those that were read. If they moved, it is worked out again
  /// inside the writer, once.
  ///
  /// - Parameters:
  ///   - now: the instant whose playbook decides, epoch milliseconds.
  ///   - once: keeps the answer in the same transaction.
  ///   - early: what was prepared from memory, with a step to be stored; nil: it is read.
  ///   - prepare: may run twice; changes nothing.
  func perform<Answer: Sendable>(
    at now: Int64, once: IdempotentRequest<Answer>? = nil, early: Prepared<Answer>? = nil,
    _ prepare: @escaping @Sendable (StoreReading) throws -> Prepared<Answer>
  ) async throws(ServiceError) -> Answer {
    let prepared = if let early { early } else { try await reading(briefly: true, prepare) }
    if let answer = prepared.answer, once == nil { return answer }
    let (answer, stored) = try await writing { [self] transaction in
      var prepared = prepared
      if let step = prepared.step, !(try apply(step, at: now, in: transaction)) {
        prepared = try prepare(transaction)
        if let step = prepared.step, !(try apply(step, at: now, in: transaction)) {
          throw ServiceError(.unavailable, code: "moved-meanwhile", "The record changes too fast; try again.")
        }
      }
      let answer = try prepared.finish(transaction)
      if let once { try keep(answer, to: once, in: transaction) }
      return (answer, prepared.step)
    }
    if let stored, stored.isInOrder { dossiers.keep(stored.result.dossier, stored.loaded) }
    return answer
  }

  /// Stores a step's changes and queues its effects.
  ///
  /// - Returns: false: record or activation are not those that were read any more, and nothing was stored.
  func apply(_ step: PreparedStep, at now: Int64, in transaction: StoreTransaction) throws -> Bool {
    guard try transaction.playbookInForce(at: now)?.id == step.activation else { return false }
    return try apply(step.result, event: step.event, step.loaded, in: transaction)
  }

  /// The same for a step that was decided in this very transaction, or under a playbook that is not the present one.
  func apply(
    _ result: StepResult, event: Text, _ loaded: LoadedPlaybook, in transaction: StoreTransaction
  ) throws -> Bool {
    let now = time.now()
    guard try transaction.apply(result, event: event, at: now) else { return false }
    if result.isChanged { dossiers.forget(result.dossier.key) }
    try queue(result, loaded, now: now, in: transaction)
    return true
  }
}
