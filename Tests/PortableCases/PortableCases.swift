public import FEEL

/// The work of both test doors, native and WebAssembly: bytes in, bytes out, so that the two can be compared byte for
/// byte.
public enum PortableCases {
  public static func answer(_ input: [UInt8]) -> [UInt8] {
    var text = Text(bytes: input)
    text += "!\n"
    return text.bytes
  }
}
