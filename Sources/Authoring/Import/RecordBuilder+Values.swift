internal import FEEL
internal import Sales

/// Cells as values of their attributes' types.
extension RecordBuilder {
  func add(
    _ name: Text, _ cell: ImportCell, _ column: ImportMapping.Column, to record: inout Record, _ work: inout Work
  ) {
    guard let attribute = mapping.kind.attributes.first(where: { $0.name == name }),
      let value = value(cell, attribute.type, attribute, column, &work)
    else { return }
    record.attributes.append(Record.Attribute(name: name, value: value))
  }

  private func value(
    _ cell: ImportCell, _ type: FeelType, _ attribute: AttributeDefinition, _ column: ImportMapping.Column,
    _ work: inout Work
  ) -> Value? {
    switch type {
    case .number: return number(cell, attribute, &work)
    case .boolean:
      if cell.text == "true" || cell.text == "false" { return .boolean(cell.text == "true") }
      work.tell(
        "VALUE", cell, "`\(attribute.name)` is true or false, not `\(cell.text)`",
        fix: "name its words under `aliases` in the mapping, e.g. {Yes: \"true\", No: \"false\"}")
      return nil
    case .date: return day(cell, column, &work).map { .date($0) }
    case .time, .dateTime, .daysDuration, .monthsDuration: return temporal(cell, type, attribute, &work)
    case .list(let item):
      var values: [Value] = []
      for part in cell.text.bytes.split(separator: UInt8(ascii: ";")) {
        let part = ImportCell(text: Text(bytes: Array(part)), line: cell.line, column: cell.column)
        guard let value = value(part, item, attribute, column, &work) else { return nil }
        values.append(value)
      }
      return .list(values)
    default: return text(cell, attribute, &work)
    }
  }

  private func text(_ cell: ImportCell, _ attribute: AttributeDefinition, _ work: inout Work) -> Value? {
    if attribute.values.isEmpty || attribute.values.contains(cell.text) { return .string(cell.text) }
    let near = suggestions(for: cell.text, among: attribute.values).map { "did you mean `\($0)`? " } ?? ""
    work.tell(
      "VALUE", cell, "`\(attribute.name)` cannot be `\(cell.text)`",
      fix: "\(near)it is \(listed(attribute.values, or: true)); name other words under `aliases` in the mapping")
    return nil
  }

  private func number(_ cell: ImportCell, _ attribute: AttributeDefinition, _ work: inout Work) -> Value? {
    guard let number = mapping.numbers.number(cell.text) else {
      work.tell(
        "VALUE", cell, "`\(attribute.name)` is a number, `\(cell.text)` is none",
        fix: "say in the mapping how numbers are written, e.g. `numbers: {decimal: \",\", group: \".\"}`")
      return nil
    }
    if attribute.name == mapping.kind.money, decimals(number) > policy.currencyDigits {
      work.tell(
        "MONEY", cell,
        "`\(attribute.name)` is `\(cell.text)`, but \(policy.currency) has \(policy.currencyDigits) decimals",
        fix: "round it before it is imported")
      return nil
    }
    return .number(number)
  }

  /// Digits after the point, trailing zeros left out.
  private func decimals(_ number: Decimal34) -> Int {
    let digits = number.text.bytes
    return digits.firstIndex(of: UInt8(ascii: ".")).map { digits.count - $0 - 1 } ?? 0
  }

  func day(_ cell: ImportCell, _ column: ImportMapping.Column, _ work: inout Work) -> CalendarDate? {
    if let day = column.format.map({ $0.day(cell.text) }) ?? CalendarDate(cell.text) { return day }
    work.tell(
      "DATE", cell,
      "column `\(column.name ?? "")`: `\(cell.text)` is no day written like \(column.format?.pattern ?? "2026-01-31")",
      fix: "say its format in the mapping, e.g. `format: M/d/yyyy`")
    return nil
  }

  private func temporal(
    _ cell: ImportCell, _ type: FeelType, _ attribute: AttributeDefinition, _ work: inout Work
  ) -> Value? {
    let value = TemporalLiteral.parse(cell.text)
    switch (value, type) {
    case (.time, .time), (.dateTime, .dateTime), (.daysDuration, .daysDuration), (.monthsDuration, .monthsDuration):
      return value
    default:
      work.tell(
        "VALUE", cell, "`\(attribute.name)` cannot be `\(cell.text)`",
        fix: "write it as ISO 8601 does, such as 2026-01-31T10:00:00Z, 10:00:00 or P14D")
      return nil
    }
  }
}
