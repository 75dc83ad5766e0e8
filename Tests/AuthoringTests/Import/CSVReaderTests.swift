import FEEL
import Testing

@testable import Authoring

@Suite("Comma-separated values are read as RFC 4180 says, and nothing is guessed")
struct CSVReaderTests {
  /// The rows, cells between bars; trouble as `line:column CODE`.
  static func rows(_ bytes: [UInt8], separator: Character = ",", chunk: Int = 3, limits: ImportLimits = ImportLimits())
    -> [String]
  {
    var reader = CSVReader(
      ByteStream(bytes: bytes, chunk: chunk), separator: separator.asciiValue ?? 0x2C, limits: limits)
    var rows: [String] = []
    while true {
      do throws(ImportTrouble) {
        guard let row = try reader.next() else { return rows }
        rows.append(row.map(\.text.string).joined(separator: "|"))
      } catch {
        rows.append("\(error.line):\(error.column) \(error.code)")
        if error.isFinal { return rows }
      }
    }
  }

  @Test(
    "rows and cells",
    arguments: [
      ("a,b\n1,2\n", ["a|b", "1|2"]),
      ("a,b\r\n1,2", ["a|b", "1|2"]),
      ("\u{FEFF}a,b\n", ["a|b"]),
      ("a,\n,b\n,\n", ["a|", "|b", "|"]),
      ("\"a,b\",\"say \"\"x\"\"\"\n", ["a,b|say \"x\""]),
      ("\"two\nlines\",x\n", ["two\nlines|x"]),
      ("a\n\n\nb\n", ["a", "b"]),
      ("é,ü\n", ["é|ü"]),
      (" a , b \n", [" a | b "]),
      ("", []),
      ("a\rb\r\n", ["a", "b"]),
    ])
  func good(text: String, rows: [String]) {
    for chunk in 1...4 { #expect(Self.rows(Array(text.utf8), chunk: chunk) == rows) }
  }

  @Test("another separator")
  func separator() {
    #expect(Self.rows(Array("a;\"b;c\";1,5\n".utf8), separator: ";") == ["a|b;c|1,5"])
  }

  @Test(
    "trouble with its place; the rows after a bad one are read",
    arguments: [
      ("a,b\n1,\"x\"y\n3,4\n", ["a|b", "2:6 CSV-QUOTE", "3|4"]),
      ("a,b\né,x\"y\n3,4\n", ["a|b", "2:4 CSV-QUOTE", "3|4"]),
      ("a,b\n1,\"x\n3,4\n", ["a|b", "2:3 CSV-UNCLOSED-QUOTE"]),
    ])
  func trouble(text: String, rows: [String]) {
    #expect(Self.rows(Array(text.utf8)) == rows)
  }

  @Test("bytes that are no UTF-8 make a bad row")
  func invalidUTF8() {
    #expect(Self.rows(Array("a,b\n1,".utf8) + [0xFF] + Array("\n3,4\n".utf8)) == ["a|b", "2:3 INVALID-UTF8", "3|4"])
  }

  @Test("a line without end is refused at the limit, a quote without end too")
  func limits() {
    var limits = ImportLimits()
    limits.rowBytes = 100
    limits.columns = 10
    let long = [UInt8](repeating: 0x61, count: 1_000)
    #expect(Self.rows(Array("a\n".utf8) + long, limits: limits) == ["a", "2:1 LINE-TOO-LONG"])
    #expect(Self.rows(Array("a\n\"".utf8) + long, limits: limits) == ["a", "2:1 CSV-UNCLOSED-QUOTE"])
    #expect(Self.rows([UInt8](repeating: 0x2C, count: 50), limits: limits) == ["1:11 TOO-MANY-COLUMNS"])
  }

  @Test("what a careful writer writes is read back, whatever it holds")
  func roundTrip() {
    var random = RepeatableRandom(seed: 42)
    let pieces = ["a", ",", "\"", "\n", "\r\n", "é", " ", ";", "1"]
    for _ in 0..<300 {
      let table = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
      }
      let text = table.map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
      }.joined()
      #expect(Self.rows(Array(text.utf8), chunk: 5) == table.map { $0.joined(separator: "|") })
    }
  }

  @Test("no bytes make the reader crash or run for ever")
  func noise() {
    var random = RepeatableRandom(seed: 42)
    let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0xC3, 0xA9, 0xFF, 0x00]
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      #expect(Self.rows(bytes).count <= bytes.count + 1)
    }
  }
}
