import Authoring
import Decisions
import FEEL
import Sales
import Testing

/// Reads a file of sentences with the names of the example playbook.
func readSentences(_ source: String, limits: Limits = Limits()) -> (
  sentences: [ParsedSentence], findings: [PlacedFinding]
) {
  readSentences(bytes: Array(source.utf8), limits: limits)
}

func readSentences(bytes: [UInt8], limits: Limits = Limits()) -> (
  sentences: [ParsedSentence], findings: [PlacedFinding]
) {
  let file = SourceFile(name: "rules/promotion.rules", bytes: bytes)
  return SentenceParser(file: file, vocabulary: sentenceVocabulary, limits: limits).parse()
}

let sentenceVocabulary = SentenceVocabulary(
  stages: ["Prospecting", "Discovery", "Demo", "Negotiation", "Closed Won", "Closed Lost", "Proof and Pilot"],
  assessments: [
    SentenceVocabulary.Assessment("ProspectingAssessment", questions: ["hours"]),
    SentenceVocabulary.Assessment("DiscoveryAssessment", questions: ["pain", "who then decides"]),
    SentenceVocabulary.Assessment("SalesFeedback"),
  ],
  facts: ["fit", "priority", "time to close"],
  attributes: ["employees", "region", "activities", "next meeting", "what if then", "flag", "add", "amount"])

