/// The patterns used last, so that a rule that is run for many records makes its pattern once.
public struct PatternCache: Sendable {
  private static let size = 16

  private var patterns: [Pattern] = []
  private var oldest = 0

  /// Makes an empty cache; it comes to keep the 16 patterns made last.
  public init() {}

  /// The pattern of a text, made if it is not among those used last. Its cost is to be charged if it was made.
  mutating func pattern(
    _ source: Text, _ flags: PatternFlags
  ) throws(PatternError) -> (pattern: Pattern, isNew: Bool) {
    for pattern in patterns where pattern.flags == flags && pattern.source.hasSameBytes(as: source) {
      return (pattern, false)
    }
    let pattern = try Pattern(source, flags: flags)
    if patterns.count < Self.size {
      patterns.append(pattern)
    } else {
      patterns[oldest] = pattern
      oldest = (oldest + 1) % Self.size
    }
    return (pattern, true)
  }
}
