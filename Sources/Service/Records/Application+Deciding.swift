internal import FEEL
internal import Sales

extension Application {
  /// Decides one record that somebody sends, and stores nothing.
  ///
  /// - Parameter body: the record as `stagecraft score` reads it.
  /// - Returns: the decision's line of JSON.
  public func decide(_ body: [UInt8], person: Person) async throws(ServiceError) -> [UInt8] {
    try allow(person, .readRecords)
    let now = time.now()
    let loaded = try await current(at: now).loaded
    let record: Record
    do { record = try loaded.strictRecord(body) } catch let error as RecordError {
      throw ServiceError(
        .invalid, code: "not-a-record", "This is no record of the playbook in force.",
        problems: error.problems.map(\.description))
    } catch {
      throw ServiceError(.invalid, code: "not-a-record", "This is no record.")
    }
    let clock = time.clock(at: now, loaded.playbook)
    return loaded.withWorker { worker in
      let decision = Sales.decide(record, playbook: loaded.playbook, clock: clock, climb: true, worker: &worker)
      var line: [UInt8] = []
      decision.write(into: &line, record: record, playbook: loaded.playbook)
      return line
    }
  }
}
