/// A regular expression of XPath, ready to be held against texts.
final class Pattern: Sendable {
  /// Bytes that a pattern may have.
  static let longest = 65_536

  let source: Text
  let flags: PatternFlags
  let program: PatternProgram
  /// What it cost to make, in steps of an evaluation.
  let cost: Int
  /// The text that the pattern stands for, if it is only that, and its length.
  private let plain: (search: TextSearch, length: Int)?
  /// Whether the empty text matches.
  let matchesEmpty: Bool

  init(_ source: Text, flags: PatternFlags = []) throws(PatternError) {
    if source.bytes.count > Self.longest {
      throw PatternError(message: "a pattern may have \(Self.longest) bytes at most", place: nil)
    }
    self.source = source
    self.flags = flags
    let tree = try PatternParser.parse(source, flags)
    let characters = tree.root.characters
    program = try PatternCompiler.compile(characters == nil ? tree : PatternTree(), flags)
    plain = characters.map { (TextSearch(Text(bytes: $0)), $0.count) }
    cost = (source.bytes.count * 4 + program.code.count * 4 + tree.work) / PatternBudget.stepsInOne
    var budget = PatternBudget(steps: PatternProgram.longest)
    if let characters {
      matchesEmpty = characters.isEmpty
    } else {
      matchesEmpty = Self.search(program, plain: nil, [], slots: 0, &budget) { _ in false } == .found
    }
  }

  /// Whether some part of the text matches.
  func matches(_ text: Text, _ budget: inout PatternBudget) -> PatternOutcome {
    Self.search(program, plain: plain, text.bytes, slots: 0, &budget) { _ in false }
  }

  /// Looks for matches from left to right, none of which overlap; `body` is given the slots of each (see
  /// `PatternProgram`), as many as were asked for, and says whether to go on.
  ///
  /// - Parameter slots: 2 for the match as a whole, 2 more for each group.
  func forEachMatch(
    in text: Text, slots: Int, _ budget: inout PatternBudget, _ body: ([Int32]) -> Bool
  ) -> PatternOutcome {
    Self.search(program, plain: plain, text.bytes, slots: slots, &budget, body)
  }

  private static func search(
    _ program: PatternProgram, plain: (search: TextSearch, length: Int)?, _ bytes: [UInt8], slots: Int,
    _ budget: inout PatternBudget, _ body: ([Int32]) -> Bool
  ) -> PatternOutcome {
    if let plain { return search(plain.search, plain.length, bytes, &budget, body) }
    // What the ways remember must not take more memory than a large text.
    guard program.code.count * max(slots, 1) <= 1_000_000 else { return .exhausted }
    return bytes.withUnsafeBufferPointer { bytes in
      let text = PatternText(bytes: bytes)
      if program.hasBackReferences {
        var matcher = BacktrackingMatcher(program)
        return search(text, body) { place in (matcher.search(text, from: place, &budget), matcher.found) }
      }
      var matcher = ThreadedMatcher(program, slots: slots)
      return search(text, body) { place in (matcher.search(text, from: place, &budget), matcher.found) }
    }
  }

  private static func search(
    _ text: PatternText, _ body: ([Int32]) -> Bool, _ next: (Int) -> (PatternOutcome, [Int32])
  ) -> PatternOutcome {
    var place = 0
    var isFound = false
    while place <= text.count {
      let (outcome, slots) = next(place)
      if outcome == .exhausted { return .exhausted }
      guard outcome == .found else { break }
      isFound = true
      guard body(slots), slots.count >= 2 else { break }
      place = Int(slots[1])
      // Behind an empty match the next one starts a character later.
      if slots[1] == slots[0] { place += place < text.count ? text.point(at: place).length : 1 }
    }
    return isFound ? .found : .absent
  }

  /// The same for plain text.
  private static func search(
    _ plain: TextSearch, _ length: Int, _ bytes: [UInt8], _ budget: inout PatternBudget, _ body: ([Int32]) -> Bool
  ) -> PatternOutcome {
    var from = 0
    var isFound = false
    while from <= bytes.count, let place = plain.first(in: bytes, from: from) {
      isFound = true
      guard budget.spend((place - from) / 4 + length + 1) else { return .exhausted }
      let end = place + length
      guard body([Int32(truncatingIfNeeded: place), Int32(truncatingIfNeeded: end)]) else { return .found }
      from = length == 0 ? end + 1 : end
    }
    return budget.spend(max(0, bytes.count - from) / 4) ? isFound ? .found : .absent : .exhausted
  }
}

extension PatternNode {
  /// The bytes of the text that it stands for, if it stands for one only and keeps nothing of it.
  fileprivate var characters: [UInt8]? {
    switch self {
    case .empty: return []
    // A byte that makes no character stands for any such byte.
    case .character(let point) where point != 0xFFFD:
      var bytes: [UInt8] = []
      UTF8Scan.append(point, to: &bytes)
      return bytes
    case .sequence(let parts):
      var bytes: [UInt8] = []
      for part in parts {
        guard case .character(let point) = part, point != 0xFFFD else { return nil }
        UTF8Scan.append(point, to: &bytes)
      }
      return bytes
    default: return nil
    }
  }
}
