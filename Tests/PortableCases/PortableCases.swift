import FEEL

/// The work of both test doors, native and WebAssembly: a text in, a text out, so that the two can be compared byte for
/// byte.
///
/// The first line says what the others are:
///
/// - `feel`, `feel standard`, `feel tests` or `feel standard tests`: lines `expression<TAB>context`; the answer has one
///   line for each, the value as typed JSON or `error CODE ...`. The context is a typed JSON object with the names in
///   scope (for tests any typed value: the subject); what is missing is `{"@type": "unknown"}`.
/// - `decide MILLISECONDS OFFSET climb|score`: then a line with a playbook's canonical document, then records; the
///   answer has one line for each record, its decision or what is wrong with it.
public enum PortableCases {
  public static func answer(_ input: [UInt8]) -> [UInt8] {
    var lines = input.split(separator: newline, omittingEmptySubsequences: true)[...]
    guard let header = lines.popFirst() else { return refusal("no first line") }
    let words = header.split(separator: space).map { Text(bytes: Array($0)) }
    var output: [UInt8] = []
    switch words.first {
    case "feel":
      let law: Law = words.contains("standard") ? .standard : .sales
      let areTests = words.contains("tests")
      for line in lines {
        output += areTests ? ExpressionCase.tests(line, law: law) : ExpressionCase.expression(line, law: law)
        output.append(newline)
      }
    case "decide":
      guard words.count == 4, let instant = Int64(words[1]), let offset = Int64(words[2]),
        let document = lines.popFirst()
      else { return refusal("decide MILLISECONDS OFFSET climb|score") }
      let clock = Clock(epochMilliseconds: instant, offsetSeconds: Int32(truncatingIfNeeded: offset))
      var cases: DecisionCases
      switch DecisionCases.make(document, clock: clock, climb: words[3] == "climb") {
      case .success(let made): cases = made
      case .failure(let refused): return refused.message.bytes + [newline]
      }
      for line in lines { cases.decide(line, into: &output) }
    default: return refusal("feel or decide")
    }
    return output
  }

  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")

  private static func refusal(_ message: Text) -> [UInt8] { ("error: " + message + "\n").bytes }
}

/// Why no case can be run at all.
struct Refusal: Error {
  var message: Text
}

extension Int64 {
  /// The number that decimal digits write, with an optional minus.
  init?(_ text: Text) {
    guard let number = Decimal34(text), let integer = Int64(exactly: number) else { return nil }
    self = integer
  }
}
