internal import Cryptography
internal import FEEL
internal import Logging
internal import Sales
internal import Store

extension Application {
  /// What a person's device needs to work offline: the playbook in force and the person's own open records with their
  /// submissions and history. Records that the playbook in force cannot read are named under `unreadable`.
  public func bundle(for person: Person, device: String?) async throws(ServiceError) -> BundleDocument {
    try allow(person, .submit)
    let now = time.now()
    return try await reading { [self] reading in
      let loaded = try inForce(at: now, in: reading).loaded
      var unreadable: [JSON] = []
      var lines: [JSON] = []
      var after: RecordKey?
      var writer = RecordWriter()
      let filter = OutcomeFilter(owners: person.names, pipeline: nil, verdict: nil, stage: nil)
      while true {
        let chunk = try reading.outcomes(filter: filter, after: after, limit: 500)
        for outcome in chunk where outcome.status == "open" {
          do {
            guard let record = try dossier(outcome.key, loaded, in: reading)?.record else { continue }
            lines.append(try JSON.parse(writer.line(record)))
          } catch let error as RecordError {
            // Named, so that the rep asks for it instead of missing it.
            unreadable.append(
              .object([
                JSON.Member("kind", .string(outcome.key.kind)), JSON.Member("id", .string(outcome.key.id)),
                JSON.Member("problems", .array(error.problems.map { .string(Text($0.description)) })),
              ]))
          }
        }
        guard chunk.count == 500, let last = chunk.last else { break }
        after = last.key
      }
      guard let document = try reading.playbook(version: loaded.version)?.document else {
        throw ServiceError(.notReady, code: "no-playbook", "The playbook in force is not stored here.")
      }
      var content = [
        JSON.Member("v", .number(Decimal34(1))), JSON.Member("version", .string(Text(loaded.version))),
        JSON.Member("person", .string(person.id)), JSON.Member("playbook", .string(Text(bytes: document))),
        JSON.Member("records", .array(lines)),
      ]
      if !unreadable.isEmpty {
        content.append(JSON.Member("unreadable", .array(unreadable)))
        logger.warning("records do not fit the playbook in force", metadata: ["records": "\(unreadable.count)"])
      }
      let body = JSON.object(content).bytes
      return BundleDocument(body: body, tag: "\"\(Hexadecimal.sha256(body))\"")
    }
  }
}
