import FEEL
import Foundation
import Testing

@testable import Connect

/// Descriptions as an org gives them, from a line a field: `name type` and flags.
private struct Description {
  static let opportunity = """
    Id id; SystemModstamp datetime; LastModifiedById reference; OwnerId reference; StageName picklist write;
    Amount currency write; Next_Meeting__c date write; AccountId reference write rel=Account to=Account
    """
  static let account = "Id id; Name string 255 write; BillingAddress address"
  static let result = """
    Submission_Id__c string 36 write key; Opportunity__c reference create; Assessment__c string 80 write;
    Assessment_Version__c double write; Score__c double write; Points__c double write; Maximum__c double write;
    Percent__c percent write; State__c string 20 write; Stated_Stage__c string 255 write;
    Supported_Least__c string 255 write; Supported_Most__c string 255 write; Verdict__c string 255 write;
    Playbook__c string 64 write; Answers__c textarea 131072 write; Captured_At__c datetime write;
    Rep__c string 80 write; Digest__c string 64 write
    """
  static let answer = """
    Answer_Key__c string 120 write key; Result__c reference create; Submission_Id__c string 36 write;
    Question__c string 255 write; Label__c string 255 write; Answer__c string 255 write; Points__c double write
    """

  static func json(_ object: String, _ fields: String) -> String {
    let items = fields.split(separator: ";").map { field in
      let words = field.split(whereSeparator: \.isWhitespace).map(String.init)
      let isKey = words.contains("key")
      let length = words.dropFirst(2).compactMap { Int($0) }.first ?? 0
      func value(_ name: String) -> String {
        words.first { $0.hasPrefix("\(name)=") }.map { "\"\($0.dropFirst(name.count + 1))\"" } ?? "null"
      }
      return """
        {"name":"\(words[0])","type":"\(words[1])","length":\(length),"updateable":\(words.contains("write")),\
        "createable":\(words.contains("write") || words.contains("create")),"unique":\(isKey),"externalId":\(isKey),\
        "relationshipName":\(value("rel")),"referenceTo":[\(value("to") == "null" ? "" : value("to"))],\
        "picklistValues":[]}
        """
    }
    return #"{"name":"\#(object)","queryable":true,"fields":[\#(items.joined(separator: ","))]}"#
  }
}

@Suite("The check of a connection")
struct ConnectionCheckTests {
  private static let complete = [
    "Opportunity": Description.opportunity, "Account": Description.account, "Assessment_Result__c": Description.result,
    "Assessment_Answer__c": Description.answer,
  ]
  private static let stages = [("Prospecting", "Prospecting"), ("Discovery", "Discovery"), ("Won", "Closed Won")]

