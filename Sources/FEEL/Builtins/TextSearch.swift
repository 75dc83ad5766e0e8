/// Finds a text in others, in time linear in their length whatever stands in them (Knuth, Morris, Pratt).
public struct TextSearch: Sendable {
  private let pattern: [UInt8]
  /// For each length of a match that fails: the longest shorter one that still holds. Empty for short texts, which are
  /// tried at each place.
  private let fallback: [Int]

  /// Prepares the search for a text.
  public init(_ text: Text) {
    pattern = text.bytes
    if pattern.count <= 16 {
      fallback = []
      return
    }
    var fallback = Array(repeating: 0, count: pattern.count + 1)
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = fallback[length] }
      if pattern[index] == pattern[length] { length += 1 }
      fallback[index + 1] = length
    }
    self.fallback = fallback
  }

  /// Where the text first stands, at or behind a place; an empty text stands everywhere.
  ///
  /// - Complexity: O(bytes).
  public func first(in bytes: [UInt8], from start: Int = 0) -> Int? {
    if pattern.isEmpty { return start }
    if fallback.isEmpty { return firstOfShort(in: bytes, from: start) }
    var matched = 0
    var place = start
    while place < bytes.count {
      while matched > 0, bytes[place] != pattern[matched] { matched = fallback[matched] }
      if bytes[place] == pattern[matched] { matched += 1 }
      place += 1
      if matched == pattern.count { return place - matched }
    }
    return nil
  }

  private func firstOfShort(in bytes: [UInt8], from start: Int) -> Int? {
    if bytes.count - start < pattern.count { return nil }
    return pattern.withUnsafeBufferPointer { pattern in
      bytes.withUnsafeBufferPointer { bytes in
        for place in start...bytes.count - pattern.count where bytes[place] == pattern[0] {
          var matched = 1
          while matched < pattern.count, bytes[place + matched] == pattern[matched] { matched += 1 }
          if matched == pattern.count { return place }
        }
        return nil
      }
    }
  }
}
