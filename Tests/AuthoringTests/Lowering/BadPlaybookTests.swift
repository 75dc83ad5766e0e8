import Testing

@testable import Authoring

@Suite("Everything bad in a playbook has a sentence of its own")
struct BadPlaybookTests {
  static let pipeline = "rules/pipelines/opportunities.yaml"
  static let sheet = "assessments/prospecting.yaml"

  /// A change of one file: what is replaced by what, and what is said then.
  static let cases: [(file: String, old: String, new: String, sentence: String)] = [
    (
      "rules/records.yaml", "money: amount", "mony: amount",
      "rules/records.yaml:3:5: error UNKNOWN-KEY: a record kind has no key `mony`. Fix: did you mean `money`?"
    ),
    (
      "rules/records.yaml", "money: amount", "money: amounts",
      "rules/records.yaml:3:12: error UNKNOWN-ATTRIBUTE: `money` names `amounts`, which is no attribute of opportunity. "
        + "Fix: did you mean `amount`?"
    ),
    (
      "rules/records.yaml", "money: amount", "money: region",
      "rules/records.yaml:3:12: error TYPE: `money` names `region`, which is no number. "
        + "Fix: declare it as `region: number`."
    ),
    (
      "rules/records.yaml", "money: amount", "money: amount\n    outcome: {least: A__c, verdict: A__c}",
      "rules/records.yaml:4:37: error DUPLICATE: `A__c` is named twice under `outcome`. Fix: give each a field of its own."
    ),
    (
      "rules/records.yaml", "money: amount", "outcome: {difference: D__c}",
      "rules/records.yaml:3:27: error UNDEFINED: `difference` is one of money, and no attribute of opportunity is named "
        + "by `money`. Fix: name it: `money: amount`."
    ),
    (
      "rules/records.yaml", "money: amount", "money: amount\n    outcome: {}",
      "rules/records.yaml:4:14: error EMPTY-VALUE: `outcome` names no field of the CRM. "
        + "Fix: name one for `difference`, `least`, `link` or `verdict`, or take it out."
    ),
    (
      "rules/records.yaml", "amount: number", "amount: decimal",
      "rules/records.yaml:5:15: error UNKNOWN-TYPE: the type of `amount` cannot be `decimal`. Fix: write `number`."
    ),
    (
      "rules/records.yaml", "amount: number", "then: number",
      "rules/records.yaml:5:7: error NAME: an attribute cannot be `then`, a word of the rule language. "
        + "Fix: choose another name."
    ),
    (
      "rules/records.yaml", "amount: number", "a-b: number",
      "rules/records.yaml:5:7: error NAME: an attribute cannot be `a-b`. "
        + "Fix: start with a letter; letters, digits, _ and single spaces may follow."
    ),
    (
      pipeline, "Closed Won, status", "Prospecting, status",
      "rules/pipelines/opportunities.yaml:6:12: error DUPLICATE: the stage `Prospecting` is defined a second time, "
        + "first in rules/pipelines/opportunities.yaml:4. Fix: rename one of the two, or take one out."
    ),
    (
      pipeline, "probability: 10", "probability: 110",
      "rules/pipelines/opportunities.yaml:4:38: error WRONG-VALUE: `probability` is a percentage from 0 to 100."
    ),
    (
      pipeline, "probability: 10", "probability: ten",
      "rules/pipelines/opportunities.yaml:4:38: error WRONG-VALUE: `probability` is a number, `ten` is none."
    ),
    (
      pipeline, ", probability: 10", "",
      "rules/pipelines/opportunities.yaml:4:5: error MISSING-KEY: a stage needs `probability`."
    ),
    (
      pipeline, "status: won", "status: win",
      "rules/pipelines/opportunities.yaml:6:32: error WRONG-VALUE: `status` cannot be `win`. Fix: did you mean `won`?"
    ),
    (
      pipeline, "requires: [next_meeting]", "requires: [next_meting]",
      "rules/pipelines/opportunities.yaml:5:51: error UNKNOWN-ATTRIBUTE: `requires` names `next_meting`, which is no "
        + "attribute of opportunity. Fix: did you mean `next_meeting`?"
    ),
    (
      pipeline, "kind: opportunity", "kind: oportunity",
      "rules/pipelines/opportunities.yaml:2:7: error UNKNOWN-KIND: there is no record kind `oportunity`. "
        + "Fix: did you mean `opportunity`?"
    ),
    (
      sheet, "stage: Prospecting", "stage: Prospectin",
      "assessments/prospecting.yaml:4:8: error UNKNOWN-STAGE: there is no stage `Prospectin`. "
        + "Fix: did you mean `Prospecting`?"
    ),
    (
      sheet, "score: raw", "score: Raw",
      "assessments/prospecting.yaml:5:8: error WRONG-VALUE: `score` cannot be `Raw`. Fix: did you mean `raw`?"
    ),
    (
      sheet, "version: 1", "version: 1.0",
      "assessments/prospecting.yaml:2:10: error WRONG-VALUE: `version` is a whole number from 1 to 1000000, not `1.0`."
    ),
    (
      sheet, "title: Prospecting", "title:",
      "assessments/prospecting.yaml:3:7: error EMPTY-VALUE: `title` has no value. Fix: write one, or take the key out."
    ),
    (
      sheet, "type: yes/no", "type: yes/no\n    options: []",
      "assessments/prospecting.yaml:14:5: error KEY-OF-OTHER-TYPE: a question of type `yes/no` has no `options`; that "
        + "belongs to `choice` and `several of`. Fix: change the type, or take the key out."
    ),
    (
      sheet, "type: yes/no", "type: yesno",
      "assessments/prospecting.yaml:13:11: error WRONG-VALUE: `type` cannot be `yesno`. Fix: did you mean `yes/no`?"
    ),
    (
      sheet, "type: yes/no", "type: yes/no\n    required: Yes",
      "assessments/prospecting.yaml:14:15: error WRONG-VALUE: `required` cannot be `Yes`. Fix: write `true` or `false`."
    ),
    (
      sheet, "points: {yes: 30, no: 0}", "points: {yes: 30, no: nought}",
      "assessments/prospecting.yaml:14:27: error WRONG-VALUE: the points of `no` is a number, `nought` is none."
    ),
    (
      sheet, "- id: compliance", "- id: hours",
      "assessments/prospecting.yaml:11:9: error DUPLICATE: the question `hours` is defined a second time, first in "
        + "assessments/prospecting.yaml:7. Fix: rename one of the two, or take one out."
    ),
    (
      "rules/policy.yaml", "Opportunities: auto", "Oportunities: auto",
      "rules/policy.yaml:3:10: error UNKNOWN-PIPELINE: there is no pipeline `Oportunities`. "
        + "Fix: did you mean `Opportunities`?"
    ),
    (
      "rules/policy.yaml", "currency: USD", "currency: USD\nkeep: {requests: 0}",
      "rules/policy.yaml:3:18: error WRONG-VALUE: `requests` is a whole number from 1 to 3650, not `0`."
    ),
    (
      "rules/policy.yaml", "currency: USD", "currency: USD\nkeep: {effect: 30}",
      "rules/policy.yaml:3:8: error UNKNOWN-KEY: `keep` has no key `effect`. Fix: did you mean `effects`?"
    ),
    (
      "rules/policy.yaml", "currency: USD", "currency: Dollar",
      "rules/policy.yaml:2:11: error WRONG-VALUE: `currency` cannot be `Dollar`. "
        + "Fix: write its three letters, such as USD or IDR."
    ),
    (
      "rules/policy.yaml", "zone: Asia/Jakarta", "zone: Asia/Jakkarta",
      "rules/policy.yaml:1:7: error UNKNOWN-ZONE: there is no time zone `Asia/Jakkarta`. "
        + "Fix: did you mean `Asia/Jakarta`?"
    ),
    (
      "rules/policy.yaml", "zone: Asia/Jakarta", "zone: Jakarta time",
      "rules/policy.yaml:1:7: error WRONG-VALUE: `zone` cannot be `Jakarta time`. "
        + "Fix: write a zone by its place, such as Asia/Jakarta, or UTC."
    ),
    (
      "rules/policy.yaml", "currency: USD", "currency: USD\nunits: [{id: a, parent: b}, {id: b, parent: a}]",
      "rules/policy.yaml:3:25: error UNIT-CYCLE: the unit `a` stands above itself. Fix: units form a tree.\n"
        + "rules/policy.yaml:3:45: error UNIT-CYCLE: the unit `b` stands above itself. Fix: units form a tree."
    ),
  ]

