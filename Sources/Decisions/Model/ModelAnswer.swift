public import FEEL

/// A value given to a decision model: for an input datum, or in place of a decision (DMN 1.5 §10.4).
public struct ModelInput: Sendable {
  /// The name of the input datum or decision.
  public var name: Text
  /// The namespace of the model that it belongs to, where several models have an input of that name; else the first of
  /// that name counts, the model's own before those of its imports.
  public var namespace: Text?
  /// What it is taken to be.
  public var value: Value
  /// Makes an input; if the namespace is nil, the first of that name counts.
  public init(_ name: Text, _ value: Value, namespace: Text? = nil) {
    self.name = name
    self.namespace = namespace
    self.value = value
  }
}

/// What an evaluation came to.
public struct ModelAnswer: Sendable {
  /// A decision's value under the name that was asked.
  public struct Result: Sendable {
    /// The name that was asked.
    public var name: Text
    /// What it came to.
    public var value: Value
    /// Makes a result.
    public init(name: Text, value: Value) {
      self.name = name
      self.value = value
    }
  }
  /// One for each asked name, in that order; null where a decision has no value.
  public var results: [Result]
  /// The value of the invocation: the only result, of a service with several outputs a context of them.
  public var value: Value
  /// Why values are null, and what else is to be told, in order of evaluation.
  public var messages: [ModelFinding]
}

/// Why there is nothing to evaluate.
public enum ModelRequestError: Error, Hashable, Sendable {
  /// The model has no decision, service or business knowledge model of that name; the hint is the nearest name there is.
  case unknownName(Text, hint: Text?)
}
