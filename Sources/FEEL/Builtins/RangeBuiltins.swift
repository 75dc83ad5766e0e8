/// `range("[1..10)")`: a range of a text (DMN 1.5 table 72).
enum RangeBuiltins {
  static let all: [BuiltinDefinition] = [
    BuiltinDefinition("range", [.string("from")], result: .range(.any)) { arguments, surroundings in
      let text = arguments.text(0)
      guard let range = range(text, surroundings) else {
        return surroundings.fail(
          "\"" + text + "\" is no range of literals such as [1..10), ascending and of one kind")
      }
      return .range(range)
    }
  ]

  /// The range that a text writes: two literals of one kind, the first not above the second; one may be missing behind
  /// an open bracket. Nil for anything else.
  private static func range(_ text: Text, _ surroundings: CallSurroundings) -> RangeValue? {
    let bytes = text.bytes[...].trimmed
    guard bytes.count > 3, bytes.count <= surroundings.limits.sourceBytes, let first = bytes.first,
      let last = bytes.last, let startIncluded = isIncluded(first, closed: "[", open: "(", "]"),
      let endIncluded = isIncluded(last, closed: "]", open: ")", "["),
      let dots = dots(in: bytes)
    else { return nil }
    let (left, right) = (bytes[(bytes.startIndex + 1)..<dots].trimmed, bytes[(dots + 2)..<(bytes.endIndex - 1)].trimmed)
    guard !left.isEmpty || !startIncluded, !right.isEmpty || !endIncluded, !left.isEmpty || !right.isEmpty
    else { return nil }
    var ends: [Value?] = []
    for end in [left, right] {
      if end.isEmpty {
        ends.append(nil)
      } else {
        guard let value = literal(end, surroundings), Stretch(value)?.isPoint == true else { return nil }
        ends.append(value)
      }
    }
    if let start = ends[0], let end = ends[1] {
      switch Comparison.less(end, start) {
      case .no: break
      default: return nil
      }
    }
    return RangeValue(start: ends[0], startIncluded: startIncluded, end: ends[1], endIncluded: endIncluded)
  }

  private static func isIncluded(
    _ byte: UInt8, closed: Unicode.Scalar, open: Unicode.Scalar, _ other: Unicode.Scalar
  ) -> Bool? {
    if byte == UInt8(ascii: closed) { return true }
    return byte == UInt8(ascii: open) || byte == UInt8(ascii: other) ? false : nil
  }

  /// Where the two dots between the ends stand, outside of texts in quotes.
  private static func dots(in bytes: ArraySlice<UInt8>) -> Int? {
    var isQuoted = false
    var isEscaped = false
    for place in bytes.indices.dropLast() {
      let byte = bytes[place]
      if isEscaped {
        isEscaped = false
      } else if isQuoted, byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, byte == UInt8(ascii: "."), bytes[place + 1] == UInt8(ascii: ".") {
        return place
      }
    }
    return nil
  }

  /// The value of a literal, or of a call of `date`, `time`, `date and time` or `duration` with literals.
  private static func literal(_ bytes: ArraySlice<UInt8>, _ surroundings: CallSurroundings) -> Value? {
    guard
      case .parsed(let tree, _) = Front.expression(
        Text(bytes: Array(bytes)), scope: Scope(), law: .sales, limits: surroundings.limits),
      let root = tree.roots.first
    else { return nil }
    return tree.literal(root)
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks at both ends.
  fileprivate var trimmed: ArraySlice<UInt8> {
    var rest = self
    while let length = CodePoints.blank(startOf: rest) { rest = rest.dropFirst(length) }
    while let length = CodePoints.blank(endOf: rest) { rest = rest.dropLast(length) }
    return rest
  }
}
