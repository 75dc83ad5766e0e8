public import FEEL

extension StoreReading {
  /// What the person's request with this key was answered, or nil.
  public func idempotentAnswer(person: Text, key: String) throws -> IdempotentAnswer? {
    try first("\(IdempotentAnswer.table.select) WHERE person = $1 AND request_key = $2", values(person, key))
  }
}

extension StoreTransaction {
  /// Keeps an answer, in the transaction that did what it tells.
  ///
  /// - Returns: false: there is one of that person and key, and nothing was changed.
  @discardableResult
  public func storeIdempotentAnswer(_ answer: IdempotentAnswer) throws -> Bool { try insertOnce(answer) }
}
