/// Every object of the sandbox by its name.
struct Schema: Sendable {
  private(set) var names: [String] = []
  private var objects: [String: ObjectDefinition] = [:]

  init() {
    for object in Self.standard + Self.assessments { declare(object) }
  }

  /// The object of this name; Salesforce does not tell upper from lower case.
  func object(_ name: String) -> ObjectDefinition? { objects[name.lowercased()] }

  /// The object whose ids begin like this.
  func object(prefix: Substring) -> ObjectDefinition? { objects.values.first { $0.prefix == prefix } }

  mutating func declare(_ object: ObjectDefinition) {
    if objects.updateValue(object, forKey: object.name.lowercased()) == nil { names.append(object.name) }
  }

  private static let standard = [
    ObjectDefinition(
      "User", prefix: "005",
      [
        FieldDefinition("Name", .string(length: 121)), FieldDefinition("FirstName", .string(length: 40)),
        FieldDefinition("LastName", .string(length: 80)),
        FieldDefinition("Username", .string(length: 80), required: true, unique: true),
        FieldDefinition("Email", .email), FieldDefinition("Alias", .string(length: 8)),
        FieldDefinition("Title", .string(length: 80)), FieldDefinition("Department", .string(length: 80)),
        FieldDefinition("IsActive", .boolean),
        FieldDefinition("ManagerId", .reference(to: "User", relationship: "Manager")),
      ]),
    ObjectDefinition(
      "Account", prefix: "001",
      [
        FieldDefinition("Name", .string(length: 255), required: true), owner,
        FieldDefinition("ParentId", .reference(to: "Account", relationship: "Parent")),
        FieldDefinition("Industry", .string(length: 255)), FieldDefinition("Type", .string(length: 255)),
        FieldDefinition("Website", .url), FieldDefinition("Phone", .phone),
        FieldDefinition("BillingCity", .string(length: 40)), FieldDefinition("BillingCountry", .string(length: 80)),
        FieldDefinition("NumberOfEmployees", .integer),
        FieldDefinition("AnnualRevenue", .currency(precision: 18, scale: 0)),
        FieldDefinition("Description", .textArea(length: 32_000)),
      ]),
    ObjectDefinition(
      "Lead", prefix: "00Q",
      [
        FieldDefinition("FirstName", .string(length: 40)),
        FieldDefinition("LastName", .string(length: 80), required: true),
        FieldDefinition("Company", .string(length: 255), required: true), FieldDefinition("Email", .email),
        FieldDefinition("Phone", .phone), FieldDefinition("Status", .string(length: 255)),
        FieldDefinition("LeadSource", .string(length: 255)), owner,
      ]),
    ObjectDefinition(
      "Opportunity", prefix: "006",
      [
        FieldDefinition("Name", .string(length: 120), required: true),
        FieldDefinition("AccountId", .reference(to: "Account", relationship: "Account")), owner,
        FieldDefinition("StageName", .picklist(values: [], isRestricted: true), required: true),
        FieldDefinition("Amount", .currency(precision: 18, scale: 2)),
        FieldDefinition("CloseDate", .date, required: true),
        FieldDefinition("Probability", .percent(precision: 3, scale: 0)),
        FieldDefinition("ForecastCategoryName", .string(length: 40), readOnly: true),
        FieldDefinition("IsClosed", .boolean, readOnly: true), FieldDefinition("IsWon", .boolean, readOnly: true),
        FieldDefinition("Type", .string(length: 255)), FieldDefinition("LeadSource", .string(length: 255)),
        FieldDefinition("NextStep", .string(length: 255)),
        FieldDefinition("Description", .textArea(length: 32_000)),
      ]),
    ObjectDefinition(
      "OpportunityStage", prefix: "01J", isWritable: false,
      [
        FieldDefinition("MasterLabel", .string(length: 255)), FieldDefinition("ApiName", .string(length: 255)),
        FieldDefinition("IsActive", .boolean), FieldDefinition("SortOrder", .integer),
        FieldDefinition("IsClosed", .boolean), FieldDefinition("IsWon", .boolean),
        FieldDefinition("DefaultProbability", .percent(precision: 3, scale: 0)),
        FieldDefinition("ForecastCategoryName", .string(length: 40)),
      ]),
  ]

  /// The custom objects that carry an assessment's result and its answers.
  private static let assessments = [
    ObjectDefinition(
      "Assessment_Result__c", prefix: "a00",
      [
        FieldDefinition("Name", .string(length: 80), readOnly: true), owner,
        FieldDefinition("Submission_Id__c", .string(length: 36), unique: true, externalID: true),
        FieldDefinition("Opportunity__c", .reference(to: "Opportunity", relationship: "Opportunity__r")),
        FieldDefinition("Lead__c", .reference(to: "Lead", relationship: "Lead__r")),
        FieldDefinition("Account__c", .reference(to: "Account", relationship: "Account__r")),
        FieldDefinition("Assessment__c", .string(length: 80)),
        FieldDefinition("Assessment_Version__c", number), FieldDefinition("Score__c", number),
        FieldDefinition("Points__c", number), FieldDefinition("Maximum__c", number),
        FieldDefinition("Percent__c", number), FieldDefinition("State__c", .string(length: 255)),
        FieldDefinition("Stated_Stage__c", .string(length: 255)),
        FieldDefinition("Supported_Least__c", .string(length: 255)),
        FieldDefinition("Supported_Most__c", .string(length: 255)), FieldDefinition("Verdict__c", .string(length: 255)),
        FieldDefinition("Playbook__c", .string(length: 64)),
        FieldDefinition("Answers__c", .textArea(length: 131_072)), FieldDefinition("Captured_At__c", .dateTime),
        FieldDefinition("Rep__c", .string(length: 80)), FieldDefinition("Digest__c", .string(length: 64)),
      ]),
    ObjectDefinition(
      "Assessment_Answer__c", prefix: "a01",
      [
        FieldDefinition("Name", .string(length: 80), readOnly: true), owner,
        FieldDefinition("Answer_Key__c", .string(length: 120), unique: true, externalID: true),
        FieldDefinition("Result__c", .reference(to: "Assessment_Result__c", relationship: "Result__r")),
        FieldDefinition("Submission_Id__c", .string(length: 36)),
        FieldDefinition("Question__c", .string(length: 255)), FieldDefinition("Label__c", .string(length: 255)),
        FieldDefinition("Answer__c", .string(length: 255)), FieldDefinition("Points__c", number),
      ]),
  ]

  private static let owner = FieldDefinition("OwnerId", .reference(to: "User", relationship: "Owner"))
  private static let number = FieldType.double(precision: 18, scale: 2)
}
