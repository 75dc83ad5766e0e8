internal import ArgumentParser
internal import FEEL
internal import Sales
internal import Store

/// What was fetched to a device: a playbook, and the records of a rep.
struct FetchedBundle {
  let device: DeviceFile
  let playbook: Playbook
  /// The playbook's version.
  let version: String
  /// Whose records these are; nil where they came from files.
  let person: Text?

  /// - Throws: `Refusal` where nothing was fetched; `StoreError`.
  init(home: HomeOptions, or alternative: String = "") throws {
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
  }

  /// The desk of a record, by its id or by what people call it.
  ///
  /// - Throws: `Refusal` where there is no such record, or more than one is called so.
  func desk(_ name: Text) throws -> Desk {
    if let stored = try device.record(name) { return try desk(of: stored) }
    let desks = try all()
    let called = desks.filter { $0.record.title.string.lowercased() == name.string.lowercased() }
    if called.count == 1 { return called[0] }
    if called.count > 1 {
      let ids = called.map(\.record.id.string).joined(separator: ", ")
      throw Refusal("\(called.count) records are called \(name): name the id, \(ids)", ExitStatus.badData)
    }
    let hint = suggestions(for: name, among: desks.map(\.record.id)).map { " Did you mean \($0)?" } ?? ""
    throw Refusal(
      "\(device.path) holds no record \(name); it holds \(desks.count) records.\(hint)", ExitStatus.noInput)
  }

  /// The desks of all records, in their order.
  func all() throws -> [Desk] { try device.records().map { try desk(of: $0) } }

  private func desk(of stored: DeviceRecord) throws -> Desk {
    var reader = RecordReader(playbook)
    var record: Record
    do throws(RecordError) {
      record = try reader.read(stored.line[...])
    } catch {
      throw Refusal(
        "\(device.path): the record \(stored.id) cannot be read: "
          + error.problems.map(\.description).joined(separator: "; "), ExitStatus.badData)
    }
    // What was sent since the last fetch counts as well; what the bundle has already counts once.
    for item in try device.submissions(about: stored.id)
    where item.state != .held && !record.submissions.contains(where: { $0.id == Text(item.id) }) {
      guard let envelope = Envelope(bytes: item.envelope) else {
        throw Refusal(
          "\(device.path): no. \(item.sequence) of the outbox cannot be read by this version", ExitStatus.badData)
      }
      record.submissions.append(envelope.submission)
    }
    return Desk(bundle: self, record: record)
  }
}

/// A rep's place to work from: one record of the device's file, with what waits in the outbox added to it.
struct Desk {
  let bundle: FetchedBundle
  /// The record with the submissions that wait to be sent.
  let record: Record

  var device: DeviceFile { bundle.device }
  var playbook: Playbook { bundle.playbook }

  /// The newest versions of the assessments about this kind of record.
  var assessments: [AssessmentDefinition] { playbook.definition.newestAssessments(about: record.kind) }

  func clock(at now: Int64 = CommandClock.now()) throws -> Clock {
    try CommandClock.clock(now, zone: playbook.definition.policy.zone)
  }

  /// What the record comes to now, with reasons.
  func explanation() throws -> Explanation { explain(record, playbook: playbook, clock: try clock()) }

  /// What the record would come to with one more sheet.
  ///
  /// - Parameter alone: leaves out the assessment's other sheets.
  func preview(
    of assessment: AssessmentDefinition, _ answers: [Submission.Answer], at now: Int64, alone: Bool = false
  ) throws -> SheetPreview {
    SheetPreview(
      record, adding: assessment, answers: answers, from: Text(try device.device()), at: now, isAlone: alone,
      playbook: playbook, clock: try clock(at: now))
  }
}

extension Recommendation {
  /// Why it is worth filling in, to follow the assessment's name and a comma.
  var clause: String {
    let clause =
      switch cause {
      case .expired: "whose answers are too old"
      case .provesBeyond(let stage): "since the evidence carries no further than \(stage)"
      case .belongsTo(let stage): "which belongs to the stage \(stage)"
      case .asked: "which a rule asks for"
      case .leadsBeyond(let stage): "which the way beyond \(stage) depends on"
      }
    return clause + (isOpen ? "" : "; it is filled in already")
  }
}
