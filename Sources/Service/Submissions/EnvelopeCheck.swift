internal import FEEL
internal import Sales

/// Reads an envelope from outside and tells all that is wrong with it at once (offline protocol, version 1).
struct EnvelopeCheck {
  /// A submission is about 1 KB; this is the most that is read.
  static let limits = JSONLimits(bytes: 1_048_576, depth: 16, values: 10_000)

  private(set) var problems: [String] = []

  /// The envelope; nil where there are problems.
  mutating func read(_ bytes: [UInt8], id: String) -> Envelope? {
    let json: JSON
    do throws(JSONError) {
      json = try JSON.parse(bytes, limits: Self.limits)
    } catch {
      problems.append("no JSON: \(error.description)")
      return nil
    }
    guard json.members != nil else {
      problems.append("an object belongs here")
      return nil
    }
    guard json["v"]?.number == Decimal34(1) else {
      problems.append("v: this server reads version 1 of the envelope; a newer device needs a newer server")
      return nil
    }
    if !Self.isIdentifier(id) { problems.append("the address: \(Self.shown(id)) is no UUID") }
    if let given = json["id"]?.text?.string, given != id {
      problems.append("id: \(Self.shown(given)) is not the id of the address, \(Self.shown(id))")
    }
    expect(json["id"]?.text, "id", "a UUID as text")
    expect(json["device"]?.text.flatMap { Self.isName($0) ? $0 : nil }, "device", "the device's id, 1 to 200 bytes")
    expect(json["seq"]?.number.flatMap { $0.wholeNumber }.flatMap { $0 > 0 ? $0 : nil }, "seq", "a whole number from 1")
    expect(
      json["capturedAt"]?.text.flatMap(Instant.milliseconds), "capturedAt", "an instant such as 2026-03-20T09:30:00Z")
    for name in ["kind", "id"] as [Text] {
      expect(json["record"]?[name]?.text.flatMap { Self.isName($0) ? $0 : nil }, "record.\(name)", "a text")
    }
    expect(json["assessment"]?["id"]?.text.flatMap { Self.isName($0) ? $0 : nil }, "assessment.id", "a text")
    expect(json["assessment"]?["version"]?.number.flatMap { $0.wholeNumber }, "assessment.version", "a whole number")
    expect(json["bundle"]?.text, "bundle", "the playbook's version as text")
    expect(json["answers"]?.members, "answers", "an object of answers by question")
    for answer in json["answers"]?.members ?? [] where AnswerValue(json: answer.value) == nil {
      problems.append(
        "answers.\(Self.shown(answer.name.string)): an answer is a text, a number, true or false, or a list of texts")
    }
    guard problems.isEmpty else { return nil }
    guard let envelope = Envelope(json: json) else {
      problems.append("this is no envelope")
      return nil
    }
    return envelope
  }

  private mutating func expect(_ value: Any?, _ path: String, _ what: String) {
    if value == nil { problems.append("\(path): \(what) belongs here") }
  }

  private static func isName(_ text: Text) -> Bool { !text.isEmpty && text.bytes.count <= 200 }

  /// RFC 9562's form in lower case.
  static func isIdentifier(_ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard bytes.count == 36 else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      [8, 13, 18, 23].contains(place)
        ? byte == UInt8(ascii: "-") : (48...57).contains(byte) || (97...102).contains(byte)
    }
  }

  /// A text from outside, short and without control characters.
  static func shown(_ text: String) -> String {
    let clean = text.unicodeScalars.prefix(80).map { $0.value < 32 || $0.value == 127 ? "?" : String($0) }.joined()
    return "\"\(clean)\""
  }
}
