internal import FEEL

/// Salesforce's failures as a table, and how they are found in its answers.
public enum SalesforceFailures {
  /// The codes first: a status says less.
  public static let rules: [FailureRule] = [
    // The login.
    FailureRule(.code("INVALID_SESSION_ID"), .auth),
    FailureRule(.code("invalid_grant"), .auth),
    FailureRule(.code("INVALID_AUTH_HEADER"), .auth),
    FailureRule(.codePrefix("invalid_client"), .auth),
    FailureRule(.code("invalid_app_access"), .auth),
    FailureRule(.code("inactive_user"), .auth),
    FailureRule(.code("inactive_org"), .auth),
    FailureRule(.code("unauthorized_client"), .auth),
    FailureRule(.code("unsupported_grant_type"), .auth),
    FailureRule(.code("API_DISABLED_FOR_ORG"), .auth),
    FailureRule(.code("API_CURRENTLY_DISABLED"), .auth),
    // The budget of calls.
    FailureRule(.code("REQUEST_LIMIT_EXCEEDED"), .quota),
    FailureRule(.code("TXN_SECURITY_METERING_ERROR"), .quota),
    FailureRule(.status(429...429), .quota),
    // Other writers. DUPLICATE_VALUE is a race of two upserts of one external id.
    FailureRule(.code("UNABLE_TO_LOCK_ROW"), .contention),
    FailureRule(.code("DUPLICATE_VALUE"), .contention),
    // Salesforce in trouble, or a sibling of the row that failed.
    FailureRule(.code("SERVER_UNAVAILABLE"), .transient),
    FailureRule(.code("REQUEST_RUNNING_TOO_LONG"), .transient),
    FailureRule(.code("QUERY_TIMEOUT"), .transient),
    FailureRule(.code("PROCESSING_HALTED"), .transient),
    FailureRule(.code("ALL_OR_NONE_OPERATION_ROLLED_BACK"), .transient),
    FailureRule(.code("UNKNOWN_EXCEPTION"), .transient),
    // Changed meanwhile.
    FailureRule(.codePrefix("ENTITY_FAILED_IFLASTMODIFIED"), .conflict),
    FailureRule(.status(412...412), .conflict),
    // No longer there.
    FailureRule(.code("NOT_FOUND"), .gone),
    FailureRule(.code("ENTITY_IS_DELETED"), .gone),
    FailureRule(.code("INVALID_CROSS_REFERENCE_KEY"), .gone),
    FailureRule(.status(404...404), .gone),
    // A rule of the org, or of its schema.
    FailureRule(.code("FIELD_CUSTOM_VALIDATION_EXCEPTION"), .person),
    FailureRule(.code("REQUIRED_FIELD_MISSING"), .person),
    FailureRule(.code("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"), .person),
    FailureRule(.code("STRING_TOO_LONG"), .person),
    FailureRule(.codePrefix("INSUFFICIENT_ACCESS"), .person),
    FailureRule(.code("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"), .person),
    FailureRule(.code("DUPLICATES_DETECTED"), .person),
    // Statuses that came without a code that we know.
    FailureRule(.status(401...401), .auth),
    FailureRule(.status(408...408), .transient),
    FailureRule(.status(500...599), .transient),
    FailureRule(.status(300...499), .person),
  ]

  /// The failure that an answer is. For one that is no success by its status.
  /// - Parameter isWrite: the request may have changed something.
  static func failure(of answer: HTTPAnswer, isWrite: Bool, now: Int64) -> ConnectorFailure {
    let retryAfter = RetryAfter.milliseconds(answer.header("Retry-After"), now: now)
    guard let error = error(in: answer.body) else {
      // A sign-in or maintenance page of whoever stands between us and the CRM; a bare status says what it says.
      if !answer.body.isEmpty || (300...399).contains(answer.status) {
        var failure = strange(answer, isWrite: isWrite)
        let kind = FailureRule.kind(status: answer.status, code: nil, by: rules)
        // The page of a server in front says nothing about our row.
        if [.auth, .quota, .conflict].contains(kind) { failure.kind = kind }
        failure.outcomeUnknown = isWrite && failure.kind == .transient
        failure.retryAfterMilliseconds = retryAfter
        return failure
      }
      let kind = FailureRule.kind(status: answer.status, code: nil, by: rules)
      return ConnectorFailure(
        kind: kind, status: answer.status, message: "the CRM answers status \(answer.status) without a word",
        retryAfterMilliseconds: retryAfter, outcomeUnknown: isWrite && kind == .transient)
    }
    let kind = FailureRule.kind(status: answer.status, code: error.code, by: rules)
    return ConnectorFailure(
      kind: kind, status: answer.status, code: error.code, message: error.message, fields: error.fields,
      retryAfterMilliseconds: retryAfter, outcomeUnknown: isWrite && kind == .transient)
  }

  /// The failure of an answer whose body is not what the CRM answers, whatever its status.
  static func strange(_ answer: HTTPAnswer, isWrite: Bool) -> ConnectorFailure {
    let type = answer.header("Content-Type").map { " (\($0))" } ?? ""
    return ConnectorFailure(
      kind: .transient, status: answer.status,
      message: "a page that is not the CRM's answer came with status \(answer.status)\(type)", outcomeUnknown: isWrite)
  }

  /// The failure of a request without an answer.
  static func failure(of error: TransportError, isWrite: Bool) -> ConnectorFailure {
    switch error {
    // Each call would fail so: the connection as a whole waits for a person, not each row.
    case .refusedAddress, .badAddress: ConnectorFailure(kind: .auth, message: error.description)
    case .cannotConnect: ConnectorFailure(kind: .transient, message: error.description)
    case .outcomeUnknown, .tooLarge, .cancelled:
      ConnectorFailure(kind: .transient, message: error.description, outcomeUnknown: isWrite)
    }
  }

  /// The failure of one row of a batch, from its `errors`.
  static func failure(ofRow errors: [JSON]) -> ConnectorFailure {
    guard let first = errors.first, let error = error(in: first) else {
      return ConnectorFailure(kind: .person, message: "the CRM refused the row and gave no reason")
    }
    return ConnectorFailure(
      kind: FailureRule.kind(status: nil, code: error.code, by: rules), code: error.code, message: error.message,
      fields: error.fields)
  }

  private struct Reported {
    var code: String
    var message: String
    var fields: [String]
  }

  /// Rows of `[{"message","errorCode","fields"}]`, or a login's `{"error","error_description"}`.
  private static func error(in body: [UInt8]) -> Reported? {
    guard let json = try? JSON.parse(body) else { return nil }
    return error(in: json.items?.first ?? json)
  }

  /// Batches say `statusCode` where single rows say `errorCode`.
  private static func error(in json: JSON) -> Reported? {
    guard let code = json["errorCode"]?.text ?? json["statusCode"]?.text ?? json["error"]?.text else { return nil }
    let message = json["message"]?.text ?? json["error_description"]?.text ?? ""
    return Reported(
      code: ConnectorFailure.bounded(code.string, to: 100), message: message.string,
      fields: (json["fields"]?.items ?? []).compactMap { $0.text?.string })
  }
}
