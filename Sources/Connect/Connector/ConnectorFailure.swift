/// What a worker has to do about a failure.
public enum FailureClass: String, Hashable, Sendable, CaseIterable {
  /// The connection as a whole is not usable until a person acts: pause it and tell. Never counted as an attempt.
  case auth
  /// The CRM's budget of calls is used up: pause the connection until `retryAfterMilliseconds` or the next window.
  case quota
  /// Another writer held the row: try again soon, with jitter.
  case contention
  /// The CRM or the way to it is in trouble: back off, counted; after an unknown outcome read back first.
  case transient
  /// The row changed meanwhile: read it again and decide anew.
  case conflict
  /// The row is no longer there.
  case gone
  /// A rule of the CRM says no: a dead letter with the CRM's own message.
  case person
}

/// Why the CRM did not do what it was asked.
public struct ConnectorFailure: Error, Hashable, Sendable {
  /// What to do about it, by the connector's table of failures.
  public var kind: FailureClass
  /// The HTTP status; nil when there was no answer.
  public var status: Int?
  /// The CRM's own code, as `FIELD_CUSTOM_VALIDATION_EXCEPTION`.
  public var code: String?
  /// The CRM's own message, at most 1,000 characters, without control characters.
  public var message: String
  /// The CRM's names of the fields that it complains of.
  public var fields: [String]
  /// How long the CRM asks to be left alone; never more than 15 minutes.
  public var retryAfterMilliseconds: Int64?
  /// The CRM may have carried the write out. Always false for reads.
  public var outcomeUnknown: Bool

  /// A failure; message and fields are cut to their limits, at most 64 fields.
  public init(
    kind: FailureClass, status: Int? = nil, code: String? = nil, message: String, fields: [String] = [],
    retryAfterMilliseconds: Int64? = nil, outcomeUnknown: Bool = false
  ) {
    self.kind = kind
    self.status = status
    self.code = code
    self.message = Self.bounded(message, to: 1000)
    self.fields = fields.prefix(64).map { Self.bounded($0, to: 255) }
    self.retryAfterMilliseconds = retryAfterMilliseconds
    self.outcomeUnknown = outcomeUnknown
  }

  /// The text on one line: control characters are blanks, and what is too long ends in an ellipsis.
  static func bounded(_ text: String, to limit: Int) -> String {
    var scalars = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit {
        scalars.append("…")
        break
      }
      scalars.append(isControl(scalar) ? " " : scalar)
      count += 1
    }
    return String(scalars)
  }

  /// C0, C1, and the signs that turn the direction of writing or break lines.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension ConnectorFailure: CustomStringConvertible {
  /// `UNABLE_TO_LOCK_ROW (400): unable to obtain exclusive access`.
  public var description: String {
    let place = [code, status.map { code == nil ? "status \($0)" : "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    return place.isEmpty ? message : "\(place): \(message)"
  }
}
