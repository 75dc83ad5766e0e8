import Authoring
import Decisions
import FEEL
import Testing

/// What is no XML, or could do harm, is refused with the place where that shows.
@Suite("XML of models")
struct XMLReaderTests {
  static let start =
    "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" namespace=\"urn:x\" name=\"x\">"

  /// The findings of a file of these bytes.
  static func findings(_ bytes: [UInt8]) -> (isModel: Bool, findings: [ModelFinding]) {
    let (model, findings) = DMNModelReader.read(DMNModelReader.File(name: "x.dmn", bytes: bytes))
    return (model != nil, findings)
  }

  static func findings(_ text: String) -> (isModel: Bool, findings: [ModelFinding]) { findings(Array(text.utf8)) }

  @Test(
    "a file that is refused: code, line, column",
    arguments: [
      ("", "XML", 1, 1),
      ("just text", "XML", 1, 1),
      ("{\"json\": true}", "XML", 1, 1),
      ("<a>\n  <b>\n</a>", "XML", 3, 1),
      ("<a>\n  <b></b>\n", "XML", 3, 1),
      ("<a></a><b></b>", "XML", 1, 8),
      ("<a x='1' x='2'></a>", "XML", 1, 11),
      ("<a x=1></a>", "XML", 1, 6),
      ("<a x='<'></a>", "XML", 1, 7),
      ("<a x='1'y='2'></a>", "XML", 1, 9),
      ("<a>&nothing;</a>", "XML", 1, 4),
      ("<a>&#0;</a>", "XML", 1, 4),
      ("<a>&#xD800;</a>", "XML", 1, 4),
      ("<a>a & b</a>", "XML", 1, 6),
      ("<a><!-- a -- b --></a>", "XML", 1, 4),
      ("<a><![CDATA[ x </a>", "XML", 1, 4),
      ("<p:a></p:a>", "XML", 1, 1),
      ("<a>\u{1}</a>", "XML", 1, 4),
      ("</a>", "XML", 1, 1),
      ("<?xml version='1.0'?>\n<!DOCTYPE a>\n<a/>", "DOCTYPE", 2, 1),
      ("<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>", "DOCTYPE", 1, 1),
      ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "DOCTYPE", 1, 1),
      ("<?xml version='1.0' encoding='EBCDIC'?><a/>", "ENCODING", 1, 1),
      ("<html><body/></html>", "NAMESPACE", 1, 1),
      ("<definitions xmlns='urn:other'/>", "NAMESPACE", 1, 1),
    ])
  func refused(text: String, code: String, line: Int, column: Int) {
    let (isModel, findings) = Self.findings(text)
    #expect(!isModel)
    #expect(findings.map { $0.code.string } == [code], "\(text)")
    #expect(findings.first?.place == SourcePlace(line: line, column: column), "\(text): \(findings)")
    #expect(findings.first?.file == "x.dmn")
  }

  @Test("broken UTF-8 is told where it stands")
  func brokenEncoding() {
    let (isModel, findings) = Self.findings(Array("<a>\n é".utf8) + [0xC3, 0x28] + Array("</a>".utf8))
    #expect(!isModel)
    #expect(findings.first?.code == "ENCODING")
    #expect(findings.first?.place == SourcePlace(line: 2, column: 3))
  }

  @Test("too deep, too large, and too many namespaces are refused")
  func limits() {
    let deep = Self.start + String(repeating: "<context>", count: 100_000)
    #expect(Self.findings(deep).findings.map { $0.code } == ["LIMIT"])
    let large = Array(Self.start.utf8) + [UInt8](repeating: 0x20, count: 17 << 20)
    #expect(Self.findings(large).findings.map { $0.code } == ["LIMIT"])
    let open = Self.start + (0..<100).map { "<context xmlns:p\($0)='urn:\($0)'>" }.joined()
    #expect(Self.findings(open).findings.map { $0.code } == ["LIMIT"])
    let attributes = "<a " + (0..<2_000).map { "a\($0)='' " }.joined() + "/>"
    #expect(Self.findings(attributes).findings.map { $0.code } == ["LIMIT"])
  }

  @Test("a file on one line takes no longer for that")
  func oneLine() {
    let decision =
      "<decision name=\"d\" id=\"d\"><variable name=\"d\"/><literalExpression><text>1</text></literalExpression></decision>"
    let many = (0..<5_000).map { decision.replacing("\"d\"", with: "\"d\($0)\"") }.joined()
    let (isModel, findings) = Self.findings(Self.start + many + "</definitions>")
    #expect(isModel)
    #expect(findings.isEmpty)
  }

  @Test("entities, CDATA sections, comments and line ends leave the text and its places as they are")
  func places() throws {
    let text =
      Self.start + """
        <decision name="d"><variable name="d"/><literalExpression><text>1 &lt; 2 and
         <![CDATA[3 < ]]><!-- no text -->4 &#x61;nd nobody</text></literalExpression></decision></definitions>
        """
    let (model, findings) = DMNModelReader.read(DMNModelReader.File(name: "x.dmn", bytes: Array(text.utf8)))
    // `nobody` is not defined; it stands in the second line.
    let finding = try #require(findings.first)
    #expect(finding.code == "UNDEFINED")
    #expect(finding.place == SourcePlace(line: 2, column: 45))
    #expect(finding.node == "d")
    let answer = try #require(model).evaluate(decisions: ["d"], inputs: [], clock: ModelCaseTests.clock)
    #expect(answer.value.isIdentical(to: .null))
  }

  @Test("UTF-16 and Latin-1 are read where the file says so")
  func encodings() throws {
    let text =
      Self.start + """
        <decision name="d"><variable name="d"/><literalExpression><text>"é"</text></literalExpression></decision></definitions>
        """
    let units: [UInt8] = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let wide: [UInt8] = [0xFF, 0xFE] + units
    let narrow: [UInt8] =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8) + text.unicodeScalars.map { UInt8($0.value & 0xFF) }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for bytes in [wide, narrow, marked] {
      let (model, findings) = DMNModelReader.read(DMNModelReader.File(name: "x.dmn", bytes: bytes))
      #expect(findings.isEmpty)
      let answer = try #require(model).evaluate(decisions: ["d"], inputs: [], clock: ModelCaseTests.clock)
      #expect(answer.value.isIdentical(to: .string("é")))
    }
  }

  @Test("what starts a file, cut off anywhere or changed by a byte, never ends the program")
  func mutations() throws {
    let bytes = try ModelCaseTests.file("imports.dmn").bytes
    for length in stride(from: 0, to: bytes.count, by: 37) {
      _ = Self.findings(Array(bytes[..<length]))
    }
    for place in stride(from: 0, to: bytes.count, by: 41) {
      for byte: UInt8 in [0x00, 0x22, 0x26, 0x3C, 0x3E, 0xFF] {
        var changed = bytes
        changed[place] = byte
        _ = Self.findings(changed)
      }
    }
  }
}