  @Test("in its YAML files", arguments: cases)
  func yaml(file: String, old: String, new: String, sentence: String) throws {
    let text = try #require(SamplePlaybook.files[file])
    #expect(text.contains(old))
    #expect(SamplePlaybook.findings([file: text.replacing(old, with: new)]) == sentence)
  }

  @Test(
    "in its sentences",
    arguments: [
      ("if amount > 1 upgrade to Discovery", "rules/promotion.rules:1:", "THEN-MISSING"),
      ("if region = \"Asia then upgrade to Discovery", "rules/promotion.rules:1:", "UNCLOSED"),
      ("if amount > 1 then upgrade to Discvery", "rules/promotion.rules:1:31:", "UNKNOWN-STAGE"),
      ("if amount > \"1\" then upgrade to Discovery", "rules/promotion.rules:1:", "TYPE"),
      ("if amout > 1 then upgrade to Discovery", "rules/promotion.rules:1:4:", "UNDEFINED"),
      ("if amount > then upgrade to Discovery", "rules/promotion.rules:1:", "SYNTAX"),
      ("if amount > 1 then promote to Discovery", "rules/promotion.rules:1:", "UNKNOWN-ACTION"),
      ("if amount > 1 then ask NobodysAssessment", "rules/promotion.rules:1:20:", "UNDEFINED"),
      ("if a = 1 then set b to 1\nif b = 1 then set a to 1", "rules/promotion.rules:2:1:", "CYCLE"),
    ])
  func sentences(text: String, place: String, code: String) {
    let findings = SamplePlaybook.findings(["rules/promotion.rules": text])
    #expect(findings.contains(place), "\(findings)")
    #expect(findings.contains("error \(code):"), "\(findings)")
  }

