internal import Cryptography
internal import FEEL
internal import Sales
internal import Store

extension Application {
  /// Puts a version of the playbook in force from an instant on.
  ///
  /// - Parameters:
  ///   - document: the canonical document; what has errors is refused.
  ///   - from: epoch milliseconds; nil: now.
  ///   - judgeAll: whether a changed rule judges gates that were passed already (design §7.6); else only gates not yet
  ///     passed.
  /// - Returns: the version, and whether it was in force already (then nothing was changed).
  public func activate(
    document: [UInt8], from: Int64? = nil, judgeAll: Bool = false, by person: Person? = nil
  ) async throws(ServiceError) -> (version: String, wasInForce: Bool) {
    if let person { try allow(person, .activate) }
    let now = time.now()
    let from = from ?? now
    let version = Hexadecimal.sha256(document)
    let definition: PlaybookDefinition
    do throws(DocumentError) {
      definition = try PlaybookDefinition(canonical: document)
    } catch {
      throw ServiceError(
        .invalid, code: "no-playbook", "This is no canonical playbook.", problems: error.problems.map(\.description))
    }
    let (playbook, findings) = Playbook.compile(definition)
    let errors = (findings + definition.check(clock: Clock(epochMilliseconds: now, offsetSeconds: 0))).filter {
      $0.severity == .error
    }
    guard playbook != nil, errors.isEmpty else {
      throw ServiceError(
        .invalid, code: "playbook-errors", "The playbook has errors, so it was not activated.",
        problems: errors.map { "\($0.code): \($0.message)" })
    }
    let by = person?.id.string ?? "command line"
    return try await writing { [self] transaction in
      if let current = try transaction.playbookInForce(at: from), current.version == version, from <= now {
        return (version, true)
      }
      try transaction.storePlaybook(PlaybookVersion(version: version, document: document, storedAt: now, storedBy: by))
      for assessment in definition.assessments {
        let digest = Hexadecimal.sha256(assessment.canonical())
        let known = try transaction.assessmentVersions().first {
          $0.id == assessment.name && $0.version == assessment.version
        }
        if let known, known.digest != digest {
          throw ServiceError(
            .conflict, code: "assessment-changed",
            "\(assessment.name) version \(assessment.version) was activated with other content before, and answers may "
              + "have been given to that. Raise its `version:` in assessments/.")
        }
        if known == nil {
          try transaction.storeAssessmentVersion(
            id: assessment.name, version: assessment.version, digest: digest, playbook: version)
        }
      }
      try transaction.addActivation(
        Activation(
          id: time.identifier(), version: version, from: from, activatedAt: now, by: by, judgeAll: judgeAll))
      try endTokensOfPeopleWhoLeft(at: now, in: transaction)
      try audit(
        "playbook.activated", subject: "playbook/\(version)", by: person, payload: Instant.text(from).bytes, at: now,
        in: transaction)
      return (version, false)
    }
  }
}
