public import Decisions
public import FEEL

/// One line of `dmn eval --batch`: a model's file, what is asked of it, and the values of its inputs.
///
///     {"id": 1, "model": "price.dmn", "imports": ["tax.dmn"], "decisions": ["price"], "inputs": {"amount": 3}}
///
/// With `service` that decision service is invoked and `decisions` are its outputs; with `bkm` that business knowledge
/// model. `inputNamespaces` says for an input of which model it is. Values are typed; `now` may be a moment. Other
/// members are passed over.
public struct ModelRequest: Sendable {
  /// Given back in the answer, whatever it is; null if there is none.
  public var id: JSON
  /// The file of the model.
  public var model: String
  /// The files that it may import.
  public var imports: [String]
  /// What is asked of it.
  public var question: ModelQuestion
  /// What it is given.
  public var inputs: [ModelInput]
  /// The moment that `now()` is, if the request says one.
  public var clock: Clock?

  /// Why a line is no request.
  public struct Fault: Error, Sendable {
    /// Given back in the answer, so that both can be matched.
    public var id: JSON
    /// Which member, and what is wrong with it.
    public var message: Text
  }

  /// Reads a request.
  public init(_ json: JSON) throws(Fault) {
    guard json.members != nil else { throw Fault(id: .null, message: "a request is an object") }
    let reading = Reading(json: json, id: json["id"] ?? .null)
    id = reading.id
    guard let model = try reading.text("model") else { throw reading.fault("`model` is missing") }
    self.model = model.string
    imports = try reading.texts("imports")?.map(\.string) ?? []
    let decisions = try reading.texts("decisions")
    if let service = try reading.text("service") {
      question = .service(service, decisions: decisions)
    } else if let knowledgeModel = try reading.text("bkm") {
      question = .knowledgeModel(knowledgeModel, answers: decisions ?? [])
    } else {
      guard let decisions else { throw reading.fault("`decisions` is missing; or name a `service`") }
      question = .decisions(decisions)
    }
    inputs = try reading.inputs()
    clock = try reading.clock()
  }
}

/// What is asked of a model.
public enum ModelQuestion: Sendable {
  /// Decisions by their names; each is answered under its name.
  case decisions([Text])
  /// A decision service; nil asks for all its output decisions.
  case service(Text, decisions: [Text]?)
  /// A business knowledge model; its value stands under its name and under the names in `answers`.
  case knowledgeModel(Text, answers: [Text])
}

extension DecisionModel {
  /// The answer to a question.
  public func answer(
    _ question: ModelQuestion, inputs: [ModelInput], clock: Clock, limits: Limits = Limits()
  ) throws(ModelRequestError) -> ModelAnswer {
    switch question {
    case .decisions(let decisions):
      return try evaluate(decisions: decisions, inputs: inputs, clock: clock, limits: limits)
    case .service(let service, let decisions):
      return try evaluate(service: service, decisions: decisions, inputs: inputs, clock: clock, limits: limits)
    case .knowledgeModel(let name, let answers):
      var answer = try evaluate(knowledgeModel: name, inputs: inputs, clock: clock, limits: limits)
      for name in answers where !answer.results.contains(where: { $0.name == name }) {
        answer.results.append(ModelAnswer.Result(name: name, value: answer.value))
      }
      return answer
    }
  }
}

/// Reads the members of a request.
private struct Reading {
  let json: JSON
  let id: JSON

  func fault(_ message: Text) -> ModelRequest.Fault { ModelRequest.Fault(id: id, message: message) }

  /// A string, if the member is there and not null.
  func text(_ name: Text) throws(ModelRequest.Fault) -> Text? {
    switch json[name] ?? .null {
    case .null: return nil
    case .string(let text): return text
    default: throw fault("`" + name + "` must be a string")
    }
  }

  /// A list of strings, if the member is there and not null.
  func texts(_ name: Text) throws(ModelRequest.Fault) -> [Text]? {
    let member = json[name] ?? .null
    if member.isNull { return nil }
    let texts = member.items?.map { $0.text }
    guard let texts, texts.allSatisfy({ $0 != nil }) else { throw fault("`" + name + "` must be a list of strings") }
    return texts.compactMap { $0 }
  }

  func inputs() throws(ModelRequest.Fault) -> [ModelInput] {
    let namespaces = try members("inputNamespaces")
    for namespace in namespaces where namespace.value.text == nil && !namespace.value.isNull {
      throw fault("`inputNamespaces` must name a namespace for each input")
    }
    var inputs: [ModelInput] = []
    for input in try members("inputs") {
      let namespace = namespaces.first { $0.name == input.name }?.value.text
      do throws(TypedValueError) {
        inputs.append(ModelInput(input.name, try Value(typed: input.value), namespace: namespace))
      } catch {
        throw fault("`inputs`: `" + input.name + "`: " + Text(error.description))
      }
    }
    return inputs
  }

  private func members(_ name: Text) throws(ModelRequest.Fault) -> [JSON.Member] {
    let member = json[name] ?? .null
    if member.isNull { return [] }
    guard let members = member.members else { throw fault("`" + name + "` must be an object") }
    return members
  }

  func clock() throws(ModelRequest.Fault) -> Clock? {
    guard let text = try text("now") else { return nil }
    guard let clock = Clock(text) else { throw fault("`now` must be a moment such as \"2026-03-02T09:00:00Z\"") }
    return clock
  }
}
