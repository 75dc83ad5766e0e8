internal import FEEL
internal import Sales

/// The keys and values of one mapping, read by key; what is wrong goes to the reader's findings.
struct YAMLMapping {
  let reader: YAMLReader
  /// The place of its first byte.
  let start: Int
  /// What it is, with its article ("an assessment").
  let what: String
  let entries: [YAMLEntry]

  func entry(_ key: Text) -> YAMLEntry? { entries.first { $0.key == key } }

  /// The value of a key; nil if it is not there.
  subscript(key: Text) -> YAMLNode? { entry(key)?.value }

  /// The value of a key that must be there.
  func required(_ key: Text) -> YAMLNode? {
    if let node = self[key] { return node }
    reader.error("MISSING-KEY", at: start, "\(what) needs `\(key)`")
    return nil
  }

  /// Reads the value of a key, if it is there.
  private func read<Result>(_ key: Text, _ body: (YAMLNode, String) -> Result?) -> Result? {
    self[key].flatMap { body($0, "`\(key)`") }
  }

  func text(_ key: Text) -> Text? { read(key) { reader.text($0, $1) } }
  func scalar(_ key: Text) -> YAMLScalar? { read(key) { reader.scalar($0, $1) } }
  func decimal(_ key: Text) -> Decimal34? { read(key) { reader.decimal($0, $1) } }
  func boolean(_ key: Text) -> Bool? { read(key) { reader.boolean($0, $1) } }
  func sequence(_ key: Text) -> [YAMLNode]? { read(key) { reader.sequence($0, $1) } }
  func texts(_ key: Text) -> [(text: Text, start: Int)] { read(key) { reader.texts($0, $1) } ?? [] }

  func wholeNumber(_ key: Text, in range: ClosedRange<Int>) -> Int? {
    read(key) { reader.wholeNumber($0, $1, in: range) }
  }

  func word<Meaning>(_ key: Text, among words: [(Text, Meaning)]) -> Meaning? {
    read(key) { reader.word($0, $1, among: words) }
  }

  func label(_ key: Text, language: Text) -> Label? { read(key) { reader.label($0, $1, language: language) } }

  func requiredText(_ key: Text) -> Text? { required(key) == nil ? nil : text(key) }

  /// A text that must be there and be a name (see `YAMLReader.name`).
  func requiredName(_ key: Text) -> Text? { required(key).flatMap { reader.name($0, "`\(key)`") } }
}
