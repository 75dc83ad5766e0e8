public import FEEL

/// One file in memory: its name as findings show it, its bytes, and where its lines start.
public struct SourceFile: Sendable {
  /// The path from the playbook's folder, with `/` between its parts.
  public let name: String
  /// The bytes without a byte order mark.
  public let bytes: [UInt8]
  /// The place of the first byte of every line.
  private let lineStarts: [Int]

  /// Takes a byte order mark of UTF-8 off, and finds the lines. The bytes need not be UTF-8: see `firstInvalidByte`.
  ///
  /// - Complexity: O(bytes)
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    var starts = [0]
    for (index, byte) in self.bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    lineStarts = starts
  }

  /// How many lines there are; a text without a line feed has one.
  public var lineCount: Int { lineStarts.count }

  /// The position of a byte; one past the end and beyond is the end.
  /// - Complexity: O(log lines + length of the line)
  public func position(ofByte index: Int) -> SourcePlace {
    let index = max(0, min(index, bytes.count))
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    let column = bytes[lineStarts[low]..<index].reduce(into: 1) { if $1 & 0b1100_0000 != 0b1000_0000 { $0 += 1 } }
    return SourcePlace(line: low + 1, column: column)
  }

  /// The bytes of a line without its end; nil if there is no such line.
  public func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    let start = lineStarts[number - 1]
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<end]
  }

  /// The place of the first byte that is no UTF-8 (overlong forms, surrogates and code points beyond U+10FFFF included).
  public var firstInvalidByte: Int? { UTF8Check.firstInvalidByte(in: bytes[...]) }
}
