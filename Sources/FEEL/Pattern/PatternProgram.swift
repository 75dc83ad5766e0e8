/// One step of a pattern's program.
struct PatternInstruction: Equatable, Sendable {
  enum Operation: UInt8, Sendable {
    /// The code point `x` comes next.
    case character
    /// One of the set `x` comes next.
    case set
    /// Anything comes next.
    case anything
    /// Goes on at `x`, and if that leads nowhere at `y`.
    case split
    /// Goes on at `x`.
    case jump
    /// Keeps the place in slot `x`.
    case save
    /// Only where the text starts.
    case textStart
    /// Only where the text ends.
    case textEnd
    /// Only where a line starts.
    case lineStart
    /// Only where a line ends.
    case lineEnd
    /// The text of group `x` comes next.
    case backReference
    /// A round of loop `x` starts here.
    case mark
    /// If the round of loop `x` has read nothing, the loop is left for `y`.
    case advance
    case match
  }

  var operation: Operation
  var x: Int32 = 0
  var y: Int32 = 0
}

/// A pattern as code. Slots 0 and 1 hold where the whole match starts and ends, 2n and 2n + 1 the same of group n; behind
/// them each loop has one.
struct PatternProgram: Sendable {
  /// The most instructions a program may have; what is repeated by count is written out.
  static let longest = 20_000

  var code: [PatternInstruction] = []
  var sets: [CodePointSet] = []
  /// For each set its ASCII characters.
  var ascii: [AsciiSet] = []
  var groupCount = 0
  var loopCount = 0
  var hasBackReferences = false
  var ignoresCase = false
  /// Whether a match can only start where the text does.
  var isAnchored = false
  /// ASCII characters that a match may start with; nil if it may be empty.
  var first: AsciiSet?
  /// Whether a match may start with another character.
  var startsBeyondASCII = false
}
