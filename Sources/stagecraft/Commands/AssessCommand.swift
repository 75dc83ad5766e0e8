internal import ArgumentParser
internal import Authoring
internal import FEEL
internal import Sales
internal import Store

/// `stagecraft assess`: fill in an assessment without a network.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Fill in an assessment for a record, without a network, and see what it means.",
    discussion: """
      Works on the device's file alone (see `stagecraft outbox fetch`). In a terminal it asks question by question and \
      keeps what you typed when you stop in the middle; with --answers it reads a file. What you save waits in the \
      outbox until it is sent.

      Example: stagecraft assess D-1001
      Example: stagecraft assess D-1001 ProspectingAssessment --answers answers.yaml
      """)

  @Argument(help: ArgumentHelp("The record's id.", valueName: "record"))
  var record: String

  @Argument(
    help: ArgumentHelp("The assessment.", discussion: "Default: what is recommended now.", valueName: "assessment"))
  var assessment: String?

  @Option(help: ArgumentHelp("Answers from a file: a YAML mapping from question to answer.", valueName: "file"))
  var answers: String?

  @Option(help: ArgumentHelp("Language of questions and options, e.g. id.", valueName: "language"))
  var language: String?

  @Option(help: ArgumentHelp("A note to keep with the answers.", valueName: "text"))
  var note: String?

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup var home: HomeOptions

  func run() throws {
    let desk = try Desk(home: home, record: Text(record))
    let definition = try chosen(desk)
    let sheet: [Submission.Answer]
    if let answers {
      let reading = AnswersFile.read(answers, for: definition)
      guard reading.findings.isEmpty else {
        throw Refusal(
          reading.findings.map { FindingsReport.line(of: $0) }.joined(separator: "\n") + "\nnothing was saved",
          ExitStatus.badData)
      }
      sheet = reading.answers
    } else {
      guard Terminal.isInteractiveInput else {
        throw Refusal(
          "standard input is no terminal, so nobody can be asked. Name a file with --answers.", ExitCode(64))
      }
      var interview = Interview(desk: desk, assessment: definition, language: language.map { Text($0) })
      guard let filled = try interview.run() else {
        Terminal.say("Nothing was sent or lost: the draft is kept, go on with the same command.")
        return
      }
      sheet = filled
    }
    try save(sheet, of: definition, desk)
  }

  private func save(_ sheet: [Submission.Answer], of definition: AssessmentDefinition, _ desk: Desk) throws {
    let now = CommandClock.now()
    let id = Identifier.make(at: now)
    let preview = try desk.decide(adding: definition, answers: sheet, at: now)
    let result = preview.decision.assessments.first { $0.assessment == definition.name }
    let item = try desk.device.freeze(
      record: desk.record.id, assessment: definition.name, id: id, at: now
    ) { device, sequence in
      Envelope(
        id: Text(id), device: Text(device), sequence: sequence, capturedAt: now,
        record: Envelope.Seen(kind: desk.record.kind, id: desk.record.id, stage: desk.record.stage),
        assessment: definition.name, version: definition.version, bundle: Text(desk.version), answers: sheet,
        note: note.map { Text($0) },
        preview: Envelope.Preview(
          score: result?.score, maximum: result?.maximum, least: preview.decision.supported?.least,
          most: preview.decision.supported?.most)
      ).bytes()
    }
    if json {
      Terminal.write(item.envelope + [0x0A], to: 1)
      return
    }
    let explanation = explain(preview.record, playbook: desk.playbook, clock: preview.clock)
    Terminal.say(explanation.summary(language: language.map { Text($0) }).string)
    Terminal.say("\nSaved on this device as no. \(item.sequence); it waits to be sent (stagecraft outbox list).")
  }

  /// The named assessment, or the one that is recommended now.
  private func chosen(_ desk: Desk) throws -> AssessmentDefinition {
    let known = desk.assessments
    if let assessment {
      let name = Text(assessment)
      if let definition = known.last(where: { $0.name == name }) { return definition }
      let hint =
        suggestions(for: name, among: known.map(\.name)).map { "Did you mean \($0)?" }
        ?? "There are \(known.map(\.name.string).joined(separator: ", "))."
      throw Refusal("there is no assessment \(assessment) for a \(desk.record.kind). \(hint)", ExitStatus.badData)
    }
    let recommended = try desk.recommended()
    guard let first = recommended.first else {
      throw Refusal(
        "nothing is recommended for \(record) now. Name an assessment: "
          + "\(known.map(\.name.string).joined(separator: ", ")).", ExitStatus.badData)
    }
    if recommended.count > 1 {
      Terminal.tell("recommended: \(recommended.map(\.name.string).joined(separator: ", ")); taking the first")
    }
    return first
  }
}
