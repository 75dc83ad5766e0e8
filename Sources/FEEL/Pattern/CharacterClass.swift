/// The characters that `\s`, `\i`, `\c`, `\d`, `\w` and the point stand for (XML Schema part 2, appendix G.4.2.5; F&O 3.1
/// §5.6.1).
enum CharacterClass {
  static let blank = CodePointSet([0x09...0x0A, 0x0D...0x0D, 0x20...0x20])

  /// Decimal digits of any script.
  static let digit = UnicodeCategory.named([letter("N"), letter("d")]) ?? CodePointSet()

  /// All but punctuation, separators and what is none of these.
  static let word: CodePointSet = {
    var others = CodePointSet()
    for group in [letter("P"), letter("Z"), letter("C")] {
      others = others.union(UnicodeCategory.named([group]) ?? CodePointSet())
    }
    return others.complement
  }()

  /// What a name of XML may start with.
  static let initialName = CodePointSet([
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
    0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
    0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF,
  ])

  /// What a name of XML may hold.
  static let name = initialName.union(
    CodePointSet([0x2D...0x2E, 0x30...0x39, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040]))

  /// What a point matches without the flag `s`.
  static let withoutLineEnds = CodePointSet([0x0A...0x0A, 0x0D...0x0D]).complement

  /// What a point matches with the flag `s`.
  static let anything = CodePointSet().complement

  /// The class that a letter behind a backslash means; nil if it means none.
  static func escaped(_ point: UInt32) -> CodePointSet? {
    switch point {
    case letter("s"): blank
    case letter("S"): blank.complement
    case letter("i"): initialName
    case letter("I"): initialName.complement
    case letter("c"): name
    case letter("C"): name.complement
    case letter("d"): digit
    case letter("D"): digit.complement
    case letter("w"): word
    case letter("W"): word.complement
    default: nil
    }
  }
}

/// The code point of an ASCII character.
@inline(__always) func letter(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }
