internal import Decisions
internal import FEEL

extension DMNDocumentReader {
  /// A decision table; rules with too few cells are filled up, surplus cells are left out.
  mutating func table(_ source: XMLElement) -> DecisionTable {
    var table = DecisionTable(policy: policy(source), inputs: [], outputs: [], rules: [])
    for child in source.children {
      switch child.name {
      case "input": table.inputs.append(input(child))
      case "output":
        let clause = output(child)
        if let name = clause.name, table.outputs.contains(where: { $0.name == name }) {
          report(
            .error, "DUPLICATE", child.place, "two outputs are called `\(name)`", fix: "give one of them another name")
        }
        table.outputs.append(clause)
      default: break
      }
    }
    if table.outputs.isEmpty { report(.error, "MISSING", source.place, "the decision table has no output") }
    if table.outputs.count > 1 {
      for output in table.outputs where output.name == nil {
        report(.error, "MISSING", output.place, "an output has no `name`, which one of several needs")
      }
    }
    for child in source.children where child.name == "rule" { table.rules.append(rule(child, of: table)) }
    return table
  }

  private mutating func policy(_ source: XMLElement) -> HitPolicy {
    let aggregation = source.attribute("aggregation")
    switch source.attribute("hitPolicy")?.text.trimmed {
    case nil, "UNIQUE", "U": return .unique
    case "ANY", "A": return .any
    case "PRIORITY", "P": return .priority
    case "FIRST", "F": return .first
    case "RULE ORDER", "R": return .ruleOrder
    case "OUTPUT ORDER", "O": return .outputOrder
    case "COLLECT", "C":
      switch aggregation?.text.trimmed {
      case nil, "", "LIST": return .collect
      case "SUM": return .sum
      case "MIN": return .least
      case "MAX": return .greatest
      case "COUNT": return .count
      case .some(let other):
        report(
          .error, "HITPOLICY", aggregation?.place ?? source.place, "there is no aggregation `\(other)`",
          fix: "write SUM, MIN, MAX or COUNT")
        return .collect
      }
    case .some(let other):
      report(
        .error, "HITPOLICY", source.attribute("hitPolicy")?.place ?? source.place, "there is no hit policy `\(other)`",
        fix: "write UNIQUE, ANY, PRIORITY, FIRST, RULE ORDER, OUTPUT ORDER or COLLECT")
      return .unique
    }
  }

  private mutating func input(_ source: XMLElement) -> DecisionTable.InputClause {
    let element = source.children.first { $0.name == "inputExpression" }
    let text = element?.children.first { $0.name == "text" }?.text
    if text?.isBlank ?? true { report(.error, "MISSING", source.place, "an input has no expression") }
    let values = source.children.first { $0.name == "inputValues" }.flatMap { tests($0) }
    return DecisionTable.InputClause(
      expression: text ?? PlacedText("", source.place), type: element.flatMap { type(of: $0) }, values: values)
  }

  private mutating func output(_ source: XMLElement) -> DecisionTable.OutputClause {
    let name = source.attribute("name")?.text.trimmed
    let values = source.children.first { $0.name == "outputValues" }.flatMap { tests($0) }
    let standard = source.children.first { $0.name == "defaultOutputEntry" }
    let text = standard?.children.first { $0.name == "text" }?.text
    return DecisionTable.OutputClause(
      name: name.flatMap { $0.isEmpty ? nil : $0 }, type: type(of: source), values: values,
      defaultValue: text.flatMap { $0.isBlank ? nil : $0 }, place: source.place)
  }

  private mutating func rule(_ source: XMLElement, of table: DecisionTable) -> DecisionTable.Rule {
    var tests = cells("inputEntry", of: source)
    var outputs = cells("outputEntry", of: source)
    if tests.count != table.inputs.count || outputs.count != table.outputs.count {
      report(
        .error, "TABLE", source.place,
        "the rule has \(tests.count) input and \(outputs.count) output cells for \(table.inputs.count) inputs and \(table.outputs.count) outputs"
      )
    }
    while tests.count < table.inputs.count { tests.append(PlacedText("", source.place)) }
    while outputs.count < table.outputs.count { outputs.append(PlacedText("", source.place)) }
    return DecisionTable.Rule(
      tests: Array(tests.prefix(table.inputs.count)), outputs: Array(outputs.prefix(table.outputs.count)),
      place: source.place)
  }

  private func cells(_ name: String, of source: XMLElement) -> [PlacedText] {
    source.children.filter { $0.name == name }.map { cell in
      cell.children.first { $0.name == "text" }?.text ?? PlacedText("", cell.place)
    }
  }
}
