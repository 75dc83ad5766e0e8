/// Reads regular expressions of XPath (F&O 3.1 §5.6.1): those of XML Schema part 2 (1.1, appendix G) with `^` and `$`,
/// reluctant quantifiers, groups that are not kept, `\$` and back-references.
struct PatternParser {
  /// How deep groups and classes may nest.
  static let depth = 100

  /// The pattern's code points, without the blanks that do not count.
  private(set) var points: [UInt32] = []
  /// Where each of them stands in the pattern, counted from 1; one more at the end.
  private var places: [Int] = []
  let flags: PatternFlags
  var place = 0
  var tree = PatternTree()
  /// For each group whether its end was read.
  private var isClosed: [Bool] = []
  private var nesting = 0

  static func parse(_ pattern: Text, _ flags: PatternFlags) throws(PatternError) -> PatternTree {
    var parser = PatternParser(pattern, flags)
    if flags.contains(.quoted) {
      parser.tree.root = .sequence(parser.points.map { parser.character($0) })
      return parser.tree
    }
    parser.tree.root = try parser.choice()
    if parser.peek() != nil { throw parser.error("this parenthesis was never opened") }
    return parser.tree
  }

  private init(_ pattern: Text, _ flags: PatternFlags) {
    self.flags = flags
    var points: [UInt32] = []
    CodePoints.forEach(pattern.bytes) { points.append($0) }
    let dropsBlanks = flags.contains(.ignoresBlanks) && !flags.contains(.quoted)
    var classDepth = 0
    var isEscaped = false
    for (index, point) in points.enumerated() {
      if dropsBlanks {
        if classDepth == 0, CharacterClass.blank.contains(point) { continue }
        if isEscaped {
          isEscaped = false
        } else if point == letter("\\") {
          isEscaped = true
        } else if point == letter("[") {
          classDepth += 1
        } else if point == letter("]") {
          classDepth = max(0, classDepth - 1)
        }
      }
      self.points.append(point)
      places.append(index + 1)
    }
    places.append(points.count + 1)
  }

  // MARK: Reading

  func peek(_ ahead: Int = 0) -> UInt32? { place + ahead < points.count ? points[place + ahead] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar.value else { return false }
    place += 1
    return true
  }

  /// An error about the next character, or one before it.
  func error(_ message: Text, back: Int = 0) -> PatternError {
    PatternError(message: message, place: places[max(0, min(place - back, places.count - 1))])
  }

  /// Counts one more level around what `body` reads.
  mutating func nested<T>(_ body: (inout Self) throws(PatternError) -> T) throws(PatternError) -> T {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.depth { throw error("the pattern nests deeper than \(Self.depth) levels") }
    return try body(&self)
  }

  /// The place of a set, added to the tree's if it is not the last one.
  mutating func node(_ set: CodePointSet) -> PatternNode {
    tree.work += set.borders.count
    if tree.sets.last != set { tree.sets.append(set) }
    return .set(tree.sets.count - 1)
  }

  mutating func character(_ point: UInt32) -> PatternNode {
    guard flags.contains(.ignoresCase) else { return .character(point) }
    tree.work += CaseVariants.work
    let variants = CaseVariants.of(point)
    return variants.count == 1 ? .character(point) : node(CodePointSet(variants.map { $0...$0 }))
  }

  // MARK: Expressions

