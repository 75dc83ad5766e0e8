/// A type that a model defines (DMN 1.5 §7.3.2), with its parts by their places in `ProgramBuilder.items`.
public struct ItemType: Sendable {
  /// What a type is made of.
  public enum Form: Sendable {
    /// A type of the language.
    case plain(FeelType)
    /// Another item type, perhaps constrained further.
    case item(Int)
    /// A list, all items of which are of the item type at this place.
    case list(Int)
    /// A context that has these entries and perhaps others.
    case context([(name: Text, item: Int)])
    /// A function of so many parameters.
    case function([Int?], result: Int?)
  }

  /// What messages call it.
  public var name: Text
  /// What it is made of.
  public var form: Form
  /// Unary tests that a value must meet, compiled with the subject in slot `ProgramBuilder.subjectSlot`.
  public var constraint: Entry?
  /// The constraint as it is written, for messages.
  public var constraintText: Text = ""

  /// Makes an item type; if the constraint is nil, every value of the form is one of it.
  public init(name: Text, form: Form, constraint: Entry? = nil) {
    self.name = name
    self.form = form
    self.constraint = constraint
  }
}
