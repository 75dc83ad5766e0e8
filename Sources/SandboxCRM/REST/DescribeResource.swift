internal import Synchronization

/// What there is: resources, objects and their fields.
struct DescribeResource: Sendable {
  let call: DataCall

  private var base: String { "/services/data/\(call.version)" }

  /// `/services/data/v62.0`.
  var resources: JSONValue {
    .object(
      ["sobjects", "query", "queryAll", "composite", "limits"].map {
        JSONValue.Member($0, .string("\(base)/\($0)"))
      })
  }

  /// `/sobjects`.
  func all() throws(APIFailure) -> Reply {
    try checkMethod()
    let schema = call.sandbox.database.withLock { $0.schema }
    return Reply(
      200,
      [
        "encoding": "UTF-8", "maxBatchSize": 200,
        "sobjects": .array(schema.names.compactMap { schema.object($0) }.map { .object(summary($0)) }),
      ])
  }

  /// `/sobjects/{object}`.
  func basic(_ name: String) throws(APIFailure) -> Reply {
    let object = try call.object(name)
    return Reply(200, ["objectDescribe": .object(summary(object)), "recentItems": []])
  }

  /// `/sobjects/{object}/describe`.
  func one(_ name: String) throws(APIFailure) -> Reply {
    try checkMethod()
    let object = try call.object(name)
    let fields = JSONValue.Member("fields", .array(object.fields.map { field($0, of: object) }))
    return Reply(200, .object(summary(object) + [fields, JSONValue.Member("recordTypeInfos", [])]))
  }

  private func checkMethod() throws(APIFailure) {
    if call.request.method != "GET" { throw .wrongMethod(call.request.method, allowed: "HEAD,GET") }
  }

  private func summary(_ object: ObjectDefinition) -> [JSONValue.Member] {
    let path = "\(base)/sobjects/\(object.name)"
    let json: JSONValue = [
      "name": .string(object.name), "label": .string(object.label), "labelPlural": .string(object.label + "s"),
      "keyPrefix": .string(object.prefix), "custom": .boolean(object.name.hasSuffix("__c")),
      "createable": .boolean(object.isWritable), "updateable": .boolean(object.isWritable),
      "deletable": .boolean(object.isWritable), "queryable": true, "retrieveable": true, "searchable": false,
      "urls": [
        "sobject": .string(path), "describe": .string(path + "/describe"), "rowTemplate": .string(path + "/{ID}"),
      ],
    ]
    return json.members ?? []
  }

  private func field(_ field: FieldDefinition, of object: ObjectDefinition) -> JSONValue {
    let isWritable = !field.isReadOnly && object.isWritable
    var references: [JSONValue] = []
    if case .reference(let target, _) = field.type { references = [.string(target)] }
    var values: [JSONValue] = []
    var isRestricted = false
    if case .picklist(let names, let restricted) = field.type {
      isRestricted = restricted
      values = names.map { ["active": true, "defaultValue": false, "label": .string($0), "value": .string($0)] }
    }
    let digits = field.type.digits
    return [
      "name": .string(field.name), "label": .string(field.label), "type": .string(field.type.name),
      "length": JSONValue(field.type.length), "precision": JSONValue(digits.map { $0.before + $0.after } ?? 0),
      "scale": JSONValue(digits?.after ?? 0), "nillable": .boolean(!field.isRequired && field.type != .id),
      "createable": .boolean(isWritable), "updateable": .boolean(isWritable),
      "defaultedOnCreate": .boolean(field.name == "OwnerId" || field.isReadOnly), "unique": .boolean(field.isUnique),
      "externalId": .boolean(field.isExternalID), "idLookup": .boolean(field.isExternalID || field.type == .id),
      "caseSensitive": false, "custom": .boolean(field.isCustom), "calculated": false,
      "autoNumber": .boolean(field.name == "Name" && field.isReadOnly),
      "filterable": .boolean(field.type.name != "textarea"), "sortable": .boolean(field.type.name != "textarea"),
      "restrictedPicklist": .boolean(isRestricted), "picklistValues": .array(values),
      "referenceTo": .array(references), "relationshipName": JSONValue(field.relationship),
    ]
  }
}
