internal import FEEL

/// What an org says of one object: the fields that the integration user can see.
struct SalesforceDescription: Sendable {
  struct Field: Sendable {
    var name: String
    /// Salesforce's type: `picklist`, `double`, `reference`.
    var type: String
    /// Characters; nil: not a text.
    var length: Int?
    var isUpdateable: Bool
    var isCreateable: Bool
    var isUnique: Bool
    var isExternalID: Bool
    /// The name of the lookup in paths, and the first object it leads to.
    var relationship: String?
    var target: String?
    /// The values in force of a picklist.
    var values: [Text]
  }

  var object: String
  var isQueryable: Bool
  private var fields: [String: Field] = [:]

  /// Nil: that is no description.
  init?(_ json: JSON) {
    guard let name = json["name"]?.text, let items = json["fields"]?.items else { return nil }
    object = name.string
    isQueryable = json["queryable"]?.boolean ?? true
    for item in items {
      guard let name = item["name"]?.text?.string, let type = item["type"]?.text?.string else { continue }
      let values = (item["picklistValues"]?.items ?? []).filter { $0["active"]?.boolean ?? true }
      fields[name.lowercased()] = Field(
        name: name, type: type, length: item["length"]?.number.flatMap { Int64(exactly: $0) }.map { Int($0) },
        isUpdateable: item["updateable"]?.boolean ?? false, isCreateable: item["createable"]?.boolean ?? false,
        isUnique: item["unique"]?.boolean ?? false, isExternalID: item["externalId"]?.boolean ?? false,
        relationship: item["relationshipName"]?.text?.string,
        target: item["referenceTo"]?.items?.first?.text?.string, values: values.compactMap { $0["value"]?.text })
    }
  }

  /// The field of that name, in any case as Salesforce takes it.
  func field(_ name: some StringProtocol) -> Field? { fields[name.lowercased()] }

  /// The lookup field behind a name in a path: `Account` is `AccountId`, `Owner` is `OwnerId`.
  func lookup(_ relationship: some StringProtocol) -> Field? {
    let wanted = relationship.lowercased()
    return fields.values.first { $0.relationship?.lowercased() == wanted }
  }
}
