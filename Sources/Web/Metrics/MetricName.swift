/// Names and labels as Prometheus takes them.
enum MetricName {
  private static let prefix = "stagecraft_"

  static func prefixed(_ label: String) -> String {
    var name = ""
    for scalar in label.unicodeScalars {
      let isPlain = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      name.unicodeScalars.append(isPlain ? scalar : "_")
    }
    return name.hasPrefix(prefix) ? name : prefix + name
  }

  static func counter(_ label: String) -> String { ending("_total", prefixed(label)) }
  static func timer(_ label: String) -> String { ending("_seconds", prefixed(label)) }

  private static func ending(_ end: String, _ name: String) -> String { name.hasSuffix(end) ? name : name + end }

  /// `method="GET",route="/v1/records"`, sorted; empty without labels.
  static func labels(_ dimensions: [(String, String)]) -> String {
    dimensions.sorted { $0.0 < $1.0 }.map { name, value in
      var safe = prefixed(name)
      safe.removeFirst(prefix.count)
      return "\(safe)=\"\(escaped(value))\""
    }.joined(separator: ",")
  }

  private static func escaped(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
