/// What takes the place of a match: text, and what groups matched (F&O 3.1 §5.6.4).
struct PatternReplacement {
  private enum Part {
    case text([UInt8])
    /// What the group of this number matched; 0 is the whole match.
    case group(Int)
  }

  private var parts: [Part] = []
  /// How many slots a match must tell.
  private(set) var slots = 2

  /// Reads a replacement for a pattern of so many groups.
  ///
  /// `$N` takes as many digits as make a group that there is; beyond one digit the others stand for themselves, and a
  /// group of one digit that there is not is empty. A `$` or backslash that stands for itself has a backslash before it.
  init(_ source: Text, groups: Int, flags: PatternFlags) throws(PatternError) {
    if flags.contains(.quoted) {
      parts = [.text(source.bytes)]
      return
    }
    let bytes = source.bytes
    var text: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\\") {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\\") || bytes[place] == UInt8(ascii: "$") else {
          throw PatternError(
            message: "in a replacement a backslash stands only before a backslash or a dollar sign", place: place)
        }
        text.append(bytes[place])
        place += 1
      } else if byte == UInt8(ascii: "$") {
        guard place < bytes.count, Characters.isDigit(bytes[place]) else {
          throw PatternError(
            message: "in a replacement a dollar sign that stands for itself needs a backslash before it", place: place)
        }
        var number = 0
        let start = place
        while place < bytes.count, Characters.isDigit(bytes[place]) {
          let longer = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
          if place > start, longer > groups { break }
          number = longer
          place += 1
        }
        if !text.isEmpty { parts.append(.text(text)) }
        text.removeAll()
        if number > groups { continue }
        parts.append(.group(number))
        slots = max(slots, 2 * number + 2)
      } else {
        text.append(byte)
      }
    }
    if !text.isEmpty { parts.append(.text(text)) }
  }

  /// Appends it for one match.
  func append(_ match: [Int32], of bytes: [UInt8], to result: inout [UInt8]) {
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .group(let number):
        guard 2 * number + 1 < match.count else { continue }
        let (start, end) = (Int(match[2 * number]), Int(match[2 * number + 1]))
        if start >= 0, start <= end, end <= bytes.count { result += bytes[start..<end] }
      }
    }
  }
}
