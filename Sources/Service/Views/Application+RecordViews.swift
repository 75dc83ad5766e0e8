internal import Connect
internal import Decisions
public import FEEL
public import Sales
internal import Store

extension Application {
  /// Records within reach, by kind and id, with their last decision.
  ///
  /// - Parameters:
  ///   - after: what the page before gave as `next`.
  ///   - limit: at most 500.
  public func records(
    for person: Person, filter: RecordFilter, after: String?, limit: Int
  ) async throws(ServiceError) -> RecordPage {
    try allow(person, .readRecords)
    let limit = min(max(1, limit), 500)
    var start: RecordKey?
    if let after {
      let parts = after.split(separator: "/", maxSplits: 1)
      guard parts.count == 2 else {
        throw ServiceError(.invalid, code: "bad-page", "`after` must be what the page before gave as `next`.")
      }
      start = RecordKey(kind: Text(String(parts[0])), id: Text(String(parts[1])))
    }
    let from = start
    let found = try await reading { reading in
      try reading.outcomes(filter: Self.stored(filter, person), after: from, limit: limit + 1)
    }
    let page = found.prefix(limit)
    let titles = try await ownerTitles()
    return RecordPage(
      records: page.map { recordLine($0).naming(titles) },
      next: found.count > limit ? page.last.map { "\($0.key.kind)/\($0.key.id)" } : nil)
  }

  /// Stated beside supported, in records and money, with the funnel of open stages.
  public func pipeline(
    for person: Person, by grouping: PipelineGrouping, filter: RecordFilter
  ) async throws(ServiceError) -> PipelineView {
    try allow(person, .readRecords)
    let now = time.now()
    return try await reading { [self] reading in
      let loaded = try inForce(at: now, in: reading).loaded
      let definition = loaded.definition
      var report = PipelineReport()
      let titles = definition.policy.ownerTitles
      let pipeline = definition.pipelines.first { filter.pipeline == nil || $0.name == filter.pipeline }
      let stages = (pipeline?.stages ?? []).filter { $0.status == .open }.sorted { $0.funnel < $1.funnel }
      var funnel = stages.map {
        FunnelStage(
          name: $0.name, records: 0, money: Decimal34(0), supportedRecords: 0, supportedMoney: Decimal34(0))
      }
      var owners: Set<Text> = []
      var after: RecordKey?
      while true {
        let chunk = try reading.outcomes(filter: Self.stored(filter, person), after: after, limit: 1000)
        for outcome in chunk {
          guard let json = try? JSON.parse(outcome.line), let line = PipelineReport.Line(decision: json) else {
            continue
          }
          if let owner = line.owner { owners.insert(owner) }
          let owner = line.owner.map { titles[$0] ?? $0 } ?? "no owner"
          report.add(line, group: grouping == .stage ? line.stage ?? "no stage" : owner)
          guard line.place == .open else { continue }
          let money = line.money ?? Decimal34(0)
          if let place = funnel.firstIndex(where: { $0.name == line.stage }) {
            funnel[place].records += 1
            funnel[place].money = funnel[place].money.adding(money) ?? funnel[place].money
          }
          if let place = funnel.firstIndex(where: { $0.name == line.least }) {
            funnel[place].supportedRecords += 1
            funnel[place].supportedMoney = funnel[place].supportedMoney.adding(money) ?? funnel[place].supportedMoney
          }
        }
        guard chunk.count == 1000, let last = chunk.last else { break }
        after = last.key
      }
      return PipelineView(
        report: report, order: grouping == .stage ? stages.map(\.name) : [], funnel: funnel,
        currency: definition.policy.currency, currencyDigits: definition.policy.currencyDigits,
        playbook: loaded.version, owners: owners.sorted(), ownerTitles: titles)
    }
  }

