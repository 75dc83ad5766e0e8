import FEEL
import Testing

@Suite("A misspelt name is answered with the one that was meant")
struct SuggestionTests {
  static let names: [Text] = [
    "employees", "Discovery", "Demo", "Negotiation", "Closed Won", "Closed Lost", "region", "fit", "id", "Score",
  ]

  @Test("the nearest name, if it is near enough", arguments: Self.cases)
  func suggestion(_ name: Text, _ expected: Text?) {
    #expect(suggestions(for: name, among: Self.names) == expected)
  }

  static let cases: [(Text, Text?)] = [
    ("emplyees", "employees"), ("emploeyes", "employees"), ("EMPLOYEES", "employees"), ("employee", "employees"),
    ("discovery", "Discovery"), ("Discvery", "Discovery"), ("Closed", nil), ("Closed Wn", "Closed Won"),
    ("Closed Lots", "Closed Lost"), ("fti", "fit"), ("xy", nil), ("", nil), ("revenue", nil), ("score", "Score"),
    ("id", nil), ("ID", "id"), ("is", nil),
  ]

  @Test("of equally near names the first by order")
  func tie() {
    #expect(suggestions(for: "bar12", among: ["bar14", "bar13"]) == "bar13")
    #expect(suggestions(for: "BAR", among: ["bat", "bar", "baz"]) == "bar")
  }
}
