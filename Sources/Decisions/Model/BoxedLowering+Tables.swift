import FEEL

extension BoxedLowering {
  /// A decision table.
  ///
  /// - Parameter type: the type of the whole, whose allowed values may give outputs their order.
  mutating func lower(_ table: DecisionTable, type: TypeReference?, _ place: SourcePlace) -> NodeID {
    guard !table.outputs.isEmpty else { return add(.failure("the decision table has no output"), place) }
    let inputs = table.inputs.map { input($0) }
    let outputs = table.outputs.enumerated().map { output($1, at: $0, of: table, type) }
    let rules = table.rules.map { rule($0, of: table) }
    return add(.table(TableNode(policy: table.policy, inputs: inputs, outputs: outputs, rules: rules)), place)
  }

  private mutating func input(_ clause: DecisionTable.InputClause) -> TableNode.Input {
    let value =
      clause.expression.isBlank
      ? add(.failure("the input has no expression"), clause.expression.place) : expression(clause.expression)
    return TableNode.Input(value: coerced(value, clause.type), allowed: clause.values.flatMap { tests($0) } ?? [])
  }

  private mutating func output(
    _ clause: DecisionTable.OutputClause, at index: Int, of table: DecisionTable, _ type: TypeReference?
  ) -> TableNode.Output {
    let name = clause.name ?? "output \(index + 1)"
    var order: [NodeID] = []
    if table.policy == .priority || table.policy == .outputOrder {
      order = values(orderText(clause, name, of: table, type))
      if order.isEmpty, table.outputs.count == 1 {
        compiler.report(
          .warning, "HITPOLICY", module: module, node: node, clause.place,
          "the hit policy goes by the order of the output values, but there are none", fix: "add <outputValues>")
      }
    }
    let standard = clause.defaultValue.map { coerced(expression($0), clause.type) }
    return TableNode.Output(name: name, order: order, defaultValue: standard)
  }

  /// The values that give an output its order: its own, or those of its type.
  private func orderText(
    _ clause: DecisionTable.OutputClause, _ name: Text, of table: DecisionTable, _ type: TypeReference?
  ) -> PlacedText? {
    if let values = clause.values { return values }
    if let item = clause.type.flatMap({ compiler.item($0, module, node) }) {
      return compiler.orderedValues(item)?.text
    }
    let whole = type.flatMap { compiler.item($0, module, node) } ?? element.flatMap { compiler.elements[$0].item }
    return compiler.orderedValues(table.outputs.count == 1 ? whole : compiler.component(name, of: whole))?.text
  }

  /// Output values as expressions: a comparison is the range that it means.
  private mutating func values(_ text: PlacedText?) -> [NodeID] {
    guard let text, let roots = tests(text) else { return [] }
    return roots.compactMap { root in
      let span = tree.span(of: root)
      switch tree[root] {
      case .testAny, .testNot: return nil
      case .test(let sign, let operand):
        switch sign {
        case .less: return tree.add(.range(nil, startIncluded: false, operand, endIncluded: false), span)
        case .lessOrEqual: return tree.add(.range(nil, startIncluded: false, operand, endIncluded: true), span)
        case .greater: return tree.add(.range(operand, startIncluded: false, nil, endIncluded: false), span)
        case .greaterOrEqual: return tree.add(.range(operand, startIncluded: true, nil, endIncluded: false), span)
        case .equal, .notEqual: return tree.add(.rangeBy(sign, operand), span)
        }
      default: return root
      }
    }
  }

  private mutating func rule(_ rule: DecisionTable.Rule, of table: DecisionTable) -> TableNode.Rule {
    let tests = rule.tests.map { cell -> [NodeID] in
      if cell.isBlank { return [add(.testAny, cell.place)] }
      if let roots = self.tests(cell) { return roots }
      // A test that nobody can read is met by nothing.
      let anything = add(.testAny, cell.place)
      return [add(.testNot([anything]), cell.place)]
    }
    let outputs = zip(rule.outputs, table.outputs).map { cell, clause in
      cell.isBlank ? add(.literal(.null), cell.place) : coerced(expression(cell), clause.type)
    }
    return TableNode.Rule(tests: tests, outputs: outputs)
  }
}
