internal import FEEL
internal import Sales
internal import Store

extension Application {
  /// What a person's device needs to work offline: the playbook in force and the person's own open records with their
  /// submissions and history.
  public func bundle(for person: Person, device: String?) async throws(ServiceError) -> BundleDocument {
    try allow(person, .submit)
    let now = time.now()
    return try await reading { [self] reading in
      let loaded = try inForce(at: now, in: reading)
      let clock = time.clock(at: now, loaded.playbook)
      var lines: [JSON] = []
      var after: RecordKey?
      var writer = RecordWriter()
      let filter = OutcomeFilter(owners: person.names, pipeline: nil, verdict: nil, stage: nil)
      while true {
        let chunk = try reading.outcomes(filter: filter, after: after, limit: 500)
        for outcome in chunk where outcome.status == "open" {
          guard let stored = try reading.record(outcome.key),
            let record = try? assemble(stored, loaded, clock: clock, in: reading)
          else { continue }
          lines.append(try JSON.parse(writer.line(record)))
        }
        guard chunk.count == 500, let last = chunk.last else { break }
        after = last.key
      }
      guard let document = try reading.playbook(version: loaded.version)?.document else {
        throw ServiceError(.notReady, code: "no-playbook", "The playbook in force is not stored here.")
      }
      let content = JSON.object([
        JSON.Member("v", .number(Decimal34(1))), JSON.Member("version", .string(Text(loaded.version))),
        JSON.Member("person", .string(person.id)), JSON.Member("playbook", .string(Text(bytes: document))),
        JSON.Member("records", .array(lines)),
      ])
      let body = content.bytes
      return BundleDocument(body: body, tag: "\"\(Hexadecimal.sha256(body))\"")
    }
  }
}
