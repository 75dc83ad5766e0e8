internal import FEEL

/// One walk over all that we need of an org. It only reads.
struct SalesforceCheck {
  typealias Line = ConnectionReport.Line

  let connector: SalesforceConnector
  private(set) var lines: [Line] = []
  /// Nil: the org does not show the object.
  private var descriptions: [String: SalesforceDescription?] = [:]

  init(connector: SalesforceConnector) { self.connector = connector }

  /// Looks at everything, the sign-in first: without it there is nothing more to see.
  mutating func run(_ objects: [ObjectMapping], stages: [(kind: Text, names: [Text])]) async {
    guard await signIn() else { return }
    for object in objects {
      await look(at: object, stages: stages.filter { $0.kind == object.kind }.flatMap(\.names))
    }
    let settings = connector.settings
    let lookups = objects.map { (field: ResultFields.lookup(of: $0.kind), object: $0.object) }
    await look(at: settings.resultObject, holding: RequiredField.result(lookups: lookups))
    if let answers = settings.answerObject {
      await look(at: answers, holding: RequiredField.answer(result: settings.resultObject))
    }
  }

  private mutating func signIn() async -> Bool {
    do throws(ConnectorFailure) {
      try await connector.signIn()
      lines.append(Line(subject: "sign-in", isFine: true, message: "the login is accepted"))
      return true
    } catch {
      lines.append(
        Line(subject: "sign-in", isFine: false, message: error.description, remedy: Self.remedy(ofLogin: error)))
      return false
    }
  }

  /// The setup errors that people meet, in the words of the login.
  private static func remedy(ofLogin failure: ConnectorFailure) -> String {
    let message = failure.message.lowercased()
    if message.contains("hasn't approved") {
      return "in Setup open the app under App Manager, Manage, Edit Policies: set Permitted Users to \"Admin approved "
        + "users are pre-authorized\", and add a profile or permission set of the integration user to the app"
    }
    if message.contains("audience") {
      return "use the login address https://login.salesforce.com, or https://test.salesforce.com for a sandbox"
    }
    if failure.code?.hasPrefix("invalid_client") == true || message.contains("client identifier") {
      return "copy the consumer key from the app's page in Setup > App Manager; a new app needs some minutes"
    }
    if failure.kind == .auth, failure.status != nil {
      return "in Setup see that the app has \"Use digital signatures\" with the certificate of this private key, that "
        + "the user's name is right and active, and the user's Login History for the reason"
    }
    return failure.kind == .auth
      ? "correct the connection's settings" : "see that the address is right and Salesforce is up, and try again"
  }

  // MARK: - Objects that are read

  private mutating func look(at mapping: ObjectMapping, stages: [Text]) async {
    guard let description = await description(of: mapping.object) else { return }
    if !description.isQueryable {
      lines.append(
        Line(
          subject: mapping.object, isFine: false, message: "cannot be queried",
          remedy: "choose an object whose rows can be queried"))
    }
    for column in ["SystemModstamp", "LastModifiedById", mapping.ownerField] {
      await look(at: column, of: description, for: nil)
    }
    for (attribute, field) in mapping.fields { await look(at: field, of: description, for: attribute) }
    for field in mapping.written { look(atWritten: field, of: description) }
    if let field = mapping.stageField { await look(atStage: field, of: description, stages: stages) }
  }

  /// A field into which we write what the evidence says.
  private mutating func look(atWritten written: WrittenField, of description: SalesforceDescription) {
    let subject = "\(description.object).\(written.name)"
    let (types, words) =
      switch written.form {
      case .text: (["string", "textarea", "picklist"], "Text(255)")
      case .number: (["double", "currency", "int", "long"], "Currency(16, 2) or Number(16, 2)")
      case .link: (["url", "string", "textarea"], "URL")
      }
    let place = "in Setup > Object Manager > \(description.object) > Fields & Relationships"
    guard let field = description.field(written.name) else {
      lines.append(
        Line(
          subject: subject, isFine: false, message: "there is no such field, or the integration user cannot see it",
          remedy: "\(place) > New: \(words), API name \(written.name), with Read and Edit for the integration user; or "
            + "take it out of `outcome` in rules/records.yaml"))
      return
    }
    if !types.contains(field.type) {
      lines.append(
        Line(
          subject: subject, isFine: false, message: "has the type \(field.type), where \(words) is needed",
          remedy: "\(place) make one of that type, and name it under `outcome` in rules/records.yaml"))
    } else if !field.isUpdateable {
      lines.append(
        Line(
          subject: subject, isFine: false, message: "cannot be written by the integration user",
          remedy: "give the user Edit on \(description.object), and on this field (Set Field-Level Security)"))
    } else {
      lines.append(Line(subject: subject, isFine: true, message: "is there (\(field.type)) and can be written"))
    }
  }

