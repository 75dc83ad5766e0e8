import Testing

@testable import FEEL

/// The engine beside a matcher that tries everything.
@Suite struct `Patterns and what they match` {
  private static let flags: [PatternFlags] = [[], [], .ignoresCase, .multiLine, .dotAll, [.ignoresCase, .multiLine]]

  @Test(arguments: 0..<20) func `as a matcher that tries everything`(seed: Int) throws {
    var maker = PatternMaker(seed: UInt64(seed), withReferences: seed % 3 == 2)
    for round in 0..<500 {
      let flags = Self.flags[round % Self.flags.count]
      let source = maker.pattern()
      let pattern = try Pattern(Text(source), flags: flags)
      let tree = try PatternParser.parse(Text(source), flags)
      for _ in 0..<4 {
        let text = maker.text()
        let naive = NaiveMatcher(tree: tree, text: text.unicodeScalars.map(\.value), flags: flags).first()
        let slots = 2 * (tree.groupCount + 1)
        var budget = PatternBudget(steps: 1_000_000)
        var found: [Int32]?
        let outcome = pattern.forEachMatch(in: Text(text), slots: slots, &budget) { match in
          found = match
          return false
        }
        try #require(outcome == (naive == nil ? .absent : .found), "\(source) in \(text.debugDescription)")
        var again = PatternBudget(steps: 1_000_000)
        try #require(pattern.matches(Text(text), &again) == outcome)
        guard let naive, let found else { continue }
        let offsets = Self.offsets(text)
        var expected = [offsets[naive.start], offsets[naive.end]]
        for group in 1..<tree.groupCount + 1 {
          expected.append(naive.groups[group].map { offsets[$0.start] } ?? -1)
          expected.append(naive.groups[group].map { offsets[$0.end] } ?? -1)
        }
        let slice = Array(found.prefix(expected.count))
        // Plain texts tell the match as a whole only, and have no groups.
        try #require(slice == expected, "\(source) in \(text.debugDescription): \(slice), not \(expected)")
      }
    }
  }

  /// Which round of a loop is the last, if a round may be empty, is left to engines; whether there is a match is not.
  @Test(arguments: 0..<10) func `whether there is a match does not depend on empty rounds`(seed: Int) throws {
    var maker = PatternMaker(seed: UInt64(1000 + seed), withReferences: false)
    maker.repeatsEmpty = true
    for _ in 0..<500 {
      let source = maker.pattern()
      let pattern = try Pattern(Text(source))
      let tree = try PatternParser.parse(Text(source), [])
      let text = maker.text()
      let naive = NaiveMatcher(tree: tree, text: text.unicodeScalars.map(\.value), flags: []).first()
      var budget = PatternBudget(steps: 1_000_000)
      let outcome = pattern.matches(Text(text), &budget)
      try #require(outcome == (naive == nil ? .absent : .found), "\(source) in \(text.debugDescription)")
    }
  }

  private static func offsets(_ text: String) -> [Int32] {
    var offsets: [Int32] = [0]
    for scalar in text.unicodeScalars { offsets.append((offsets.last ?? 0) + Int32(UTF8.width(scalar))) }
    return offsets
  }

  @Test func `sets of code points are sets`() {
    var random = RepeatableRandom(seed: 7)
    for _ in 0..<300 {
      let stretches = { (random: inout RepeatableRandom) -> [ClosedRange<UInt32>] in
        (0..<random.next(below: 6)).map { _ in
          let first = UInt32(random.next(below: 60))
          return first...first + UInt32(random.next(below: 9))
        }
      }
      let (a, b) = (stretches(&random), stretches(&random))
      let (x, y) = (CodePointSet(a), CodePointSet(b))
      for point: UInt32 in 0..<80 {
        let (inA, inB) = (a.contains { $0.contains(point) }, b.contains { $0.contains(point) })
        #expect(x.contains(point) == inA)
        #expect(x.complement.contains(point) == !inA)
        #expect(x.union(y).contains(point) == (inA || inB))
        #expect(x.subtracting(y).contains(point) == (inA && !inB))
        #expect(x.ascii.contains(point) == inA)
      }
      #expect(x.complement.complement == x)
    }
  }

  @Test func `every code point has one category`() throws {
    let names = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Zs Zl Zp Sm Sc Sk So Cc Cf Co Cn"
    var all = CodePointSet()
    var count: UInt32 = 0
    for name in names.split(separator: " ") {
      let set = try #require(UnicodeCategory.named(name.unicodeScalars.map(\.value)[...]))
      set.forEachStretch { count += $1 - $0 + 1 }
      all = all.union(set)
    }
    // Surrogates have none that a pattern could name.
    #expect(count == 0x11_0000 - 0x800)
    #expect(all.complement == CodePointSet([0xD800...0xDFFF]))
    #expect(UnicodeTables.version == "15.0.0")
  }

  @Test func `variants go both ways`() {
    for point: UInt32 in 0..<0x2_0000 {
      for variant in CaseVariants.of(point) {
        #expect(CaseVariants.of(variant).contains(point))
        #expect(CaseVariants.areSame(point, variant))
      }
    }
  }
}
