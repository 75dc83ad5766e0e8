/// Runs a program with back-references, which no linear way is known for: one way after the other, the preferred ones
/// first, until one matches or the budget is spent.
struct BacktrackingMatcher {
  /// Ways back that are kept at most.
  private static let mostPending = 500_000

  /// A way not yet tried (`slot` below zero), or a slot to be set back before the one that was kept earlier.
  private struct Pending {
    var instruction: Int32
    var slot: Int32
    var value: Int32
  }

  private let program: PatternProgram
  private var pending: [Pending] = []
  /// The slots of the match that was found last; behind those of the groups where each loop's round started.
  private(set) var found: [Int32]

  init(_ program: PatternProgram) {
    self.program = program
    found = Array(repeating: -1, count: 2 * (program.groupCount + 1) + program.loopCount)
  }

  /// Looks for the first match that starts at or behind a place.
  mutating func search(_ text: PatternText, from start: Int, _ budget: inout PatternBudget) -> PatternOutcome {
    var place = start
    while let later = text.start(of: program, from: place) {
      guard budget.spend((later - place) / 8 + found.count) else { return .exhausted }
      for slot in found.indices { found[slot] = -1 }
      let outcome = match(text, at: later, &budget)
      if outcome != .absent { return outcome }
      if later >= text.count { break }
      place = later + text.point(at: later).length
    }
    return .absent
  }

  private mutating func match(_ text: PatternText, at start: Int, _ budget: inout PatternBudget) -> PatternOutcome {
    pending.removeAll(keepingCapacity: true)
    let loops = 2 * (program.groupCount + 1)
    var place = start
    var at = 0
    while true {
      guard budget.spend(1), pending.count < Self.mostPending else { return .exhausted }
      let instruction = program.code[at]
      let x = Int(instruction.x)
      var goesOn = true
      switch instruction.operation {
      case .match: return .found
      case .jump: at = x
      case .split:
        pending.append(Pending(instruction: instruction.y, slot: -1, value: Int32(truncatingIfNeeded: place)))
        at = x
      case .save:
        set(x, to: place)
        at += 1
      case .mark:
        set(loops + x, to: place)
        at += 1
      case .advance: at = Int(found[loops + x]) == place ? Int(instruction.y) : at + 1
      case .textStart, .textEnd, .lineStart, .lineEnd:
        goesOn = text.holds(instruction.operation, at: place)
        at += 1
      case .backReference:
        if let end = repeated(x, text, at: place, &budget) { place = end } else { goesOn = false }
        at += 1
      case .character, .set, .anything:
        if place < text.count {
          let (point, length) = text.point(at: place)
          goesOn = reads(instruction, point)
          place += length
        } else {
          goesOn = false
        }
        at += 1
      }
      if !goesOn {
        guard let way = goBack() else { return .absent }
        at = way.at
        place = way.place
      }
    }
  }

  private func reads(_ instruction: PatternInstruction, _ point: UInt32) -> Bool {
    switch instruction.operation {
    case .character: UInt32(truncatingIfNeeded: instruction.x) == point
    case .set:
      point < 128
        ? program.ascii[Int(instruction.x)].contains(point) : program.sets[Int(instruction.x)].contains(point)
    default: true
    }
  }

  private mutating func set(_ slot: Int, to place: Int) {
    pending.append(Pending(instruction: 0, slot: Int32(truncatingIfNeeded: slot), value: found[slot]))
    found[slot] = Int32(truncatingIfNeeded: place)
  }

  /// The last way that was left for later; slots that were set since are set back.
  private mutating func goBack() -> (at: Int, place: Int)? {
    while let last = pending.popLast() {
      if last.slot < 0 { return (Int(last.instruction), Int(last.value)) }
      found[Int(last.slot)] = last.value
    }
    return nil
  }

  /// Where the text of a group ends if it stands here again; a group that matched nothing is empty (F&O 3.1 §5.6.1).
  private func repeated(_ group: Int, _ text: PatternText, at place: Int, _ budget: inout PatternBudget) -> Int? {
    var from = Int(found[2 * group])
    let to = Int(found[2 * group + 1])
    guard from >= 0, to >= from else { return place }
    guard budget.spend((to - from) / (program.ignoresCase ? 1 : 8)) else { return nil }
    var place = place
    while from < to {
      guard place < text.count else { return nil }
      let (a, aLength) = text.point(at: from)
      let (b, bLength) = text.point(at: place)
      guard program.ignoresCase ? CaseVariants.areSame(a, b) : a == b else { return nil }
      from += aLength
      place += bLength
    }
    return place
  }
}
