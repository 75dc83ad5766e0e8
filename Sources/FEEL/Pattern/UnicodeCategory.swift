/// General categories of Unicode, as `\p{Lu}` names them (XML Schema part 2, appendix G.4.2.3).
enum UnicodeCategory {
  /// The names of one category each, in the order of the packed table, and of groups of them. There is no `Cs`: no text
  /// holds surrogates, and the standard leaves it out.
  private static let single: StaticString = "LuLlLtLmLoMnMcMeNdNlNoPcPdPsPePiPfPoZsZlZpSmScSkSoCcCfCoCn"

  private static let categoryCount = 29

  /// What it costs to read the table once.
  static let work = 3_500

  /// The code points of a category or a group of categories; nil if there is no such name.
  static func named(_ name: ArraySlice<UInt32>) -> CodePointSet? {
    guard let first = name.first, name.count <= 2 else { return nil }
    var mask: UInt32 = 0
    for category in 0..<categoryCount where UInt32(single.utf8Start[2 * category]) == first {
      if name.count == 1 || UInt32(single.utf8Start[2 * category + 1]) == name.last { mask |= 1 << UInt32(category) }
    }
    return mask == 0 ? nil : points(of: mask)
  }

  /// The code points of the categories whose bits are set.
  ///
  /// In the table a symbol is a category that one code point has, or 30 more if a number of them have it (which follows),
  /// or 61 more if two have it; 60 says how often a capital and a small letter take turns.
  private static func points(of mask: UInt32) -> CodePointSet {
    var table = PackedSymbols(UnicodeTables.categories)
    var result = CodePointSet()
    var point: UInt32 = 0
    while !table.isAtEnd {
      let symbol = table.symbol()
      if symbol == 60 {
        let pairs = table.number()
        for pair in 0..<pairs {
          if mask & 1 != 0 { result.append(point + 2 * pair, through: point + 2 * pair) }
          if mask & 2 != 0 { result.append(point + 2 * pair + 1, through: point + 2 * pair + 1) }
        }
        point += 2 * pairs
        continue
      }
      let (category, length): (Int, UInt32) =
        symbol < 30 ? (symbol, 1) : symbol < 60 ? (symbol - 30, table.number()) : (symbol - 61, 2)
      if mask >> UInt32(category) & 1 != 0 { result.append(point, through: point + length - 1) }
      point += length
    }
    return result
  }
}
