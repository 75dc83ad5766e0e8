import FEEL

/// Near misses and texts from outside, for messages.
enum Suggestion {
  /// "did you mean employees?", if one of the names is near enough to what was written.
  static func didYouMean(_ written: Text, among names: [Text]) -> Text? {
    suggestions(for: written, among: names).map { "did you mean " + $0 + "?" }
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

extension [Text] {
  /// As messages list names: a long list is cut.
  var listedBriefly: Text { listed(most: 12) }
}
