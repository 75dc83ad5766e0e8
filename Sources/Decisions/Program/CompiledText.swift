public import FEEL

/// One FEEL text of a rule program, compiled without errors.
public struct CompiledText: Sendable {
  /// Where its code begins.
  public let entry: Entry
  /// The value, if the text is a literal.
  public let constant: Value?
  /// What it gives, as far as that is known.
  public let type: FeelType
  /// The slots that it reads, ascending, each once.
  public let reads: [Int]
  /// Whether it calls `today()` or `now()`.
  public let readsClock: Bool
  /// The spans of tests against the word `null`.
  public let nullTests: [Span]
  /// As it was parsed.
  public let tree: Tree

  init?(_ compiled: Compiled) {
    guard let entry = compiled.entry else { return nil }
    self.entry = entry
    constant = compiled.tree.constant
    type = compiled.type
    reads = compiled.reads
    readsClock = compiled.readsClock
    nullTests = compiled.nullTests
    tree = compiled.tree
  }
}

extension Tree {
  /// The value of the whole text, if it is one literal or the empty list.
  var constant: Value? {
    guard roots.count == 1 else { return nil }
    switch self[roots[0]] {
    case .literal(let value): return value
    case .list(let items): return items.isEmpty ? .list([]) : nil
    default: return nil
    }
  }
}
