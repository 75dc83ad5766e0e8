public import Decisions
public import FEEL

/// Answers requests to decision models one line at a time, each by itself; models are kept between them.
///
/// | answer | when |
/// | --- | --- |
/// | `{"id": 1, "results": {"price": 42}, "messages": []}` | every asked name has its value, null too |
/// | `{"id": 1, "error": "..."}` | it could not be carried out: no such file or name |
/// | `{"id": null, "line": 7, "error": "..."}` | the line is no request |
public struct ModelBatch: Sendable {
  private var files: ModelFiles
  private var reader = JSONReader(limits: JSONLimits(depth: 256))
  private let limits: Limits

  /// Keeps no model yet.
  ///
  /// - Parameter limits: what one evaluated expression may cost, and how deep a model may nest.
  public init(limits: Limits = Limits()) {
    self.limits = limits
    files = ModelFiles(limits: limits)
  }

  /// Appends the answer to one line, with its line end.
  ///
  /// - Parameters:
  ///   - number: the line's, from 1; told where the line is no request.
  ///   - clock: the moment for requests that name none.
  /// - Returns: whether the line was a request.
  public mutating func answer(
    _ line: UnsafeBufferPointer<UInt8>, number: Int, clock: Clock, into output: inout [UInt8]
  ) -> Bool {
    let json: JSON
    do throws(JSONError) {
      json = try reader.read(line)
    } catch {
      // All of it is one line: only the column tells something.
      Self.refuse(.null, line: number, "column \(error.column): \(error.message)", into: &output)
      return false
    }
    do throws(ModelRequest.Fault) {
      let request = try ModelRequest(json)
      Self.write(answer(request, clock: clock), into: &output)
      return true
    } catch {
      Self.refuse(error.id, line: number, error.message.string, into: &output)
      return false
    }
  }

  /// Appends the answer to a line that is longer than `limit` bytes and was not read.
  public static func refuseTooLong(number: Int, limit: Int, into output: inout [UInt8]) {
    refuse(.null, line: number, "the line is longer than \(limit) bytes", into: &output)
  }

  /// The answer to one request.
  public mutating func answer(_ request: ModelRequest, clock: Clock) -> JSON {
    let loaded = files.model(request.model, imports: request.imports)
    guard let model = loaded.model else {
      return Self.failure(request.id, loaded.trouble ?? loaded.reason ?? "\(request.model) is no decision model")
    }
    let answer: ModelAnswer
    do throws(ModelRequestError) {
      answer = try model.answer(
        request.question, inputs: request.inputs, clock: request.clock ?? clock, limits: limits)
    } catch {
      return Self.failure(request.id, "\(request.model): \(error.words)")
    }
    var isCut = false
    let results = answer.results.map { JSON.Member($0.name, JSON(typed: $0.value, isCut: &isCut)) }
    if isCut { return Self.failure(request.id, "a value is too large to be written") }
    return .object([
      JSON.Member("id", request.id), JSON.Member("results", .object(results)),
      JSON.Member("messages", .array(answer.messages.prefix(Self.mostMessages).map { $0.json(in: request.model) })),
    ])
  }

  /// How many messages of one answer are told.
  private static let mostMessages = 100

  private static func failure(_ id: JSON, _ message: String) -> JSON {
    .object([JSON.Member("id", id), JSON.Member("error", .string(Text(message)))])
  }

  private static func refuse(_ id: JSON, line: Int, _ message: String, into output: inout [UInt8]) {
    write(
      .object([
        JSON.Member("id", id), JSON.Member("line", .number(Decimal34(line))),
        JSON.Member("error", .string(Text(message))),
      ]), into: &output)
  }

  private static func write(_ json: JSON, into output: inout [UInt8]) {
    json.write(into: &output)
    output.append(0x0A)
  }
}

extension ModelFiles.Loaded {
  /// The first error, with its place.
  var reason: String? {
    findings.first { $0.severity == .error }.map { FindingsReport.line(of: PlacedFinding($0)) }
  }
}

extension ModelRequestError {
  /// What is wrong, without a full stop.
  public var words: String {
    switch self {
    case .unknownName(let name, let hint):
      "there is nothing called `\(name)`" + (hint.map { "; did you mean `\($0)`?" } ?? "")
    }
  }
}

extension ModelFinding {
  /// `{"severity", "code", "node", "text", "fix", "at": [line, column]}`, with `file` where it is another than the model's.
  public func json(in model: String) -> JSON {
    var members = [
      JSON.Member("severity", .string(Text(severity.word))), JSON.Member("code", .string(code)),
    ]
    if let node { members.append(JSON.Member("node", .string(node))) }
    members.append(JSON.Member("text", .string(message)))
    if let fix { members.append(JSON.Member("fix", .string(fix))) }
    if file.string != model { members.append(JSON.Member("file", .string(file))) }
    members.append(
      JSON.Member("at", .array([.number(Decimal34(place.line)), .number(Decimal34(place.column))])))
    return .object(members)
  }
}