  /// One field that is read, perhaps over lookups.
  private mutating func look(at path: String, of description: SalesforceDescription, for attribute: Text?) async {
    let subject = "\(description.object).\(path)"
    let use = attribute.map { " for the attribute \($0)" } ?? ""
    guard SOQL.isPath(path) else {
      lines.append(
        Line(
          subject: subject, isFine: false, message: "is no API name of a field or path to one",
          remedy: "write it in rules/records.yaml as Salesforce does, like Amount or Account.Name"))
      return
    }
    var current = description
    let names = path.split(separator: ".")
    for name in names.dropLast() {
      guard let target = current.lookup(name)?.target else {
        lines.append(Self.missing("\(current.object).\(name)", "there is no such lookup\(use)", on: current.object))
        return
      }
      guard let next = await self.description(of: target) else { return }
      current = next
    }
    guard let last = names.last, let field = current.field(last) else {
      lines.append(
        Self.missing(subject, "there is no such field, or the integration user cannot see it\(use)", on: current.object)
      )
      return
    }
    let unreadable = ["base64", "address", "location", "complexvalue", "anyType"]
    if unreadable.contains(field.type) {
      lines.append(
        Line(
          subject: subject, isFine: false, message: "has the type \(field.type), which holds no single value",
          remedy: "map a part of it in rules/records.yaml, or a formula field on \(current.object)"))
    } else {
      lines.append(Line(subject: subject, isFine: true, message: "is there (\(field.type))"))
    }
  }

  private static func missing(_ subject: String, _ message: String, on object: String) -> Line {
    Line(
      subject: subject, isFine: false, message: message,
      remedy: "in Setup > Object Manager > \(object) > Fields & Relationships add it or correct its API name in "
        + "rules/records.yaml; then give the integration user Read on it (Set Field-Level Security)")
  }

  // MARK: - Stages

  private mutating func look(atStage name: String, of description: SalesforceDescription, stages: [Text]) async {
    let subject = "\(description.object).\(name)"
    guard let field = description.field(name) else {
      lines.append(
        Self.missing(
          subject, "there is no such field, or the integration user cannot see it, for the stage",
          on: description.object))
      return
    }
    guard ["picklist", "string"].contains(field.type) else {
      lines.append(
        Line(
          subject: subject, isFine: false, message: "has the type \(field.type), where a picklist is needed",
          remedy: "name the field that holds the stage in the connection's mapping"))
      return
    }
    lines.append(
      field.isUpdateable
        ? Line(subject: subject, isFine: true, message: "is there (\(field.type)) and can be written")
        : Line(
          subject: subject, isFine: false, message: "cannot be written by the integration user",
          remedy: "give the user Edit on \(description.object), and on this field (Set Field-Level Security)"))
    guard field.type == "picklist" else { return }
    var values = field.values
    var labels: [Text: Text] = [:]
    if description.object == "Opportunity", name == "StageName" {
      guard let listed = await opportunityStages() else { return }
      values = listed.map(\.name)
      for stage in listed { labels[stage.label] = stage.name }
    }
    compare(stages, with: values, labels: labels, subject: subject, object: description.object)
  }

