internal import ArgumentParser
internal import Authoring
internal import Decisions
internal import FEEL

/// `stagecraft feel`: one expression, or a stream of them.
struct FeelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feel",
    abstract: "Evaluate a FEEL expression, or a stream of them.",
    discussion: """
      Prints the value as FEEL; findings go to standard error, with the place marked. The entries of --context are the \
      names in scope. --batch reads one request a line, {"id", "expr", "context", "now"}, with "unary": true and \
      "input" for unary tests, and answers each with {"id", "value"} or {"id", "error"}; here the argument names the \
      file. Dates and other values that JSON lacks are typed: {"@type": "date", "value": "2026-01-31"}. Write -- before \
      an expression that starts with a minus.

      Exit status: 0 there is a value, 65 the text is no FEEL or a line of --batch is no request, 66 a file is not there.

      Example: stagecraft feel 'sum(deals.amount)' --context deals.json --explain
      Example: stagecraft feel --batch < requests.ndjson
      """)

  /// Whose law holds (design §5).
  enum LawName: String, ExpressibleByArgument, CaseIterable {
    case standard, sentences

    var law: Law { self == .standard ? .standard : .sales }
  }

  @Argument(help: ArgumentHelp("The expression; with --batch the file, - for standard input.", valueName: "expression"))
  var expression: String?

  @Option(help: ArgumentHelp("JSON file with the names in scope; - for standard input.", valueName: "file"))
  var context: String?

  @Option(help: ArgumentHelp("Read the text as unary tests about this value, itself FEEL.", valueName: "value"))
  var input: String?

  @Flag(help: "Show what the parts came to, and why something is null.")
  var explain = false

  @Option(
    help: ArgumentHelp(
      "standard: DMN to the letter, errors are null; sentences: as in our rules, what is missing is unknown.",
      valueName: "law"))
  var law = LawName.standard

  @Option(help: ArgumentHelp("What now() is, such as 2026-03-02T09:00:00Z.", discussion: "Default: the clock, in UTC."))
  var now: String?

  @Flag(help: "Answer requests, one a line.")
  var batch = false

  @Flag(help: "Write JSON, with typed values.")
  var json = false

  func validate() throws {
    if batch, context != nil || input != nil || explain {
      throw ValidationError("--batch takes context, input and now from each line.")
    }
    if !batch, expression == nil { throw ValidationError("Say which expression, or --batch.") }
  }

  func run() throws {
    let clock = try Self.clock(now)
    if batch { return try answerLines(clock) }
    let compiled = try compile(clock)
    if !compiled.isUsable {
      if json { Terminal.say(Self.json(compiled, nil)) } else { tell(compiled.messages()) }
      throw ExitStatus.badData
    }
    let (value, notes) = compiled.evaluate(clock: clock)
    if json {
      Terminal.say(Self.json(compiled, (value, notes), explain ? compiled.explanation(clock: clock) : nil))
      return
    }
    tell(compiled.messages(notes))
    Terminal.say(ValueText.shown(value).string)
    if explain, let explanation = compiled.explanation(clock: clock) {
      Terminal.say("")
      for line in ExpressionPrinter.lines(of: explanation) { Terminal.say(line) }
    }
  }

  private func compile(_ clock: Clock) throws -> ContextExpression {
    let names = try context.map { try Self.names($0) } ?? Context(shape: Shape([]), values: [])
    let source = Text(expression ?? "")
    guard let input else {
      return ContextExpression(source, context: names, law: law.law, limits: .ofCommands, externals: externals)
    }
    let subject = ContextExpression(
      Text(input), context: names, law: law.law, limits: .ofCommands, externals: externals)
    guard subject.isUsable else {
      throw Refusal(
        subject.messages().map(\.description),
        "--input is no FEEL; a text stands in double quotation marks", ExitStatus.badData)
    }
    return ContextExpression(
      tests: source, about: subject.evaluate(clock: clock).value, context: names, law: law.law, limits: .ofCommands,
      externals: externals)
  }

  /// Functions of Java belong to decision models; our sentences name none.
  private var externals: ExternalFunctions? { law == .standard ? ExternalJava.functions : nil }

  /// The names in scope that a file gives.
  private static func names(_ file: String) throws -> Context {
    let bytes: [UInt8]
    do throws(FileTrouble) {
      bytes = try NamedFile.bytes(of: file)
    } catch {
      throw Refusal("\(file) \(error.words)", ExitStatus.noInput)
    }
    do {
      let json = try JSON.parse(bytes, limits: JSONLimits(depth: 256))
      guard case .context(let context) = try Value(typed: json) else {
        throw Refusal("\(file) must hold an object: its members are the names in scope", ExitStatus.badData)
      }
      return context
    } catch let error as JSONError {
      throw Refusal("\(file):\(error.line):\(error.column): \(error.message)", ExitStatus.badData)
    } catch let error as TypedValueError {
      throw Refusal("\(file): \(error)", ExitStatus.badData)
    }
  }

  /// The moment that `--now` says, or the clock's.
  static func clock(_ text: String?) throws -> Clock {
    guard let text else { return Clock(epochMilliseconds: CommandClock.now(), offsetSeconds: 0) }
    if let clock = Clock(Text(text)) { return clock }
    throw Refusal("--now \(text) is no moment. Write it like 2026-03-02T09:00:00Z.", ExitCode(64))
  }

  private func answerLines(_ clock: Clock) throws {
    var batch = ExpressionBatch(law: law.law, limits: .ofCommands, externals: externals)
    let isFixed = now != nil
    try LineFilter.run(
      expression ?? "-",
      answer: { line, number, output in
        let moment = isFixed ? clock : Clock(epochMilliseconds: CommandClock.now(), offsetSeconds: 0)
        return batch.answer(line, number: number, clock: moment, into: &output)
      },
      tooLong: { ExpressionBatch.refuseTooLong(number: $0, limit: LineReader.longestLine, into: &$1) })
  }

  private func tell(_ messages: [EvaluationMessage]) {
    for message in messages {
      for line in ExpressionPrinter.lines(of: message, in: Text(expression ?? "")) { Terminal.tell(line) }
    }
  }

  /// `{"value", "messages", "explanation"?}`, or `{"error", "messages"}`.
  private static func json(
    _ compiled: ContextExpression, _ outcome: (value: Value, notes: [Machine.Note])?,
    _ explanation: ExpressionExplanation? = nil
  ) -> JSON {
    let messages = compiled.messages(outcome?.notes ?? [])
    var members: [JSON.Member] = []
    if let outcome {
      members.append(JSON.Member("value", JSON(typed: outcome.value)))
    } else {
      let first = messages.first { $0.severity == .error }
      members.append(JSON.Member("error", .string(Text(first?.description ?? "there is no expression"))))
    }
    members.append(JSON.Member("messages", .array(messages.map(\.json))))
    if let explanation {
      members.append(JSON.Member("explanation", ExpressionPrinter.json(of: explanation.part)))
    }
    return .object(members)
  }
}
