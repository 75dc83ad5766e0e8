internal import FoundationEssentials

extension Database {
  /// Fills in what the CRM gives a new row by itself.
  mutating func complete(_ row: inout Row, of object: ObjectDefinition, context: WriteContext) {
    if object.field("OwnerId") != nil, row.values["OwnerId"] == nil {
      row.values["OwnerId"] = .text(context.user.string)
    }
    if let name = object.field("Name"), name.isReadOnly, row.values["Name"] == nil {
      let digits = String(tables[object.name]?.created ?? 1)
      row.values["Name"] = .text("A-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits)
    }
    guard object.name == "User" else { return }
    if row.values["IsActive"] == nil { row.values["IsActive"] = .boolean(true) }
    if row.values["Name"] == nil {
      let names = ["FirstName", "LastName"].compactMap { row.values[$0]?.text }
      let name = names.isEmpty ? row.values["Username"]?.text : names.joined(separator: " ")
      row.values["Name"] = name.map { .text($0) }
    }
  }

  /// Sets what follows from the stage: the CRM does it whenever the stage changes. A probability that the same
  /// request gives wins.
  func derive(_ row: inout Row, of object: ObjectDefinition, given: [String], before: Row? = nil) {
    guard object.name == "Opportunity", let name = row.values["StageName"]?.text, let stage = stage(name) else {
      return
    }
    if before?.values["StageName"]?.text == name { return }
    if !given.contains("Probability") { row.values["Probability"] = stage.values["DefaultProbability"] }
    for field in ["IsClosed", "IsWon", "ForecastCategoryName"] { row.values[field] = stage.values[field] }
  }

  private func stage(_ name: String) -> Row? {
    guard let stages = schema.object("OpportunityStage") else { return nil }
    return rows(of: stages).first { $0.values["ApiName"]?.text == name }
  }

  /// Declares the stages of an opportunity in their order, in the place of all that were.
  mutating func declareStages(_ stages: [Stage], context: WriteContext) throws(APIFailure) {
    guard let object = schema.object("OpportunityStage"), var opportunity = schema.object("Opportunity"),
      var field = opportunity.field("StageName")
    else { return }
    for row in rows(of: object) where !row.isDeleted {
      var row = row
      row.isDeleted = true
      put(row, of: object)
    }
    for (index, stage) in stages.enumerated() {
      let category = stage.isWon ? "Closed" : stage.isClosed ? "Omitted" : "Pipeline"
      let row = Row(
        id: nextID(of: object), object: object.name,
        values: [
          "MasterLabel": .text(stage.name), "ApiName": .text(stage.name), "IsActive": .boolean(true),
          "SortOrder": .number(Decimal(index + 1)), "IsClosed": .boolean(stage.isClosed),
          "IsWon": .boolean(stage.isWon), "DefaultProbability": .number(Decimal(stage.probability)),
          "ForecastCategoryName": .text(category),
        ], created: context.stamp, createdBy: context.user, modified: context.stamp, modifiedBy: context.user)
      put(row, of: object)
    }
    field.type = .picklist(values: stages.map(\.name), isRestricted: true)
    opportunity.declare(field)
    schema.declare(opportunity)
  }
}

/// One stage of an opportunity.
struct Stage: Sendable {
  var name: String
  var isClosed: Bool
  var isWon: Bool
  /// Percent.
  var probability: Int

  /// What a new Salesforce organization has.
  static let usual = [
    Stage(name: "Prospecting", isClosed: false, isWon: false, probability: 10),
    Stage(name: "Qualification", isClosed: false, isWon: false, probability: 10),
    Stage(name: "Needs Analysis", isClosed: false, isWon: false, probability: 20),
    Stage(name: "Value Proposition", isClosed: false, isWon: false, probability: 50),
    Stage(name: "Id. Decision Makers", isClosed: false, isWon: false, probability: 60),
    Stage(name: "Perception Analysis", isClosed: false, isWon: false, probability: 70),
    Stage(name: "Proposal/Price Quote", isClosed: false, isWon: false, probability: 75),
    Stage(name: "Negotiation/Review", isClosed: false, isWon: false, probability: 90),
    Stage(name: "Closed Won", isClosed: true, isWon: true, probability: 100),
    Stage(name: "Closed Lost", isClosed: true, isWon: false, probability: 0),
  ]
}
