public import FEEL

/// A text of a file with the way back to where each part of it stands, entities and CDATA sections included.
public struct PlacedText: Hashable, Sendable {
  /// A byte of the text whose place does not follow from what stands before it.
  public struct Jump: Hashable, Sendable {
    /// The byte of the text.
    public var offset: Int
    /// Where it stands in the file.
    public var place: SourcePlace
    /// Makes a jump; the offset counts bytes of the text from 0.
    public init(offset: Int, place: SourcePlace) {
      self.offset = offset
      self.place = place
    }
  }

  /// The text, entities resolved.
  public var text: Text
  /// Where the first byte stands.
  public var place: SourcePlace
  /// In order of offset.
  public var jumps: [Jump]

  /// Makes a text that stands in the file as it is, but for the jumps.
  public init(_ text: Text, _ place: SourcePlace, jumps: [Jump] = []) {
    self.text = text
    self.place = place
    self.jumps = jumps
  }

  /// Where a byte stands; the end for one beyond it.
  public func place(at offset: Int) -> SourcePlace {
    var start = 0
    var found = place
    for jump in jumps where jump.offset <= offset { (start, found) = (jump.offset, jump.place) }
    let end = min(max(offset, start), text.bytes.count)
    for index in min(start, end)..<end {
      if text.bytes[index] == 0x0A {
        found = SourcePlace(line: found.line + 1, column: 1)
      } else if text.bytes[index] & 0xC0 != 0x80 {
        found.column &+= 1
      }
    }
    return found
  }

  /// Whether there is nothing in it but white space.
  public var isBlank: Bool { text.bytes.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) } }
}
