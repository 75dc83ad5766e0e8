/// Runs a program without back-references along a text once, all its ways at the same time, the preferred ones first
/// (Pike's machine): the time is at most the length of the text times that of the program.
struct ThreadedMatcher {
  /// The ways that stand at one place of the text, in order of preference, each by its next instruction.
  private struct Threads {
    /// Instructions, in order.
    var order: [Int32]
    /// For each instruction its place in `order`, if that place says so.
    var place: [Int32]
    var count = 0
    /// For each instruction the slots of the way that stands there.
    var slots: [Int32]

    init(instructions: Int = 0, slots slotCount: Int = 0) {
      order = Array(repeating: 0, count: instructions)
      place = order
      slots = Array(repeating: -1, count: instructions * slotCount)
    }

    @inline(__always) mutating func insert(_ instruction: Int) -> Bool {
      let index = Int(place[instruction])
      if index < count, order[index] == Int32(truncatingIfNeeded: instruction) { return false }
      place[instruction] = Int32(truncatingIfNeeded: count)
      order[count] = Int32(truncatingIfNeeded: instruction)
      count += 1
      return true
    }
  }

  /// What is still to be followed from one instruction: another one, or a slot to be set back.
  private struct Pending {
    var instruction: Int32
    var slot: Int32
    var value: Int32
  }

  private let program: PatternProgram
  /// How many slots are asked for: none to know whether there is a match, two for its ends, two more for each group.
  private let slotCount: Int
  private var current: Threads
  private var next: Threads
  private var pending: [Pending] = []
  private var working: [Int32]
  /// The slots of the match that was found last.
  private(set) var found: [Int32]

  init(_ program: PatternProgram, slots: Int) {
    self.program = program
    slotCount = slots
    current = Threads(instructions: program.code.count, slots: slots)
    next = current
    working = Array(repeating: -1, count: slots)
    found = working
  }

  /// Looks for the first match that starts at or behind a place.
  mutating func search(_ text: PatternText, from start: Int, _ budget: inout PatternBudget) -> PatternOutcome {
    var current = Threads()
    var next = Threads()
    swap(&current, &self.current)
    swap(&next, &self.next)
    defer {
      swap(&current, &self.current)
      swap(&next, &self.next)
    }
    current.count = 0
    var place = start
    var isFound = false
    while true {
      if current.count == 0 {
        if isFound { return .found }
        guard let later = text.start(of: program, from: place) else { return .absent }
        guard budget.spend((later - place) / 8) else { return .exhausted }
        place = later
      }
      if !isFound, !program.isAnchored || place == 0 {
        for slot in working.indices { working[slot] = -1 }
        guard follow(0, at: place, text, into: &current, &budget) else { return .exhausted }
      }
      guard budget.spend(current.count) else { return .exhausted }
      let isAtEnd = place >= text.count
      let (point, length) = isAtEnd ? (UInt32.max, 1) : text.point(at: place)
      next.count = 0
      stepping: for index in 0..<current.count {
        let thread = Int(current.order[index])
        let instruction = program.code[thread]
        switch instruction.operation {
        case .character: if UInt32(truncatingIfNeeded: instruction.x) != point { continue stepping }
        case .set: if isAtEnd || !contains(Int(instruction.x), point) { continue stepping }
        case .anything: if isAtEnd { continue stepping }
        case .match:
          if slotCount == 0 { return .found }
          for slot in 0..<slotCount { found[slot] = current.slots[thread * slotCount + slot] }
          isFound = true
          // The ways behind this one are less preferred.
          break stepping
        default: continue stepping
        }
        for slot in 0..<slotCount { working[slot] = current.slots[thread * slotCount + slot] }
        guard follow(thread + 1, at: place + length, text, into: &next, &budget) else { return .exhausted }
      }
      if isAtEnd { return isFound ? .found : .absent }
      place += length
      swap(&current, &next)
    }
  }

  @inline(__always) private func contains(_ set: Int, _ point: UInt32) -> Bool {
    point < 128 ? program.ascii[set].contains(point) : program.sets[set].contains(point)
  }

  /// Adds the instructions that read a character, or match, and can be reached from one without reading; false if the
  /// budget is spent.
  private mutating func follow(
    _ start: Int, at place: Int, _ text: PatternText, into threads: inout Threads, _ budget: inout PatternBudget
  ) -> Bool {
    pending.append(Pending(instruction: Int32(truncatingIfNeeded: start), slot: -1, value: 0))
    while let step = pending.popLast() {
      if step.slot >= 0 {
        working[Int(step.slot)] = step.value
        continue
      }
      var at = Int(step.instruction)
      following: while threads.insert(at) {
        guard budget.spend(1) else {
          pending.removeAll()
          return false
        }
        let instruction = program.code[at]
        switch instruction.operation {
        case .jump: at = Int(instruction.x)
        case .split:
          pending.append(Pending(instruction: instruction.y, slot: -1, value: 0))
          at = Int(instruction.x)
        case .save:
          if instruction.x < Int32(truncatingIfNeeded: slotCount) {
            pending.append(Pending(instruction: 0, slot: instruction.x, value: working[Int(instruction.x)]))
            working[Int(instruction.x)] = Int32(truncatingIfNeeded: place)
          }
          at += 1
        case .textStart, .textEnd, .lineStart, .lineEnd:
          guard text.holds(instruction.operation, at: place) else { break following }
          at += 1
        case .mark, .advance: at += 1
        case .character, .set, .anything, .match, .backReference:
          for slot in 0..<slotCount { threads.slots[at * slotCount + slot] = working[slot] }
          break following
        }
      }
    }
    return true
  }
}