  /// One record with all that is known of it.
  public func record(_ key: RecordKey, person: Person, language: Text?) async throws(ServiceError) -> RecordView {
    try allow(person, .readRecords)
    let now = time.now()
    return try await reading { [self] reading in
      let loaded = try inForce(at: now, in: reading).loaded
      let dossier = try dossier(key, for: person, loaded, in: reading)
      let clock = time.clock(at: now, loaded.playbook)
      let record = dossier.record
      let explanation = explain(record, playbook: loaded.playbook, clock: clock)
      let kind = loaded.definition.kinds.first { $0.name == key.kind }
      let pipeline = loaded.playbook.pipeline(of: record)
      return RecordView(
        line: line(of: dossier).naming(loaded.definition.policy.ownerTitles),
        currency: loaded.definition.policy.currency, revision: dossier.revision,
        attributes: (kind?.attributes ?? []).map { attribute in
          RecordView.Attribute(
            name: attribute.name, label: attribute.label?.text(in: language) ?? attribute.name,
            value: record.attributes.first { $0.name == attribute.name }.flatMap { Self.shown($0.value) },
            isMoney: attribute.name == kind?.money)
        },
        scores: explanation.decision.assessments.map { result in
          RecordView.Score(
            assessment: result.assessment,
            title: loaded.definition.assessments.last { $0.name == result.assessment }?.title.text(in: language)
              ?? result.assessment,
            state: result.state.word, score: result.score?.shown, maximum: result.scoreMaximum?.shown,
            isExpired: result.expired, isAsked: explanation.decision.asks.contains(result.assessment))
        },
        explanation: Self.view(of: explanation, language: language),
        proposals: try reading.proposals(of: key).reversed().map { view(of: $0, dossier.outcome) },
        history: try reading.stageChanges(of: key).map { change in
          RecordView.HistoryLine(
            at: change.at, from: change.from, to: change.to, cause: change.cause, by: change.by, rule: change.rule,
            submission: change.submission?.string, playbook: change.playbook?.string, reason: change.reason)
        },
        submissions: try reading.submissions(of: key).map { submission, _ in
          RecordView.SubmissionLine(
            id: submission.id, number: submission.number, assessment: submission.assessment,
            version: submission.version, person: submission.person, capturedAt: submission.adjustedAt,
            receivedAt: submission.receivedAt, state: submission.state.rawValue, note: submission.heldReason)
        },
        hold: record.history.hold, override: record.history.override,
        stages: (pipeline?.stages ?? []).filter { $0.name != record.stage }.map(\.name),
        notices: explanation.decision.notices.map(\.message), recommendations: explanation.recommendations,
        openStages: pipeline?.openStages ?? [])
    }
  }

  /// Why, why not, and what it would take, now or at an instant with the playbook and the evidence of then.
  public func explanation(
    _ key: RecordKey, person: Person, asOf: Int64?, language: Text?
  ) async throws(ServiceError) -> ExplanationView {
    try allow(person, .readRecords)
    return try await reading { [self] reading in
      guard person.sees(owner: try reading.record(key)?.owner),
        let view = try explanation(of: key, asOf: asOf, language: language, in: reading)
      else { throw Self.noRecord(key) }
      return view
    }
  }

  /// The same for who may read the store itself.
  ///
  /// - Returns: one explanation for each kind of record that has this id; empty: there is no such record.
  public func explanations(
    of id: Text, asOf: Int64?, language: Text?
  ) async throws(ServiceError) -> [ExplanationView] {
    try await reading { [self] reading in
      // A CRM's id of 15 characters too, whatever the kind.
      try reading.records(ids: [id] + (SalesforceID.widened(id).map { $0 == id ? [] : [$0] } ?? [])).compactMap {
        stored in
        try explanation(of: stored.key, asOf: asOf, language: language, in: reading)
      }
    }
  }

