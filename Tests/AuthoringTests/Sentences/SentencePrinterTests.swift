import Authoring
import Decisions
import FEEL
import Sales
import Testing

@Suite("A definition is written as a sentence that reads back as the same definition")
struct SentencePrinterTests {
  @Test("each part is written as an author would write it")
  func written() {
    let sentence = SentenceDefinition(
      name: "The \"big\" ones", condition: "employees >= 1000",
      actions: [
        .upgrade(to: "Demo", from: ["Discovery", "Proof and Pilot"]), .propose("Closed Won"),
        .contribute(Contribution(.set, fact: "fit", value: "\"high\"")),
        .contribute(Contribution(.add, fact: "priority", value: "20")), .flag("hot"), .ask("DiscoveryAssessment"),
        .start("new users"), .require("next meeting"),
      ],
      mode: .automatic, priority: Decimal34("1.5"), from: CalendarDate("2026-04-01"),
      until: CalendarDate("2026-12-31"))
    #expect(
      SentencePrinter.text(of: sentence)
        == #""The \"big\" ones": if employees >= 1000 then upgrade from Discovery or "Proof and Pilot" to Demo, "#
        + #"propose Closed Won, set fit to "high", add 20 to priority, flag "hot", ask DiscoveryAssessment, "#
        + #"start new users, require next meeting; from 2026-04-01, until 2026-12-31, priority 1.5, automatically"#)
  }

  @Test("the name of an unnamed sentence is left out")
  func unnamed() {
    let sentence = readSentences("If amount > 5, Then, Upgrade to Demo").sentences[0].definition
    #expect(SentencePrinter.text(of: sentence, isNamed: false) == "if amount > 5 then upgrade to Demo")
  }

  @Test("written and read, 2,000 random definitions are the same")
  func roundTrip() {
    var random = Seeded(state: 7)
    for _ in 0..<2_000 {
      let sentence = randomSentence(&random)
      let text = SentencePrinter.text(of: sentence)
      let (sentences, findings) = readSentences(text)
      #expect(findings.isEmpty, "\(text): \(tellFindings(findings))")
      #expect(sentences.map(\.definition) == [sentence], "\(text)")
    }
  }

  @Test("random texts of the sentences' words neither crash nor lose places")
  func random() {
    var random = Seeded(state: 11)
    let words = Self.words
    for round in 0..<10_000 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(24) {
        bytes += round % 5 == 0 ? [UInt8(random.below(256))] : Array(words[random.below(words.count)].utf8) + [0x20]
      }
      let (sentences, findings) = readSentences(bytes: bytes)
      let file = SourceFile(name: "promotion.rules", bytes: bytes)
      for sentence in sentences {
        let places = (0...sentence.definition.condition.bytes.count).map { sentence.condition.fileByte($0) }
        #expect(places.allSatisfy { $0 >= 0 && $0 <= file.bytes.count } && places == places.sorted(), "\(bytes)")
        #expect(sentence.actions.count == sentence.definition.actions.count && !sentence.actions.isEmpty)
      }
      #expect(findings.allSatisfy { $0.line >= 1 && $0.line <= file.lineCount && $0.column >= 1 }, "\(bytes)")
    }
  }

  @Test(
    "hostile sentences are read soon",
    arguments: [
      "set a to (, ", "add (, ", "add max(a, add), ", "flag \"x\", ", "and set b ", ", ask ", "upgrade from a or ",
      "if then ",
      "flag and add and ", "; from ", "then ",
    ])
  func hostile(_ part: String) {
    let source = "if a then set fit to 1, " + String(repeating: part, count: 20_000 / part.utf8.count)
    let time = ContinuousClock().measure { _ = readSentences(source) }
    #expect(time < .seconds(20), "\(part)")
  }

  static let words = [
    "if", "If", "then", "Then,", "else", ",", "and", "or", ";", ":", ".", "\n", "\n  ", "\"", "\"n\":", "\"x\"", "//",
    "/*",
    "*/", "upgrade", "to", "from", "Demo", "closed won", "propose", "set", "fit", "add", "20", "priority", "flag",
    "ask",
    "salesfeedback", "salesfeedback.assessment", "start", "require", "until", "2026-04-01", "automatically",
    "by proposal",
    "a > 3", "(", ")", "[", "..", "{", "}", "in", "é", "#",
  ]

  // MARK: - Random definitions

  private struct Seeded {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    mutating func pick(_ texts: [Text]) -> Text { texts[below(texts.count)] }
  }

  private func randomSentence(_ random: inout Seeded) -> SentenceDefinition {
    let actions = (0...random.below(4)).map { _ in randomAction(&random) }
    return SentenceDefinition(
      name: random.pick(["a", "Right size", "it's \"so\"", "x: if y then z", "back\\slash", "\u{E9}\u{1F600}"]),
      condition: expression(&random, depth: 3), actions: actions, mode: [nil, .automatic, .proposal][random.below(3)],
      priority: random.below(2) == 0 ? nil : Decimal34(random.pick(["0", "10", "-2.5", "0.001"])),
      from: random.below(2) == 0 ? nil : CalendarDate(days: Int64(random.below(40_000))),
      until: random.below(2) == 0 ? nil : CalendarDate(days: Int64(random.below(40_000))))
  }

  private func randomAction(_ random: inout Seeded) -> SentenceDefinition.Action {
    let stages = sentenceVocabulary.stages
    let names: [Text] = ["fit", "time to close", "priority", "to and from", "a, b", "if", "x+y", "flag"]
    switch random.below(8) {
    case 0:
      let origins = (0..<random.below(3)).map { _ in random.pick(stages) }
      return .upgrade(to: random.pick(stages), from: origins)
    case 1: return .propose(random.pick(stages))
    case 2:
      return .contribute(Contribution(.set, fact: random.pick(names), value: expression(&random, depth: 2)))
    case 3:
      return .contribute(Contribution(.add, fact: random.pick(names), value: expression(&random, depth: 2)))
    case 4: return .flag(random.pick(["hot", "then, flag \"x\"; from", "a\nb\tc", "", "\\"]))
    case 5: return .ask(random.pick(["DiscoveryAssessment", "SalesFeedback", "Un Known"]))
    case 6: return .start(random.pick(names))
    default: return .require(random.pick(names))
    }
  }

  /// A FEEL text in canonical form.
  private func expression(_ random: inout Seeded, depth: Int) -> Text {
    guard depth > 0 else {
      return random.pick([
        "employees", "region", "1.5", "\"then, upgrade to Demo; and\"", "ProspectingAssessment.Score", "flag", "add",
        "next meeting", "what if then", "time to close", "@\"P14D\"", "null", "(< 10)", "-3", "\"a  \\\"b\\\" // c\"",
        "DiscoveryAssessment.Answers.who then decides", "activities[date > today() - @\"P14D\"]", "amount/2",
      ])
    }
    let a = expression(&random, depth: depth - 1)
    let b = expression(&random, depth: depth - 1)
    switch random.below(9) {
    case 0: return a + " and " + b
    case 1: return a + " > " + b + " or flag"
    case 2: return "if " + a + " then " + b + " else add"
    case 3: return "some x in [" + a + ", " + b + "] satisfies x > 1 and add"
    case 4: return a + " in [1..5["
    case 5: return "(" + a + ") between 1 and " + b
    case 6: return "for x in 1..3, y in " + a + " return {flag: x, then: " + b + "}"
    case 7: return "max(" + a + ", " + b + ") + 1"
    default: return a
    }
  }
}
