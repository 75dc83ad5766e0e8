/// Makes a program of a pattern's syntax.
struct PatternCompiler {
  private let isMultiLine: Bool
  private var program = PatternProgram()
  /// Nodes visited: what is repeated may be empty, and writes no code however often it comes.
  private var work = 0

  static func compile(_ tree: PatternTree, _ flags: PatternFlags) throws(PatternError) -> PatternProgram {
    var compiler = PatternCompiler(flags)
    compiler.program.sets = tree.sets
    compiler.program.ascii = tree.sets.map { $0.ascii }
    compiler.program.groupCount = tree.groupCount
    compiler.program.hasBackReferences = tree.hasBackReferences
    compiler.program.ignoresCase = flags.contains(.ignoresCase)
    try compiler.emit(.save, 0)
    try compiler.compile(tree.root)
    try compiler.emit(.save, 1)
    try compiler.emit(.match)
    compiler.program.findStart()
    return compiler.program
  }

  private init(_ flags: PatternFlags) { isMultiLine = flags.contains(.multiLine) }

  private var next: Int { program.code.count }

  private mutating func emit(
    _ operation: PatternInstruction.Operation, _ x: Int = 0, _ y: Int = 0
  ) throws(PatternError) {
    guard program.code.count < PatternProgram.longest else { throw Self.tooLarge }
    program.code.append(
      PatternInstruction(
        operation: operation, x: Int32(truncatingIfNeeded: x), y: Int32(truncatingIfNeeded: y)))
  }

  private static let tooLarge = PatternError(
    message: "the pattern is too large once its repetitions are written out", place: nil)

  private mutating func compile(_ node: PatternNode) throws(PatternError) {
    work += 1
    if work > 4 * PatternProgram.longest { throw Self.tooLarge }
    switch node {
    case .empty: break
    case .character(let point): try emit(.character, Int(point))
    case .set(let place):
      let isAnything = program.sets[place] == CharacterClass.anything
      try emit(isAnything ? .anything : .set, place)
    case .start: try emit(isMultiLine ? .lineStart : .textStart)
    case .end: try emit(isMultiLine ? .lineEnd : .textEnd)
    case .sequence(let parts): for part in parts { try compile(part) }
    case .choice(let branches): try compile(branches)
    case .group(let number, let inner):
      try emit(.save, 2 * number)
      try compile(inner)
      try emit(.save, 2 * number + 1)
    case .repetition(let inner, let repetition): try compile(inner, repetition)
    case .backReference(let number): try emit(.backReference, number)
    }
  }

  private mutating func compile(_ branches: [PatternNode]) throws(PatternError) {
    var exits: [Int] = []
    for (place, branch) in branches.enumerated() {
      guard place < branches.count - 1 else {
        try compile(branch)
        break
      }
      let split = next
      try emit(.split, split + 1)
      try compile(branch)
      exits.append(next)
      try emit(.jump)
      program.code[split].y = Int32(truncatingIfNeeded: next)
    }
    for exit in exits { program.code[exit].x = Int32(truncatingIfNeeded: next) }
  }

  /// What is repeated, as often as it must come, then as often as it may.
  private mutating func compile(_ inner: PatternNode, _ repetition: Repetition) throws(PatternError) {
    guard let most = repetition.most else {
      for _ in 0..<max(0, repetition.least - 1) { try compile(inner) }
      return try compileLoop(inner, repetition)
    }
    for _ in 0..<repetition.least { try compile(inner) }
    var exits: [Int] = []
    for _ in repetition.least..<most {
      exits.append(try split(repetition))
      try compile(inner)
    }
    for exit in exits { leave(exit, repetition, for: next) }
  }

  /// A loop without bound. One whose body may be empty is left after an empty round.
  private mutating func compileLoop(_ inner: PatternNode, _ repetition: Repetition) throws(PatternError) {
    guard inner.isNullable else {
      if repetition.least > 0 {
        let start = next
        try compile(inner)
        let split = try split(repetition)
        again(split, repetition, at: start)
        leave(split, repetition, for: next)
      } else {
        let split = try split(repetition)
        try compile(inner)
        try emit(.jump, split)
        leave(split, repetition, for: next)
      }
      return
    }
    let entry = repetition.least == 0 ? try split(repetition) : nil
    let start = next
    let loop = program.loopCount
    program.loopCount += 1
    if program.hasBackReferences { try emit(.mark, loop) }
    try compile(inner)
    let advance = next
    if program.hasBackReferences { try emit(.advance, loop) }
    let split = try split(repetition)
    again(split, repetition, at: start)
    leave(split, repetition, for: next)
    if let entry { leave(entry, repetition, for: next) }
    if program.hasBackReferences { program.code[advance].y = Int32(truncatingIfNeeded: next) }
  }

  /// A split between going on with what follows it and leaving, whose ends are filled in later.
  private mutating func split(_ repetition: Repetition) throws(PatternError) -> Int {
    let place = next
    try emit(.split, place + 1, place + 1)
    return place
  }

  private mutating func leave(_ split: Int, _ repetition: Repetition, for target: Int) {
    let target = Int32(truncatingIfNeeded: target)
    if repetition.isGreedy { program.code[split].y = target } else { program.code[split].x = target }
  }

  private mutating func again(_ split: Int, _ repetition: Repetition, at target: Int) {
    let target = Int32(truncatingIfNeeded: target)
    if repetition.isGreedy { program.code[split].x = target } else { program.code[split].y = target }
  }
}

extension PatternProgram {
  /// Finds out what a match can start with.
  fileprivate mutating func findStart() {
    var first = AsciiSet()
    var mayBeEmpty = false
    var isBeyondASCII = false
    forEachFirst { instruction in
      switch instruction.operation {
      case .character:
        let point = UInt32(truncatingIfNeeded: instruction.x)
        if point < 128 { first.insert(point) } else { isBeyondASCII = true }
      case .set:
        first.formUnion(ascii[Int(instruction.x)])
        if let last = sets[Int(instruction.x)].borders.last, last > 128 { isBeyondASCII = true }
      case .anything:
        first = .all
        isBeyondASCII = true
      case .match, .backReference: mayBeEmpty = true
      default: break
      }
      return true
    }
    startsBeyondASCII = isBeyondASCII
    self.first = mayBeEmpty ? nil : first
    var isAnchored = true
    forEachFirst { instruction in
      switch instruction.operation {
      case .character, .set, .anything, .match, .backReference: isAnchored = false
      default: break
      }
      return instruction.operation != .textStart
    }
    self.isAnchored = isAnchored
  }

  /// Visits what can be reached before a character is read; `body` says whether to pass it.
  private func forEachFirst(_ body: (PatternInstruction) -> Bool) {
    var seen = Array(repeating: false, count: code.count)
    var open = [0]
    while let place = open.popLast() {
      if place >= code.count || seen[place] { continue }
      seen[place] = true
      let instruction = code[place]
      guard body(instruction) else { continue }
      switch instruction.operation {
      case .character, .set, .anything, .match, .backReference: break
      case .jump: open.append(Int(instruction.x))
      case .split:
        open.append(Int(instruction.x))
        open.append(Int(instruction.y))
      case .advance:
        open.append(place + 1)
        open.append(Int(instruction.y))
      case .save, .textStart, .textEnd, .lineStart, .lineEnd, .mark: open.append(place + 1)
      }
    }
  }
}
