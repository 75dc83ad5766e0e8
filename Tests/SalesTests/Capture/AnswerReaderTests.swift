import FEEL
import Sales
import Testing

@Suite("Reading an answer that a person typed")
struct AnswerReaderTests {
  private static func label(_ text: Text) -> Label { Label([Label.Translation("en", text)]) }

  private static func question(_ kind: QuestionDefinition.Kind) -> QuestionDefinition {
    QuestionDefinition(id: "q", ask: label("?"), kind: kind)
  }

  private static let number = question(.number(minimum: nil, maximum: nil, unit: nil, bands: []))
  private static let several = question(
    .severalOf([
      OptionDefinition(id: "a;b", label: label("Both"), points: nil),
      OptionDefinition(id: "c", label: label("See"), points: nil),
    ]))

  private func read(_ text: Text, _ language: Text?) -> AnswerValue? {
    try? AnswerReader.read(text, for: Self.number, language: language)
  }

  @Test("a comma stands before decimals where the language writes one, and there only")
  func comma() {
    for language in ["id", "de", "pt-BR"] as [Text] {
      #expect(read("6,5", language) == .number(Decimal34(utf8: Array("6.5".utf8)) ?? .zero), "\(language)")
      #expect(read("6.5", language) == read("6,5", language))
      #expect(read("1,234,5", language) == nil && read("1.234,5", language) == nil, "which is which nobody can tell")
    }
    for language in ["en", "en-GB", "ja", nil] as [Text?] { #expect(read("6,5", language) == nil) }
  }

  @Test("the length of a text is counted in characters, as scoring counts it")
  func length() throws {
    let question = Self.question(.text(points: nil, maximumLength: 3))
    #expect(try AnswerReader.read("äöü", for: question) == .text("äöü"))
    #expect(throws: AnswerReader.Problem.self) { try AnswerReader.read("äöüß", for: question) }
  }

  @Test("chosen options are read one by one, so that an id may hold what stands between them in a list")
  func choices() throws {
    #expect(try AnswerReader.read(choices: ["c", "a;b"], for: Self.several) == .several(["c", "a;b"]))
    #expect(try AnswerReader.read(choices: [], for: Self.several) == .several([]))
    for choices in [["c", "c"], ["d"], ["a"]] as [[Text]] {
      #expect(throws: AnswerReader.Problem.self) { try AnswerReader.read(choices: choices, for: Self.several) }
    }
  }

  @Test("an answer that was given before fits as long as reading it gives the same one")
  func fits() {
    for answer in [.several(["a;b"]), .several([]), .several(["c", "a;b"])] as [AnswerValue] {
      #expect(AnswerReader.fits(answer, Self.several), "\(answer)")
    }
    for answer in [.several(["x"]), .text("c"), .number(Decimal34(1))] as [AnswerValue] {
      #expect(!AnswerReader.fits(answer, Self.several), "\(answer)")
    }
    #expect(AnswerReader.fits(.number(Decimal34(7)), Self.number) && !AnswerReader.fits(.text("x"), Self.number))
  }
}
