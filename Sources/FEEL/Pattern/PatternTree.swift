/// The syntax of a pattern.
indirect enum PatternNode: Sendable {
  case empty
  case character(UInt32)
  /// One character of a set, by its place in the tree's `sets`.
  case set(Int)
  /// `^`
  case start
  /// `$`
  case end
  case sequence([PatternNode])
  /// The first that matches is taken.
  case choice([PatternNode])
  /// A group whose match is kept under its number, from 1 on.
  case group(Int, PatternNode)
  case repetition(PatternNode, Repetition)
  /// The text that a group matched, again.
  case backReference(Int)
}

/// How often something may come.
struct Repetition: Equatable, Sendable {
  var least: Int
  /// Nil: any number of times.
  var most: Int?
  /// Whether more is tried before less.
  var isGreedy: Bool
}

/// A pattern that was read.
struct PatternTree: Sendable {
  var root = PatternNode.empty
  var sets: [CodePointSet] = []
  var groupCount = 0
  var hasBackReferences = false
  /// What reading it cost beyond its length: borders of sets looked at.
  var work = 0
}

extension PatternNode {
  /// Whether it may match the empty text.
  var isNullable: Bool {
    switch self {
    case .empty, .start, .end, .backReference: true
    case .character, .set: false
    case .sequence(let parts): parts.allSatisfy { $0.isNullable }
    case .choice(let branches): branches.contains { $0.isNullable }
    case .group(_, let inner): inner.isNullable
    case .repetition(let inner, let repetition): repetition.least == 0 || inner.isNullable
    }
  }
}
