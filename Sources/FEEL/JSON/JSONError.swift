/// Why a text is no JSON that we read: what is wrong and where.
public struct JSONError: Error, Hashable, Sendable {
  /// The kinds of trouble.
  public enum Code: UInt8, Hashable, Sendable {
    /// The text ends before the value does.
    case unexpectedEnd
    /// Something else was expected here.
    case unexpected
    /// A value follows where the text should end.
    case trailing
    /// A number that JSON does not write so (`01`, `.5`, `1.`, `NaN`).
    case number
    /// A number beyond 34 digits' reach (10^6145 or more).
    case numberTooLarge
    /// An escape that JSON does not know, or half a surrogate pair.
    case escape
    /// A control character inside a string.
    case controlCharacter
    /// Bytes that are no UTF-8.
    case encoding
    /// Two members of one object have the same name.
    case duplicateName
    /// More bytes than allowed.
    case tooLong
    /// More nesting than allowed.
    case tooDeep
    /// More values than allowed.
    case tooManyValues
  }

  /// What kind of error it is.
  public let code: Code
  /// Bytes before the place.
  public let offset: Int
  /// Counted from 1.
  public let line: Int
  /// Characters (code points) from the start of the line, counted from 1.
  public let column: Int
  /// What is wrong, one sentence without a full stop.
  public let message: Text

  init(_ code: Code, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, _ message: Text) {
    self.code = code
    self.offset = offset
    self.message = message
    var line = 1
    var column = 1
    for byte in bytes[..<min(offset, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }
}

extension JSONError: CustomStringConvertible {
  /// The whole sentence: `line 3, column 5: a comma or } must follow a member`.
  public var description: String { "line \(line), column \(column): \(message.string)" }
}
