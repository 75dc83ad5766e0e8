import FEEL
import Testing

@Suite("A value in a range")
struct MembershipPropertyTests {
  private static let clock = Clock(epochMilliseconds: 0, offsetSeconds: 0)

  /// Values of every kind, neighbours and equals among them.
  private static let kinds: [[Text]] = [
    ["-1", "0", "1", "1.0", "1.5", "2", "1000000000000000000000000", "0.0000000001"],
    [#""""#, #""a""#, #""A""#, #""aa""#, #""b""#, #""é""#],
    [#"@"2026-01-31""#, #"@"2026-02-01""#, #"@"-0001-01-01""#, #"@"9999-12-31""#],
    [#"@"10:30:00""#, #"@"10:30:00.5""#, #"@"10:30:01""#, #"@"10:30:00Z""#, #"@"11:30:00+01:00""#],
    [
      #"@"2026-01-31T10:30:00""#, #"@"2026-01-31T10:30:01""#, #"@"2026-01-31T10:30:00Z""#,
      #"@"2026-01-31T11:30:00+01:00""#,
    ],
    [#"@"P1D""#, #"@"PT24H""#, #"@"PT24H1S""#, #"@"-P1D""#, #"@"PT0S""#],
    [#"@"P1Y""#, #"@"P12M""#, #"@"P13M""#, #"@"-P1M""#],
    ["true", "false"], ["[1]"], ["{a: 1}"], ["[1..2]"], ["null"],
  ]

  private func value(_ source: Text) -> Value {
    Expression(source, law: .standard).value([], clock: Self.clock)
  }

  @Test("is in it just when the comparisons that the range stands for say so")
  func agreesWithComparisons() {
    let all = Self.kinds.flatMap { $0 }
    for kind in Self.kinds {
      for (x, start, end) in triples(of: kind, all) {
        for (open, isAfter) in [("[", ">="), ("(", ">"), ("]", ">")] as [(Text, Text)] {
          for (close, isBefore) in [("]", "<="), (")", "<"), ("[", "<")] as [(Text, Text)] {
            // A range of ends that have no order is no range: nothing is equal to null but null.
            if value("\(open)\(start)..\(end)\(close)").isIdentical(to: .null) { continue }
            let membership = value("\(x) in \(open)\(start)..\(end)\(close)")
            if start == "null" || end == "null" {
              #expect(membership.isIdentical(to: .null))
              continue
            }
            let meaning = value("\(x) \(isAfter) \(start) and \(x) \(isBefore) \(end)")
            #expect(membership.isIdentical(to: meaning), "\(x) in \(open)\(start)..\(end)\(close)")
            #expect(
              open != "[" || close != "]" || value("\(x) between \(start) and \(end)").isIdentical(to: meaning),
              "\(x) between \(start) and \(end)")
          }
        }
      }
    }
  }

  @Test(
    "open to one side is the comparison itself, as a test and as a value", arguments: ["<", "<=", ">", ">=", "=", "!="])
  func openRanges(_ sign: String) {
    let sign = Text(sign)
    let all = Self.kinds.flatMap { $0 }
    for x in all {
      for end in all where end != "null" {
        let meaning = value("\(x) \(sign) \(end)")
        #expect(value("\(x) in \(sign) \(end)").isIdentical(to: meaning), "\(x) in \(sign) \(end)")
        #expect(value("\(x) in (\(sign) \(end))").isIdentical(to: meaning), "\(x) in (\(sign) \(end))")
        if value("(\(sign) \(end))").isIdentical(to: .null) { continue }
        #expect(value("{r: (\(sign) \(end)), v: \(x) in r}.v").isIdentical(to: meaning), "\(x) in r (\(sign) \(end))")
      }
    }
  }

  @Test("is among literals just when it meets one of them, and among a list when it is equal to one")
  func lists() {
    let all = Self.kinds.flatMap { $0 }
    var random = RepeatableRandom(seed: 7)
    for _ in 0..<1_500 {
      let x = all[random.next(below: all.count)]
      let (a, b) = (all[random.next(below: all.count)], all[random.next(below: all.count)])
      #expect(
        value("\(x) in (\(a), \(b))").isIdentical(to: value("\(x) in (\(a)) or \(x) in (\(b))")), "\(x) in (\(a), \(b))"
      )
      let isEqual = value("\(x) = \(a) or \(x) = \(b)").isIdentical(to: .boolean(true))
      if isEqual { #expect(value("\(x) in [\(a), \(b)]").isIdentical(to: .boolean(true)), "\(x) in [\(a), \(b)]") }
    }
  }

  private func triples(of kind: [Text], _ all: [Text]) -> [(Text, Text, Text)] {
    var triples: [(Text, Text, Text)] = []
    for start in kind {
      for end in kind + ["null"] {
        for x in kind + [all[triples.count % all.count], "null"] { triples.append((x, start, end)) }
      }
    }
    return triples
  }
}
