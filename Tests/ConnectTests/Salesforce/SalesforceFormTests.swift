import FEEL
import Testing

@testable import Connect

@Suite("Ids and literals of Salesforce")
struct SalesforceFormTests {
  @Test(
    arguments: [
      // The first is Salesforce's own example.
      ("00530000003T2PG", "00530000003T2PGAA0"), ("006000000000001", "006000000000001AAA"),
      ("001AbCdEfGhIjKl", "001AbCdEfGhIjKlIVK"),
      ("00530000003T2PGAA0", "00530000003T2PGAA0"), ("00530000003T2PGaa0", "00530000003T2PGAA0"),
      ("00530000003t2pgAA0", nil), ("00530000003T2P", nil), ("00530000003T2PGA", nil), ("00530000003T2P-", nil),
      ("", nil),
      ("00530000003T2Pé", nil), ("ABCDEABCDEABCDE", "ABCDEABCDEABCDE555"),
    ] as [(Text, Text?)])
  func `an id of 15 characters is widened, one of 18 is checked`(id: Text, wide: Text?) {
    #expect(SalesforceID.widened(id) == wide)
  }

  @Test(
    arguments: [
      ("plain", "'plain'"), ("O'Neil", #"'O\'Neil'"#), (#"back\slash"#, #"'back\\slash'"#), (#"\'"#, #"'\\\''"#),
      ("", "''"),
      ("a\nb\r\tc", #"'a\nb\r\tc'"#), ("nul\0", "'nul '"), ("häß 漢", "'häß 漢'"),
    ] as [(Text, String)])
  func `a text cannot leave its quotes`(text: Text, literal: String) {
    #expect(SOQL.literal(text) == literal)
  }

  @Test(
    arguments: [
      ("2026-03-31T19:00:00.000+0000", 1_774_983_600_000), ("2026-03-31T19:00:00Z", 1_774_983_600_000),
      ("2026-04-01T02:00:00.250+0700", 1_774_983_600_250), ("2026-03-31T19:00:00.000+00:00", 1_774_983_600_000),
      ("2026-03-31", 1_774_915_200_000), ("yesterday", nil), ("", nil), ("2026-03-31T19:00:00.000", nil),
    ] as [(Text, Int64?)])
  func `stamps are read as Salesforce writes them`(text: Text, milliseconds: Int64?) {
    #expect(SOQL.milliseconds(text) == milliseconds)
  }

  @Test func `instants have their milliseconds`() {
    #expect(SOQL.instant(1_774_983_600_000) == "2026-03-31T19:00:00.000Z")
    #expect(SOQL.instant(1_774_983_600_007) == "2026-03-31T19:00:00.007Z")
  }

  @Test func `a query survives its way through an address`() {
    #expect(SOQL.escaped("a = 'b&c' + ü%") == "a%20%3D%20%27b%26c%27%20%2B%20%C3%BC%25")
  }
}