  private func explanation(
    of key: RecordKey, asOf: Int64?, language: Text?, in reading: StoreReading
  ) throws -> ExplanationView? {
    let instant = asOf ?? time.now()
    let loaded = try inForce(at: instant, in: reading).loaded
    let clock = time.clock(at: instant, loaded.playbook)
    guard var record = try dossier(key, loaded, in: reading)?.record else { return nil }
    if asOf != nil {
      if let then = try reading.stageChanges(of: key).last(where: { $0.at <= instant }) { record.stage = then.to }
      record.submissions.removeAll { $0.capturedAt.map { $0 > instant } ?? false }
      record.history.gates.removeAll { $0.passedAt > instant }
      record.history.watermarks.removeAll { $0.at > instant }
    }
    return Self.view(of: explain(record, playbook: loaded.playbook, clock: clock), language: language)
  }

  // MARK: - Parts

  /// What the policy in force calls the owners; empty while none is.
  private func ownerTitles() async throws(ServiceError) -> [Text: Text] {
    do throws(ServiceError) {
      return try await current(at: time.now()).loaded.definition.policy.ownerTitles
    } catch {
      if error.code == "no-playbook" { return [:] }
      throw error
    }
  }

  private static func stored(_ filter: RecordFilter, _ person: Person) -> OutcomeFilter {
    var owners = person.owners
    if let owner = filter.owner { owners = owners.map { $0.filter { $0 == owner } } ?? [owner] }
    return OutcomeFilter(owners: owners, pipeline: filter.pipeline, verdict: filter.verdict, stage: filter.stage)
  }

  private static func view(of explanation: Explanation, language: Text?) -> ExplanationView {
    let lines = explanation.text(language: language).bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { Text(bytes: Array($0)) }
    return ExplanationView(
      document: explanation.document(language: language), lines: lines,
      message: explanation.message(language: language))
  }

  /// The line of a record from its last decision; of one that was never decided, from what is stored.
  func line(of dossier: Dossier) -> RecordLine {
    if let outcome = dossier.outcome { return recordLine(outcome) }
    let record = dossier.record
    return RecordLine(
      key: dossier.key, title: record.id, owner: record.owner, pipeline: record.pipeline, stage: record.stage,
      status: nil, least: nil, most: nil, verdict: nil, distance: 0, money: nil, statedWeighted: nil,
      leastWeighted: nil, decidedAt: dossier.changedAt ?? 0)
  }

  func recordLine(_ outcome: RecordOutcome) -> RecordLine {
    let json = (try? JSON.parse(outcome.line)) ?? .null
    let line = PipelineReport.Line(decision: json)
    return RecordLine(
      key: outcome.key, title: Self.title(json) ?? outcome.key.id, owner: outcome.owner, pipeline: outcome.pipeline,
      stage: outcome.stated, status: outcome.status, least: outcome.least, most: outcome.most,
      verdict: outcome.verdict, distance: line?.verdict?.stages ?? 0, money: line?.money,
      statedWeighted: line?.statedWeighted, leastWeighted: line?.leastWeighted, decidedAt: outcome.decidedAt)
  }

  /// What people call it: an attribute `name`, `title` or `company`.
  private static func title(_ decision: JSON) -> Text? {
    for name in Record.titleAttributes {
      if let title = decision["attributes"]?[name]?.text, !title.isEmpty { return title }
    }
    return nil
  }

  /// A value as people read it; nil: unknown.
  static func shown(_ value: Value) -> Text? {
    if value.isUnknown { return nil }
    let json = value.json
    return switch json {
    case .null: nil
    case .string(let text): text
    case .number(let number): number.text
    case .boolean(let boolean): boolean ? "yes" : "no"
    case .array, .object: Text(bytes: json.bytes)
    }
  }
}

extension PolicyDefinition {
  /// What the policy calls the owners whom records name by the CRM's id.
  var ownerTitles: [Text: Text] {
    var titles: [Text: Text] = [:]
    for person in people { if let owner = person.owner { titles[owner] = person.id } }
    return titles
  }
}

extension RecordLine {
  /// The same with what the policy calls its owner.
  func naming(_ titles: [Text: Text]) -> RecordLine {
    var line = self
    line.ownerTitle = owner.flatMap { titles[$0] }
    return line
  }
}