@Suite("Sentences are read as their author wrote them")
struct SentenceParserTests {
  @Test("the mission's sentences are valid as they stand")
  func mission() {
    let (sentences, findings) = readSentences(
      """
      If ProspectingAssessment.Score > 60, Then, Upgrade to Discovery
      If DiscoveryAssessment.Score > 75, Then, Upgrade to Demo
      If DemoAssessment.Score > 80, Then, Upgrade to Negotiation
      If Salesfeedback.Assessment =100, Then, Upgrade to Closed Won
      """)
    #expect(
      sentences.map(\.definition) == [
        SentenceDefinition(
          name: "promotion.rules#1", condition: "ProspectingAssessment.Score > 60",
          actions: [.upgrade(to: "Discovery", from: [])]),
        SentenceDefinition(
          name: "promotion.rules#2", condition: "DiscoveryAssessment.Score > 75",
          actions: [.upgrade(to: "Demo", from: [])]),
        SentenceDefinition(
          name: "promotion.rules#3", condition: "DemoAssessment.Score > 80",
          actions: [.upgrade(to: "Negotiation", from: [])]),
        SentenceDefinition(
          name: "promotion.rules#4", condition: "SalesFeedback.Score =100",
          actions: [.upgrade(to: "Closed Won", from: [])]),
      ])
    #expect(
      tellFindings(findings) == [
        "4:4 warning ALIAS `Salesfeedback.Assessment` read as `SalesFeedback.Score` (write `SalesFeedback.Score`)",
        "4:4 note CASE `Salesfeedback` is declared as `SalesFeedback` (write `SalesFeedback`)",
      ])
  }

  @Test("an alias is told of an assessment that is not defined, too")
  func alias() {
    let file = SourceFile(
      name: "a.rules", bytes: Array("If Salesfeedback.Assessment =100, Then, Upgrade to Closed Won".utf8))
    let (sentences, findings) = SentenceParser(file: file, vocabulary: SentenceVocabulary(stages: ["Closed Won"]))
      .parse()
    #expect(sentences.map(\.definition.condition) == ["Salesfeedback.Score =100"])
    #expect(
      tellFindings(findings) == [
        "1:4 warning ALIAS `Salesfeedback.Assessment` read as `Salesfeedback.Score` (write `Salesfeedback.Score`)"
      ])
    #expect(sentences[0].condition.fileByte(0) == 3)
    #expect(sentences[0].condition.fileByte("Salesfeedback.Score ".utf8.count) == 28)
  }

  @Test("each action and option", arguments: Self.cases)
  func form(_ source: String, _ expected: String) {
    let (sentences, findings) = readSentences(source)
    #expect(findings.isEmpty, "\(source): \(tellFindings(findings))")
    #expect(sentences.map { dumpSentence($0.definition) } == [expected], "\(source)")
  }

  static let cases: [(String, String)] = [
    ("if a then upgrade to Demo", "a => upgrade [] Demo"),
    ("IF a THEN UPGRADE FROM Discovery OR Prospecting TO Demo", "a => upgrade [Discovery,Prospecting] Demo"),
    ("if a, then, propose \"Closed Won\"", "a => propose Closed Won"),
    ("if a then upgrade to Proof and Pilot and flag \"x\"", "a => upgrade [] Proof and Pilot; flag x"),
    ("if a then upgrade to Demo.", "a => upgrade [] Demo"),
    (
      "if fit = \"high\" then add 20 to priority, flag \"hot\", ask DiscoveryAssessment",
      "fit = \"high\" => add 20 to priority; flag hot; ask DiscoveryAssessment"
    ),
    (
      "if a then set fit to \"high\" and start onboarding of new users and require amount",
      "a => set fit to \"high\"; start onboarding of new users; require amount"
    ),
    ("if a then flag \"x\", and start \"a, and b\"", "a => flag x; start a, and b"),
    // Where a FEEL value ends
    ("if a then set fit to b and c, flag \"x\"", "a => set fit to b and c; flag x"),
    ("if a then set fit to flag and add and employees > 3", "a => set fit to flag and add and employees > 3"),
    ("if a then set fit to add > 3 and flag \"x\"", "a => set fit to add > 3; flag x"),
    ("if a then set fit to add - 5 > 3, set priority to 4", "a => set fit to add - 5 > 3; set priority to 4"),
    ("if a then add if b then 1 else 2 to priority", "a => add if b then 1 else 2 to priority"),
    ("if a then add max(1, employees) to priority", "a => add max(1, employees) to priority"),
    ("if a then set fit to x in [1..5[ and flag \"x\"", "a => set fit to x in [1..5[; flag x"),
    ("if a then set fit to \"a, flag \\\"b\\\"; c\"", "a => set fit to \"a, flag \\\"b\\\"; c\""),
    ("if a then set fit to for x in y, z in w return x and z", "a => set fit to for x in y, z in w return x and z"),
    ("if a then set time to close to 5, add 1 to time to close", "a => set time to close to 5; add 1 to time to close"),
    ("if a then set fit to {flag: \"x\", add: 1}", "a => set fit to {flag: \"x\", add: 1}"),
    // Where the condition ends
    ("if if a then b else c then flag \"x\"", "if a then b else c => flag x"),
    (
      "if (if a then (if b then c else d) else e) > 1, then flag \"x\"",
      "(if a then (if b then c else d) else e) > 1 => flag x"
    ),
    ("if region = \"then\" and what if then then flag \"x\"", "region = \"then\" and what if then => flag x"),
    ("if x in ]1..5[ then flag \"x\"", "x in ]1..5[ => flag x"),
    ("if a.then > 1 then flag \"x\"", "a.then > 1 => flag x"),
    (
      "if DiscoveryAssessment.Answers.who then decides = \"x\" then flag \"x\"",
      "DiscoveryAssessment.Answers.who then decides = \"x\" => flag x"
    ),
    // Options
    (
      "if SalesFeedback.Score >= 100 then propose Closed Won; from 2026-04-01, until 2026-12-31",
      "SalesFeedback.Score >= 100 => propose Closed Won | from 2026-04-01 | until 2026-12-31"
    ),
    ("if a then flag \"x\"; priority 1.5, automatically", "a => flag x | priority 1.5 | automatic"),
    ("if a then set fit to b; Priority -2, By Proposal", "a => set fit to b | priority -2 | proposal"),
    // White space and comments
    ("if  a >\t3 // why\n  and /* really */ b\n\tthen\n // nothing\n    flag \"a  b\"", "a > 3 and b => flag a  b"),
    ("/* a\n   long\n comment */\nif a then flag \"x\" // end", "a => flag x"),
    ("if a // then flag \"y\"\r\n  then flag \"x\"\r\n", "a => flag x"),
    ("\u{FEFF}if a then flag \"http://x /* y */\"", "a => flag http://x /* y */"),
  ]

  @Test("names are as written, or the file's with an ordinal that counts every sentence")
  func names() {
    let (sentences, findings) = readSentences(
      """
      // The first
      "Right size": if a then flag "x"
      if b then flag "y"

      "a \\"quoted\\" name":
        if c then flag "z"
      if then flag "no condition"
      if d then flag "w"
      """)
    #expect(
      sentences.map(\.definition.name) == ["Right size", "promotion.rules#2", "a \"quoted\" name", "promotion.rules#5"])
    #expect(tellFindings(findings).count == 1)
  }

  @Test("other case than declared is a note, and the declared case is taken", arguments: Self.notes)
  func note(_ source: String, _ expected: String, _ notes: [String]) {
    let (sentences, findings) = readSentences(source)
    #expect(sentences.map { dumpSentence($0.definition) } == [expected], "\(source)")
    #expect(tellFindings(findings) == notes, "\(source)")
  }

  static let notes: [(String, String, [String])] = [
    (
      "if a then upgrade to closed won", "a => upgrade [] Closed Won",
      ["1:22 note CASE `closed won` is declared as `Closed Won` (write `Closed Won`)"]
    ),
    ("if a then propose \"DEMO\"", "a => propose Demo", ["1:19 note CASE `DEMO` is declared as `Demo` (write `Demo`)"]),
    (
      "if prospectingassessment.score > 60 then ask salesfeedback",
      "ProspectingAssessment.Score > 60 => ask SalesFeedback",
      [
        "1:4 note CASE `prospectingassessment` is declared as `ProspectingAssessment` (write `ProspectingAssessment`)",
        "1:26 note CASE `score` is declared as `Score` (write `Score`)",
        "1:46 note CASE `salesfeedback` is declared as `SalesFeedback` (write `SalesFeedback`)",
      ]
    ),
    (
      "if SalesFeedback.COMPLETE then add SalesFeedback.percent to priority",
      "SalesFeedback.Complete => add SalesFeedback.Percent to priority",
      [
        "1:18 note CASE `COMPLETE` is declared as `Complete` (write `Complete`)",
        "1:50 note CASE `percent` is declared as `Percent` (write `Percent`)",
      ]
    ),
    (
      "if \"salesfeedback.score\" = region and Other.score > 1 then flag \"x\"",
      "\"salesfeedback.score\" = region and Other.score > 1 => flag x", []
    ),
    (
      "if some x in activities satisfies x.Assessment > 1 then flag \"x\"",
      "some x in activities satisfies x.Assessment > 1 => flag x", []
    ),
  ]

  @Test("places lead from the canonical texts back into the file, across lines and comments")
  func places() {
    let source =
      "\"n\": if employees >\n  1000 /* many */ and salesfeedback.assessment = 1\n  then set fit to\n    \"high\", flag \"x\""
    let sentence = readSentences(source).sentences[0]
    #expect(sentence.definition.condition == "employees > 1000 and SalesFeedback.Score = 1")
    #expect(sentence.byte == 0)
    for (word, written) in [
      ("employees", "employees"), ("1000", "1000"), ("and", "and"), ("SalesFeedback", "salesfeedback"),
      ("Score", "assessment"), ("= 1", "= 1"),
    ] {
      let start = offset(of: word, in: sentence.definition.condition.string)
      #expect(sentence.condition.fileByte(start) == offset(of: written, in: source), "\(word)")
    }
    #expect(sentence.actions.map(\.byte) == [offset(of: "set fit", in: source), offset(of: "flag", in: source)])
    #expect(sentence.actions[0].value?.fileByte(0) == offset(of: "\"high\"", in: source))
    #expect(sentence.actions[1].value == nil)
  }

  private func offset(of part: String, in whole: String) -> Int {
    let bytes = Array(whole.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: part.utf8) } ?? -1
  }
}

/// `line:column severity CODE message (fix)`.
func tellFindings(_ findings: [PlacedFinding]) -> [String] {
  findings.map { finding in
    "\(finding.line):\(finding.column) \(finding.severity) \(finding.code) \(finding.message)"
      + (finding.fix.map { " (\($0))" } ?? "")
  }
}

/// A definition in short.
func dumpSentence(_ sentence: SentenceDefinition) -> String {
  var text = sentence.condition.string + " => "
  text += sentence.actions.map { action in
    switch action {
    case .upgrade(let stage, let origins): "upgrade [\(origins.map(\.string).joined(separator: ","))] \(stage)"
    case .propose(let stage): "propose \(stage)"
    case .contribute(let contribution):
      contribution.kind == .set
        ? "set \(contribution.fact) to \(contribution.value)" : "add \(contribution.value) to \(contribution.fact)"
    case .flag(let text): "flag \(text)"
    case .ask(let assessment): "ask \(assessment)"
    case .start(let sequence): "start \(sequence)"
    case .require(let attribute): "require \(attribute)"
    }
  }.joined(separator: "; ")
  if let from = sentence.from { text += " | from \(from.text)" }
  if let until = sentence.until { text += " | until \(until.text)" }
  if let priority = sentence.priority { text += " | priority \(priority.text)" }
  if let mode = sentence.mode { text += " | \(mode)" }
  return text
}
