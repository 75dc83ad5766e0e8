import FEEL
import Sales
import Service
import Testing

@testable import Web

@Suite("Pages")
struct PageTests {
  @Test("the funnel is drawn the same each time")
  func funnel() throws {
    try Golden.compare(Funnel(stages: SamplePages.funnel, currency: "EUR").svg.text + "\n", with: "funnel.svg")
  }

  @Test("a funnel without amounts shows records; without stages it is empty")
  func funnelOfRecords() {
    let stages = [FunnelStage(name: "New", records: 4, money: 0, supportedRecords: 1, supportedMoney: 0)]
    let text = Funnel(stages: stages, currency: "EUR").svg.text
    #expect(text.contains("New: 4 stated, 1 supported by evidence."))
    #expect(text.contains(#"<rect class="supported" x="0" y="29" width="120" height="11" rx="4">"#))
    #expect(!Funnel(stages: [], currency: "EUR").svg.text.contains("<rect"))
  }

  @Test("a verdict is a word, not only a colour")
  func verdicts() {
    for verdict in FormFields.verdicts {
      #expect(VerdictWords.chip(Text(verdict), by: 2).text.contains("\(verdict) by 2"))
      #expect(VerdictWords.sentence(Text(verdict), by: 2).hasSuffix("."))
    }
    #expect(VerdictWords.sentence("ahead", by: 1) == "It is stated 1 stage beyond what the evidence allows.")
  }

  @Test("the path of stages says in words what its dots show")
  func path() {
    let stages: [Text] = ["A", "B", "C", "D"]
    func drawn(_ stated: Text, _ least: Text?, _ most: Text?) -> String {
      StagePath(line: SamplePages.line("1", "x", stage: stated, least: least, most: most), stages: stages).html.text
    }
    func dots(_ html: String) -> [String] {
      html.split(separator: "<span class=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
    let unproven = drawn("C", "A", "D")
    #expect(unproven.contains("Stated C. Evidence carries A for certain, D at most."))
    #expect(dots(unproven) == ["sure", "open", "open stated", "may"])
    #expect(dots(drawn("D", "B", "B")) == ["sure", "sure", "against", "against stated"])
    #expect(dots(drawn("A", "C", "C")) == ["sure stated", "sure", "sure", "none"])
    #expect(StagePath(line: SamplePages.lines[0], stages: ["A"]).html == .nothing, "one stage is no path")
  }

  @Test("the supported stage is one, a range, or not known")
  func supported() {
    #expect(SamplePages.line("1", "x", least: "A", most: "A").supportedWords == "A")
    #expect(SamplePages.line("1", "x", least: "A", most: "B").supportedWords == "A to B")
    #expect(SamplePages.line("1", "x", least: nil).supportedWords == "–")
  }

  @Test("a record's amount is told with its currency, above and among what the CRM says")
  func currency() {
    let page = OneRecordPage(visitor: SamplePages.visitor(.rep), view: SamplePages.record).html.text
    #expect(page.contains("amount EUR 48,000"))
    #expect(page.contains("<dt>Amount</dt><dd>EUR 48,000</dd>"))
    var plain = SamplePages.record
    plain.line.money = nil
    let unjudged = OneRecordPage(visitor: SamplePages.visitor(.rep), view: plain).html.text
    #expect(unjudged.contains("<dt>Amount</dt><dd>48000</dd>"))
  }

  @Test("forms carry the session's mark and a fresh key, and only those that one may use are there")
  func forms() {
    let rep = OneRecordPage(visitor: SamplePages.visitor(.rep), view: SamplePages.record).html.text
    let manager = OneRecordPage(visitor: SamplePages.visitor(.manager), view: SamplePages.record).html.text
    let salesOps = OneRecordPage(visitor: SamplePages.visitor(.salesOps), view: SamplePages.record).html.text
    #expect(rep.contains(#"action="/records/opportunity/0061a00002/stage""#))
    #expect(!rep.contains("/hold\"") && !rep.contains("/withdraw\""))
    #expect(manager.contains("/hold\"") && manager.contains("/withdraw\""))
    #expect(!salesOps.contains("/stage\"") && !salesOps.contains("/accept\""))
    let forms = manager.split(separator: "<form").count - 1
    #expect(manager.split(separator: #"name="token" value="0a1b""#).count - 1 == forms)
    let keys = manager.split(separator: #"name="key" value=""#).dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(keys).count == forms)
  }

  @Test("the bar leads only where one may go")
  func bar() {
    func bar(_ role: Role) -> [Bool] {
      let page = ProposalsPage(visitor: SamplePages.visitor(role), proposals: []).html.text
      return ["/held", "/dead-letters", "/findings"].map { page.contains("href=\"\($0)\"") }
    }
    #expect(bar(.rep) == [false, false, false])
    #expect(bar(.manager) == [false, false, true])
    #expect(bar(.operations) == [true, true, true])
  }

  @Test("every page has one heading, a title and a language, and no id twice", arguments: SamplePages.all.map(\.name))
  func outline(name: String) throws {
    let page = try #require(SamplePages.all.first { $0.name == name }).html.text
    #expect(page.split(separator: "<h1").count == 2)
    #expect(page.contains("<html lang=\"en\">") && page.contains(" · Stagecraft</title>"))
    let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count, "\(ids)")
    for forbidden in ["<script", "style=", "onclick", "javascript:", "http://", "https://"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
  }

  @Test("where there is nothing, a page says so in words")
  func emptiness() throws {
    for (name, words) in [
      ("pipeline-empty", "No records yet"), ("pipeline-by-owner", "No record is like that."),
      ("proposals-empty", "Nothing waits for you"), ("record-bare", "Nothing has moved it yet."),
    ] {
      let page = try #require(SamplePages.all.first { $0.name == name }).html.text
      #expect(page.contains(words), "\(name)")
    }
  }
}
