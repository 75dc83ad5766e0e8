import Foundation

/// What is wrong with what the CRM holds in the end: every result there once, with the core's verdict, written once.
enum CRMCheck {
  enum Finding: Hashable, CustomStringConvertible {
    case lost(String)
    case twice(String)
    case changed(String)
    case wrong(String)

    var description: String {
      switch self {
      case .lost(let what): "lost: \(what)"
      case .twice(let what): "twice: \(what)"
      case .changed(let what): "written again: \(what)"
      case .wrong(let what): "wrong: \(what)"
      }
    }

    var isTwice: Bool { if case .twice = self { true } else { false } }
  }

  struct Report {
    var findings: [Finding] = []
    /// Writes that found everything as it was: harmless, since no value changed, but counted.
    var repeated = 0
    var results = 0
    var answers = 0
  }

  /// - Parameter expected: by the submission's id.
  static func report(_ sandbox: SandboxProcess, _ expected: [String: Deals.Expected]) throws -> Report {
    var report = Report()
    let commits = try sandbox.journal()
    let results = try sandbox.rows("Assessment_Result__c")
    let answers = try sandbox.rows("Assessment_Answer__c")
    report.results = results.count
    report.answers = answers.count
    count(commits, &report)

    let byID = Dictionary(grouping: results) { $0["Submission_Id__c"] as? String ?? "" }
    for (id, rows) in byID where rows.count > 1 { report.findings.append(.twice("result \(id): \(rows.count) rows")) }
    for id in byID.keys where expected[id] == nil { report.findings.append(.wrong("nobody submitted \(id)")) }
    let answersByID = Dictionary(grouping: answers) { $0["Submission_Id__c"] as? String ?? "" }
    for (id, wanted) in expected {
      guard let row = byID[id]?.first else {
        report.findings.append(.lost("result \(id)"))
        continue
      }
      if row["Opportunity__c"] as? String != wanted.record {
        report.findings.append(.wrong("\(id) belongs to \(row["Opportunity__c"] ?? "nothing")"))
      }
      for (name, value) in wanted.fields where !same(row[name], value) {
        report.findings.append(.wrong("\(id) \(name): \(row[name] ?? "nothing") where \(value ?? "nothing") is right"))
      }
      let questions = (answersByID[id] ?? []).compactMap { $0["Question__c"] as? String }
      for question in wanted.questions.subtracting(questions) { report.findings.append(.lost("answer \(id) \(question)")) }
      if questions.count > Set(questions).count { report.findings.append(.twice("answers of \(id)")) }
    }
    return report
  }

  private static func count(_ commits: [[String: Any]], _ report: inout Report) {
    var created: [String: Int] = [:]
    for commit in commits {
      guard let object = commit["object"] as? String, object.hasPrefix("Assessment_") else { continue }
      let name = "\(object) \(commit["externalId"] as? String ?? commit["id"] as? String ?? "")"
      switch commit["operation"] as? String {
      case "created": created[name, default: 0] += 1
      case "unchanged": report.repeated += 1
      default: report.findings.append(.changed(name))
      }
    }
    for (name, times) in created where times > 1 { report.findings.append(.twice("\(name) created \(times) times")) }
  }

  private static func same(_ value: Any?, _ expected: String?) -> Bool {
    guard let expected else { return value == nil || value is NSNull }
    if let text = value as? String { return text == expected }
    guard let number = value as? NSNumber, let wanted = Double(expected) else { return false }
    return number.doubleValue == wanted
  }
}
