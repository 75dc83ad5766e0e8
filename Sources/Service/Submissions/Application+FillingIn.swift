internal import Cryptography
public import FEEL
public import Sales
internal import Store

/// Assessments as forms of a page: read, looked at, and sent as any device's submission is.
extension Application {
  /// A form to fill in, with the answers that count now, and where there are none what the CRM's fields say.
  ///
  /// - Parameters:
  ///   - assessment: its name.
  ///   - language: of the questions; nil: each text's first.
  public func form(
    _ assessment: Text, about key: RecordKey, language: Text?, person: Person
  ) async throws(ServiceError) -> AssessmentForm {
    try await desk(assessment, key, language, person) { $0.form() }
  }

  /// The form with what a person typed, what of it does not fit, and what the answers would come to; nothing is stored.
  public func preview(
    _ sheet: TypedSheet, of assessment: Text, about key: RecordKey, language: Text?, person: Person
  ) async throws(ServiceError) -> AssessmentForm {
    try await desk(assessment, key, language, person) { desk in
      var form = desk.form(sheet, isLookedAt: true)
      if desk.isOfAnotherVersion(sheet) { form.obstacle = .changed }
      return form
    }
  }

  /// Sends a sheet that was filled in on a page.
  ///
  /// - Parameters:
  ///   - unfinished: whether it is sent though questions are open that must be answered.
  ///   - form: the form's own id: the same sheet sent twice from it is stored once; a changed one is another submission.
  public func fillIn(
    _ sheet: TypedSheet, of assessment: Text, about key: RecordKey, language: Text?, unfinished: Bool, form: String,
    person: Person
  ) async throws(ServiceError) -> FilledIn {
    let id = Self.identifier(of: sheet, form, assessment, key, person)
    let sending = try await desk(assessment, key, language, person) { desk in
      if try desk.reading.submission(id) != nil { return Sending.again }
      return try desk.sending(sheet, as: id, unfinished: unfinished)
    }
    switch sending {
    case .notSent(let form): return .notSent(form)
    case .again: return .sent(try await sent(id, key, person))
    case .ready(let bytes, var form):
      do throws(ServiceError) {
        _ = try await submit(id: id, envelope: bytes, contentDigest: nil, device: nil, person: person)
      } catch {
        // The same was sent twice at a time, and the other one was first.
        if error.code != "id-reused" {
          form.obstacle = .refused(error.message)
          return .notSent(form)
        }
      }
      return .sent(try await sent(id, key, person))
    }
  }

  /// What came of a sheet, by its receipt and by what moved with it.
  private func sent(_ id: String, _ key: RecordKey, _ person: Person) async throws(ServiceError) -> SentSheet {
    let receipt = (try? JSON.parse(try await receipt(of: id, person: person).body)) ?? .null
    let now = time.now()
    return try await reading { [self] reading in
      let loaded = try inForce(at: now, in: reading).loaded
      var sent = SentSheet(
        message: receipt["message"]?.text ?? "received", isHeld: receipt["effect"]?.text == "held",
        currency: loaded.definition.policy.currency)
      let changes = try reading.outcomeChanges(of: key)
      guard let place = changes.lastIndex(where: { $0.event.string == id }),
        let record = try dossier(key, loaded, in: reading)?.record,
        let stages = loaded.playbook.pipeline(of: record)?.stages
      else { return sent }
      func carried(_ change: OutcomeChange) -> Decimal34? {
        let stage = stages.first { $0.name == change.least }
        return PipelineReport.weighted(change.money, stage?.probability)
      }
      sent.least = changes[place].change.least
      if place > 0, let before = carried(changes[place - 1].change), let after = carried(changes[place].change),
        before != after
      {
        sent.moved = after.adding(-before)
      }
      return sent
    }
  }

  private func desk<R: Sendable>(
    _ assessment: Text, _ key: RecordKey, _ language: Text?, _ person: Person,
    _ body: @escaping @Sendable (FormDesk) throws -> R
  ) async throws(ServiceError) -> R {
    try allow(person, .submit)
    let now = time.now()
    return try await reading { [self] reading in
      let loaded = try inForce(at: now, in: reading).loaded
      let dossier = try dossier(key, for: person, loaded, in: reading)
      let known = loaded.definition.newestAssessments(about: key.kind)
      guard let definition = known.first(where: { $0.name == assessment }) else {
        throw ServiceError(
          .notFound, code: "no-assessment",
          "There is no assessment \(EnvelopeCheck.shown(assessment.string)) about the kind \(key.kind).")
      }
      return try body(
        FormDesk(
          person: person, record: line(of: dossier).naming(loaded.definition.policy.ownerTitles), dossier: dossier,
          loaded: loaded, assessment: definition, language: language, now: now,
          clock: time.clock(at: now, loaded.playbook), reading: reading))
    }
  }

