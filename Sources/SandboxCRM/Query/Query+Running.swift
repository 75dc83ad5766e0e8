internal import FoundationEssentials

extension Query {
  /// The ids of all rows that the query finds, in its order; ties stand in order of their ids.
  func run(_ database: Database, withDeleted: Bool) -> [RecordID] {
    // Deleted rows are in no index.
    let candidates = withDeleted ? nil : condition.flatMap { self.candidates($0, database) }
    var rows = (candidates ?? database.rows(of: object)).filter { row in
      (withDeleted || !row.isDeleted) && (condition.map { Self.holds($0, row, database) } ?? true)
    }
    let keys = Dictionary(
      uniqueKeysWithValues: rows.map { row in (row.id, order.map { Self.folded($0.column, of: row, database) }) })
    rows.sort { left, right in
      for (index, item) in order.enumerated() {
        let (first, second) = (keys[left.id]?[index] ?? .null, keys[right.id]?[index] ?? .null)
        if (first == .null) != (second == .null) { return (first == .null) != item.nullsLast }
        let sign = Self.compare(first, second) ?? 0
        if sign != 0 { return item.isDescending ? sign > 0 : sign < 0 }
      }
      return left.id < right.id
    }
    let found = rows.map(\.id).dropFirst(offset)
    return Array(limit.map { found.prefix($0) } ?? found)
  }

  /// The only rows that can fulfil the condition, where an index tells them; nil: all rows must be looked at.
  private func candidates(_ condition: Condition, _ database: Database) -> [Row]? {
    switch condition {
    case .all(let inner):
      for condition in inner { if let rows = candidates(condition, database) { return rows } }
      return nil
    case .contains(let column, let values, false): return candidates(column, values, database)
    case .compare(let column, .equal, let value): return candidates(column, [value], database)
    default: return nil
    }
  }

  private func candidates(_ column: Column, _ values: Set<FieldValue>, _ database: Database) -> [Row]? {
    guard column.references.isEmpty, !values.contains(.null) else { return nil }
    let texts = values.compactMap(\.text)
    if column.field.type == .id {
      return texts.compactMap { RecordID($0) }.compactMap { database.row($0) }.filter { $0.object == object.name }
    }
    guard column.field.isUnique || column.field.isExternalID else { return nil }
    return texts.flatMap { database.ids(of: object, where: column.field, is: $0) }.compactMap { database.row($0) }
  }

  /// What the row shows in the answer.
  func json(of row: Row, _ database: Database, version: String) -> JSONValue {
    Self.json(of: row, columns: columns.map { ($0.references[...], $0.names[...], $0.field) }, database, version)
  }

  private typealias Part = (references: ArraySlice<FieldDefinition>, names: ArraySlice<String>, field: FieldDefinition)

  private static func json(
    of row: Row, columns: [Part], _ database: Database, _ version: String
  ) -> JSONValue {
    var members = [JSONValue.Member("attributes", row.attributes(version))]
    var seen: Set<String> = []
    for column in columns {
      guard let name = column.names.first, seen.insert(name).inserted else { continue }
      guard let reference = column.references.first else {
        members.append(JSONValue.Member(name, row.value(column.field).json(as: column.field.type)))
        continue
      }
      let inner: [Part] = columns.filter { !$0.references.isEmpty && $0.names.first == name }
        .map { ($0.references.dropFirst(), $0.names.dropFirst(), $0.field) }
      let target = row.value(reference).text.flatMap { RecordID($0) }.flatMap { database.row($0) }
      members.append(JSONValue.Member(name, target.map { json(of: $0, columns: inner, database, version) } ?? .null))
    }
    return .object(members)
  }

  private static func value(_ column: Column, of row: Row, _ database: Database) -> FieldValue {
    var row = row
    for reference in column.references {
      guard let next = row.value(reference).text.flatMap({ RecordID($0) }).flatMap({ database.row($0) }) else {
        return .null
      }
      row = next
    }
    return row.value(column.field)
  }

  private static func holds(_ condition: Condition, _ row: Row, _ database: Database) -> Bool {
    switch condition {
    case .all(let inner): return inner.allSatisfy { holds($0, row, database) }
    case .any(let inner): return inner.contains { holds($0, row, database) }
    case .not(let inner): return !holds(inner, row, database)
    case .contains(let column, let values, let isNegated):
      return values.contains(folded(column, of: row, database)) != isNegated
    case .compare(let column, let comparison, let wanted):
      let value = folded(column, of: row, database)
      switch comparison {
      case .equal: return compare(value, wanted) == 0
      case .notEqual: return compare(value, wanted) != 0
      case .less: return compare(value, wanted).map { $0 < 0 } ?? false
      case .lessOrEqual: return compare(value, wanted).map { $0 <= 0 } ?? false
      case .greater: return compare(value, wanted).map { $0 > 0 } ?? false
      case .greaterOrEqual: return compare(value, wanted).map { $0 >= 0 } ?? false
      case .like:
        guard let text = value.text, let pattern = wanted.text else { return false }
        return isLike(Array(text)[...], Array(pattern)[...])
      }
    }
  }

  /// The value in lower case, unless it is an id.
  private static func folded(_ column: Column, of row: Row, _ database: Database) -> FieldValue {
    let value = value(column, of: row, database)
    if case .text(let text) = value, !column.isID { return .text(text.lowercased()) }
    return value
  }

  /// Negative, 0 or positive; nil when one is empty and the other is not, or they are of two kinds.
  private static func compare(_ left: FieldValue, _ right: FieldValue) -> Int? {
    switch (left, right) {
    case (.null, .null): 0
    case (.text(let left), .text(let right)): sign(left, right)
    case (.number(let left), .number(let right)): sign(left, right)
    case (.date(let left), .date(let right)): sign(left, right)
    case (.instant(let left), .instant(let right)): sign(left, right)
    case (.boolean(let left), .boolean(let right)): sign(left ? 1 : 0, right ? 1 : 0)
    default: nil
    }
  }

  private static func sign<Element: Comparable>(_ left: Element, _ right: Element) -> Int {
    left < right ? -1 : left == right ? 0 : 1
  }

  /// `%` stands for any text, `_` for any one character.
  private static func isLike(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "%" {
      return (text.startIndex...text.endIndex).contains { isLike(text[$0...], pattern.dropFirst()) }
    }
    guard let character = text.first, first == "_" || first == character else { return false }
    return isLike(text.dropFirst(), pattern.dropFirst())
  }
}

extension Row {
  /// The `attributes` of a row in an answer.
  func attributes(_ version: String) -> JSONValue {
    ["type": .string(object), "url": .string("/services/data/\(version)/sobjects/\(object)/\(id.string)")]
  }
}
