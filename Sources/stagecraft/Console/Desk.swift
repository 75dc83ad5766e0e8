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
  /// The record with the submissions that wait to be sent.
  let record: Record

  /// - Throws: `Refusal` where nothing was fetched or there is no such record; `StoreError`.
  init(home: HomeOptions, record id: Text) throws {
    device = try DeviceFile(path: home.deviceFile, device: Identifier.make(at: CommandClock.now()))
    guard let bundle = try device.bundle() else {
      throw Refusal(
        "\(device.path) holds no playbook yet. Fetch one: stagecraft outbox fetch --from records.ndjson",
        ExitStatus.noInput)
    }
    version = bundle.version
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
    for item in try device.outbox() where item.record == id {
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

  /// What is worth filling in now: what is asked or recommended and not yet complete, else what is recommended.
  func recommended() throws -> [AssessmentDefinition] {
    let clock = try CommandClock.clock(CommandClock.now(), zone: playbook.definition.policy.zone)
    var worker = DecisionWorker(playbook)
    let decision = Sales.decide(record, playbook: playbook, clock: clock, climb: true, worker: &worker)
    let names = decision.recommended + decision.asks.filter { !decision.recommended.contains($0) }
    let open = names.filter { name in
      decision.assessments.first { $0.assessment == name }.map { $0.state != .complete || $0.expired } ?? true
    }
    return (open.isEmpty ? names : open).compactMap { name in assessments.last { $0.name == name } }
  }

  /// What the record would come to with one more sheet.
  func decide(
    adding assessment: AssessmentDefinition, answers: [Submission.Answer], at now: Int64
  ) throws -> (decision: Decision, record: Record, clock: Clock) {
    let clock = try CommandClock.clock(now, zone: playbook.definition.policy.zone)
    var changed = record
    changed.submissions.append(
      Submission(
        assessment: assessment.name, version: assessment.version, answers: answers, capturedAt: now,
        device: Text(try device.device()), sequence: Int(Int32.max)))
    var worker = DecisionWorker(playbook)
    return (Sales.decide(changed, playbook: playbook, clock: clock, climb: true, worker: &worker), changed, clock)
  }
}
