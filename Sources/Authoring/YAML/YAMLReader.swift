internal import FEEL

/// Reads definitions out of the nodes of one file; everything that is wrong is collected, nothing stops it.
struct YAMLReader {
  let file: SourceFile
  let findings: FindingCollector

  func error(_ code: String, at byte: Int, _ message: String, fix: String? = nil) {
    findings.add(.error, code, in: file, at: byte, message, fix: fix)
  }

  func warning(_ code: String, at byte: Int, _ message: String, fix: String? = nil) {
    findings.add(.warning, code, in: file, at: byte, message, fix: fix)
  }

  /// A mapping whose keys are all among those; others are errors with a did-you-mean.
  /// - Parameter what: what the mapping is, with its article ("an assessment").
  func mapping(_ node: YAMLNode, _ what: String, keys: [Text]) -> YAMLMapping? {
    guard let mapping = anyMapping(node, what) else { return nil }
    for entry in mapping.entries where !keys.contains(entry.key) {
      error(
        "UNKNOWN-KEY", at: entry.keyStart, "\(what) has no key `\(entry.key)`",
        fix: didYouMean(entry.key, among: keys) ?? "its keys are \(listed(keys))")
    }
    return mapping
  }

  /// A mapping whose keys the author chooses.
  func anyMapping(_ node: YAMLNode, _ what: String) -> YAMLMapping? {
    guard case .mapping(let entries) = node.content else {
      error("WRONG-SHAPE", at: node.start, "\(what) is written as `key: value` lines, this is \(shape(node))")
      return nil
    }
    return YAMLMapping(reader: self, start: node.start, what: what, entries: entries)
  }

  /// The items of a sequence.
  func sequence(_ node: YAMLNode, _ what: String) -> [YAMLNode]? {
    guard case .sequence(let items) = node.content else {
      error(
        "WRONG-SHAPE", at: node.start, "\(what) is a list, this is \(shape(node))",
        fix: "write one item a line, each after `- `")
      return nil
    }
    return items
  }

  /// One text, or a list of texts.
  func texts(_ node: YAMLNode, _ what: String) -> [(text: Text, start: Int)] {
    if case .sequence(let items) = node.content {
      return items.compactMap { item in text(item, what).map { ($0, item.start) } }
    }
    return text(node, what).map { [($0, node.start)] } ?? []
  }

  /// Any text, with its scalar.
  func scalar(_ node: YAMLNode, _ what: String) -> YAMLScalar? {
    guard case .scalar(let scalar) = node.content else {
      error("WRONG-SHAPE", at: node.start, "\(what) is one text, this is \(shape(node))")
      return nil
    }
    if scalar.isAbsent {
      error("EMPTY-VALUE", at: node.start, "\(what) has no value", fix: "write one, or take the key out")
      return nil
    }
    return scalar
  }

  func text(_ node: YAMLNode, _ what: String) -> Text? { scalar(node, what)?.text }

  /// A decimal as its digits say; `1.10` and `1.1` are the same number.
  func decimal(_ node: YAMLNode, _ what: String) -> Decimal34? {
    guard let text = text(node, what) else { return nil }
    if let number = Decimal34(text) { return number }
    error(
      "WRONG-VALUE", at: node.start, "\(what) is a number, `\(text)` is none",
      fix: text.bytes.contains(UInt8(ascii: ",")) ? "write the decimals after a point, without thousands marks" : nil)
    return nil
  }

  func wholeNumber(_ node: YAMLNode, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(node, what) else { return nil }
    if let number = Int(text.string), range.contains(number) { return number }
    error(
      "WRONG-VALUE", at: node.start,
      "\(what) is a whole number from \(range.lowerBound) to \(range.upperBound), not `\(text)`")
    return nil
  }

  /// `true` or `false`, and no other word: `Yes` and `on` are text.
  func boolean(_ node: YAMLNode, _ what: String) -> Bool? {
    word(node, what, among: [("true", true), ("false", false)])
  }

  /// One of a few words.
  func word<Meaning>(_ node: YAMLNode, _ what: String, among words: [(Text, Meaning)]) -> Meaning? {
    guard let text = text(node, what) else { return nil }
    if let found = words.first(where: { $0.0 == text }) { return found.1 }
    let allowed = words.map { $0.0 }
    error(
      "WRONG-VALUE", at: node.start, "\(what) cannot be `\(text)`",
      fix: didYouMean(text, among: allowed) ?? "write \(listed(allowed, or: true))")
    return nil
  }

  /// "did you mean x?", if some name is near enough.
  func didYouMean(_ name: Text, among names: [Text]) -> String? {
    suggestions(for: name, among: names).map { "did you mean `\($0)`?" }
  }

  /// What a node is, in an author's words.
  private func shape(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.isAbsent ? "empty" : "one text"
    case .sequence: "a list"
    case .mapping: "written as `key: value` lines"
    }
  }
}

/// Names in backquotes: `a`, `b` and `c`.
func listed(_ names: [Text], or: Bool = false, most: Int = .max) -> String {
  if names.isEmpty { return "none" }
  return names.map { "`" + $0 + "`" }.listed(or ? "or" : "and", most: most).string
}
