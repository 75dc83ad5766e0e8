import FEEL

/// Near misses and lists of names, for messages.
enum Suggestion {
  /// "did you mean employees?", if one of the names is near enough to what was written.
  static func didYouMean(_ written: Text, among names: [Text]) -> Text? {
    guard let nearest = nearest(to: written, among: names) else { return nil }
    return "did you mean " + nearest + "?"
  }

  /// The nearest of the names, another case first, else by the fewest edits (a third of the length at most); the
  /// first in order of the texts among equals.
  static func nearest(to written: Text, among names: [Text]) -> Text? {
    guard !written.isEmpty, written.bytes.count <= 200 else { return nil }
    let folded = written.caseFolded
    var best: (distance: Int, name: Text)?
    for name in names where name != written && name.bytes.count <= 200 {
      let candidate = name.caseFolded
      let distance = candidate == folded ? 0 : edits(folded.bytes, candidate.bytes)
      guard distance <= max(1, max(folded.bytes.count, candidate.bytes.count) / 3) else { continue }
      if let known = best, (known.distance, known.name) <= (distance, name) { continue }
      best = (distance, name)
    }
    return best?.name
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

  /// Insertions, deletions, replacements and swaps of neighbours from one to the other.
  private static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for row in 1...a.count {
      var current = [Int](repeating: row, count: b.count + 1)
      for column in 1...b.count {
        let same = a[row - 1] == b[column - 1]
        current[column] = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, a[row - 1] == b[column - 2], a[row - 2] == b[column - 1] {
          current[column] = min(current[column], before[column - 2] + 1)
        }
      }
      before = previous
      previous = current
    }
    return previous[b.count]
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
