internal import FEEL

/// Findings as people and machines read them.
public enum FindingsReport {
  /// `file:line:column: error CODE: message. Fix: ...`, one finding a line.
  public static func text(_ findings: [PlacedFinding]) -> String {
    findings.map { line(of: $0) + "\n" }.joined()
  }

  /// One finding without a line end; control characters that a file brought along are made visible.
  public static func line(of finding: PlacedFinding) -> String {
    let place = finding.line > 0 ? ":\(finding.line):\(finding.column)" : ""
    let fix = finding.fix.map { " Fix: \(sentence($0))" } ?? ""
    let line = "\(finding.file)\(place): \(finding.severity.word) \(finding.code): \(sentence(finding.message))\(fix)"
    return visible(line)
  }

  /// How many there are: `2 errors, 1 warning, 3 notes`.
  public static func summary(_ findings: [PlacedFinding]) -> String {
    if findings.isEmpty { return "no findings" }
    let severities: [Diagnostic.Severity] = [.error, .warning, .note]
    return severities.compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.word)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  /// `{"findings":[{"severity","code","file","line","column","message","fix"}],"errors","warnings","notes","playbook"}` and
  /// a line end; `line` and `column` are left out of a finding about a whole file, `fix` where there is none, `playbook`
  /// (the version) where it has none.
  public static func json(_ findings: [PlacedFinding], version: String? = nil) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("findings")
    writer.beginArray()
    for finding in findings { write(finding, to: &writer) }
    writer.endArray()
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      writer.name(Text("\(severity.word)s"))
      writer.number(findings.count { $0.severity == severity })
    }
    if let version {
      writer.key("playbook")
      writer.string(Text(version))
    }
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  static func write(_ finding: PlacedFinding, to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, text) in [
      ("severity", finding.severity.word), ("code", finding.code), ("file", finding.file),
    ] {
      writer.name(Text(name))
      writer.string(Text(text))
    }
    if finding.line > 0 {
      writer.key("line")
      writer.number(finding.line)
      writer.key("column")
      writer.number(finding.column)
    }
    writer.key("message")
    writer.string(Text(finding.message))
    if let fix = finding.fix {
      writer.key("fix")
      writer.string(Text(fix))
    }
    writer.endObject()
  }

  private static func sentence(_ text: String) -> String {
    guard let last = text.last, !".?!".contains(last) else { return text }
    return text + "."
  }

  /// A terminal obeys control characters; a name in a file must not reach it.
  static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .control {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
