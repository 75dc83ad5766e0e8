/// Reads JSON texts one after the other, and remembers the names of members between them, so that a stream of a
/// hundred thousand records makes each name once.
public struct JSONReader: Sendable {
  /// How large and deep documents may be.
  public let limits: JSONLimits
  private var names = NameCache()
  private var hasRead = false

  /// Makes a reader that remembers no names yet.
  public init(limits: JSONLimits = JSONLimits()) { self.limits = limits }

  /// The one value that the bytes are the text of.
  ///
  /// Strict: UTF-8 without byte order mark, no duplicate names, no comments, nothing after the value but blanks.
  /// - Complexity: O(bytes), O(n log n) in the members of one object.
  public mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSON {
    if bytes.count > limits.bytes {
      throw JSONError(.tooLong, at: 0, in: bytes, Text("the text is longer than \(limits.bytes) bytes"))
    }
    // One short text repeats few names: remembering them would cost more than making them.
    if hasRead || bytes.count > 4096 { names.prepare() }
    hasRead = true
    var cursor = JSONCursor(bytes, limits: limits, names: names)
    names = NameCache()
    defer { names = cursor.names }
    return try cursor.document()
  }

  /// The one value that the bytes are the text of.
  public mutating func read(_ bytes: [UInt8]) throws(JSONError) -> JSON {
    try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> JSON in try read(buffer) }
  }
}

extension JSON {
  /// The value that a JSON text stands for; see `JSONReader` for many texts.
  public static func parse(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) -> JSON {
    var reader = JSONReader(limits: limits)
    return try reader.read(bytes)
  }

  /// The value that a JSON text stands for; see `JSONReader` for many texts.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = JSONLimits()
  ) throws(JSONError) -> JSON {
    var reader = JSONReader(limits: limits)
    return try reader.read(bytes)
  }
}

/// Names of members met before: one place for each hash, the latest name wins it.
struct NameCache: Sendable {
  /// None until it is prepared: nothing is remembered then.
  private var places: [Text] = []

  mutating func prepare() {
    if places.isEmpty { places = Array(repeating: Text(bytes: []), count: 256) }
  }

  /// The text of those bytes, the one made earlier if it is still here.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Text {
    guard bytes.count <= 64 else { return Text(bytes: Array(bytes)) }
    // FNV-1a; only speed depends on it.
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let place = Int((hash ^ (hash >> 16)) & 255)
    guard place < places.count else { return Text(bytes: Array(bytes)) }
    let known = places[place]
    if known.bytes.count == bytes.count {
      let same = known.bytes.withUnsafeBufferPointer { candidate in
        for index in 0..<bytes.count where candidate[index] != bytes[index] { return false }
        return true
      }
      if same { return known }
    }
    let text = Text(bytes: Array(bytes))
    places[place] = text
    return text
  }
}
