import FEEL

/// The parts of one rule compiled one by one, to be evaluated when somebody asks why.
struct RulePieces: Sendable {
  /// A node that compiled, with the slots that it reads.
  struct Piece: Sendable {
    let entry: Entry
    let reads: [Int]
  }

  let program: Program
  /// By node of the condition; nil where nobody needs it.
  let nodes: [Piece?]
  /// One for each contribution.
  let values: [Piece?]

  init(_ rule: RuleProgram.Rule, scope: Scope, law: Law, limits: Limits) {
    var builder = ProgramBuilder(law: law, limits: limits)
    let tree = rule.condition.tree
    var nodes: [Piece?] = Array(repeating: nil, count: tree.nodes.count)
    for id in RulePieces.wanted(in: tree) where Int(id.index) < nodes.count {
      nodes[Int(id.index)] = Piece(builder.node(id, of: tree, subject: nil, scope: scope))
    }
    var values: [Piece?] = []
    for value in rule.values {
      guard let root = value.tree.roots.first else {
        values.append(nil)
        continue
      }
      values.append(Piece(builder.node(root, of: value.tree, subject: nil, scope: scope)))
    }
    self.nodes = nodes
    self.values = values
    program = builder.finish()
  }

  /// Connectives, leaves and the sides of leaves.
  private static func wanted(in tree: Tree) -> [NodeID] {
    var wanted: [NodeID] = []
    var rest = tree.roots
    while let node = rest.popLast() {
      wanted.append(node)
      switch tree[node] {
      case .and: rest += tree.operands(of: node, isAnd: true)
      case .or: rest += tree.operands(of: node, isAnd: false)
      case .compare(_, let left, let right): wanted += [left, right]
      case .between(let value, let low, let high): wanted += [value, low, high]
      case .within(let value, let tests):
        wanted.append(value)
        for test in tests { wanted += ends(of: test, in: tree) }
      default: if let operand = tree.negated(node) { rest.append(operand) }
      }
    }
    return wanted
  }

  /// The values that a unary test compares with.
  private static func ends(of test: NodeID, in tree: Tree) -> [NodeID] {
    switch tree[test] {
    case .test(_, let operand): [operand]
    case .range(let start, _, let end, _): [start, end].compactMap { $0 }
    case .literal, .negate: [test]
    default: []
    }
  }

  func piece(_ id: NodeID) -> Piece? {
    Int(id.index) < nodes.count ? nodes[Int(id.index)] : nil
  }
}

extension RulePieces.Piece {
  init?(_ compiled: Compiled) {
    guard let entry = compiled.entry else { return nil }
    self.entry = entry
    reads = compiled.reads
  }
}
