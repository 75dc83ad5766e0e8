internal import ArgumentParser
internal import Authoring
internal import Decisions
internal import FEEL

/// `stagecraft dmn eval`: the values of a model's decisions, or a stream of requests.
struct DMNEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate decisions of a model, or answer a stream of requests.",
    discussion: """
      Prints the value as FEEL, of several decisions name and value; what made something null goes to standard error. \
      --input is a JSON object of the inputs; where a date, time or duration is declared its text will do. Without \
      --decision, --service and --bkm all decisions are evaluated. Models of the same folder are found as imports.

      --batch reads one request a line, {"id", "model", "imports", "decisions", "service", "bkm", "inputs", \
      "inputNamespaces"}, and answers each with {"id", "results", "messages"} or {"id", "error"}; paths are as seen \
      from the working folder, values are typed: {"@type": "date", "value": "2026-01-31"}. Here the argument names the \
      file of requests.

      Exit status: 0 evaluated, 65 the model or the inputs can't be read or a line is no request, 66 a file is not \
      there.

      Example: stagecraft dmn eval price.dmn --decision price --input order.json
      Example: stagecraft dmn eval --batch < requests.ndjson > results.ndjson
      """)

  @Argument(
    help: ArgumentHelp(
      "File of the model; with --batch that of the requests, - for standard input.", valueName: "model"))
  var model: String?

  @Option(help: ArgumentHelp("A decision to evaluate; again for more.", valueName: "name"))
  var decision: [String] = []

  @Option(help: ArgumentHelp("A decision service to invoke.", valueName: "name"))
  var service: String?

  @Option(help: ArgumentHelp("A business knowledge model to invoke.", valueName: "name"))
  var bkm: String?

  @Option(help: ArgumentHelp("JSON file with the inputs; - for standard input.", valueName: "file"))
  var input: String?

  @Option(
    name: .customLong("import"), help: ArgumentHelp("A model that may be imported; again for more.", valueName: "file"))
  var imports: [String] = []

  @Option(help: ArgumentHelp("What now() is, such as 2026-03-02T09:00:00Z.", discussion: "Default: the clock, in UTC."))
  var now: String?

  @Flag(help: "Answer requests, one a line.")
  var batch = false

  @Flag(help: "Write JSON, with typed values.")
  var json = false

  func validate() throws {
    if batch, !decision.isEmpty || service != nil || bkm != nil || input != nil || !imports.isEmpty {
      throw ValidationError("--batch takes model, decisions and inputs from each line.")
    }
    if !batch, model == nil { throw ValidationError("Say which model, or --batch.") }
    if service != nil && bkm != nil || bkm != nil && !decision.isEmpty {
      throw ValidationError("--decision, --service and --bkm are different questions; ask one.")
    }
  }

  func run() throws {
    let clock = try FeelCommand.clock(now)
    if batch { return try answerLines(clock) }
    let file = model ?? "-"
    let loaded = Self.read(file, imports)
    if let trouble = loaded.trouble { throw Refusal(trouble, ExitStatus.noInput) }
    guard let model = loaded.model else {
      throw Refusal(
        loaded.findings.filter { $0.severity == .error }.map { FindingsReport.line(of: PlacedFinding($0)) },
        "\(file) is no decision model that can be used", ExitStatus.badData)
    }
    let inputs = try inputs(of: model)
    let answer: ModelAnswer
    do throws(ModelRequestError) {
      answer = try model.answer(question(model), inputs: inputs, clock: clock, limits: .ofCommands)
    } catch {
      throw Refusal("\(file): \(error.words)", ExitStatus.badData)
    }
    // What is wrong with no element in particular, and so with none of the messages, but perhaps the cause of them.
    for finding in loaded.findings where finding.severity == .error && finding.node == nil {
      Terminal.tell(FindingsReport.line(of: PlacedFinding(finding)))
    }
    tell(answer, file)
  }

  private func question(_ model: DecisionModel) -> ModelQuestion {
    let decisions = decision.map { Text($0) }
    if let service { return .service(Text(service), decisions: decisions.isEmpty ? nil : decisions) }
    if let bkm { return .knowledgeModel(Text(bkm), answers: []) }
    return .decisions(decisions.isEmpty ? model.decisions : decisions)
  }

  private func inputs(of model: DecisionModel) throws -> [ModelInput] {
    guard let input else { return [] }
    let bytes: [UInt8]
    do throws(FileTrouble) {
      bytes = try NamedFile.bytes(of: input)
    } catch {
      throw Refusal("\(input) \(error.words)", ExitStatus.noInput)
    }
    let json: JSON
    do throws(JSONError) {
      json = try JSON.parse(bytes, limits: JSONLimits(depth: 256))
    } catch {
      throw Refusal("\(input):\(error.line):\(error.column): \(error.message)", ExitStatus.badData)
    }
    let read = ModelInputs(json, for: model)
    if read.problems.isEmpty { return read.inputs }
    throw Refusal(read.problems.map { "\(input): \($0)" }, "nothing was evaluated", ExitStatus.badData)
  }

  private func tell(_ answer: ModelAnswer, _ file: String) {
    if json {
      let results = answer.results.map { JSON.Member($0.name, JSON(typed: $0.value)) }
      Terminal.say(
        .object([
          JSON.Member("results", .object(results)),
          JSON.Member("messages", .array(answer.messages.map { $0.json(in: file) })),
        ]))
      return
    }
    for message in answer.messages { Terminal.tell(FindingsReport.line(of: PlacedFinding(message))) }
    for result in answer.results {
      let name = answer.results.count == 1 ? "" : "\(result.name): "
      Terminal.say(name + ValueText.shown(result.value).string)
    }
  }

  private func answerLines(_ clock: Clock) throws {
    var batch = ModelBatch(limits: .ofCommands)
    let isFixed = now != nil
    try LineFilter.run(
      model ?? "-",
      answer: { line, number, output in
        let moment = isFixed ? clock : Clock(epochMilliseconds: CommandClock.now(), offsetSeconds: 0)
        return batch.answer(line, number: number, clock: moment, into: &output)
      },
      tooLong: { ModelBatch.refuseTooLong(number: $0, limit: LineReader.longestLine, into: &$1) })
  }

  /// The model of a file with those that were named as imports, else with its neighbours.
  static func read(_ model: String, _ imports: [String]) -> ModelFiles.Loaded {
    imports.isEmpty && model != "-"
      ? ModelFiles.readWithNeighbours(model, limits: .ofCommands)
      : ModelFiles.read(model, imports: imports, limits: .ofCommands)
  }
}
