/// One field of an object.
struct FieldDefinition: Hashable, Sendable {
  var name: String
  var label: String
  var type: FieldType
  /// A row cannot be created without it, nor can it be made empty.
  var isRequired = false
  /// No two rows may hold the same; texts are compared without regard to case.
  var isUnique = false
  /// Rows can be addressed and upserted by it.
  var isExternalID = false
  /// Set by the CRM itself.
  var isReadOnly = false

  var isCustom: Bool { name.hasSuffix("__c") }

  /// The name under which a query reaches the row that is referred to: `Account` of `AccountId`.
  var relationship: String? { if case .reference(_, let relationship) = type { relationship } else { nil } }

  init(
    _ name: String, _ type: FieldType, required: Bool = false, unique: Bool = false, externalID: Bool = false,
    readOnly: Bool = false
  ) {
    self.name = name
    self.label = Self.label(name)
    self.type = type
    isRequired = required
    isUnique = unique
    isExternalID = externalID
    isReadOnly = readOnly
  }

  /// `Stated_Stage__c` is labelled "Stated Stage", `CloseDate` "Close Date".
  static func label(_ name: String) -> String {
    let base = name.hasSuffix("__c") ? String(name.dropLast(3)) : name
    var label = ""
    var previous: Character = " "
    for character in base {
      if character == "_" {
        label.append(" ")
      } else {
        if character.isUppercase, previous.isLowercase { label.append(" ") }
        label.append(character)
      }
      previous = character
    }
    return label
  }
}

/// One object (a table) and its fields.
struct ObjectDefinition: Hashable, Sendable {
  var name: String
  var label: String
  /// The first three characters of its ids.
  var prefix: String
  /// Whether rows can be created, changed and deleted through the API.
  var isWritable: Bool
  private(set) var fields: [FieldDefinition]
  private var positions: [String: Int] = [:]
  private var relationships: [String: Int] = [:]

  init(_ name: String, prefix: String, isWritable: Bool = true, _ fields: [FieldDefinition]) {
    self.name = name
    label = FieldDefinition.label(name)
    self.prefix = prefix
    self.isWritable = isWritable
    self.fields = []
    for field in Self.systemFields + fields { declare(field) }
  }

  /// Adds the field, or puts it in the place of the one of this name.
  mutating func declare(_ field: FieldDefinition) {
    if let position = positions[field.name.lowercased()] {
      fields[position] = field
    } else {
      positions[field.name.lowercased()] = fields.count
      fields.append(field)
    }
    if let relationship = field.relationship {
      relationships[relationship.lowercased()] = positions[field.name.lowercased()]
    }
  }

  /// The field of this name; Salesforce does not tell upper from lower case.
  func field(_ name: String) -> FieldDefinition? { positions[name.lowercased()].map { fields[$0] } }

  /// The reference field that a query follows as `relationship`, or `nil`.
  func reference(_ relationship: String) -> FieldDefinition? {
    relationships[relationship.lowercased()].map { fields[$0] }
  }

  /// Held by every row, and set by the CRM only.
  private static let systemFields = [
    FieldDefinition("Id", .id, readOnly: true),
    FieldDefinition("IsDeleted", .boolean, readOnly: true),
    FieldDefinition("CreatedDate", .dateTime, readOnly: true),
    FieldDefinition("CreatedById", .reference(to: "User", relationship: "CreatedBy"), readOnly: true),
    FieldDefinition("LastModifiedDate", .dateTime, readOnly: true),
    FieldDefinition("LastModifiedById", .reference(to: "User", relationship: "LastModifiedBy"), readOnly: true),
    FieldDefinition("SystemModstamp", .dateTime, readOnly: true),
  ]
}
