/// One fault on demand.
struct Fault: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    /// The request is carried out, and the connection is cut in the place of the answer.
    case lostAnswer = "lost-answer"
    case error500 = "error-500"
    /// A maintenance page.
    case unavailable503 = "unavailable-503-html"
    case requestLimit403 = "request-limit-403"
    case rate429 = "rate-429"
    case slow
    /// The session of the request is ended before it is looked at.
    case expiredSession = "expired-session"
    /// Each row that is hit is refused with UNABLE_TO_LOCK_ROW.
    case lock
    /// A sign-in page with status 200.
    case html200 = "html-200"
    /// A validation rule that the row breaks, until it is cleared.
    case validation
    /// Nothing is ever answered; after two minutes the connection is cut.
    case hang
    /// A transaction that takes its time: what the request writes shows up later, with the stamp of its start, so behind
    /// rows with later stamps. A person's change (`/sandbox/change`) is hit too.
    case lateCommit = "late-commit"

    /// Whether it hits rows, not requests.
    var hitsRows: Bool { self == .lock || self == .validation }
  }

  var kind: Kind
  /// Only requests with this method.
  var method: String?
  /// Only requests whose path begins so, with `/services/data/v62.0` before it or not.
  var path: String?
  /// How many more it hits; nil: all until it is cleared.
  var remaining: Int?
  /// Of `slow`, `hang` and `late-commit`; of a `late-commit` that is drawn from a mix, the most.
  var milliseconds = 1000
  /// Of `slow`: the request is carried out at once, and only its answer takes its time.
  var isLate = false
  /// Of `lost-answer`: the answer begins before the connection is cut. Without it a client that used the connection
  /// before may take it for one that died idle, and send again by itself: libcurl 7.88 does, a POST too.
  var isPartial = false
  /// Seconds, of `rate-429`.
  var retryAfter: Int?
  /// Of faults that hit rows: only this object, only the row of this id or external id.
  var object: String?
  var id: String?
  var message: String?
  /// Another code than the kind's own: `DUPLICATES_DETECTED`, `ENTITY_IS_DELETED`, ...
  var code: String?

  /// Whether it is meant for this request.
  func matches(method: String, path: String) -> Bool {
    if let wanted = self.method, wanted.uppercased() != method { return false }
    guard let wanted = self.path else { return true }
    return path.hasPrefix(wanted) || Self.withoutVersion(path).hasPrefix(wanted)
  }

  /// Whether it is meant for this row.
  func matches(object: String, names: [String]) -> Bool {
    if let wanted = self.object, wanted.lowercased() != object.lowercased() { return false }
    guard let wanted = id else { return true }
    return names.contains(RecordID(wanted)?.string ?? wanted) || names.contains(wanted)
  }

  /// What a row that it hits is refused with.
  func failure(names: [String]) -> APIFailure {
    if kind == .validation {
      return APIFailure(
        400, code ?? "FIELD_CUSTOM_VALIDATION_EXCEPTION", message ?? "A validation rule is not fulfilled.")
    }
    return APIFailure(
      400, code ?? "UNABLE_TO_LOCK_ROW",
      message ?? "unable to obtain exclusive access to this record or 1 records: \(names.first ?? "")")
  }

  private static func withoutVersion(_ path: String) -> Substring {
    let parts = path.split(separator: "/", maxSplits: 3)
    guard parts.count == 4, parts[0] == "services", parts[1] == "data" else { return path[...] }
    return path[path.index(before: parts[3].startIndex)...]
  }
}

extension Fault {
  /// Reads one as `POST /sandbox/faults` gives it.
  init(_ json: JSONValue) throws(ControlFailure) {
    kind = try Self.kind(json["kind"])
    method = json["method"]?.text
    path = json["path"]?.text
    object = json["object"]?.text
    id = json["id"]?.text
    message = json["message"]?.text
    code = json["code"]?.text
    isPartial = json["partial"]?.boolean ?? false
    isLate = json["late"]?.boolean ?? false
    retryAfter = json["retry_after"]?.integer
    if let value = json["ms"]?.integer {
      milliseconds = min(600_000, max(0, value))
    } else if kind == .hang {
      milliseconds = 120_000
    }
    // A validation rule stands until somebody clears it; everything else happens once.
    remaining = json["count"]?.integer ?? (kind == .validation ? nil : 1)
  }

  /// Reads the name of a kind.
  static func kind(_ json: JSONValue?) throws(ControlFailure) -> Kind {
    guard let kind = json?.text.flatMap({ Kind(rawValue: $0) }) else {
      let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ControlFailure("kind must be one of \(kinds), but is \(json?.text ?? "missing")")
    }
    return kind
  }

  var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "method": JSONValue(method), "path": JSONValue(path),
      "count": remaining.map { JSONValue($0) } ?? .null, "object": JSONValue(object), "id": JSONValue(id),
    ]
  }
}
