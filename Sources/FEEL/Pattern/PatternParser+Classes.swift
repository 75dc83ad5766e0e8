extension PatternParser {
  // MARK: Escapes

  /// What starts with a backslash, outside of a class.
  mutating func escape() throws(PatternError) -> PatternNode {
    if let digit = peek(1), Self.isDigit(digit) {
      place += 1
      return try backReference()
    }
    if let point = try singleEscape() { return character(point) }
    return node(try multiEscape())
  }

  /// The character that an escape stands for (`\n`, `\.`), or nil, nothing read, if it stands for a set.
  private mutating func singleEscape() throws(PatternError) -> UInt32? {
    guard let point = peek(1) else { throw error("a backslash is the last character") }
    let result: UInt32
    switch point {
    case letter("n"): result = 0x0A
    case letter("r"): result = 0x0D
    case letter("t"): result = 0x09
    case letter("\\"), letter("|"), letter("."), letter("?"), letter("*"), letter("+"), letter("("), letter(")"),
      letter("{"), letter("}"), letter("-"), letter("["), letter("]"), letter("^"), letter("$"):
      result = point
    default: return nil
    }
    place += 2
    return result
  }

  /// `\d`, `\p{Lu}` and the like.
  private mutating func multiEscape() throws(PatternError) -> CodePointSet {
    guard let point = peek(1) else { throw error("a backslash is the last character") }
    if point == letter("p") || point == letter("P") {
      place += 2
      let named = try property()
      return point == letter("p") ? named : named.complement
    }
    guard let set = CharacterClass.escaped(point) else {
      if Self.isDigit(point) { throw error("a back-reference cannot stand in a character class") }
      throw error("this character needs and has no backslash before it")
    }
    place += 2
    return set
  }

  /// `{Lu}` or `{IsBasicLatin}`.
  private mutating func property() throws(PatternError) -> CodePointSet {
    guard take("{") else { throw error("the name of a category or block is missing: \\p{Lu}, \\p{IsBasicLatin}") }
    let start = place
    while let point = peek(), point != letter("}") { place += 1 }
    guard peek() != nil else { throw error("this brace is never closed", back: place - start + 1) }
    let name = points[start..<place]
    let isBlock = name.count > 2 && name[start] == letter("I") && name[start + 1] == letter("s")
    tree.work += UnicodeCategory.work
    guard let set = isBlock ? UnicodeBlock.named(name.dropFirst(2)) : UnicodeCategory.named(name) else {
      throw error(
        isBlock ? "Unicode has no block of this name" : "Unicode has no category of this name", back: place - start)
    }
    place += 1
    return set
  }

  // MARK: Classes

  /// `[a-z]`, `[^a-z]`, `[a-z-[aeiou]]`.
  mutating func characterClass() throws(PatternError) -> CodePointSet {
    let opening = place
    place += 1
    let isNegated = take("^")
    var stretches: [ClosedRange<UInt32>] = []
    var escapes = CodePointSet()
    var isEmpty = true
    while let point = peek(), point != letter("]") {
      if !isEmpty, point == letter("-"), peek(1) == letter("[") { break }
      isEmpty = false
      if point == letter("\\") {
        if let single = try singleEscape() {
          stretches.append(try range(from: single, isHyphen: false))
        } else {
          escapes = escapes.union(try multiEscape())
          tree.work += escapes.borders.count
        }
      } else if point == letter("[") {
        throw error("a bracket that stands for itself needs a backslash before it")
      } else {
        place += 1
        stretches.append(try range(from: point, isHyphen: point == letter("-")))
      }
    }
    if isEmpty {
      throw peek() == nil ? unclosed(opening) : error("a character class cannot be empty", back: place - opening)
    }
    if flags.contains(.ignoresCase) { tree.work += stretches.count * CaseVariants.work }
    var set = self.set(of: stretches).union(escapes)
    if isNegated { set = set.complement }
    if take("-") {
      tree.work += set.borders.count
      set = set.subtracting(try nested { parser throws(PatternError) in try parser.characterClass() })
      if peek() != nil, peek() != letter("]") { throw error("nothing can follow what is taken away from a class") }
    }
    guard take("]") else { throw unclosed(opening) }
    return set
  }

  private func unclosed(_ opening: Int) -> PatternError {
    error("this bracket is never closed", back: place - opening)
  }

  /// The range that starts with a character that was read, or that character. A hyphen that ends the class, or that what
  /// is taken away follows, is one by itself.
  private mutating func range(from first: UInt32, isHyphen: Bool) throws(PatternError) -> ClosedRange<UInt32> {
    guard peek() == letter("-"), let next = peek(1), next != letter("]"), next != letter("[") else {
      return first...first
    }
    if next == letter("-"), peek(2) == letter("[") { return first...first }
    if isHyphen { throw error("a hyphen that starts a range needs a backslash before it", back: 1) }
    place += 1
    let last: UInt32
    if next == letter("\\") {
      guard let single = try singleEscape() else { throw error("a range ends with a single character") }
      last = single
    } else {
      if next == letter("-") { throw error("a hyphen that ends a range needs a backslash before it") }
      place += 1
      last = next
    }
    guard first <= last else { throw error("this range ends before it starts", back: 1) }
    return first...last
  }

  /// The characters of stretches, in other case too if case does not matter.
  private func set(of stretches: [ClosedRange<UInt32>]) -> CodePointSet {
    guard flags.contains(.ignoresCase) else { return CodePointSet(stretches) }
    var all = stretches
    for stretch in stretches { CaseVariants.append(of: stretch, to: &all) }
    return CodePointSet(all)
  }
}
