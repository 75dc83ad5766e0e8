/// The functions outside FEEL that function definitions may name: `function(a) external {java: {...}}` (DMN 1.5
/// §10.3.2.13.3). The host lists those that it knows to be pure.
public struct ExternalFunctions: Sendable {
  /// Finds a function of the host by its mapping and parameters; nil: there is none.
  public typealias Lookup = @Sendable (_ mapping: Context, _ parameters: [FunctionParameter]) -> HostFunction?

  /// The function of a mapping (`{java: {class: "...", "method signature": "..."}}`), or nil if it is not on the list.
  public let function: Lookup

  /// Makes a list of functions from a lookup, which is asked while a function definition is compiled.
  public init(_ function: @escaping Lookup) { self.function = function }
}
