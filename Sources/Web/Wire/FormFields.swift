internal import FEEL
internal import Sales
internal import Service

/// The fields of a query or of a form (`application/x-www-form-urlencoded`), each at most once.
struct FormFields: Sendable {
  private(set) var values: [String: String] = [:]

  /// At most so many fields.
  static let most = 64
  /// The same of a form that holds a whole assessment, where each of several options is a field.
  static let mostOfAssessment = 4096

  init() {}

  /// - Throws: `.invalid` with the code `unreadable-query`.
  init(_ text: some StringProtocol, most: Int = Self.most) throws(ServiceError) {
    for pair in text.split(separator: "&", omittingEmptySubsequences: true) {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCoding.decoded(parts[0], plusIsSpace: true),
        let value = PercentCoding.decoded(parts.count > 1 ? parts[1] : "", plusIsSpace: true)
      else { throw Self.unreadable("An escape like %20 is broken, or is no UTF-8, in the query or form.") }
      guard !name.utf8.contains(0) else {
        throw Self.unreadable("The name of a field holds the character U+0000, which cannot be stored.")
      }
      guard !value.utf8.contains(0) else {
        throw Self.unreadable("The field `\(name)` holds the character U+0000, which cannot be stored: remove it.")
      }
      guard values.updateValue(value, forKey: name) == nil else {
        throw Self.unreadable("The field `\(name)` is there twice: send it once.")
      }
      guard values.count <= most else { throw Self.unreadable("More than \(most) fields.") }
    }
  }

  private static func unreadable(_ message: String) -> ServiceError {
    ServiceError(.invalid, code: "unreadable-query", message)
  }

  /// The field; nil where it is not there or empty.
  subscript(name: String) -> String? {
    guard let value = values[name], !value.isEmpty else { return nil }
    return value
  }

  func text(_ name: String) -> Text? { self[name].map { Text($0) } }

  /// Refuses fields that the route does not know, all at once: a misspelt filter must not show everything.
  func refuseOthers(than known: [String]) throws(ServiceError) {
    let others = values.keys.filter { !known.contains($0) }.sorted()
    if others.isEmpty { return }
    throw ServiceError(
      .invalid, code: "unknown-parameter", "The query has parameters that this address does not know.",
      problems: others.map { "`\($0)` is not one of \(known.sorted().joined(separator: ", "))" })
  }

  /// A whole number in a range, or what stands for its absence.
  func number(_ name: String, in range: ClosedRange<Int>, else absent: Int) throws(ServiceError) -> Int {
    guard let text = self[name] else { return absent }
    guard let number = Int(text), range.contains(number) else {
      throw ServiceError(
        .invalid, code: "bad-parameter",
        "`\(name)` must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// An instant as RFC 3339 or a day, in epoch milliseconds.
  func instant(_ name: String) throws(ServiceError) -> Int64? {
    guard let text = self[name] else { return nil }
    guard let instant = Instant.milliseconds(Text(text)) else {
      throw ServiceError(
        .invalid, code: "bad-parameter", "`\(name)` must be an instant like 2026-03-31T19:00:00Z or a day.")
    }
    return instant
  }

  /// Which records: `owner`, `stage`, `verdict`, `pipeline`.
  func recordFilter() throws(ServiceError) -> RecordFilter {
    if let verdict = self["verdict"], !Self.verdicts.contains(verdict) {
      throw ServiceError(
        .invalid, code: "bad-parameter", "`verdict` must be one of \(Self.verdicts.joined(separator: ", ")).")
    }
    return RecordFilter(
      owner: text("owner"), stage: text("stage"), verdict: text("verdict"), pipeline: text("pipeline"))
  }

  static let verdicts = ["level", "behind", "unproven", "ahead"]
}
