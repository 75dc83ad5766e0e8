/// Answers requests one line at a time, each by itself: what is wrong with one is told in its answer.
///
/// | answer | when |
/// | --- | --- |
/// | `{"id": 1, "value": 42}` | the value, typed as `TypedValue` has it |
/// | `{"id": 1, "value": null, "messages": [...]}` | the same; the messages say what made something null, or what is odd |
/// | `{"id": 1, "error": "..."}` | the text is no FEEL, or breaks our own law; `messages` has every finding |
/// | `{"id": null, "line": 7, "error": "..."}` | the line is no request |
///
/// A message is `{"severity": "error", "code": "NUMBER", "text": "...", "at": [1, 5]}`: line and column in the text.
public struct ExpressionBatch: Sendable {
  /// What missing values mean.
  public let law: Law
  /// How much work each line may do.
  public let limits: Limits
  /// The functions outside FEEL that texts may name.
  public let externals: ExternalFunctions?
  private var reader = JSONReader(limits: JSONLimits(depth: 256))

  /// Makes a batch that has answered nothing yet.
  ///
  /// - Parameter externals: the functions outside FEEL that texts may name; nil: none.
  public init(law: Law = .standard, limits: Limits = Limits(), externals: ExternalFunctions? = nil) {
    self.law = law
    self.limits = limits
    self.externals = externals
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
      Self.refuse(.null, number, "column \(error.column): " + error.message, into: &output)
      return false
    }
    do throws(ExpressionRequest.Fault) {
      let request = try ExpressionRequest(json)
      Self.write(answer(request, clock: clock), into: &output)
      return true
    } catch {
      Self.refuse(error.id, number, error.message, into: &output)
      return false
    }
  }

  /// Appends the answer to a line that is longer than `limit` bytes and was not read.
  public static func refuseTooLong(number: Int, limit: Int, into output: inout [UInt8]) {
    refuse(.null, number, "the line is longer than \(limit) bytes", into: &output)
  }

  /// The answer to one request.
  public func answer(_ request: ExpressionRequest, clock: Clock) -> JSON {
    let compiled = compile(request)
    var messages = compiled.messages()
    var members = [JSON.Member("id", request.id)]
    if compiled.isUsable {
      let (value, notes) = compiled.evaluate(clock: request.clock ?? clock)
      messages = compiled.messages(notes)
      var isCut = false
      let json = JSON(typed: value, isCut: &isCut)
      members.append(
        isCut ? JSON.Member("error", .string("the value is too large to be written")) : JSON.Member("value", json))
    } else {
      let first = messages.first { $0.severity == .error }
      members.append(JSON.Member("error", .string(Text(first?.description ?? "there is no expression"))))
    }
    if !messages.isEmpty { members.append(JSON.Member("messages", .array(messages.map { $0.json }))) }
    return .object(members)
  }

  private func compile(_ request: ExpressionRequest) -> ContextExpression {
    if let subject = request.subject {
      return ContextExpression(
        tests: request.source, about: subject, context: request.context, law: law, limits: limits,
        externals: externals)
    }
    return ContextExpression(
      request.source, context: request.context, law: law, limits: limits, externals: externals)
  }

  private static func refuse(_ id: JSON, _ line: Int, _ message: Text, into output: inout [UInt8]) {
    write(
      .object([
        JSON.Member("id", id), JSON.Member("line", .number(Decimal34(line))), JSON.Member("error", .string(message)),
      ]), into: &output)
  }

  private static func write(_ json: JSON, into output: inout [UInt8]) {
    json.write(into: &output)
    output.append(0x0A)
  }
}
