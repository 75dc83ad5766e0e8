public import Sales

/// A sentence as it was read, with the places of its parts in the file.
public struct ParsedSentence: Sendable {
  /// Where an action stands.
  public struct ActionPlace: Sendable {
    /// The byte of its keyword.
    public var byte: Int
    /// The places of the FEEL value that it gives, if it gives one.
    public var value: TextMap?
  }

  /// The condition and values are canonical: comments left out, white space folded to one space, assessments and
  /// their members in declared case.
  public var definition: SentenceDefinition
  /// The byte of its beginning: of its name, or of `if`.
  public var byte: Int
  /// The places of the condition.
  public var condition: TextMap
  /// One for each action of the definition.
  public var actions: [ActionPlace]
}
