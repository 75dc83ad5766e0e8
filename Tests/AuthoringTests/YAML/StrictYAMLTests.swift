import FEEL
import Testing

@testable import Authoring

@Suite("YAML is read strictly")
struct StrictYAMLTests {
  /// What is said about a text that cannot be read.
  static func finding(_ text: String) -> String {
    finding(Array(text.utf8))
  }

  static func finding(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> String {
    let findings = FindingCollector()
    let node = YAMLComposer.compose(SourceFile(name: "a.yaml", bytes: bytes), limits: limits, findings: findings)
    #expect((node == nil) == !findings.findings.isEmpty)
    return findings.findings.map { FindingsReport.line(of: $0) }.joined(separator: "\n")
  }

  static func tree(_ text: String) -> String {
    let findings = FindingCollector()
    let node = YAMLComposer.compose(SourceFile(name: "a.yaml", bytes: Array(text.utf8)), findings: findings)
    return node.map(describe) ?? findings.findings.map { FindingsReport.line(of: $0) }.joined(separator: "\n")
  }

  static func describe(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let scalar): "\(scalar.text)"
    case .sequence(let items): "[\(items.map(describe).joined(separator: "|"))]"
    case .mapping(let entries): "{\(entries.map { "\($0.key)=\(describe($0.value))" }.joined(separator: "|"))}"
    }
  }

  @Test("what was typed stays as it was typed")
  func plainText() {
    #expect(
      Self.tree("a: Yes\nb: No\nc: 1.10\nd: ~\ne: 0x1F\nf: 2026-01-31\ng: 'it''s'\nh: \"a\\tb\"")
        == "{a=Yes|b=No|c=1.10|d=~|e=0x1F|f=2026-01-31|g=it's|h=a\tb}")
    #expect(Self.tree("- {id: yes, points: 30}\n- [a, b]") == "[{id=yes|points=30}|[a|b]]")
    #expect(Self.tree("") == "{}")
    #expect(Self.tree("# nothing but words\n") == "{}")
    #expect(Self.tree("\u{FEFF}a: 1\r\nb: 2\r\n") == "{a=1|b=2}")
  }

  @Test(
    "what is not strict is refused, each in its own words",
    arguments: [
      (
        "a: 1\n\tb: 2\n\tc: 3\n",
        "a.yaml:2:1: error TAB: a tab stands here (and on 1 more line), YAML is indented with spaces only. "
          + "Fix: replace every tab by two spaces."
      ),
      (
        "a: &x 1\n",
        "a.yaml:1:4: error YAML-ANCHOR: anchors (`&name`) are not read here. "
          + "Fix: write the value where it is used; put text that starts with & in quotes."
      ),
      (
        "a: *x\n",
        "a.yaml:1:4: error YAML-ALIAS: aliases (`*name`) are not read here. "
          + "Fix: write the value where it is used; put text that starts with * in quotes."
      ),
      (
        "a: !!str 1\n",
        "a.yaml:1:4: error YAML-TAG: tags (`!name`) are not read here. "
          + "Fix: take the tag out; put text that starts with ! in quotes."
      ),
      (
        "a: {}\nb:\n  <<: {c: 1}\n",
        "a.yaml:3:3: error YAML-MERGE: merges (`<<:`) are not read here. Fix: write the keys where they are used."
      ),
      (
        "a: 1\nb: 2\na: 3\n",
        "a.yaml:3:1: error DUPLICATE-KEY: `a` stands here a second time, first on line 1. Fix: keep one of the two."
      ),
      (
        "a: 1\n---\nb: 2\n",
        "a.yaml:2:1: error YAML-DOCUMENTS: a second document starts here, a file holds one. "
          + "Fix: take the line `---` out, or move what follows into a file of its own."
      ),
      (
        "[a]: 1\n",
        "a.yaml:1:1: error YAML-KEY: a key must be a text. Fix: put it in quotes if it starts with [, {, > or |."
      ),
      (
        "a: 1\nb: \"no end\nc: 3\n",
        "a.yaml:2:4: error YAML-SYNTAX: this quote is never closed. Fix: close it with the same quote."
      ),
      (
        "bands:\n  [0..1): 10\n",
        "a.yaml:2:3: error YAML-SYNTAX: this line cannot be read as YAML. "
          + "Fix: put the band in quotes, e.g. \"[0..1)\": 10 or \"> 5\": 40."
      ),
      (
        "bands:\n  > 5: 40\n",
        "a.yaml:2:5: error YAML-SYNTAX: this line cannot be read as YAML. "
          + "Fix: put the band in quotes, e.g. \"[0..1)\": 10 or \"> 5\": 40."
      ),
      (
        "a: b: c\n",
        "a.yaml:1:5: error YAML-SYNTAX: this cannot be read as YAML: mapping values are not allowed in this context. "
          + "Fix: look at the indentation, and put text with `: `, ` #` or a leading [ { > | @ % & * ! in quotes."
      ),
      (
        "a: x\u{0}y\n",
        "a.yaml:1:5: error YAML-SYNTAX: control characters are not allowed. "
          + "Fix: take the character out; it cannot be seen."
      ),
    ])
  func refused(text: String, sentence: String) {
    #expect(Self.finding(text) == sentence)
  }

  @Test("bytes that are no UTF-8 are told with their place")
  func invalidUTF8() {
    #expect(
      Self.finding(Array("a: 1\nb: é".utf8) + [0xFF, 0x0A])
        == "a.yaml:2:5: error INVALID-UTF8: the byte 0xFF is no UTF-8. Fix: save the file as UTF-8.")
    for bytes: [UInt8] in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80]] {
      #expect(Self.finding(bytes).contains("INVALID-UTF8"))
    }
  }

  @Test("a bomb of aliases is refused at its first anchor, whatever it would grow to")
  func bomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) [\((0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n"
    }
    #expect(Self.finding(text).hasPrefix("a.yaml:1:5: error YAML-ANCHOR:"))
  }

  @Test("size, depth and number of values are limited")
  func limits() {
    #expect(
      Self.finding(String(repeating: "[", count: 100_000))
        == "a.yaml:1:1: error YAML-TOO-DEEP: values are nested more than 32 levels deep. "
        + "Fix: no definition needs that: look for brackets that are never closed.")
    #expect(Self.finding(String(repeating: "- ", count: 40) + "x").hasPrefix("a.yaml:1:65: error YAML-TOO-DEEP"))
    #expect(
      Self.finding(String(repeating: "- x\n", count: 60_000))
        == "a.yaml:50000:3: error YAML-TOO-LARGE: the file has more than 50000 values. "
        + "Fix: split it into several files.")
    #expect(
      Self.finding([UInt8](repeating: 0x61, count: 1 << 20 + 1))
        == "a.yaml:1:1: error FILE-TOO-LARGE: the file has 1048577 bytes, 1048576 are allowed. "
        + "Fix: split it into several files.")
  }

  @Test("lines and columns count characters, also behind letters of several bytes")
  func positions() {
    #expect(Self.finding("é: 1\nü: ñ\nü: 2\n").hasPrefix("a.yaml:3:1: error DUPLICATE-KEY"))
    #expect(Self.finding("a: {é: 1, é: 2}\n").hasPrefix("a.yaml:1:11: error DUPLICATE-KEY"))
  }
}
