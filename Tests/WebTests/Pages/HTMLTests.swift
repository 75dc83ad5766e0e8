import FEEL
import Sales
import Testing

@testable import Web

@Suite("Making HTML")
struct HTMLTests {
  @Test("texts and attributes are escaped")
  func escaping() {
    let evil = #"<script>alert("1")</script> & 'x'"#
    let html = tag(.p, .class(evil)) {
      evil
      Text(evil)
    }
    let safe = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"
    #expect(html.text == "<p class=\"\(safe)\">\(safe)\(safe)</p>")
  }

  @Test("characters that no page may have become a sign of it")
  func controls() {
    #expect(HTML.escaped("a\u{0}b\u{1B}[31mc\u{85}d\te\nf") == "a\u{FFFD}b\u{FFFD}[31mc\u{FFFD}d\te\nf")
  }

  @Test("elements stand in each other; those without an end have none")
  func elements() {
    let names = ["a", "b"]
    let html = tag(.ul) {
      for name in names { tag(.li) { name } }
      if names.count == 2 { tag(.br) }
    }
    #expect(html.text == "<ul><li>a</li><li>b</li><br></ul>")
    #expect(tag(.input, .required, nil, .value("x")).text == #"<input required value="x">"#)
  }

  @Test("no id leads out of the site")
  func paths() {
    #expect(LocalPath("records", "a/b", "../x?y#z").text == "/records/a%2Fb/..%2Fx%3Fy%23z")
    #expect(LocalPath().with("owner", "A & B").with("none", "").with("x", "1").text == "/?owner=A%20%26%20B&x=1")
    #expect(LocalPath("records", "//evil.example", "javascript:alert(1)").text.hasPrefix("/records/%2F%2Fevil"))
    #expect(LocalPath(checking: "/records/a?b=c")?.text == "/records/a?b=c")
    for bad in ["", "x", "//evil", "/\\evil", "/a b", "/a\u{A}b", "https://evil"] {
      #expect(LocalPath(checking: bad) == nil, "\(bad)")
    }
  }

  @Test(
    "numbers are grouped, rounded half to even and signed",
    arguments: [
      ("1234567.505", 2, "1,234,567.50", "+1,234,567.50"), ("0.5", 0, "0", "+0"), ("1.5", 0, "2", "+2"),
      ("-98765", 0, "\u{2212}98,765", "\u{2212}98,765"), ("0", 2, "0.00", "0.00"),
      ("1E+6", 0, "1,000,000", "+1,000,000"),
      ("-0.05", 2, "\u{2212}0.05", "\u{2212}0.05"), ("999", 0, "999", "+999"),
    ])
  func figures(number: String, decimals: Int, shown: String, signed: String) throws {
    let decimal = try #require(Decimal34(number))
    #expect(Figures.grouped(decimal, decimals: decimals) == shown)
    #expect(Figures.signed(decimal, decimals: decimals) == signed)
  }

  @Test("amounts and moments are shown as people read them")
  func words() {
    #expect(Figures.plain(48_000) == "48,000")
    #expect(Decimal34("1250.5").map(Figures.plain) == "1,250.5")
    #expect(Figures.counted(1, "stage", "stages") == "1 stage")
    #expect(Figures.counted(1200, "stage", "stages") == "1,200 stages")
    #expect(
      Figures.moment(1_790_000_000_000).text
        == #"<time datetime="2026-09-21T14:13:20Z">21 Sep 2026, 14:13 UTC</time>"#)
    #expect(CalendarDate("2026-12-31").map(Figures.day) == "31 Dec 2026")
  }
}
