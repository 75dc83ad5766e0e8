extension [UInt8] {
  /// Appends two bytes, one after the other.
  ///
  /// Several array literals of one length in one function are what the Embedded compiler's optimizer was seen to mix up
  /// (Swift 6.3.1, -Osize): `", "` came out where `": "` belonged. So literals are not appended as arrays here.
  @inline(__always) mutating func append(_ first: UInt8, _ second: UInt8) {
    append(first)
    append(second)
  }
}
