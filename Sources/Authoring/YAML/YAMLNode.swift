public import FEEL

/// A node of a YAML file as it was typed: nothing is guessed from its look (`Yes`, `No` and `1.10` are text).
public struct YAMLNode: Sendable {
  /// What a node holds.
  public indirect enum Content: Sendable {
    /// One text; empty where nothing was written.
    case scalar(YAMLScalar)
    /// A list, in the file's order.
    case sequence([YAMLNode])
    /// In the file's order; keys are distinct.
    case mapping([YAMLEntry])
  }

  /// The place of its first byte in the file.
  public var start: Int
  /// What the node holds.
  public var content: Content

  /// A node that begins at that byte, counted from 0.
  public init(start: Int, content: Content) {
    self.start = start
    self.content = content
  }

  /// What a scalar says; nil for anything else.
  var text: Text? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }

  /// How many keys a mapping has; 0 for anything else.
  var entryCount: Int {
    if case .mapping(let entries) = content { entries.count } else { 0 }
  }
}

/// Text of a YAML file.
public struct YAMLScalar: Sendable {
  /// How a scalar is written.
  public enum Style: Sendable {
    /// Without quotes; an empty one means that nothing was written.
    case plain
    /// `'…'`, where only a doubled quote is an escape.
    case singleQuoted
    /// `"…"`, with escapes that begin with a backslash.
    case doubleQuoted
    /// `|`, line breaks kept.
    case literal
    /// `>`, line breaks folded to spaces.
    case folded
  }
  /// What it says, quotes and escapes resolved.
  public var text: Text
  /// How it is written: `"1"` is a text where `1` may be a number.
  public var style: Style
  /// Its bytes in the file, quotes included.
  public var source: Range<Int>

  /// A text as it is meant, and the bytes of the file that write it.
  public init(text: Text, style: Style, source: Range<Int>) {
    self.text = text
    self.style = style
    self.source = source
  }

  /// Nothing was written (`key:` and no more), which is not the same as an empty text in quotes.
  public var isAbsent: Bool { text.isEmpty && style == .plain }
}

/// A key with its value.
public struct YAMLEntry: Sendable {
  /// The key as it is written.
  public var keyScalar: YAMLScalar
  /// What stands under the key.
  public var value: YAMLNode

  /// An entry of a mapping, which must have no other of that key.
  public init(key: YAMLScalar, value: YAMLNode) {
    keyScalar = key
    self.value = value
  }

  /// The key's text.
  public var key: Text { keyScalar.text }
  /// The place of the key's first byte in the file.
  public var keyStart: Int { keyScalar.source.lowerBound }
}

/// What a YAML file may cost; a definition written by a person never comes near.
public struct YAMLLimits: Sendable {
  /// How many bytes a document may have.
  public var bytes = 1 << 20
  /// How deep nodes may lie in each other.
  public var depth = 32
  /// How many nodes a document may have.
  public var nodes = 50_000
  /// The limits that the members start with.
  public init() {}
}
