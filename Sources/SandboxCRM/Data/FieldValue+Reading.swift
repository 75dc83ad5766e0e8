internal import FoundationEssentials

extension FieldValue {
  /// Reads what a request gives for a field. Of another kind than the field's, it spoils the whole request, as
  /// Salesforce's parser does before it looks at any row.
  static func read(_ json: JSONValue, for field: FieldDefinition) throws(APIFailure) -> FieldValue {
    if case .null = json { return .null }
    switch field.type {
    case .string, .email, .phone, .url, .picklist:
      guard let text = json.text else { throw wrongKind(json, "string") }
      let trimmed = trim(text)
      return trimmed.isEmpty ? .null : .text(trimmed)
    case .textArea:
      guard let text = json.text else { throw wrongKind(json, "string") }
      return text.isEmpty ? .null : .text(text)
    case .id, .reference:
      guard let text = json.text else { throw wrongKind(json, "string") }
      return text.isEmpty ? .null : .text(text)
    case .boolean:
      if let value = json.boolean { return .boolean(value) }
      switch json.text?.lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: throw wrongKind(json, "boolean")
      }
    case .integer:
      guard let value = json.integer ?? json.text.flatMap({ Int($0) }) else { throw wrongKind(json, "int") }
      return .number(Decimal(value))
    case .double, .currency, .percent:
      if let number = json.decimal { return .number(number) }
      guard let text = json.text, case .number(let number)? = try? JSONValue.parse(Array(text.utf8)) else {
        throw wrongKind(json, "double")
      }
      return .number(number)
    case .date:
      guard let text = json.text else { throw wrongKind(json, "date") }
      if text.isEmpty { return .null }
      if let day = Calendar.day(text) { return .date(day) }
      guard let instant = Calendar.instant(text),
        let day = Calendar.day(String(Calendar.text(instant: instant).prefix(10)))
      else { throw wrongKind(json, "date") }
      return .date(day)
    case .dateTime:
      guard let text = json.text else { throw wrongKind(json, "datetime") }
      if text.isEmpty { return .null }
      if let instant = Calendar.instant(text) { return .instant(instant) }
      guard let day = Calendar.day(text) else { throw wrongKind(json, "datetime") }
      return .instant(Int64(day) * 86_400_000)
    }
  }

  private static func wrongKind(_ json: JSONValue, _ type: String) -> APIFailure {
    let said = json.text.map { " value \($0.prefix(80))" } ?? ""
    return APIFailure(
      400, "JSON_PARSER_ERROR",
      "Cannot deserialize instance of \(type) from \(json.tokenName)\(said) or request may be missing a required field")
  }

  private static func trim(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }) else { return "" }
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[first...last])
  }
}
