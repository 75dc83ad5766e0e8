import FEEL
import Testing

@testable import Authoring

@Suite("A place in a FEEL text is a place in its file")
struct TextMapTests {
  /// Line and column of the first `>` of the value of `a`.
  static func place(_ yaml: String) -> String {
    let file = SourceFile(name: "a.yaml", bytes: Array(yaml.utf8))
    guard case .mapping(let entries) = YAMLComposer.compose(file, findings: FindingCollector())?.content,
      case .scalar(let scalar) = entries.first?.value.content,
      let index = scalar.text.bytes.firstIndex(of: UInt8(ascii: ">"))
    else { return "none" }
    let position = file.position(ofByte: TextMap(scalar, in: file).fileByte(index))
    return "\(position.line):\(position.column)"
  }

  @Test(
    "through every style of YAML",
    arguments: [
      ("a: hours > 5", "1:10"),
      ("a:    hours > 5 # note", "1:13"),
      ("a: 'say ''x'' > 5'", "1:15"),
      ("a: \"say \\\"x\\\" > 5\"", "1:15"),
      ("a: \"\\u00e9\\u00fc > 5\"", "1:18"),
      ("a: é > 5", "1:6"),
      ("a: |\n  one\n  and two > 5\n", "3:11"),
      ("a: >-\n  one\n  and two > 5\n", "3:11"),
      ("a: one\n   and two > 5\n", "2:12"),
      ("a: \"one\n   and two > 5\"\n", "2:12"),
      ("a: |\r\n  one\r\n  and > 5\r\n", "3:7"),
    ])
  func styles(yaml: String, place: String) {
    #expect(Self.place(yaml) == place)
  }
}
