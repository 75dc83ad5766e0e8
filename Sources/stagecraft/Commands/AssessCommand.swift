internal import ArgumentParser
internal import Authoring
internal import FEEL
internal import Sales
internal import Service
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

      Without a record it lists your deals, with what the evidence says of each and what to fill in next, and lets you \
      choose one.

      Example: stagecraft assess
      Example: stagecraft assess D-110
      Example: stagecraft assess D-121 DemoAssessment --answers rules/examples/demo-answers.yaml
      """)

  @Argument(
    help: ArgumentHelp(
      "The record's id, or what it is called.", discussion: "Default: chosen from a list.", valueName: "record"))
  var record: String?

  @Argument(
    help: ArgumentHelp("The assessment.", discussion: "Default: what is recommended now.", valueName: "assessment"))
  var assessment: String?

  @Option(help: ArgumentHelp("Answers from a file: a YAML mapping from question to answer.", valueName: "file"))
  var answers: String?

  @OptionGroup var language: LanguageOption

  @Option(help: ArgumentHelp("A note to keep with the answers.", valueName: "text"))
  var note: String?

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup var home: HomeOptions

  func run() throws {
    guard answers != nil || Terminal.isInteractiveInput else {
      throw Refusal(
        "standard input is no terminal, so nobody can be asked. Name a file with --answers.", ExitCode(64))
    }
    guard record != nil || Terminal.isInteractiveInput else {
      throw Refusal(
        "standard input is no terminal, so nobody can choose. Name a record: stagecraft assess D-110 --answers FILE",
        ExitCode(64))
    }
    let bundle = try FetchedBundle(home: home)
    let language = language.tag(in: bundle.playbook)
    let screen = Screen(leavingOutput: json || answers == nil && !Terminal.isInteractiveOutput)
    guard let desk = try record.map({ try bundle.desk(Text($0)) }) ?? MyDeals(bundle, language).choose(screen) else {
      return screen.say("Nothing was chosen.")
    }
    let definition: AssessmentDefinition
    if answers == nil {
      definition = try greet(desk, screen, language)
    } else {
      definition = try named(desk) ?? first(of: desk.explanation().recommendations, desk).assessment
    }
    if let answers {
      let saved = try save(try read(answers, definition), of: definition, desk)
      if !json {
        let explanation = explain(saved.preview.record, playbook: desk.playbook, clock: saved.preview.clock)
        screen.say(explanation.summary(language: language).string)
        if !saved.preview.counts { screen.say(Interview.doesNotCount) }
      }
      tell(saved.item, screen)
    } else {
      var interview = Interview(desk: desk, assessment: definition, language: language, screen: screen)
      guard case .filled(let sheet) = try interview.run() else {
        if interview.hasDraft {
          screen.say("Nothing was saved; the draft is kept. Go on with the same command.")
        } else {
          screen.say("Nothing was saved.")
        }
        return
      }
      guard let item = try saveOrAsk(sheet, of: definition, desk, screen) else { return }
      tell(item, screen)
    }
  }

  /// The answers of a file.
  private func read(_ file: String, _ definition: AssessmentDefinition) throws -> [Submission.Answer] {
    let reading = AnswersFile.read(file, for: definition)
    guard reading.findings.isEmpty else {
      throw Refusal(
        reading.findings.map { FindingsReport.line(of: $0) }, "the answers do not fit; nothing was saved",
        ExitStatus.badData)
    }
    if reading.answers.isEmpty {
      throw Refusal("\(file) answers no question of \(definition.name); nothing was saved", ExitStatus.badData)
    }
    return reading.answers
  }

  /// Says where the record stands and what is to be asked, and why.
  private func greet(_ desk: Desk, _ screen: Screen, _ language: Text?) throws -> AssessmentDefinition {
    let explanation = try desk.explanation()
    screen.say(Terminal.bold(desk.name))
    screen.say(explanation.summary(language: language).string)
    if let named = try named(desk) { return named }
    let recommended = explanation.recommendations
    let first = try first(of: recommended, desk)
    screen.say("Next: \(first.assessment.name), \(first.clause)")
    for other in recommended.dropFirst() where other.isOpen {
      screen.say("Then: \(other.assessment.name), \(other.clause)")
    }
    return first.assessment
  }

  private func save(_ sheet: [Submission.Answer], of definition: AssessmentDefinition, _ desk: Desk) throws
    -> (item: OutboxItem, preview: SheetPreview)
  {
    let now = CommandClock.now()
    let id = SystemTime().identifier()
    let preview = try desk.preview(of: definition, sheet, at: now)
    let item = try desk.device.freeze(
      record: desk.record.id, assessment: definition.name, id: id, at: now
    ) { device, sequence in
      Envelope(
        id: Text(id), device: Text(device), sequence: sequence, user: desk.bundle.person, capturedAt: now,
        record: Envelope.Seen(kind: desk.record.kind, id: desk.record.id, stage: desk.record.stage),
        assessment: definition.name, version: definition.version, bundle: Text(desk.bundle.version), answers: sheet,
        note: note.map { Text($0) },
        preview: Envelope.Preview(
          score: preview.result?.score, maximum: preview.result?.maximum, least: preview.decision.supported?.least,
          most: preview.decision.supported?.most)
      ).bytes()
    }
    return (item, preview)
  }

  /// Saves; where the disk refuses, a person may make room and try again, or gets the answers to keep elsewhere.
  private func saveOrAsk(
    _ sheet: [Submission.Answer], of definition: AssessmentDefinition, _ desk: Desk, _ screen: Screen
  ) throws -> OutboxItem? {
    while true {
      do {
        return try save(sheet, of: definition, desk).item
      } catch let error as StoreError {
        screen.say(Terminal.yellow("\(error)"))
        let reply = screen.ask("Try again? [Y/n] ").map { Interview.trimmed($0).lowercased() }
        if let reply, reply.isEmpty || reply.hasPrefix("y") { continue }
        screen.say("\nYour answers, to be kept in a file and given to --answers later:")
        for line in Interview.lines(of: sheet) { screen.say(line) }
        throw error
      }
    }
  }

  private func tell(_ item: OutboxItem, _ screen: Screen) {
    if json { return Terminal.write(item.envelope + [0x0A], to: 1) }
    screen.say(
      "\nSaved on this device as no. \(item.sequence); it waits to be sent (stagecraft outbox list).")
  }

  /// The assessment that the command line names; nil: none was named.
  private func named(_ desk: Desk) throws -> AssessmentDefinition? {
    guard let assessment else { return nil }
    let known = desk.assessments
    let name = Text(assessment)
    if let definition = known.last(where: { $0.name == name }) { return definition }
    let wanted = assessment.lowercased()
    if let definition = known.last(where: { $0.name.string.lowercased() == wanted }) { return definition }
    let near = known.filter { $0.name.string.lowercased().hasPrefix(wanted) }.map(\.name)
    let hint =
      (suggestions(for: name, among: known.map(\.name)) ?? near.first).map { "Did you mean \($0)?" }
      ?? "There are \(known.map(\.name.string).joined(separator: ", "))."
    throw Refusal("there is no assessment \(assessment) for the kind \(desk.record.kind). \(hint)", ExitStatus.badData)
  }

  private func first(of recommended: [Recommendation], _ desk: Desk) throws -> Recommendation {
    if let first = recommended.first { return first }
    throw Refusal(
      "nothing is recommended for \(desk.record.id) now. Name an assessment: "
        + "\(desk.assessments.map(\.name.string).joined(separator: ", ")).", ExitStatus.badData)
  }
}