  /// The id of a sheet that is sent from a form: the same for the same sheet, so that what is sent twice is stored once
  /// (a UUID of version 8, RFC 9562 §5.8).
  private static func identifier(
    of sheet: TypedSheet, _ form: String, _ assessment: Text, _ key: RecordKey, _ person: Person
  ) -> String {
    let entries = sheet.entries.sorted { $0.key < $1.key }.map { question, entry in
      JSON.array([.string(question), .boolean(entry.isNone)] + entry.texts.map { .string($0) })
    }
    let whole = JSON.array([
      .string(person.id), .string(Text(form)), .string(key.kind), .string(key.id), .string(assessment),
      .number(Decimal34(sheet.version)), .array(entries), .string(sheet.note),
    ])
    var bytes = Array(SHA256.hash(data: whole.bytes).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Hexadecimal.text(bytes)
    var id = ""
    for (place, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(place) { id.append("-") }
      id.append(digit)
    }
    return id
  }
}

/// How far a sheet has come on its way from a form.
private enum Sending: Sendable {
  case notSent(AssessmentForm)
  /// It was stored before.
  case again
  /// The envelope; and the form, should the store refuse it.
  case ready([UInt8], AssessmentForm)
}

/// A record with an assessment that is to be filled in about it.
private struct FormDesk {
  let person: Person
  let record: RecordLine
  let dossier: Dossier
  let loaded: LoadedPlaybook
  let assessment: AssessmentDefinition
  let language: Text?
  let now: Int64
  let clock: Clock
  let reading: StoreReading

  /// What a page is called as a device: one for each person, so that a later answer of a person stays the later one.
  private var device: Text { "page/" + person.id }

  func isOfAnotherVersion(_ sheet: TypedSheet) -> Bool { sheet.version != assessment.version }

  /// The form with the answers that count now, or with what the CRM's fields say.
  func form() -> AssessmentForm {
    let explanation = explain(dossier.record, playbook: loaded.playbook, clock: clock)
    var sheet = TypedSheet(version: assessment.version)
    var answeredAt: Int64?
    let result = explanation.decision.assessments.first { $0.assessment == assessment.name }
    // What is too old is asked afresh.
    if let result, !result.expired {
      for question in result.questions {
        guard let answer = question.answer,
          let definition = assessment.questions.first(where: { $0.id == question.question }),
          AnswerReader.fits(answer, definition)
        else { continue }
        sheet.entries[definition.id] = TypedSheet.Entry(answer)
        answeredAt = result.capturedAt
      }
    }
    let fromCRM = fieldsOfCRM().filter { sheet.entries[$0.key] == nil }
    sheet.entries.merge(fromCRM) { kept, _ in kept }
    var form = self.form(sheet, isLookedAt: false, explanation)
    form.answeredAt = answeredAt
    for place in form.questions.indices where fromCRM[form.questions[place].definition.id] != nil {
      form.questions[place].isFromCRM = true
    }
    return form
  }

  /// The form with what was typed.
  ///
  /// - Parameter isLookedAt: whether it says what the answers come to.
  func form(_ sheet: TypedSheet, isLookedAt: Bool, _ known: Explanation? = nil) -> AssessmentForm {
    let read = SheetReading(sheet, assessment, language)
    let alone = preview(read.answers, isAlone: true)
    let missing = Set(alone.result?.missing ?? [])
    let explanation = known ?? explain(dossier.record, playbook: loaded.playbook, clock: clock)
    var form = AssessmentForm(
      record: record, assessment: assessment, language: language,
      questions: assessment.questions.map { question in
        let relevance = alone.relevance(of: question.id)
        return AssessmentForm.Question(
          definition: question, entry: sheet.entries[question.id] ?? TypedSheet.Entry(), relevance: relevance,
          problem: relevance == .no ? nil : read.problems[question.id], isMissing: missing.contains(question.id),
          isFromCRM: false)
      }, note: sheet.note,
      recommendation: explanation.recommendations.first { $0.assessment.name == assessment.name })
    form.waits =
      switch dossier.standing(in: loaded.playbook) {
      case .open: nil
      case .closed(let stage): "it is closed (" + stage + ")"
      case .deleted: "it was deleted in the CRM"
      }
    if isLookedAt, !read.answers.isEmpty { form.meaning = meaning(of: asked(read.answers, alone)) }
    return form
  }

