internal import FoundationEssentials

/// The token that a device signs in with: read from a file that nobody else may read, and never written anywhere.
public enum AccessTokenFile {
  /// What no token of ours is longer than.
  static let longest = 512

  /// The token in a file, without the blanks and line ends around it.
  ///
  /// - Throws: `DeviceError.badToken` where the file cannot be read, others may read it, or it holds no token.
  public static func read(_ path: String) throws(DeviceError) -> String {
    let attributes: [FileAttributeKey: Any]
    do {
      attributes = try FileManager.default.attributesOfItem(atPath: path)
    } catch {
      throw .badToken("there is no token file \(path), or it may not be read. Name yours with --token-file.")
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular,
      let mode = attributes[.posixPermissions] as? Int
    else { throw .badToken("the token file \(path) is no ordinary file") }
    if mode & 0o077 != 0 {
      throw .badToken("others may read the token in \(path). Shut them out: chmod 600 \(path)")
    }
    guard let bytes = FileManager.default.contents(atPath: path), bytes.count <= 2 * longest else {
      throw .badToken("the token file \(path) cannot be read, or is too long for one")
    }
    return try checked(String(decoding: bytes, as: UTF8.self), from: path)
  }

  /// A token as a person gave it, without the blanks and line ends around it.
  ///
  /// - Parameter source: what messages call the place it is from.
  /// - Throws: `DeviceError.badToken`; the token itself is never part of the message.
  public static func checked(_ text: String, from source: String) throws(DeviceError) -> String {
    var token = text[...]
    while let first = token.first, first.isWhitespace { token.removeFirst() }
    while let last = token.last, last.isWhitespace { token.removeLast() }
    guard !token.isEmpty, token.utf8.count <= longest, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .badToken("\(source) holds no token: one word of at most \(longest) characters belongs there")
    }
    return String(token)
  }
}