  private mutating func compare(
    _ stages: [Text], with values: [Text], labels: [Text: Text], subject: String, object: String
  ) {
    for stage in stages {
      if values.contains(stage) {
        lines.append(Line(subject: "\(subject) \"\(stage)\"", isFine: true, message: "is a stage of the CRM"))
      } else if let name = labels[stage] {
        lines.append(
          Line(
            subject: "\(subject) \"\(stage)\"", isFine: false,
            message: "is the label of a stage whose API name is \"\(name)\"",
            remedy: "use \"\(name)\" in the pipeline, or give the stage this API name in Setup"))
      } else {
        lines.append(
          Line(
            subject: "\(subject) \"\(stage)\"", isFine: false,
            message: "the pipeline has this stage and the CRM has not, or it is not active there",
            remedy:
              "in Setup > Object Manager > \(object) > Fields & Relationships > Stage add the value \"\(stage)\", "
              + "and to each sales process or record type that uses it"))
      }
    }
    for value in values where !stages.isEmpty && !stages.contains(value) {
      lines.append(
        Line(
          subject: "\(subject) \"\(value)\"", isFine: true,
          message: "is a stage of the CRM that the pipeline does not know; its records are kept and not judged"))
    }
  }

  /// The active stages of opportunities; nil: they cannot be read, and a line says so.
  private mutating func opportunityStages() async -> [(name: Text, label: Text)]? {
    do throws(ConnectorFailure) {
      let rows = try await connector.query("SELECT ApiName, MasterLabel, IsActive FROM OpportunityStage")
      return rows.compactMap { row in
        guard row["IsActive"]?.boolean ?? true, let label = row["MasterLabel"]?.text else { return nil }
        return (row["ApiName"]?.text ?? label, label)
      }
    } catch {
      lines.append(
        Line(
          subject: "OpportunityStage", isFine: false, message: error.description,
          remedy: "give the integration user View Setup and Configuration, and try again"))
      return nil
    }
  }

  // MARK: - Objects that are written

  private mutating func look(at object: String, holding fields: [RequiredField]) async {
    guard let description = await description(of: object, isOurs: true) else { return }
    for required in fields {
      let subject = "\(object).\(required.name)"
      let place = "in Setup > Object Manager > \(object) > Fields & Relationships"
      guard let field = description.field(required.name) else {
        lines.append(
          Line(
            subject: subject, isFine: false,
            message: "there is no such field, or the integration user cannot see it",
            remedy: "\(place) > New: \(required.words), API name \(required.name), with Read and Edit for the "
              + "integration user"))
        continue
      }
      if let trouble = required.trouble(field) {
        lines.append(
          Line(
            subject: subject, isFine: false, message: trouble,
            remedy: "\(place) make it \(required.words), with Read and Edit for the integration user"))
      } else {
        lines.append(Line(subject: subject, isFine: true, message: "is there (\(field.type)) and can be written"))
      }
    }
  }

  /// What the org says of an object; nil: a line says why there is nothing.
  private mutating func description(of object: String, isOurs: Bool = false) async -> SalesforceDescription? {
    if let known = descriptions[object] { return known }
    let description = await read(object, isOurs: isOurs)
    descriptions[object] = .some(description)
    return description
  }

  private mutating func read(_ object: String, isOurs: Bool) async -> SalesforceDescription? {
    guard SOQL.isName(object) else {
      lines.append(
        Line(
          subject: object, isFine: false, message: "is no API name of an object",
          remedy: "write it as Salesforce does, like Opportunity or Assessment_Result__c"))
      return nil
    }
    do throws(ConnectorFailure) {
      let (answer, json) = try await connector.json("GET", "/sobjects/\(object)/describe")
      guard let description = SalesforceDescription(json) else {
        throw SalesforceFailures.strange(answer, isWrite: false)
      }
      lines.append(Line(subject: object, isFine: true, message: "is there"))
      return description
    } catch {
      let remedy: String
      if error.kind != .gone {
        remedy = "see the message, and try again"
      } else if isOurs {
        remedy =
          "in Setup > Object Manager > Create > Custom Object make it with the API name \(object), then its fields as "
          + "this check names them, and give the integration user Read, Create and Edit on it"
      } else {
        remedy = "give the integration user Read on \(object) (profile or permission set), or correct its name"
      }
      let message =
        error.kind == .gone ? "there is no such object, or the integration user cannot see it" : error.description
      lines.append(Line(subject: object, isFine: false, message: message, remedy: remedy))
      return nil
    }
  }
}
