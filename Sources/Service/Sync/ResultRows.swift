internal import Connect
internal import Cryptography
internal import FEEL
internal import Sales
internal import Store

extension ResultRow {
  /// An effect's frozen result under the CRM's names; nil: it carries none, e.g. since it was erased.
  init?(_ effect: Effect) {
    guard let json = try? JSON.parse(effect.payload), json["assessment"]?.text != nil else { return nil }
    var fields: [(field: String, value: JSON)] = []
    func add(_ field: String, _ name: Text) {
      if let value = json[name] { fields.append((field, value)) }
    }
    add("Assessment__c", "assessment")
    add("Assessment_Version__c", "version")
    add("State__c", "state")
    add("Score__c", "score")
    add("Points__c", "points")
    add("Maximum__c", "maximum")
    add("Percent__c", "percent")
    add("Stated_Stage__c", "stated")
    add("Supported_Least__c", "least")
    add("Supported_Most__c", "most")
    add("Verdict__c", "verdict")
    add("Playbook__c", "playbook")
    add("Captured_At__c", "capturedAt")
    add("Rep__c", "rep")
    if let answers = json["answers"] { fields.append(("Answers__c", .string(Text(bytes: answers.bytes)))) }
    let submission = Text(effect.id)
    var answers: [(key: Text, fields: [(field: String, value: JSON)])] = []
    for question in json["questions"]?.items ?? [] {
      guard let id = question["id"]?.text else { continue }
      var fields: [(field: String, value: JSON)] = [
        ("Submission_Id__c", .string(submission)), ("Question__c", .string(id)),
      ]
      if let label = question["label"]?.text { fields.append(("Label__c", .string(Self.short(label)))) }
      if let answer = question["answer"]?.text { fields.append(("Answer__c", .string(Self.short(answer)))) }
      if let points = question["points"] { fields.append(("Points__c", points)) }
      answers.append((submission + "." + id, fields))
    }
    self.init(
      submission: submission, record: effect.key.id, kind: effect.key.kind, fields: fields, answers: answers,
      digest: Hexadecimal.sha256(effect.payload))
  }

  /// At most 255 characters, as the CRM's text fields hold; never cut within one.
  private static func short(_ text: Text) -> Text { Text(String(text.string.prefix(255))) }
}
