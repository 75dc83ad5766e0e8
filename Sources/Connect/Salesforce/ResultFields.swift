internal import FEEL

/// The fields of an assessment result in the CRM that the connector itself speaks of.
enum ResultFields {
  static let submission = "Submission_Id__c"
  static let digest = "Digest__c"

  /// The lookup to the record that was assessed: `Opportunity__c`, `Lead__c`, `Account__c`.
  static func lookup(of kind: Text) -> String {
    var bytes = kind.bytes
    if let first = bytes.first, (97...122).contains(first) { bytes[0] = first - 32 }
    return Text(bytes: bytes).string + "__c"
  }
}

/// The fields of one answer that the connector itself speaks of.
enum AnswerFields {
  static let key = "Answer_Key__c"
  static let submission = "Submission_Id__c"
  /// The lookup to the result.
  static let lookup = "Result__c"
  /// The same lookup where the result is named by its external id.
  static let result = "Result__r"
}
