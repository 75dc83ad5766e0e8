public import FEEL

/// Ids of Salesforce rows: 15 characters that differ by case too, or 18 whose last three say which are capitals.
public enum SalesforceID {
  /// The long form of an id; nil: no id, or a long one whose case and checksum disagree.
  public static func widened(_ id: Text) -> Text? {
    guard id.bytes.count == 15 || id.bytes.count == 18, id.bytes.allSatisfy(isAlphanumeric) else { return nil }
    let short = id.bytes.prefix(15)
    var long = Array(short)
    for group in 0..<3 {
      var capitals = 0
      for place in 0..<5 where (65...90).contains(long[group * 5 + place]) { capitals |= 1 << place }
      long.append(capitals < 26 ? UInt8(65 + capitals) : UInt8(48 + capitals - 26))
    }
    let sum = id.bytes.dropFirst(15)
    return sum.isEmpty || sum.map(capital) == Array(long.suffix(3)) ? Text(bytes: long) : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: false
    }
  }

  private static func capital(_ byte: UInt8) -> UInt8 { (97...122).contains(byte) ? byte - 32 : byte }
}
