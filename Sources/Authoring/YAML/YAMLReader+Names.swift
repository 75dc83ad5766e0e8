internal import FEEL
internal import Sales

extension YAMLReader {
  /// A name that FEEL can read: letters, digits, `_` and single spaces, starting with a letter or `_`, and no keyword.
  func name(_ node: YAMLNode, _ what: String) -> Text? {
    guard let text = text(node, what) else { return nil }
    return checkName(text, at: node.start, what) ? text : nil
  }

  /// Whether a text can be a name in FEEL; a finding tells why not.
  func checkName(_ text: Text, at byte: Int, _ what: String) -> Bool {
    if keywords.contains(text) {
      error("NAME", at: byte, "\(what) cannot be `\(text)`, a word of the rule language", fix: "choose another name")
      return false
    }
    var previous: Unicode.Scalar = " "
    for (index, scalar) in text.string.unicodeScalars.enumerated() {
      let properties = scalar.properties
      let isLetter = properties.isAlphabetic || scalar == "_"
      let fits = isLetter || index > 0 && (properties.numericType != nil || scalar == " " && previous != " ")
      if !fits {
        error(
          "NAME", at: byte, "\(what) cannot be `\(text)`",
          fix: "start with a letter; letters, digits, _ and single spaces may follow")
        return false
      }
      previous = scalar
    }
    return checkTitle(text, at: byte, what)
  }

  /// A free name (of a stage, an option): not empty, no blanks around it, no line break or quote, 100 bytes at most.
  func title(_ node: YAMLNode, _ what: String) -> Text? {
    guard let text = text(node, what) else { return nil }
    return checkTitle(text, at: node.start, what) ? text : nil
  }

  func checkTitle(_ text: Text, at byte: Int, _ what: String) -> Bool {
    let blank = UInt8(ascii: " ")
    if text.isEmpty || text.bytes.first == blank || text.bytes.last == blank {
      error("NAME", at: byte, "\(what) cannot be empty or have blanks around it")
      return false
    }
    if text.bytes.contains(where: { $0 < blank || $0 == UInt8(ascii: "\"") }) {
      error("NAME", at: byte, "\(what) cannot hold a line break or a quote")
      return false
    }
    if text.bytes.count > 100 {
      error("NAME", at: byte, "\(what) has \(text.bytes.count) bytes, 100 are allowed")
      return false
    }
    return true
  }

  /// A text, or texts by language (`{en: Yes, id: Ya}`).
  /// - Parameter language: the language that a text without one is in; empty if nobody said.
  func label(_ node: YAMLNode, _ what: String, language: Text) -> Label? {
    guard case .mapping(let entries) = node.content else {
      return text(node, what).map { Label([Label.Translation(language, $0)]) }
    }
    var translations: [Label.Translation] = []
    for entry in entries where checkLanguage(entry.key, at: entry.keyStart) {
      guard let text = text(entry.value, "`\(entry.key)` of \(what)") else { continue }
      translations.append(Label.Translation(entry.key, text))
    }
    if entries.isEmpty { error("EMPTY-VALUE", at: node.start, "\(what) has no text in any language") }
    return translations.isEmpty ? nil : Label(translations)
  }

  /// Whether a text looks like a language tag (`en`, `id`, `pt-BR`).
  func checkLanguage(_ text: Text, at byte: Int) -> Bool {
    let parts = text.string.split(separator: "-", omittingEmptySubsequences: false)
    let first = parts.first ?? ""
    let fits =
      (2...3).contains(first.utf8.count) && first.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      && parts.dropFirst().allSatisfy { part in
        (2...8).contains(part.utf8.count)
          && part.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      }
    if !fits {
      error(
        "LANGUAGE", at: byte, "`\(text)` is no language", fix: "write a language code such as en, id or pt-BR")
    }
    return fits
  }
}

/// Words that FEEL reads as something else than a name.
private let keywords: Set<Text> = [
  "and", "between", "else", "every", "external", "false", "for", "function", "if", "in", "instance", "not", "null",
  "of",
  "or", "return", "satisfies", "some", "then", "true",
]
