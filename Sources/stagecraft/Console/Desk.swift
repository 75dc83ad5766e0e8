internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Store

/// A rep's place to work from: the device's file with one record of it, and what waits in the outbox added to that.
struct Desk {
  let device: DeviceFile
  let playbook: Playbook
  /// The playbook's version.
  let version: String
  /// Whose records these are; nil where they came from files.
  let person: Text?
  /// The record with the submissions that wait to be sent.
  let record: Record

  /// - Throws: `Refusal` where nothing was fetched or there is no such record; `StoreError`.
  init(home: HomeOptions, record id: Text, or alternative: String = "") throws {
    device = try home.device()
    guard let bundle = try device.bundle() else {
      throw Refusal(
        "\(device.path) holds no playbook yet. Fetch one: stagecraft outbox fetch --from records.ndjson\(alternative)",
        ExitStatus.noInput)
    }
    version = bundle.version
    person = bundle.person
    let definition: PlaybookDefinition
    do throws(DocumentError) {
      definition = try PlaybookDefinition(canonical: bundle.playbook)
    } catch {
      throw Refusal(
        "\(device.path) holds a playbook that this stagecraft cannot read; fetch it again", ExitStatus.badData)
    }
    guard let playbook = Playbook.compile(definition).playbook else {
      throw Refusal("\(device.path) holds a playbook with errors; fetch it again", ExitStatus.badData)
    }
    self.playbook = playbook
    guard let stored = try device.record(id) else {
      let known = try device.records().map(\.id)
      let hint = suggestions(for: id, among: known).map { " Did you mean \($0)?" } ?? ""
      throw Refusal(
        "\(device.path) holds no record \(id); it holds \(known.count) records.\(hint)", ExitStatus.noInput)
    }
    var reader = RecordReader(playbook)
    var record: Record
    do throws(RecordError) {
      record = try reader.read(stored.line[...])
    } catch {
      throw Refusal(
        "\(device.path): the record \(id) cannot be read: \(error.problems.map(\.description).joined(separator: "; "))",
        ExitStatus.badData)
    }
    // What was sent since the last fetch counts as well; what the bundle has already counts once.
    for item in try device.submissions(about: id)
    where item.state != .held && !record.submissions.contains(where: { $0.id == Text(item.id) }) {
      guard let envelope = Envelope(bytes: item.envelope) else {
        throw Refusal(
          "\(device.path): no. \(item.sequence) of the outbox cannot be read by this version", ExitStatus.badData)
      }
      record.submissions.append(envelope.submission)
    }
    self.record = record
  }

  /// The newest versions of the assessments about this kind of record, by name.
  var assessments: [AssessmentDefinition] {
    var newest: [AssessmentDefinition] = []
    for definition in playbook.definition.assessments where definition.kind == record.kind {
      if newest.last?.name == definition.name { newest.removeLast() }
      newest.append(definition)
    }
    return newest
  }

  /// An assessment that is worth filling in, and why.
  struct Recommendation {
    let assessment: AssessmentDefinition
    /// To follow the assessment's name and a comma.
    let reason: String
    /// Whether answers are missing or too old.
    let isOpen: Bool
  }

  /// What is worth filling in now, most of all first: while the evidence does not reach the stated stage what would
  /// prove it, else what belongs to the stage; what is filled in already comes last.
  func recommended(_ explanation: Explanation) -> [Recommendation] {
    let decision = explanation.decision
    var isProven = true
    if case .unproven? = decision.verdict { isProven = false }
    if case .ahead? = decision.verdict { isProven = false }
    let names =
      (isProven ? decision.recommended + decision.asks : decision.asks + decision.recommended)
      + explanation.unanswered + explanation.expired
    var found: [Recommendation] = []
    for name in names where !found.contains(where: { $0.assessment.name == name }) {
      guard let definition = assessments.last(where: { $0.name == name }) else { continue }
      let result = decision.assessments.first { $0.assessment == name }
      let reason =
        if result?.expired == true {
          "whose answers are too old"
        } else if let least = decision.supported?.least, !isProven, definition.stages.contains(least) {
          "since the evidence carries no further than \(least)"
        } else if decision.recommended.contains(name), let stage = decision.stated {
          "which belongs to the stage \(stage)"
        } else if decision.asks.contains(name) {
          "which a rule asks for"
        } else {
          "which the way beyond \(decision.supported?.least ?? "") hangs on"
        }
      let isOpen = result.map { $0.state != .complete || $0.expired } ?? true
      found.append(
        Recommendation(
          assessment: definition, reason: reason + (isOpen ? "" : "; it is filled in already"), isOpen: isOpen))
    }
    return found.filter(\.isOpen) + found.filter { !$0.isOpen }
  }

  func clock(at now: Int64 = CommandClock.now()) throws -> Clock {
    try CommandClock.clock(now, zone: playbook.definition.policy.zone)
  }

  /// What the record comes to now, with reasons.
  func explanation() throws -> Explanation { explain(record, playbook: playbook, clock: try clock()) }

  /// A record with one more sheet, and what is decided of it.
  struct Preview {
    let decision: Decision
    let record: Record
    let clock: Clock
    /// What the assessment's current sheets come to.
    let result: AssessmentResult?

    /// The id of the new sheet.
    static let sheet: Text = "new"

    /// Whether the new sheet counts; an incomplete one does not where a complete one was there before.
    var counts: Bool { result?.submissions.contains(Self.sheet) != false }
  }

  /// What the record would come to with one more sheet.
  ///
  /// - Parameter alone: leaves out the assessment's other sheets; an older complete one would count instead of this one
  ///   for as long as this one is not complete.
  func decide(
    adding assessment: AssessmentDefinition, answers: [Submission.Answer], at now: Int64, alone: Bool = false
  ) throws -> Preview {
    let clock = try clock(at: now)
    var changed = record
    if alone { changed.submissions.removeAll { $0.assessment == assessment.name } }
    changed.submissions.append(
      Submission(
        id: Preview.sheet, assessment: assessment.name, version: assessment.version, answers: answers,
        capturedAt: now, device: Text(try device.device()), sequence: Int(Int32.max)))
    var worker = DecisionWorker(playbook)
    let decision = Sales.decide(changed, playbook: playbook, clock: clock, climb: true, worker: &worker)
    return Preview(
      decision: decision, record: changed, clock: clock,
      result: decision.assessments.first { $0.assessment == assessment.name })
  }
}