  private func check(
    _ objects: [String: String] = complete, mapping: ObjectMapping = .opportunity,
    stages: [Text] = ["Prospecting", "Discovery"],
    login: @escaping @Sendable (Int) -> [LoopbackServer.Step]? = { _ in nil }
  ) async -> ConnectionReport {
    let org = TestOrg(login: login) { request in
      let parts = request.path.split(separator: "/").map(String.init)
      if parts.last == "describe" {
        let object = parts[parts.count - 2]
        return objects[object].map { .json(Description.json(object, $0)) }
          ?? .json(#"[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]"#, status: 404)
      }
      let rows = Self.stages.map { #"{"ApiName":"\#($0.0)","MasterLabel":"\#($0.1)","IsActive":true}"# }
      let old = #"{"ApiName":"Old","MasterLabel":"Old","IsActive":false}"#
      return .json(#"{"done":true,"records":[\#((rows + [old]).joined(separator: ","))]}"#)
    }
    let report = await org.connector.check([mapping], stages: [("opportunity", stages), ("lead", ["Never asked"])])
    #expect(org.calls.allSatisfy { $0.method == "GET" })
    await org.stop()
    return report
  }

  /// The lines that are not fine; each must say what to do.
  private func troubles(_ report: ConnectionReport) -> [String] {
    report.lines.filter { !$0.isFine }.map { line in
      #expect(line.remedy?.isEmpty == false, "\(line)")
      return "\(line.subject): \(line.message)"
    }
  }

  @Test func `finds an org with all that is needed fine`() async {
    let report = await check()
    #expect(report.isFine && troubles(report).isEmpty)
    let subjects = report.lines.map(\.subject)
    for subject in [
      "sign-in", "Opportunity", "Opportunity.StageName", "Opportunity.Account.Name",
      "Opportunity.StageName \"Discovery\"",
      "Assessment_Result__c.Submission_Id__c", "Assessment_Answer__c.Answer_Key__c",
    ] { #expect(subjects.contains(subject), "\(subject)") }
    // What only the CRM knows is told and is no fault.
    let unknown = report.lines.first { $0.subject == "Opportunity.StageName \"Won\"" }
    #expect(unknown?.isFine == true && unknown?.message.contains("does not know") == true)
    #expect(!subjects.contains { $0.contains("Old") || $0.contains("Never asked") })
  }

  @Test func `without a login says why, and no more`() async {
    let report = await check(login: { _ in
      .json(#"{"error":"invalid_grant","error_description":"user hasn't approved this consumer"}"#, status: 400)
    })
    #expect(troubles(report) == ["sign-in: invalid_grant (400): user hasn't approved this consumer"])
    #expect(report.lines.count == 1)
    #expect(report.lines.first?.remedy?.contains("pre-authorized") == true)
  }

  @Test func `names stages that the CRM lacks, or knows by another name`() async {
    let report = await check(stages: ["Discovery", "Demo", "Closed Won", "Old"])
    #expect(
      troubles(report) == [
        "Opportunity.StageName \"Demo\": the pipeline has this stage and the CRM has not, or it is not active there",
        "Opportunity.StageName \"Closed Won\": is the label of a stage whose API name is \"Won\"",
        "Opportunity.StageName \"Old\": the pipeline has this stage and the CRM has not, or it is not active there",
      ])
  }

  @Test func `names fields into which we are to write and cannot`() async {
    var mapping = ObjectMapping.opportunity
    mapping.written = [
      WrittenField("Amount", .number), WrittenField("Verdict__c", .text), WrittenField("Next_Meeting__c", .text),
      WrittenField("LastModifiedById", .link),
    ]
    let report = await check(mapping: mapping)
    #expect(
      troubles(report) == [
        "Opportunity.Verdict__c: there is no such field, or the integration user cannot see it",
        "Opportunity.Next_Meeting__c: has the type date, where Text(255) is needed",
        "Opportunity.LastModifiedById: has the type reference, where URL is needed",
      ])
    #expect(report.lines.contains { $0.subject == "Opportunity.Amount" && $0.message.hasSuffix("can be written") })
  }

  @Test func `names fields that are not there or hold no value`() async {
    var mapping = ObjectMapping.opportunity
    mapping.fields = [
      ("a", "Amount"), ("b", "Budget__c"), ("c", "Account.Name"), ("d", "Account.Nothing"), ("e", "Partner.Name"),
      ("f", "Account.BillingAddress"), ("g", "not a name"),
    ]
    let report = await check(mapping: mapping)
    #expect(
      troubles(report) == [
        "Opportunity.Budget__c: there is no such field, or the integration user cannot see it for the attribute b",
        "Opportunity.Account.Nothing: there is no such field, or the integration user cannot see it for the attribute d",
        "Opportunity.Partner: there is no such lookup for the attribute e",
        "Opportunity.Account.BillingAddress: has the type address, which holds no single value",
        "Opportunity.not a name: is no API name of a field or path to one",
      ])
  }

  @Test func `names what of our own objects is missing, and how to make it`() async {
    var objects = Self.complete
    objects["Assessment_Answer__c"] = nil
    objects["Assessment_Result__c"] = Description.result
      .replacing("Submission_Id__c string 36 write key", with: "Submission_Id__c string 36 write")
      .replacing("Score__c double write", with: "Score__c string 10 write")
      .replacing("Rep__c string 80 write", with: "Rep__c string 20 write")
      .replacing("Digest__c string 64 write", with: "Digest__c string 64")
      .replacing("Verdict__c string 255 write;", with: "")
    let report = await check(objects)
    #expect(
      troubles(report) == [
        "Assessment_Result__c.Submission_Id__c: is not both unique and an external id",
        "Assessment_Result__c.Score__c: has the type string, where Number(16, 2) is needed",
        "Assessment_Result__c.Verdict__c: there is no such field, or the integration user cannot see it",
        "Assessment_Result__c.Rep__c: holds 20 characters, where Text(80) is needed",
        "Assessment_Result__c.Digest__c: cannot be written by the integration user",
        "Assessment_Answer__c: there is no such object, or the integration user cannot see it",
      ])
    #expect(
      report.lines.first { $0.subject == "Assessment_Result__c.Verdict__c" }?.remedy
        == "in Setup > Object Manager > Assessment_Result__c > Fields & Relationships > New: Text(255), API name "
        + "Verdict__c, with Read and Edit for the integration user")
  }

  @Test func `a stage that cannot be written is told`() async {
    var objects = Self.complete
    objects["Opportunity"] = Description.opportunity.replacing("StageName picklist write", with: "StageName picklist")
    #expect(
      troubles(await check(objects)) == ["Opportunity.StageName: cannot be written by the integration user"])
  }
}
