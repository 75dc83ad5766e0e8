/// Text as FEEL sees it: UTF-8 bytes, compared byte by byte.
///
/// FEEL compares code points, and so does the order of UTF-8 bytes; `String`'s canonical equivalence would make
/// two different texts equal and pull the Unicode tables into the WebAssembly module.
public struct Text: Hashable, Sendable {
  /// The text's UTF-8 bytes.
  public var bytes: [UInt8]

  /// Makes a text of bytes as they are; whether they are UTF-8 is not checked.
  @inlinable public init(bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes of a Swift string.
  @inlinable public init(_ string: String) { bytes = Array(string.utf8) }

  /// The text as a Swift string; bytes that are no UTF-8 become U+FFFD.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether there is nothing in it.
  @inlinable public var isEmpty: Bool { bytes.isEmpty }
}

extension Text: Comparable {
  /// Order by code points (the order of the bytes).
  public static func < (a: Text, b: Text) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

extension Text {
  /// `==`, eight bytes at a time.
  @inlinable public func hasSameBytes(as other: Text) -> Bool {
    let count = bytes.count
    if count != other.bytes.count { return false }
    return bytes.withUnsafeBytes { a in
      other.bytes.withUnsafeBytes { b in
        var index = 0
        while index &+ 8 <= count {
          let x = a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if x != b.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
          index &+= 8
        }
        while index < count {
          if a[index] != b[index] { return false }
          index &+= 1
        }
        return true
      }
    }
  }
}

extension Text: ExpressibleByStringInterpolation {
  /// The UTF-8 bytes of a literal, so that `"stage"` may stand where a text is wanted.
  @inlinable public init(stringLiteral value: String) { self.init(value) }
}

extension Text {
  /// `case "stage":` compares with the literal's bytes where they stand, and makes no text of it.
  @inlinable public static func ~= (literal: StaticString, text: Text) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      bytes.elementsEqual(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }
  }
}

extension Text: CustomStringConvertible {
  /// The text as Swift's string.
  public var description: String { string }
}

extension Text {
  /// One text after the other.
  public static func + (a: Text, b: Text) -> Text { Text(bytes: a.bytes + b.bytes) }
  /// Appends a text.
  public static func += (a: inout Text, b: Text) { a.bytes += b.bytes }
}
