public import FEEL

/// A decision model, compiled with all that it imports: immutable, shared by any number of evaluations.
///
/// A model with faults is a model too: what can't be read or compiled is null when it is evaluated, with a message.
public final class DecisionModel: Sendable {
  /// An input datum that evaluations may give a value.
  public struct Input: Hashable, Sendable {
    public var name: Text
    /// The namespace of the model that declares it.
    public var namespace: Text
    public var type: FeelType
    /// The declared type as the file names it.
    public var typeName: Text?
  }

  public let name: Text
  public let namespace: Text
  /// Names of the model's own elements, in the order of the file.
  public let decisions: [Text]
  public let services: [Text]
  public let knowledgeModels: [Text]
  /// The input data of the model and of its imports.
  public let inputs: [Input]

  init(
    name: Text, namespace: Text, decisions: [Text], services: [Text], knowledgeModels: [Text], inputs: [Input]
  ) {
    self.name = name
    self.namespace = namespace
    self.decisions = decisions
    self.services = services
    self.knowledgeModels = knowledgeModels
    self.inputs = inputs
  }

  /// The values of decisions, each with what it requires (DMN 1.5 §10.4).
  ///
  /// - Throws: `unknownName` if the model has no such decision.
  public func evaluate(
    decisions: [Text], inputs: [ModelInput], clock: Clock, limits: Limits = Limits()
  ) throws(ModelRequestError) -> ModelAnswer {
    throw .unknownName(decisions.first ?? "", hint: nil)
  }

  /// The output decisions of a decision service, invoked with its inputs by name; a parameter that is not given is
  /// null (DMN 1.5 §10.4).
  ///
  /// - Parameter decisions: the output decisions to answer for; nil for all.
  public func evaluate(
    service: Text, decisions: [Text]? = nil, inputs: [ModelInput], clock: Clock, limits: Limits = Limits()
  ) throws(ModelRequestError) -> ModelAnswer {
    throw .unknownName(service, hint: nil)
  }

  /// The value of a business knowledge model, invoked with its parameters by name.
  public func evaluate(
    knowledgeModel: Text, inputs: [ModelInput], clock: Clock, limits: Limits = Limits()
  ) throws(ModelRequestError) -> ModelAnswer {
    throw .unknownName(knowledgeModel, hint: nil)
  }
}
