/// Names as sequences of parts, found by the longest one that a run of tokens starts with.
///
/// Parts are compared as text and by whether white space stands before them, so `win-rate` is a name where it is
/// declared and `win - rate` still subtracts.
struct NameTrie: Sendable {
  private struct Branch: Sendable {
    var part: [UInt8]
    var isSpaced: Bool
    /// The branches that continue, sorted by part.
    var children: [Int32] = []
    /// How many names end here: locals may hide each other.
    var count: Int32 = 0
  }

  private var branches = [Branch(part: [], isSpaced: false)]

  var isEmpty: Bool { branches.count == 1 }

  /// Adds a name and says where, for `remove`; nothing is added for a text without parts.
  @discardableResult
  mutating func add(_ name: Text) -> Int32? {
    add(parts: Lexer.tokens(of: name)[...], of: name.bytes)
  }

  /// Adds the name that tokens spell, `end` apart.
  mutating func add(parts: ArraySlice<Token>, of bytes: [UInt8]) -> Int32? {
    var place: Int32 = 0
    for token in parts where token.kind != .end {
      let slice = bytes[Int(token.span.start)..<Int(token.span.end)]
      let isSpaced = place != 0 && token.isSpaced
      let (index, isThere) = find(slice, isSpaced, under: place)
      if isThere {
        place = branches[Int(place)].children[index]
      } else {
        let new = Int32(branches.count)
        branches.append(Branch(part: Array(slice), isSpaced: isSpaced))
        branches[Int(place)].children.insert(new, at: index)
        place = new
      }
    }
    guard place != 0 else { return nil }
    branches[Int(place)].count += 1
    return place
  }

  /// Takes a name away that `add` put there.
  mutating func remove(_ place: Int32) { branches[Int(place)].count -= 1 }

  /// How many tokens from `start` on the longest name takes; 0 if no name starts there.
  ///
  /// - Complexity: O(parts × log names).
  func longestMatch(_ tokens: [Token], at start: Int, of bytes: [UInt8]) -> Int {
    var place: Int32 = 0
    var longest = 0
    var index = start
    while index < tokens.count, tokens[index].kind != .end {
      let token = tokens[index]
      let slice = bytes[Int(token.span.start)..<Int(token.span.end)]
      let (child, isThere) = find(slice, index > start && token.isSpaced, under: place)
      guard isThere else { break }
      place = branches[Int(place)].children[child]
      index += 1
      if branches[Int(place)].count > 0 { longest = index - start }
    }
    return longest
  }

  /// Where a part stands, or belongs, among the children of a branch.
  private func find(_ part: ArraySlice<UInt8>, _ isSpaced: Bool, under place: Int32) -> (index: Int, isThere: Bool) {
    let children = branches[Int(place)].children
    var low = 0
    var high = children.count
    while low < high {
      let middle = (low + high) / 2
      let branch = branches[Int(children[middle])]
      if branch.part.elementsEqual(part), branch.isSpaced == isSpaced { return (middle, true) }
      let isBefore =
        branch.part.elementsEqual(part) ? !branch.isSpaced : branch.part.lexicographicallyPrecedes(part)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return (low, false)
  }
}
