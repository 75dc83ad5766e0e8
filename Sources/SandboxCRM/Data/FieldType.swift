/// What a field holds, in Salesforce's own kinds.
enum FieldType: Hashable, Sendable {
  case id
  /// A text of so many UTF-16 units at most.
  case string(length: Int)
  case textArea(length: Int)
  case email
  case phone
  case url
  /// One of the values; others are refused when the list is restricted.
  case picklist(values: [String], isRestricted: Bool)
  case reference(to: String, relationship: String?)
  case boolean
  case integer
  case double(precision: Int, scale: Int)
  case currency(precision: Int, scale: Int)
  case percent(precision: Int, scale: Int)
  case date
  case dateTime

  /// The name that describe gives it.
  var name: String {
    switch self {
    case .id: "id"
    case .string: "string"
    case .textArea: "textarea"
    case .email: "email"
    case .phone: "phone"
    case .url: "url"
    case .picklist: "picklist"
    case .reference: "reference"
    case .boolean: "boolean"
    case .integer: "int"
    case .double: "double"
    case .currency: "currency"
    case .percent: "percent"
    case .date: "date"
    case .dateTime: "datetime"
    }
  }

  /// The most UTF-16 units that a text may have.
  var length: Int {
    switch self {
    case .id, .reference: 18
    case .string(let length), .textArea(let length): length
    case .email: 80
    case .phone: 40
    case .picklist, .url: 255
    default: 0
    }
  }

  /// Digits before the point, and after it.
  var digits: (before: Int, after: Int)? {
    switch self {
    case .double(let precision, let scale), .currency(let precision, let scale), .percent(let precision, let scale):
      (precision - scale, scale)
    default: nil
    }
  }
}
