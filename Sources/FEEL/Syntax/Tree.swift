/// A place in a `Tree`.
public struct NodeID: Hashable, Sendable {
  /// Its place among the tree's nodes.
  public var index: Int32
  /// Makes an id of a place among a tree's nodes, from 0; it must fit `Int32`.
  public init(_ index: Int) { self.index = Int32(index) }
}

/// One node of the syntax; children are places in the same tree.
public enum Node: Sendable {
  /// A literal, `@"..."` included, computed once.
  case literal(Value)
  /// A name as written, spaces folded to one. Resolved by the compiler, innermost scope first.
  case name(Text)
  /// The subject of a unary test, written `?` or implied.
  case subject
  /// `value.name`.
  case path(NodeID, Text)
  /// `-value`.
  case negate(NodeID)
  /// `left + right` and the like; chains are nested to the left.
  case binary(BinaryOperator, NodeID, NodeID)
  /// `left and right`.
  case and(NodeID, NodeID)
  /// `left or right`.
  case or(NodeID, NodeID)
  /// `left < right` and the like.
  case compare(CompareOperator, NodeID, NodeID)
  /// `value between least and most`, both included.
  case between(NodeID, NodeID, NodeID)
  /// `value in test` or `value in (test, test)`; the right side holds unary tests.
  case within(NodeID, [NodeID])
  /// Unary test: the subject compared (`> 5`); stands in `within` and in unary tests only.
  case test(CompareOperator, NodeID)
  /// Unary tests `-`: anything.
  case testAny
  /// Unary tests `not(...)`.
  case testNot([NodeID])
  /// `[a..b)`; an absent end is written `(< 5)` and the like.
  case range(NodeID?, startIncluded: Bool, NodeID?, endIncluded: Bool)
  /// `(= x)` or `(!= x)` as a value.
  case rangeBy(CompareOperator, NodeID)
  /// `[a, b]`.
  case list([NodeID])
  /// `{a: 1, b: a + 1}`; each entry sees those before it.
  case context([ContextEntry])
  /// `if condition then ... else ...`.
  case choose(condition: NodeID, then: NodeID, otherwise: NodeID)
  /// `list[condition or index]`.
  case filter(NodeID, NodeID)
  /// `some`/`every` x in list, ... satisfies body.
  case quantified(Quantifier, [Iteration], NodeID)
  /// `for` x in list or in a..b, ... return body.
  case loop([Iteration], NodeID)
  /// A call by position or by name (`names` empty or as long as `arguments`).
  case call(NodeID, arguments: [NodeID], names: [Text])
  /// `function(a: number, b) body`; the body of an external function tells the host which one is meant.
  case function(parameters: [FunctionParameter], body: NodeID, isExternal: Bool)
  /// `value instance of type`.
  case instanceOf(NodeID, FeelType)
  /// A decision table; only models build it.
  case table(TableNode)
  /// A value held against an item type, by its place in `ProgramBuilder.items`: what does not conform is null. Only
  /// models build it; the type tells what is known of the result.
  case coerce(NodeID, item: Int, FeelType)
  /// The condition of a boxed conditional or filter: unlike those of texts it must be a boolean or null, or the whole is
  /// null. Only models build it.
  case strict(NodeID)
  /// What could not be read where it stands, or a literal that stands for no value: null, for this reason.
  case failure(Text)
}

/// The arithmetic operators.
public enum BinaryOperator: UInt8, Sendable { case add, subtract, multiply, divide, power }
/// The comparisons.
public enum CompareOperator: UInt8, Sendable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }
/// Whether one item is enough, or all must do.
public enum Quantifier: UInt8, Sendable { case some, every }

/// One entry of a context.
public struct ContextEntry: Sendable {
  /// The entry's name.
  public var key: Text
  /// What it holds.
  public var value: NodeID
  /// Makes an entry of a context.
  public init(key: Text, value: NodeID) {
    self.key = key
    self.value = value
  }
}

/// `name in domain`, or `name in domain..end` where `end` is given.
public struct Iteration: Sendable {
  /// The name of the variable.
  public var name: Text
  /// The list that is gone through, or the first number of a range.
  public var domain: NodeID
  /// The last number of a range; nil: a list is gone through.
  public var end: NodeID?
  /// Makes an iteration; if `end` is nil, over the items of the list `domain`.
  public init(name: Text, domain: NodeID, end: NodeID? = nil) {
    self.name = name
    self.domain = domain
    self.end = end
  }
}

/// A parsed source text: nodes in one array (an arena), each with its span.
public struct Tree: Sendable {
  /// The text that was parsed.
  public var source: Text
  /// All nodes, in the order in which they were added.
  public var nodes: [Node] = []
  /// Where each node stands.
  public var spans: [Span] = []
  /// The expression; for unary tests the tests of which one must hold.
  public var roots: [NodeID] = []
  /// What spans count up to the first byte of `source`: not 0 for a tree that is part of something larger.
  public var start: Int32 = 0

  /// Makes a tree without nodes.
  public init(source: Text) { self.source = source }

  /// The node of an id, which must be of this tree.
  public subscript(id: NodeID) -> Node { nodes[Int(id.index)] }
  /// Where a node stands.
  public func span(of id: NodeID) -> Span { spans[Int(id.index)] }

  /// The text that a node was read from; empty where that is not in the source.
  public func text(of id: NodeID) -> Text {
    guard spans.indices.contains(Int(id.index)) else { return "" }
    let span = span(of: id)
    let (first, end) = (Int(span.start) - Int(start), Int(span.end) - Int(start))
    guard first >= 0, first <= end, end <= source.bytes.count else { return "" }
    return Text(bytes: Array(source.bytes[first..<end]))
  }

  /// Adds a node and gives its id.
  public mutating func add(_ node: Node, _ span: Span) -> NodeID {
    nodes.append(node)
    spans.append(span)
    return NodeID(nodes.count - 1)
  }
}
