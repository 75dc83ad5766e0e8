/// The names that a source text may use, each with the slot that holds its value.
public struct Scope: Sendable {
  /// A name: either a value in a slot, or a prefix of dotted names (`ProspectingAssessment.Score`).
  public enum Meaning: Sendable {
    case slot(Int, FeelType)
    /// Members with a slot of their own; the name alone is no value. The hint tells what to write instead.
    case namespace([Variable], hint: Text)
  }

  /// A name with its meaning.
  public struct Variable: Sendable {
    public var name: Text
    public var meaning: Meaning
    public init(_ name: Text, _ meaning: Meaning) {
      self.name = name
      self.meaning = meaning
    }
  }

  public var variables: [Variable]

  public init(_ variables: [Variable] = []) { self.variables = variables }

  /// The variable of that exact name.
  public subscript(name: Text) -> Variable? { variables.first { $0.name == name } }
}

/// Which language is spoken (design §5): ours, where what is missing is unknown, or DMN's to the letter.
public enum Law: Sendable { case sales, standard }

/// What a source text and its evaluation may cost.
public struct Limits: Sendable {
  /// Bytes of one source text.
  public var sourceBytes = 65_536
  /// Nesting of the syntax.
  public var depth = 100
  /// Instructions and loop rounds of one evaluation.
  public var steps = 1_000_000
  /// Items of one list, bytes of one string.
  public var size = 1_000_000
  public init() {}
}
