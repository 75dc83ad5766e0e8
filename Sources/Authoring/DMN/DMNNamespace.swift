internal import FEEL

/// The XML namespaces of DMN: one of the model for each version, and those of its expression language.
enum DMNNamespace {
  /// The version of a model namespace (`https://www.omg.org/spec/DMN/20230324/MODEL/` is 1.5); nil if it is none.
  static func version(of namespace: Text) -> Text? {
    guard let (date, rest) = dated(namespace),
      rest == "MODEL/" || rest == "MODEL" || rest.hasSuffix(".xsd") || rest.isEmpty
    else { return nil }
    switch date {
    case "20130901": return "1.0"
    case "20151101", "20151130": return "1.1"
    case "20180521": return "1.2"
    case "20191111": return "1.3"
    case "20211108": return "1.4"
    case "20230324": return "1.5"
    case "20240513": return "1.6"
    default: return "of \(Text(date))"
    }
  }

  /// Whether an expression language is FEEL, as any version or tool names it.
  static func isFEEL(_ language: Text) -> Bool {
    if language.isEmpty { return true }
    let name = language.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return name.elementsEqual("feel".utf8)
      || (name.starts(with: "http".utf8) && TextSearch("feel").first(in: name) != nil)
  }

  /// Whether it is a namespace of FEEL's types.
  static func isFEELTypes(_ namespace: Text) -> Bool {
    namespace.bytes.starts(with: "http".utf8) && TextSearch("FEEL").first(in: namespace.bytes) != nil
  }

  static let schema: Text = "http://www.w3.org/2001/XMLSchema"

  /// The date within an address of the OMG, and what follows it.
  private static func dated(_ namespace: Text) -> (String, String)? {
    let text = namespace.string
    for start in ["https://www.omg.org/spec/DMN/", "http://www.omg.org/spec/DMN/"] where text.hasPrefix(start) {
      let rest = text.dropFirst(start.count)
      let date = rest.prefix { $0 != "/" }
      guard date.count == 8, date.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
      return (String(date), String(rest.dropFirst(date.count + 1)))
    }
    return nil
  }
}