  @Test("a rule's name that two files use is told with both places")
  func duplicateRule() {
    let findings = SamplePlaybook.findings([
      "rules/a.rules": "\"One\": if amount > 1 then flag \"x\"\n",
      "rules/b.rules": "// other\n\"One\": if amount > 2 then flag \"y\"\n",
    ])
    #expect(
      findings == "rules/b.rules:2:1: error DUPLICATE-RULE: the name `One` is already used in rules/a.rules:1. "
        + "Fix: choose another name.")
  }

  @Test("an assessment twice is told with both places, one that differs by case too")
  func duplicateAssessment() throws {
    let sheet = try #require(SamplePlaybook.files[Self.sheet])
    #expect(
      SamplePlaybook.findings(["assessments/again.yaml": sheet])
        == "assessments/prospecting.yaml:1:13: error DUPLICATE: version 1 of `ProspectingAssessment` is defined a second "
        + "time, also in assessments/again.yaml:1. Fix: raise the version, or take one of the two out.")
    let other = sheet.replacing("ProspectingAssessment", with: "PROSPECTINGAssessment")
    #expect(SamplePlaybook.findings(["assessments/again.yaml": other]).contains("differ by case only"))
  }

  @Test("files that are not read yet, or never, are told")
  func notRead() {
    let text = SamplePlaybook.findings(["rules/discount.csv": "a,b\n", "rules/guidance/call.yaml": "sequence: x\n"])
    #expect(
      text == "rules/discount.csv: warning NOT-READ-YET: decision tables are not read yet.\n"
        + "rules/guidance/call.yaml: warning NOT-READ-YET: sequences are not read yet.")
  }

  @Test("what is missing is told, and nothing else beside it")
  func missing() {
    #expect(
      SamplePlaybook.findings(["rules/records.yaml": ""])
        == "rules/records.yaml: error FILE-ABSENT: the file that declares the record kinds is not there. "
        + "Fix: write `records:`, below it `opportunity:`, below that its `attributes:`.")
    #expect(
      SamplePlaybook.findings([Self.pipeline: ""])
        == "rules/pipelines: error FILE-ABSENT: no pipeline is defined, so no record has stages. "
        + "Fix: write rules/pipelines/opportunities.yaml with `pipeline:`, `kind:` and `stages:`.")
    #expect(
      SamplePlaybook.findings([Self.sheet: "assessment:\tX\n"]).hasPrefix(
        "assessments/prospecting.yaml:1:12: error TAB"))
  }
}
