internal import FEEL
internal import Service

/// Reads a JSON object from a request: strictly, and with all findings at once.
struct BodyReader {
  private let members: [JSON.Member]
  private var known: [Text] = []
  private var problems: [String] = []

  /// - Parameter mayBeEmpty: whether no body at all stands for an object without members.
  /// - Throws: `.invalid` with the code `unreadable-json` where the bytes are no JSON object within the limits.
  init(_ body: [UInt8], mayBeEmpty: Bool = false) throws(ServiceError) {
    if mayBeEmpty, body.isEmpty {
      members = []
      return
    }
    let json: JSON
    do {
      json = try JSON.parse(body, limits: JSONLimits(bytes: 1_048_576, depth: 16, values: 10_000))
    } catch {
      throw ServiceError(
        .invalid, code: "unreadable-json",
        "The body is no JSON: line \(error.line), column \(error.column): \(error.message.string).")
    }
    guard let members = json.members else {
      throw ServiceError(.invalid, code: "unreadable-json", "The body must be a JSON object.")
    }
    self.members = members
  }

  /// A text of at most so many bytes.
  mutating func text(_ name: Text, most: Int = 2000) -> Text? {
    known.append(name)
    guard let value = members.first(where: { $0.name == name })?.value, !value.isNull else { return nil }
    guard let text = value.text else {
      problems.append("`\(name.string)` must be a text")
      return nil
    }
    if text.bytes.count > most { problems.append("`\(name.string)` has more than \(most) bytes") }
    if text.bytes.allSatisfy({ $0 == UInt8(ascii: " ") }) {
      problems.append("`\(name.string)` is empty: leave it out, or say something")
    }
    return text
  }

  /// A text that must be there.
  mutating func neededText(_ name: Text, most: Int = 2000) -> Text {
    let before = problems.count
    guard let text = text(name, most: most) else {
      if problems.count == before { problems.append("`\(name.string)` is missing") }
      return ""
    }
    return text
  }

  /// A day like `2026-03-31`.
  mutating func day(_ name: Text) -> CalendarDate? {
    guard let text = text(name, most: 10) else { return nil }
    guard let day = CalendarDate(text) else {
      problems.append("`\(name.string)` must be a day like 2026-03-31")
      return nil
    }
    return day
  }

  /// Refuses the body where anything was wrong, unknown members included.
  func finish() throws(ServiceError) {
    let unknown = members.filter { !known.contains($0.name) }.map { "`\($0.name.string)` is not known here" }
    let all = problems + unknown
    if all.isEmpty { return }
    throw ServiceError(
      .invalid, code: "invalid-body", "The body has \(all.count == 1 ? "a problem" : "\(all.count) problems").",
      problems: all)
  }
}
