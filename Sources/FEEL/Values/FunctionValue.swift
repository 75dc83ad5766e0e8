/// A function as a value: a built-in, a function definition with what it saw where it stood, or one that the host gives.
public final class FunctionValue: Sendable {
  /// What the function takes, in order; of a built-in its first signature.
  public let parameters: [FunctionParameter]
  /// What it gives, as far as it is known.
  public let result: FeelType?
  /// What runs when it is called.
  public let body: Body

  /// What a call does.
  public enum Body: Sendable {
    /// A built-in by its place in `Builtin.names`.
    case builtin(Int)
    /// A function definition, with the values that it saw where it stood.
    case closure(Closure)
    /// A function that is not written in FEEL.
    case host(HostFunction)
  }

  /// Makes a function of its members; if the result is nil, nothing is known of what it gives.
  public init(parameters: [FunctionParameter], result: FeelType?, body: Body) {
    self.parameters = parameters
    self.result = result
    self.body = body
  }

  /// The built-in at a place of `Builtin.names`.
  public convenience init(builtin: Int) {
    let definition = BuiltinTable.definition(at: builtin)
    let parameters = definition?.signatures.first ?? []
    self.init(
      parameters: parameters.map { FunctionParameter(name: $0.name, type: $0.kind.type) }, result: definition?.result,
      body: .builtin(builtin))
  }

  /// A function of the host.
  public convenience init(host: HostFunction, parameters: [FunctionParameter], result: FeelType? = nil) {
    self.init(parameters: parameters, result: result, body: .host(host))
  }

  /// Its type: what is not declared is `Any`; a built-in that can be called in several ways takes whatever parameters.
  public var type: FeelType {
    if case .builtin(let index) = body, Builtin(index: index).signatures.count != 1 || Builtin(index: index).isVariadic
    {
      return .function(nil, result ?? .any)
    }
    return .function(parameters.map { $0.type ?? .any }, result ?? .any)
  }
}

/// One parameter of a function; without a declared type it takes anything (DMN 1.5 grammar rule 57).
public struct FunctionParameter: Hashable, Sendable {
  /// The parameter's name, by which it may be given.
  public var name: Text
  /// What it takes; nil: anything.
  public var type: FeelType?
  /// Makes a parameter; if the type is nil, it takes anything.
  public init(name: Text, type: FeelType? = nil) {
    self.name = name
    self.type = type
  }
}

/// The body of a function definition: code of a program, and the values of the names around it when it was made.
///
/// Slots are not captured: the body reads them when it is called, which is always within the run that set them.
public final class Closure: Sendable {
  let program: Program
  /// The place of its code in `program.functions`.
  let function: Int
  let captured: [Value]

  init(program: Program, function: Int, captured: [Value]) {
    self.program = program
    self.function = function
    self.captured = captured
  }
}

/// A function that is not written in FEEL: a decision service, or an external function that is known to be pure.
///
/// It gets as many arguments as the function has parameters, fitted to their types, and must be pure: the same
/// arguments, the same value. A failure is null with `surroundings.failure` set. A host that runs a machine of its own
/// passes its surroundings on (`Machine.run(_:within:)`), so that calls nest and work only as far as the limits let them.
public final class HostFunction: Sendable {
  /// What the host does with the arguments, in the order of the parameters.
  public typealias Body = @Sendable ([Value], inout CallSurroundings) -> Value

  /// What it is called, for messages and for the order of values.
  public let name: Text
  /// What the host does.
  public let body: Body

  /// Makes a function of the host; `body` must be pure.
  public init(_ name: Text, _ body: @escaping Body) {
    self.name = name
    self.body = body
  }
}
