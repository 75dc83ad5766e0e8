/// A field that must be in the org so that results can be kept there.
struct RequiredField: Sendable {
  enum Form: Sendable {
    /// At least so many characters.
    case text(Int)
    case longText(Int)
    case number
    case dateTime
    case lookup(String)
  }

  var name: String
  var form: Form
  /// Unique and an external id: upserts go by it.
  var isKey = false

  /// The fields of a result; a lookup for each kind of record that is assessed.
  /// - Parameter lookups: the lookup fields and the objects that they lead to.
  static func result(lookups: [(field: String, object: String)]) -> [RequiredField] {
    [RequiredField(name: ResultFields.submission, form: .text(36), isKey: true)]
      + lookups.map { RequiredField(name: $0.field, form: .lookup($0.object)) } + [
        RequiredField(name: "Assessment__c", form: .text(80)),
        RequiredField(name: "Assessment_Version__c", form: .number),
        RequiredField(name: "Score__c", form: .number),
        RequiredField(name: "Points__c", form: .number),
        RequiredField(name: "Maximum__c", form: .number),
        RequiredField(name: "Percent__c", form: .number),
        RequiredField(name: "State__c", form: .text(20)),
        RequiredField(name: "Stated_Stage__c", form: .text(255)),
        RequiredField(name: "Supported_Least__c", form: .text(255)),
        RequiredField(name: "Supported_Most__c", form: .text(255)),
        RequiredField(name: "Verdict__c", form: .text(255)),
        RequiredField(name: "Playbook__c", form: .text(64)),
        RequiredField(name: "Answers__c", form: .longText(131_072)),
        RequiredField(name: "Captured_At__c", form: .dateTime),
        RequiredField(name: "Rep__c", form: .text(80)),
        RequiredField(name: ResultFields.digest, form: .text(64)),
      ]
  }

  /// The fields of an answer.
  static func answer(result object: String) -> [RequiredField] {
    [
      RequiredField(name: AnswerFields.key, form: .text(120), isKey: true),
      RequiredField(name: AnswerFields.lookup, form: .lookup(object)),
      RequiredField(name: AnswerFields.submission, form: .text(36)),
      RequiredField(name: "Question__c", form: .text(255)),
      RequiredField(name: "Label__c", form: .text(255)),
      RequiredField(name: "Answer__c", form: .text(255)),
      RequiredField(name: "Points__c", form: .number),
    ]
  }

  /// What is wrong with the field that the org has; nil: nothing.
  func trouble(_ field: SalesforceDescription.Field) -> String? {
    if !hasType(of: field) { return "has the type \(field.type), where \(words) is needed" }
    if let length = field.length, length < leastLength { return "holds \(length) characters, where \(words) is needed" }
    if isKey, !field.isUnique || !field.isExternalID { return "is not both unique and an external id" }
    if !field.isCreateable || !field.isUpdateable && !isLookup { return "cannot be written by the integration user" }
    return nil
  }

  /// What to make in Setup.
  var words: String {
    switch form {
    case .text(let length): isKey ? "Text(\(length)), Unique, External ID" : "Text(\(length))"
    case .longText(let length): "Long Text Area(\(length))"
    case .number: "Number(16, 2)"
    case .dateTime: "Date/Time"
    case .lookup(let object): "Lookup(\(object))"
    }
  }

  private var isLookup: Bool {
    if case .lookup = form { true } else { false }
  }

  private var leastLength: Int {
    switch form {
    case .text(let length), .longText(let length): length
    case .number, .dateTime, .lookup: 0
    }
  }

  private func hasType(of field: SalesforceDescription.Field) -> Bool {
    switch form {
    case .text: ["string", "textarea"].contains(field.type)
    case .longText: field.type == "textarea"
    case .number: ["double", "int", "long", "currency", "percent"].contains(field.type)
    case .dateTime: field.type == "datetime"
    case .lookup: field.type == "reference"
    }
  }
}
