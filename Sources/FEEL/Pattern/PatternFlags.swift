/// How a pattern is meant (F&O 3.1 §5.6.2).
struct PatternFlags: OptionSet, Hashable, Sendable {
  var rawValue: UInt8

  /// `s`: the point matches line ends too.
  static let dotAll = PatternFlags(rawValue: 1)
  /// `m`: `^` and `$` match at each line.
  static let multiLine = PatternFlags(rawValue: 2)
  /// `i`: case does not matter.
  static let ignoresCase = PatternFlags(rawValue: 4)
  /// `x`: blanks in the pattern are left out, except in character classes.
  static let ignoresBlanks = PatternFlags(rawValue: 8)
  /// `q`: all characters stand for themselves.
  static let quoted = PatternFlags(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The flags that the letters of a text name, in any order; a letter may stand twice.
  init(_ letters: Text) throws(PatternError) {
    self = []
    for byte in letters.bytes {
      switch byte {
      case UInt8(ascii: "s"): insert(.dotAll)
      case UInt8(ascii: "m"): insert(.multiLine)
      case UInt8(ascii: "i"): insert(.ignoresCase)
      case UInt8(ascii: "x"): insert(.ignoresBlanks)
      case UInt8(ascii: "q"): insert(.quoted)
      default:
        throw PatternError(message: "the flags may be s, m, i, x and q, but are \"" + letters + "\"", place: nil)
      }
    }
  }
}
