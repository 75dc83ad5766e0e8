import Authoring
import FEEL
import Sales
import Testing

@Suite("What is wrong with sentences is told with its place, cause and fix")
struct SentenceFindingTests {
  @Test("each finding word for word", arguments: Self.cases)
  func finding(_ source: String, _ expected: [String]) {
    #expect(tellFindings(readSentences(source).findings) == expected, "\(source)")
  }

  static let cases: [(String, [String])] = [
    (
      #"if a > 3 upgrade to Demo"#,
      [#"1:10 error THEN-MISSING `then` is missing before `upgrade` (write `then upgrade`)"#]
    ),
    (
      #"if a > 3, upgrade to Demo"#,
      [#"1:11 error THEN-MISSING `then` is missing before `upgrade` (write `then upgrade`)"#]
    ),
    (
      #"If a > 3 than upgrade to Demo"#,
      [#"1:10 error THEN-MISSING `than` stands where `then` belongs (did you mean `then`?)"#]
    ),
    (
      #"if a > 3 thn, flag "x""#,
      [#"1:10 error THEN-MISSING `thn` stands where `then` belongs (did you mean `then`?)"#]
    ),
    (
      #"if a > 3"#,
      [#"1:9 error THEN-MISSING the sentence has no `then` (write `then` and what follows: `then upgrade to ...`)"#]
    ),
    (
      #"if a > 3; priority 3"#,
      [#"1:9 error THEN-MISSING the sentence has no `then` (write `then` and what follows: `then upgrade to ...`)"#]
    ),
    (
      #"a > 3 then flag "x""#,
      [#"1:1 error IF-MISSING the sentence does not start with `if` (write `if ... then ...`)"#]
    ),
    (
      #"when a > 3 then flag "x""#,
      [#"1:1 error IF-MISSING a sentence starts with `if`, not with `when` (write `if`)"#]
    ),
    (
      #"fi a > 3 then flag "x""#,
      [#"1:1 error IF-MISSING the sentence does not start with `if` (write `if ... then ...`)"#]
    ),
    (
      #"if then flag "x""#,
      [#"1:4 error CONDITION-MISSING nothing stands between `if` and `then` (write a condition)"#]
    ),
    (
      #"if , then flag "x""#,
      [#"1:6 error CONDITION-MISSING nothing stands between `if` and `then` (write a condition)"#]
    ),
    (
      #"if a then"#,
      [#"1:10 error ACTION-MISSING nothing follows `then` (write an action: `upgrade to ...`)"#]
    ),
    (
      #"if a then, "#,
      [#"1:11 error ACTION-MISSING nothing follows `then` (write an action: `upgrade to ...`)"#]
    ),
    (
      #"if a then ; priority 3"#,
      [#"1:11 error ACTION-MISSING nothing follows `then` (write an action: `upgrade to ...`)"#]
    ),
    (
      #"if a then flag "x","#,
      [#"1:20 error ACTION-MISSING nothing follows `,` (write an action or remove it)"#]
    ),
    (
      #"if a then flag "x" and"#,
      [#"1:23 error ACTION-MISSING nothing follows `and` (write an action or remove it)"#]
    ),
    (
      #"if a then upgrade to Discvery"#,
      [#"1:22 error UNKNOWN-STAGE no pipeline has a stage `Discvery` (did you mean `Discovery`?)"#]
    ),
    (
      #"if a then upgrade to Closed"#,
      [
        #"1:22 error UNKNOWN-STAGE no pipeline has a stage `Closed` (write one of `Prospecting`, `Discovery`, `Demo`, `Negotiation`, `Closed Won`, `Closed Lost`, `Proof and Pilot`)"#
      ]
    ),
    (
      #"if a then upgrade to Demo Day"#,
      [#"1:22 error UNKNOWN-STAGE no pipeline has a stage `Demo Day` (did you mean `Demo`?)"#]
    ),
    (
      #"if a then upgrade to xyz, flag "x""#,
      [
        #"1:22 error UNKNOWN-STAGE no pipeline has a stage `xyz` (write one of `Prospecting`, `Discovery`, `Demo`, `Negotiation`, `Closed Won`, `Closed Lost`, `Proof and Pilot`)"#
      ]
    ),
    (
      #"if a then upgrade from Demoo to Negotiation"#,
      [#"1:24 error UNKNOWN-STAGE no pipeline has a stage `Demoo` (did you mean `Demo`?)"#]
    ),
    (
      #"if a then upgrade from Demo or to Negotiation"#,
      [#"1:32 error ACTION-FORM a stage is missing here (write `upgrade from Prospecting to Discovery`)"#]
    ),
    (
      #"if a then upgrade Demo"#,
      [#"1:19 error ACTION-FORM `upgrade` needs `to` and a stage (write `upgrade to Demo`)"#]
    ),
    (
      #"if a then upgrade"#,
      [#"1:18 error ACTION-FORM `upgrade` needs `to` and a stage (write `upgrade to Prospecting`)"#]
    ),
    (
      #"if a then upgrade to"#,
      [#"1:21 error ACTION-FORM a stage is missing here (write `upgrade to Discovery`)"#]
    ),
    (
      #"if a then propose "Close Won""#,
      [#"1:19 error UNKNOWN-STAGE no pipeline has a stage `Close Won` (did you mean `Closed Won`?)"#]
    ),
    (
      #"if a then propose"#,
      [#"1:18 error ACTION-FORM a stage is missing here (write `propose Discovery`)"#]
    ),
    (
      #"if a then upgade to Demo"#,
      [#"1:11 error UNKNOWN-ACTION `upgade` is no action (did you mean `upgrade`?)"#]
    ),
    (
      #"if a then promote to Demo"#,
      [#"1:11 error UNKNOWN-ACTION `promote` is no action (did you mean `upgrade`?)"#]
    ),
    (
      #"if a then "hot""#,
      [
        #"1:11 error UNKNOWN-ACTION `"hot"` is no action (write one of upgrade, propose, set, add, flag, ask, start, require)"#
      ]
    ),
    (
      #"if a then set fit = "high""#,
      [#"1:19 error ACTION-FORM `set` takes `to`, not `=` (write `set fit to "high"`)"#]
    ),
    (
      #"if a then set fit "high""#,
      [#"1:15 error ACTION-FORM `set` needs a fact, `to` and a value (write `set fit to "high"`)"#]
    ),
    (
      #"if a then set fit to"#,
      [#"1:21 error ACTION-FORM a value is missing after `to` (write `set fit to "high"`)"#]
    ),
    (
      #"if a then set fit to, flag "x""#,
      [#"1:21 error ACTION-FORM a value is missing after `to` (write `set fit to "high"`)"#]
    ),
    (
      #"if a then set"#,
      [#"1:14 error ACTION-FORM `set` needs a fact, `to` and a value (write `set fit to "high"`)"#]
    ),
    (
      #"if a then add 20 priority"#,
      [#"1:15 error ACTION-FORM `add` needs a value, `to` and a fact (write `add 20 to priority`)"#]
    ),
    (
      #"if a then add 20 to"#,
      [#"1:20 error ACTION-FORM a fact is missing after `to` (write `add 20 to priority`)"#]
    ),
    (
      #"if a then add to priority"#,
      [#"1:15 error ACTION-FORM `add` needs a value, `to` and a fact (write `add 20 to priority`)"#]
    ),
    (
      #"if a then flag hot"#,
      [#"1:16 error ACTION-FORM `flag` needs a text in quotation marks (write `flag "hot"`)"#]
    ),
    (
      #"if a then flag"#,
      [#"1:15 error ACTION-FORM `flag` needs a text in quotation marks (write `flag "hot"`)"#]
    ),
    (
      #"if a then ask"#,
      [#"1:14 error ACTION-FORM `ask` needs an assessment (write `ask DiscoveryAssessment`)"#]
    ),
    (
      #"if a then start, flag "x""#,
      [#"1:16 error ACTION-FORM `start` needs a sequence (write `start onboarding`)"#]
    ),
    (
      #"if a then require"#,
      [#"1:18 error ACTION-FORM `require` needs an attribute (write `require amount`)"#]
    ),
    (
      #"if a then flag "x" flag "y""#,
      [#"1:20 error SEPARATOR `,` or `and` is missing before `flag` (write `, flag`)"#]
    ),
    (
      #"if a then flag "x" else flag "y""#,
      [#"1:20 error ELSE a rule has no `else` (write a second sentence with the opposite condition)"#]
    ),
    (
      #"if a then flag "x" whatever"#,
      [#"1:20 error ACTION-FORM `whatever` can't stand behind an action (write `,` and an action)"#]
    ),
    (
      #"if a then flag "x" if b then flag "y""#,
      [#"1:20 error INDENT a sentence starts inside another (start it at the beginning of a line, not indented)"#]
    ),
    (
      #"if a then flag "x"; from 2026-02-30"#,
      [#"1:26 error DATE `2026-02-30` is no day of the calendar (write it like `from 2026-04-01`)"#]
    ),
    (
      #"if a then flag "x"; from"#,
      [#"1:25 error DATE a day is missing after `from` (write it like `from 2026-04-01`)"#]
    ),
    (
      #"if a then flag "x"; from 2026-04-01 until 2026-13-01"#,
      [#"1:43 error DATE `2026-13-01` is no day of the calendar (write it like `until 2026-04-01`)"#]
    ),
    (
      #"if a then flag "x"; priority high"#,
      [#"1:30 error PRIORITY `high` is no number (write it like `priority 10`)"#]
    ),
    (
      #"if a then flag "x"; priority"#,
      [#"1:29 error PRIORITY a number is missing after `priority` (write it like `priority 10`)"#]
    ),
    (
      #"if a then flag "x"; automatically, by proposal"#,
      [#"1:36 error OPTION a rule acts either automatically or by proposal (remove one)"#]
    ),
    (
      #"if a then flag "x"; from 2026-04-01, from 2026-04-02"#,
      [#"1:38 error OPTION `from` is given twice (remove one)"#]
    ),
    (
      #"if a then flag "x"; autmatically"#,
      [#"1:21 error OPTION `autmatically` is no option (did you mean `automatically`?)"#]
    ),
    (
      #"if a then flag "x"; priorty 3"#,
      [#"1:21 error OPTION `priorty 3` is no option (did you mean `priority`?)"#]
    ),
    (
      #"if a then flag "x"; nonsense, priority 3"#,
      [#"1:21 error OPTION `nonsense` is no option (write one of from, until, priority, automatically, by proposal)"#]
    ),
    (
      #"if a then flag "x";"#,
      [#"1:20 error OPTION nothing follows `;` (write an option or remove it)"#]
    ),
    (
      #"if a then flag "x"; priority 3,"#,
      [#"1:32 error OPTION nothing follows `,` (write an option or remove it)"#]
    ),
    (
      #"if a then flag "x"; automatically please"#,
      [#"1:35 error OPTION `please` can't follow `automatically` (write `,` between options)"#]
    ),
    (
      #"if a = "NA then flag "x""#,
      [
        #"1:24 error UNCLOSED the string that starts here is not closed on this line (add the missing `"`; it may belong to a string before this one)"#
      ]
    ),
    (
      #"if a then flag "x"#,
      [#"1:16 error UNCLOSED the string that starts here is not closed on this line (add a closing `"`)"#]
    ),
    (
      #"Right size: if a then flag "x""#,
      [#"1:1 error NAME a rule's name stands in quotation marks (write `"Right size": if ...`)"#]
    ),
    (
      #""Right size" if a then flag "x""#,
      [#"1:14 error NAME `:` is missing after the rule's name (write `"Right size": if ...`)"#]
    ),
    (
      #""": if a then flag "x""#,
      [#"1:1 error NAME the rule's name is empty (write a name, or leave the quotation marks out)"#]
    ),
    (
      #"# comment"#,
      [#"1:1 error COMMENT `#` starts no comment (write `//`)"#]
    ),
    (
      #"then flag "x""#,
      [#"1:1 error INDENT no sentence starts with `then` (start the sentence with `if`)"#]
    ),
    (
      #"if a > and then flg "x""#,
      [
        #"1:8 error SYNTAX a value is missing after `>`"#,
        #"1:17 error UNKNOWN-ACTION `flg` is no action (did you mean `flag`?)"#,
      ]
    ),
    (
      #"if a then flag "x", upgrade to Demoo, set fit to, ask"#,
      [
        #"1:32 error UNKNOWN-STAGE no pipeline has a stage `Demoo` (did you mean `Demo`?)"#,
        #"1:49 error ACTION-FORM a value is missing after `to` (write `set fit to "high"`)"#,
        #"1:54 error ACTION-FORM `ask` needs an assessment (write `ask DiscoveryAssessment`)"#,
      ]
    ),
    (
      #""n": "#,
      [#"1:5 error NO-SENTENCE nothing follows the rule's name (write `if ... then ...`)"#]
    ),
    (
      #";"#,
      [#"1:1 error INDENT no sentence starts with `;` (start the sentence with `if`)"#]
    ),
    (
      #","#,
      [#"1:1 error INDENT no sentence starts with `,` (start the sentence with `if`)"#]
    ),
    (
      #"."#,
      [#"1:1 error NO-SENTENCE this line is no sentence (write `if ... then ...`, or `//` before a comment)"#]
    ),
    (
      #"if"#,
      [#"1:3 error THEN-MISSING the sentence has no `then` (write `then` and what follows: `then upgrade to ...`)"#]
    ),
    (
      #"if a then if b then c"#,
      [
        #"1:11 error UNKNOWN-ACTION `if` is no action (write one of upgrade, propose, set, add, flag, ask, start, require)"#
      ]
    ),
    (
      #"if a then flag "x" and b > 3"#,
      [
        #"1:24 error UNKNOWN-ACTION `b` is no action (write one of upgrade, propose, set, add, flag, ask, start, require)"#
      ]
    ),
    (
      #"if a then set fit to 5, ask"#,
      [#"1:28 error ACTION-FORM `ask` needs an assessment (write `ask DiscoveryAssessment`)"#]
    ),
    // Lines
    (
      "  if a then flag \"x\"",
      [
        "1:3 error INDENT this line is indented, but no sentence stands above it "
          + "(start the sentence at the beginning of the line)"
      ]
    ),
    (
      "if a\nthen flag \"x\"",
      ["2:1 error INDENT no sentence starts with `then` (indent the line if it continues the sentence above)"]
    ),
    (
      "if a then\nupgrade to Demo",
      ["2:1 error INDENT no sentence starts with `upgrade` (indent the line if it continues the sentence above)"]
    ),
    (
      "if a then flag \"x\"\nflag \"y\" if b",
      ["2:1 error NO-SENTENCE this line is no sentence (write `if ... then ...`, or `//` before a comment)"]
    ),
    (
      "if a then flag \"x\"\n  if b then flag \"y\"",
      ["2:3 error INDENT a sentence starts inside another (start it at the beginning of a line, not indented)"]
    ),
    (
      "if a then flag \"x\" /* never\nif b then flag \"y\"",
      ["1:20 error UNCLOSED the comment that starts here is never closed (add `*/`)"]
    ),
    (
      "if a then flag \"x\n  y\"",
      [
        "1:16 error UNCLOSED the string that starts here is not closed on this line (add a closing `\"`)",
        "2:4 error UNCLOSED the string that starts here is not closed on this line (add a closing `\"`)",
      ]
    ),
    (
      "Our rules:\nif a then flag \"x\"",
      ["1:1 error NO-SENTENCE this line is no sentence (write `if ... then ...`, or `//` before a comment)"]
    ),
    // Names
    (
      "\"n\": if a then flag \"x\"\nif b then flag \"y\"\n\"n\": if c then flag \"z\"",
      ["3:1 error DUPLICATE-RULE the name `n` is already used in line 1 (choose another name)"]
    ),
    (
      "\"promotion.rules#2\": if a then flag \"x\"\nif b then flag \"y\"",
      [
        "2:1 error DUPLICATE-RULE the name `promotion.rules#2` is already used in line 1 (choose another name)"
      ]
    ),
    // Columns count characters, and places lead through continuation lines.
    (
      "if region = \"Z\u{FC}rich \u{1F600}\" then\n\tflag \"x\",\n\tupgrade to Demoo",
      ["3:13 error UNKNOWN-STAGE no pipeline has a stage `Demoo` (did you mean `Demo`?)"]
    ),
  ]

  @Test("all findings of a file are told at once, and what is right is read")
  func all() {
    let (sentences, findings) = readSentences(
      """
      If employees > 100 then upgrade to Discvery; priority high
      "A": if employees > 200 upgrade to Demo
      "A": if then flag "x"
      if region = "NA then flag "y"
      if amount > 1 then upgade to Demo, flag hot
      if amount > 2 then flag "fine"
      """)
    #expect(
      tellFindings(findings).map { $0.split(separator: " ").prefix(3).joined(separator: " ") } == [
        "1:36 error UNKNOWN-STAGE", "1:55 error PRIORITY", "2:25 error THEN-MISSING", "3:1 error DUPLICATE-RULE",
        "3:9 error CONDITION-MISSING", "4:29 error UNCLOSED", "5:20 error UNKNOWN-ACTION", "5:41 error ACTION-FORM",
      ])
    #expect(sentences.map(\.definition.name) == ["A", "promotion.rules#6"])
  }

  @Test("bytes that are no UTF-8 are told line by line, and the other lines are read")
  func encoding() {
    let (sentences, findings) = readSentences(
      bytes: Array("if a then flag \"".utf8) + [0xFF] + Array("\"\nif b then flag \"y\"\nif c".utf8) + [0xC3, 0x0A])
    #expect(
      tellFindings(findings) == [
        "1:17 error INVALID-UTF8 this byte is no UTF-8 (save the file as UTF-8)",
        "3:5 error INVALID-UTF8 this byte is no UTF-8 (save the file as UTF-8)",
      ])
    #expect(sentences.map(\.definition.name) == ["promotion.rules#2"])
  }

  @Test("a sentence that is too long is told once, on one line or on many")
  func length() {
    for long in [String(repeating: "a", count: 70_000), String(repeating: "a and\n  ", count: 20_000)] {
      let (sentences, findings) = readSentences("if \(long) then flag \"x\"\nif b then flag \"y\"")
      #expect(
        tellFindings(findings) == [
          "1:1 error TOO-LONG the sentence is longer than 65536 bytes (divide it into several)"
        ])
      #expect(sentences.count == 1)
    }
  }

  @Test("without declared stages, stages are not judged")
  func noStages() {
    let file = SourceFile(name: "a.rules", bytes: Array("if a then upgrade from x y to z, propose w".utf8))
    let (sentences, findings) = SentenceParser(file: file, vocabulary: SentenceVocabulary()).parse()
    #expect(findings.isEmpty)
    #expect(sentences.map { dumpSentence($0.definition) } == ["a => upgrade [x y] z; propose w"])
  }
}
