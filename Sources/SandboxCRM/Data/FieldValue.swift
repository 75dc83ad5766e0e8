internal import FoundationEssentials

/// What one field of one row holds.
enum FieldValue: Hashable, Sendable {
  case null
  case text(String)
  case number(Decimal)
  case boolean(Bool)
  /// Days since 1970-01-01.
  case date(Int)
  /// Milliseconds since 1970-01-01T00:00:00Z.
  case instant(Int64)

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// Whether both are the same to the byte; Swift's own comparison of texts takes composed characters as equal.
  func isSame(as other: FieldValue) -> Bool {
    if case .text(let left) = self, case .text(let right) = other { return left.utf8.elementsEqual(right.utf8) }
    return self == other
  }

  /// As an answer has it. Salesforce writes every number of its kinds double, currency and percent with a point.
  func json(as type: FieldType) -> JSONValue {
    switch self {
    case .null: .null
    case .text(let text): .string(text)
    case .boolean(let value): .boolean(value)
    case .date(let day): .string(Calendar.text(day: day))
    case .instant(let instant): .string(Calendar.text(instant: instant))
    case .number(let number): type.digits == nil ? .number(number) : .double(number)
    }
  }
}