  /// A sheet as the envelope of a submission, or the form with what is in the way.
  func sending(_ sheet: TypedSheet, as id: String, unfinished: Bool) throws -> Sending {
    var form = form(sheet, isLookedAt: true)
    let read = SheetReading(sheet, assessment, language)
    let alone = preview(read.answers, isAlone: true)
    let answers = asked(read.answers, alone)
    if isOfAnotherVersion(sheet) {
      form.obstacle = .changed
    } else if form.questions.contains(where: { $0.problem != nil }) {
      form.obstacle = .problems
    } else if answers.isEmpty {
      form.obstacle = .empty
    } else if !unfinished, form.questions.contains(where: \.isMissing) {
      form.obstacle = .unfinished
    }
    if form.obstacle != nil { return .notSent(form) }
    let preview = preview(answers)
    // Never before an answer that the record has already, though the clock was set back meanwhile.
    let newest = dossier.record.submissions.compactMap(\.capturedAt).max() ?? now
    let sequence = (try reading.highestSequence(device: device.string) ?? 0) + 1
    let envelope = Envelope(
      id: Text(id), device: device, sequence: sequence, user: person.id, capturedAt: max(now, newest + 1),
      record: Envelope.Seen(kind: dossier.key.kind, id: dossier.key.id, stage: dossier.record.stage),
      assessment: assessment.name, version: assessment.version, bundle: Text(loaded.version), answers: answers,
      note: sheet.note.isEmpty ? nil : sheet.note,
      preview: Envelope.Preview(
        score: preview.result?.score, maximum: preview.result?.maximum, least: preview.decision.supported?.least,
        most: preview.decision.supported?.most))
    return .ready(envelope.bytes(), form)
  }

  /// The answers without those to questions that are not asked.
  private func asked(_ answers: [Submission.Answer], _ preview: SheetPreview) -> [Submission.Answer] {
    answers.filter { preview.relevance(of: $0.question) != .no }
  }

  private func meaning(of answers: [Submission.Answer]) -> AssessmentForm.Meaning? {
    if answers.isEmpty { return nil }
    let preview = preview(answers)
    let explanation = explain(preview.record, playbook: loaded.playbook, clock: clock)
    return AssessmentForm.Meaning(
      score: preview.result?.score?.shown, maximum: preview.result?.scoreMaximum?.shown,
      supported: preview.decision.supported.map { ($0.least, $0.most) },
      message: explanation.message(language: language), counts: preview.counts)
  }

  private func preview(_ answers: [Submission.Answer], isAlone: Bool = false) -> SheetPreview {
    SheetPreview(
      dossier.record, adding: assessment, answers: answers, from: device, at: now, isAlone: isAlone,
      playbook: loaded.playbook, clock: clock)
  }

  /// What the CRM says in the fields that questions name, as far as it is an answer.
  private func fieldsOfCRM() -> [Text: TypedSheet.Entry] {
    let attributes = loaded.definition.kinds.first { $0.name == dossier.key.kind }?.attributes ?? []
    var entries: [Text: TypedSheet.Entry] = [:]
    for question in assessment.questions {
      guard let field = question.field, let attribute = attributes.first(where: { $0.field == field }),
        let value = dossier.record.attributes.first(where: { $0.name == attribute.name })?.value,
        let text = Application.shown(value), let answer = try? AnswerReader.read(text, for: question)
      else { continue }
      entries[question.id] = TypedSheet.Entry(answer)
    }
    return entries
  }
}

extension TypedSheet.Entry {
  /// An answer as a form's fields show it.
  fileprivate init(_ answer: AnswerValue) {
    if case .several(let ids) = answer {
      self.init(ids, isNone: ids.isEmpty)
    } else {
      self.init([answer.typed])
    }
  }
}

/// The answers of a typed sheet, and what of it is none.
private struct SheetReading {
  /// In the order of the questions.
  private(set) var answers: [Submission.Answer] = []
  /// By the question's id.
  private(set) var problems: [Text: AnswerReader.Problem] = [:]

  init(_ sheet: TypedSheet, _ assessment: AssessmentDefinition, _ language: Text?) {
    let language = language ?? assessment.title.translations.first?.language
    for question in assessment.questions {
      guard let entry = sheet.entries[question.id], !entry.isBlank else { continue }
      do throws(AnswerReader.Problem) {
        guard let answer = try Self.answer(entry, question, language) else { continue }
        answers.append(Submission.Answer(question: question.id, value: answer))
      } catch {
        problems[question.id] = error
      }
    }
  }

  private static func answer(
    _ entry: TypedSheet.Entry, _ question: QuestionDefinition, _ language: Text?
  ) throws(AnswerReader.Problem) -> AnswerValue? {
    let texts = entry.texts.map(trimmed).filter { !$0.isEmpty }
    if case .severalOf = question.kind {
      if entry.isNone, !texts.isEmpty {
        throw AnswerReader.Problem(
          "options are chosen, and that none of them fits", fix: "take back the one or the other")
      }
      return entry.isNone || !texts.isEmpty ? try AnswerReader.read(choices: texts, for: question) : nil
    }
    guard let text = texts.first else { return nil }
    if text.bytes.contains(where: { $0 < 32 && $0 != 9 && $0 != 10 || $0 == 127 }) {
      throw AnswerReader.Problem("it holds characters that are no text", fix: "type it again")
    }
    return try AnswerReader.read(text, for: question, language: language)
  }

  /// Without blanks around it, and with line ends as every system but a browser's form writes them.
  private static func trimmed(_ text: Text) -> Text {
    var bytes = text.bytes[...]
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    var lines: [UInt8] = []
    for byte in bytes where byte != 13 { lines.append(byte) }
    return Text(bytes: lines)
  }
}
