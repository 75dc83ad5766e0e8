/// Blocks of Unicode, as `\p{IsBasicLatin}` names them (XML Schema part 2, appendix G.4.2.3).
enum UnicodeBlock {
  /// The code points of a block (the name without `Is` and without blanks); nil if there is no such block.
  static func named(_ name: ArraySlice<UInt32>) -> CodePointSet? {
    if name.elementsEqual(points("PrivateUse")) {
      return CodePointSet([0xE000...0xF8FF, 0xF_0000...0xF_FFFD, 0x10_0000...0x10_FFFD])
    }
    for (older, newer) in olderNames where name.elementsEqual(points(older)) { return block(points(newer)[...]) }
    return block(name)
  }

  /// Names that schemas of the first edition know, which Unicode has changed since.
  private static let olderNames: [(StaticString, StaticString)] = [
    ("Greek", "GreekandCoptic"), ("CombiningMarksforSymbols", "CombiningDiacriticalMarksforSymbols"),
    ("CyrillicSupplementary", "CyrillicSupplement"),
  ]

  private static func points(_ name: StaticString) -> [UInt32] {
    UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount).map { UInt32($0) }
  }

  private static func block(_ name: ArraySlice<UInt32>) -> CodePointSet? {
    let names = UnsafeBufferPointer(
      start: UnicodeTables.blockNames.utf8Start, count: UnicodeTables.blockNames.utf8CodeUnitCount)
    var bounds = PackedSymbols(UnicodeTables.blockBounds)
    var point: UInt32 = 0
    var start = 0
    while start < names.count {
      var end = start
      while end < names.count, names[end] != UInt8(ascii: " ") { end += 1 }
      point += bounds.number() * 16
      let length = bounds.number() * 16
      if name.count == end - start, name.elementsEqual(names[start..<end].lazy.map { UInt32($0) }) {
        return CodePointSet([point...point + length - 1])
      }
      point += length
      start = end + 1
    }
    return nil
  }
}
