internal import FEEL
internal import Sales

/// Cells as values of their attributes: the mapping says how the file writes numbers, days and lists, the rest is read as
/// in any record.
extension RecordBuilder {
  func add(
    _ name: Text, _ cell: ImportCell, _ column: ImportMapping.Column, to record: inout Record, _ work: inout Work
  ) {
    guard let attribute = mapping.kind.attributes.first(where: { $0.name == name }),
      let json = json(cell, attribute.type, attribute, column, &work)
    else { return }
    do throws(DocumentError) {
      record.attributes.append(Record.Attribute(name: name, value: try reader.value(json, of: attribute)))
    } catch {
      tellMisfit(cell, attribute, &work)
    }
  }

  /// The cell as JSON writes a value of the type; nil if the file's own way of writing it fails, which is told.
  private func json(
    _ cell: ImportCell, _ type: FeelType, _ attribute: AttributeDefinition, _ column: ImportMapping.Column,
    _ work: inout Work
  ) -> JSON? {
    switch type {
    case .number: return number(cell, attribute, &work).map { .number($0) }
    case .boolean:
      if cell.text == "true" || cell.text == "false" { return .boolean(cell.text == "true") }
      work.tell(
        "VALUE", cell, "`\(attribute.name)` is true or false, not `\(cell.text)`",
        fix: "name its words under `aliases` in the mapping, e.g. {Yes: \"true\", No: \"false\"}")
      return nil
    case .date: return day(cell, column, &work).map { .string($0.text) }
    case .list(let item):
      var items: [JSON] = []
      for part in cell.text.bytes.split(separator: UInt8(ascii: ";")) {
        let part = ImportCell(text: Text(bytes: Array(part)), line: cell.line, column: cell.column)
        guard let json = json(part, item, attribute, column, &work) else { return nil }
        items.append(json)
      }
      return .array(items)
    default: return .string(cell.text)
    }
  }

  private func tellMisfit(_ cell: ImportCell, _ attribute: AttributeDefinition, _ work: inout Work) {
    guard !attribute.values.isEmpty else {
      return work.tell(
        "VALUE", cell, "`\(attribute.name)` cannot be `\(cell.text)`",
        fix: "write it as ISO 8601 does, such as 2026-01-31T10:00:00Z, 10:00:00 or P14D")
    }
    let near = suggestions(for: cell.text, among: attribute.values).map { "did you mean `\($0)`? " } ?? ""
    work.tell(
      "VALUE", cell, "`\(attribute.name)` cannot be `\(cell.text)`",
      fix: "\(near)it is \(listed(attribute.values, or: true)); name other words under `aliases` in the mapping")
  }

  private func number(_ cell: ImportCell, _ attribute: AttributeDefinition, _ work: inout Work) -> Decimal34? {
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
    return number
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
}
