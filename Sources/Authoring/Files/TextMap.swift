internal import FEEL

/// Where every byte of a text stands in the file that it was read from, through quotes, escapes and folded lines.
public struct TextMap: Sendable {
  /// For every byte of the text the byte in the file; at the end one more, for what stands after it.
  private let places: [Int32]

  /// The places as given, one for each byte of the text and one for its end.
  public init(places: [Int32]) { self.places = places }

  /// A text that stands in the file byte for byte.
  public init(start: Int, count: Int) { places = (0...max(0, count)).map { Int32(clamping: start + $0) } }

  /// The byte in the file for a byte of the text; beyond the end it is the end.
  public func fileByte(_ index: Int) -> Int {
    guard let last = places.last else { return 0 }
    return index >= 0 && index < places.count ? Int(places[index]) : Int(last)
  }

  /// The map of a YAML scalar: text and source are walked together, and what YAML leaves out is skipped.
  init(_ scalar: YAMLScalar, in file: SourceFile) {
    var walker = Walker(source: file.bytes[scalar.source], style: scalar.style)
    places = scalar.text.bytes.map { walker.place(of: $0) } + [Int32(clamping: walker.next)]
  }
}

/// Walks the source of a scalar beside its text.
private struct Walker {
  let source: ArraySlice<UInt8>
  let style: YAMLScalar.Style
  /// Where the next byte of the text is looked for.
  var next: Int
  /// The place of the escape whose character is being written; its bytes share it.
  private var escape: Int?

  init(source: ArraySlice<UInt8>, style: YAMLScalar.Style) {
    self.source = source
    self.style = style
    switch style {
    case .singleQuoted, .doubleQuoted: next = min(source.startIndex + 1, source.endIndex)
    case .literal, .folded:
      // The content starts on the line after its `|` or `>`.
      next = source.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? source.endIndex
    case .plain: next = source.startIndex
    }
  }

  mutating func place(of byte: UInt8) -> Int32 {
    if let escape, byte & 0b1100_0000 == 0b1000_0000 { return Int32(clamping: escape) }
    escape = nil
    guard let place = find(byte) else { return Int32(clamping: next) }
    next = after(place)
    return Int32(clamping: place)
  }

  /// Where the source says a byte of the text: here, or after space that YAML folds away.
  private func find(_ byte: UInt8) -> Int? {
    var place = next
    while place < source.endIndex {
      let here = source[place]
      if here == byte || style == .doubleQuoted && here == UInt8(ascii: "\\") { return place }
      // A folded line break reads as a space.
      if byte == UInt8(ascii: " "), here == UInt8(ascii: "\n") { return place }
      guard here == UInt8(ascii: " ") || here == UInt8(ascii: "\n") || here == UInt8(ascii: "\r") else { return nil }
      place += 1
    }
    return nil
  }

  /// Where the text goes on after what stands at a place.
  private mutating func after(_ place: Int) -> Int {
    if style == .singleQuoted, source[place] == UInt8(ascii: "'") { return min(place + 2, source.endIndex) }
    guard style == .doubleQuoted, source[place] == UInt8(ascii: "\\"), place + 1 < source.endIndex else {
      return place + 1
    }
    escape = place
    let digits =
      switch source[place + 1] {
      case UInt8(ascii: "x"): 2
      case UInt8(ascii: "u"): 4
      case UInt8(ascii: "U"): 8
      default: 0
      }
    return min(place + 2 + digits, source.endIndex)
  }
}