  private mutating func choice() throws(PatternError) -> PatternNode {
    var branches = [try branch()]
    while take("|") { branches.append(try branch()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func branch() throws(PatternError) -> PatternNode {
    var parts: [PatternNode] = []
    while let next = peek(), next != letter("|"), next != letter(")") {
      let atom = try atom()
      guard let repetition = try quantifier() else {
        parts.append(atom)
        continue
      }
      parts.append(.repetition(atom, repetition))
    }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom() throws(PatternError) -> PatternNode {
    guard let point = peek() else { return .empty }
    switch point {
    case letter("("): return try nested { parser throws(PatternError) in try parser.group() }
    case letter("["):
      let set = try nested { parser throws(PatternError) in try parser.characterClass() }
      return node(set)
    case letter("\\"): return try escape()
    case letter("."):
      place += 1
      return node(flags.contains(.dotAll) ? CharacterClass.anything : CharacterClass.withoutLineEnds)
    case letter("^"):
      place += 1
      return .start
    case letter("$"):
      place += 1
      return .end
    case letter("*"), letter("+"), letter("?"): throw error("there is nothing here that could be repeated")
    case letter("{"), letter("}"), letter("]"):
      throw error("a bracket that stands for itself needs a backslash before it")
    default:
      place += 1
      return character(point)
    }
  }

  private mutating func group() throws(PatternError) -> PatternNode {
    let opening = place
    place += 1
    var number: Int?
    if take("?") {
      guard take(":") else { throw error("only `(?:` may follow an opening parenthesis with a question mark") }
    } else {
      tree.groupCount += 1
      isClosed.append(false)
      number = tree.groupCount
    }
    let inner = try choice()
    guard take(")") else { throw error("this parenthesis is never closed", back: place - opening) }
    guard let number else { return inner }
    isClosed[number - 1] = true
    return .group(number, inner)
  }

  private mutating func quantifier() throws(PatternError) -> Repetition? {
    var repetition: Repetition
    if take("*") {
      repetition = Repetition(least: 0, most: nil, isGreedy: true)
    } else if take("+") {
      repetition = Repetition(least: 1, most: nil, isGreedy: true)
    } else if take("?") {
      repetition = Repetition(least: 0, most: 1, isGreedy: true)
    } else if take("{") {
      repetition = try counts()
    } else {
      return nil
    }
    if take("?") { repetition.isGreedy = false }
    return repetition
  }

  /// `3}`, `3,}` or `3,5}`.
  private mutating func counts() throws(PatternError) -> Repetition {
    let least = try count()
    var most: Int? = least
    if take(",") { most = peek() == letter("}") ? nil : try count() }
    guard take("}") else { throw error("the number of repetitions is written {n}, {n,} or {n,m}") }
    if let bound = most, bound < least {
      throw error("\(least) to \(bound) repetitions cannot be: the first number is the greater one", back: 1)
    }
    // No text is so long that such a bound could matter.
    if let bound = most, bound >= Self.mostCounted { most = nil }
    return Repetition(least: least, most: most, isGreedy: true)
  }

  /// Ten times as much still fits 32 bits.
  private static let mostCounted = 1 << 27

  private mutating func count() throws(PatternError) -> Int {
    guard let first = peek(), Self.isDigit(first) else { throw error("a number of repetitions is missing here") }
    var count = 0
    while let point = peek(), Self.isDigit(point) {
      count = min(count * 10 + Int(point - 0x30), Self.mostCounted)
      place += 1
    }
    return count
  }

  static func isDigit(_ point: UInt32) -> Bool { point >= 0x30 && point <= 0x39 }

  // MARK: Back-references

  /// `\1`, at its first digit. A further digit belongs to it only if that many groups were opened before it.
  mutating func backReference() throws(PatternError) -> PatternNode {
    let start = place
    var number = 0
    if peek() == letter("0") { throw error("a back-reference starts with a digit from 1 to 9") }
    while let point = peek(), Self.isDigit(point) {
      let longer = number * 10 + Int(point - 0x30)
      if place > start, longer > isClosed.count { break }
      number = longer
      place += 1
    }
    guard number >= 1, number <= isClosed.count else {
      throw error("there is no group \(number) before this back-reference", back: place - start)
    }
    guard isClosed[number - 1] else {
      throw error("a back-reference cannot stand inside its own group \(number)", back: place - start)
    }
    tree.hasBackReferences = true
    return .backReference(number)
  }
}
