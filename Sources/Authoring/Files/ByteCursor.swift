/// Walks the bytes of a stream one by one and counts lines and columns.
struct ByteCursor {
  private let stream: ByteStream
  private var chunk: [UInt8] = []
  private var place = 0
  private var isAtEnd = false
  private var taken = false
  /// The line of the next byte, from 1.
  private(set) var line = 1
  /// The column of the next byte in characters, from 1.
  private(set) var column = 1

  init(_ stream: ByteStream) { self.stream = stream }

  /// Whether nothing was taken yet.
  var isAtStart: Bool { !taken }

  /// The next byte, or nil at the end.
  mutating func peek() throws(ImportTrouble) -> UInt8? {
    if place < chunk.count { return chunk[place] }
    if isAtEnd { return nil }
    do throws(FileTrouble) {
      chunk = try stream.next()
    } catch {
      throw .file(error)
    }
    place = 0
    isAtEnd = chunk.isEmpty
    return chunk.first
  }

  /// Takes the byte that `peek` showed.
  mutating func take() throws(ImportTrouble) -> UInt8 {
    guard let byte = try peek() else { return 0 }
    place += 1
    taken = true
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if byte & 0b1100_0000 != 0b1000_0000 {
      column += 1
    }
    return byte
  }

  /// The mark that some programs put before UTF-8. Its bytes count as no column.
  mutating func skipByteOrderMark() throws(ImportTrouble) {
    taken = true
    for expected: UInt8 in [0xEF, 0xBB, 0xBF] {
      guard try peek() == expected else { return }
      place += 1
    }
  }
}
