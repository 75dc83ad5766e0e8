/// A decision table as part of a tree (DMN 1.5 §8.3).
public final class TableNode: Sendable {
  /// A column of tests.
  public struct Input: Sendable {
    /// What is tested.
    public var value: NodeID
    /// Unary tests of the values that it may have; none if it may have any.
    public var allowed: [NodeID]
    /// Makes a column of tests.
    public init(value: NodeID, allowed: [NodeID]) {
      self.value = value
      self.allowed = allowed
    }
  }

  /// A column of results.
  public struct Output: Sendable {
    /// Its key, where several outputs make up a context.
    public var name: Text
    /// What it may be, the first with the highest priority: values, ranges or lists of them.
    public var order: [NodeID]
    /// Its value if no rule matches.
    public var defaultValue: NodeID?
    /// Makes a column of results; if the default is nil, none is declared.
    public init(name: Text, order: [NodeID], defaultValue: NodeID?) {
      self.name = name
      self.order = order
      self.defaultValue = defaultValue
    }
  }

  /// One row.
  public struct Rule: Sendable {
    /// Unary tests for each input.
    public var tests: [[NodeID]]
    /// An expression for each output.
    public var outputs: [NodeID]
    /// Makes a row, its cells in the order of the columns.
    public init(tests: [[NodeID]], outputs: [NodeID]) {
      self.tests = tests
      self.outputs = outputs
    }
  }

  /// Which of the rows that match count.
  public let policy: HitPolicy
  /// The columns of tests, left to right.
  public let inputs: [Input]
  /// The columns of results, left to right.
  public let outputs: [Output]
  /// The rows, top to bottom.
  public let rules: [Rule]

  /// Makes a table; every rule has as many tests and outputs as there are columns of each.
  public init(policy: HitPolicy, inputs: [Input], outputs: [Output], rules: [Rule]) {
    self.policy = policy
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
  }

  /// All nodes below it.
  var children: [NodeID] {
    var nodes: [NodeID] = []
    for input in inputs { nodes += [input.value] + input.allowed }
    for output in outputs { nodes += output.order + [output.defaultValue].compactMap { $0 } }
    for rule in rules { nodes += rule.tests.flatMap { $0 } + rule.outputs }
    return nodes
  }

  /// The table with all its nodes elsewhere.
  func moved(_ place: (NodeID) -> NodeID) -> TableNode {
    TableNode(
      policy: policy,
      inputs: inputs.map { Input(value: place($0.value), allowed: $0.allowed.map(place)) },
      outputs: outputs.map {
        Output(name: $0.name, order: $0.order.map(place), defaultValue: $0.defaultValue.map(place))
      },
      rules: rules.map { rule in
        Rule(tests: rule.tests.map { $0.map(place) }, outputs: rule.outputs.map(place))
      })
  }
}
