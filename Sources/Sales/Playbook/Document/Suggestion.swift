import FEEL

/// Near misses and lists of names, for messages.
enum Suggestion {
  /// "did you mean employees?", if one of the names is near enough to what was written.
  static func didYouMean(_ written: Text, among names: [Text]) -> Text? {
    suggestions(for: written, among: names).map { "did you mean " + $0 + "?" }
  }

  /// Texts in a sentence: `a, b and c`; a long list is cut.
  static func listed(_ names: [Text], most: Int = 12) -> Text {
    var sentence: Text = ""
    let count = min(names.count, most)
    for (index, name) in names.prefix(count).enumerated() {
      if index > 0 { sentence += index == count - 1 && count == names.count ? " and " : ", " }
      sentence += name
    }
    if names.count > count { sentence += Text(" and \(names.count - count) more") }
    return sentence
  }

  /// A text from outside in quotation marks, cut if it is long.
  static func shown(_ text: Text) -> Text {
    guard text.bytes.count > 60 else { return "\"" + text + "\"" }
    var end = 57
    while end > 0, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return "\"" + Text(bytes: Array(text.bytes[..<end])) + "...\""
  }
}

extension Text {
  /// ASCII letters in small form: what "differs only by case" means for names.
  var caseFolded: Text {
    var folded = bytes
    for index in folded.indices where folded[index] >= 65 && folded[index] <= 90 { folded[index] += 32 }
    return Text(bytes: folded)
  }
}
