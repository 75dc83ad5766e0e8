/// The names that a source text may use, each with the slot that holds its value.
public struct Scope: Sendable {
  /// A name: either a value in a slot, or a prefix of dotted names (`ProspectingAssessment.Score`).
  public enum Meaning: Sendable {
    /// A value, by the slot that holds it, and what is known of its type.
    case slot(Int, FeelType)
    /// Members with a slot of their own; the name alone is no value. The hint tells what to write instead.
    case namespace([Variable], hint: Text)
  }

  /// A name with its meaning.
  public struct Variable: Sendable {
    /// As expressions write it; it may hold spaces.
    public var name: Text
    /// What it stands for.
    public var meaning: Meaning
    /// Makes a variable.
    public init(_ name: Text, _ meaning: Meaning) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// A type with a name, for `instance of` and for the parameters of functions.
  public struct NamedType: Sendable {
    /// As expressions write it.
    public var name: Text
    /// What it stands for.
    public var type: FeelType
    /// Makes a named type.
    public init(_ name: Text, _ type: FeelType) {
      self.name = name
      self.type = type
    }
  }

  /// The names that may be read, in no order that matters.
  public var variables: [Variable]
  /// The types that have a name beside those of the language.
  public var types: [NamedType] = []

  /// Makes a scope of variables, without named types.
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
  /// Calls of functions within calls of functions. A call of the host counts as 32, since it takes stack.
  public var calls = 1_000
  /// Items of one list, bytes of one string.
  public var size = 1_000_000
  /// Makes the limits that the members start with.
  public init() {}

  /// For a program that answers one person on a thread with 8 MiB of stack, as the command line does: long chains of
  /// `else if` and sums of two hundred parts are read, and lists of a hundred thousand items are sorted.
  public static let ofCommands: Limits = {
    var limits = Limits()
    limits.depth = 250
    limits.steps = 10_000_000
    return limits
  }()
}
