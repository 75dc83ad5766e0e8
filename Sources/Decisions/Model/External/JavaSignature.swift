import FEEL

/// A type of a Java parameter, as far as it makes a difference here; boxed ones are their plain ones.
enum JavaType: Sendable {
  case byte, short, int, long, float, double, boolean, character, string, object

  /// The type of a boxing class.
  init(boxed name: Text) {
    self = JavaType(name) ?? .object
  }

  /// A type by its name, with or without its package.
  init?(_ name: Text) {
    switch name {
    case "byte", "java.lang.Byte", "Byte": self = .byte
    case "short", "java.lang.Short", "Short": self = .short
    case "int", "java.lang.Integer", "Integer": self = .int
    case "long", "java.lang.Long", "Long": self = .long
    case "float", "java.lang.Float", "Float": self = .float
    case "double", "java.lang.Double", "Double": self = .double
    case "boolean", "java.lang.Boolean", "Boolean": self = .boolean
    case "char", "java.lang.Character", "Character": self = .character
    case "java.lang.String", "String", "java.lang.CharSequence", "CharSequence": self = .string
    case "java.lang.Object", "Object": self = .object
    default: return nil
    }
  }

  var name: Text {
    switch self {
    case .byte: "byte"
    case .short: "short"
    case .int: "int"
    case .long: "long"
    case .float: "float"
    case .double: "double"
    case .boolean: "boolean"
    case .character: "char"
    case .string: "String"
    case .object: "Object"
    }
  }

  /// The whole numbers that it holds; nil if it is no type of whole numbers.
  var range: ClosedRange<Int64>? {
    switch self {
    case .byte: -0x80...0x7F
    case .short: -0x8000...0x7FFF
    case .int: -0x8000_0000...0x7FFF_FFFF
    case .long: Int64.min...Int64.max
    default: nil
    }
  }
}

/// A method by name and the types of its parameters: `max(double, double)`.
struct JavaSignature: Sendable {
  let name: Text
  let types: [JavaType]
  /// Whether the last parameter takes any number of arguments.
  let isVariadic: Bool
  let text: Text

  /// Reads a signature; nil if it is none, or has types that are not known.
  init?(_ text: Text) {
    let bytes = text.bytes.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard let opening = bytes.firstIndex(of: UInt8(ascii: "(")), opening > 0, bytes.last == UInt8(ascii: ")") else {
      return nil
    }
    var types: [JavaType] = []
    var isVariadic = false
    let inside = bytes[(opening + 1)..<(bytes.count - 1)]
    let parts = inside.isEmpty ? [] : inside.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      var name = Array(part)
      var isArray = false
      if name.starts(with: "[L".utf8), name.last == UInt8(ascii: ";") {
        name = Array(name.dropFirst(2).dropLast())
        isArray = true
      } else if name.count > 3, name.suffix(3).elementsEqual("...".utf8) {
        name.removeLast(3)
        isArray = true
      } else if name.count > 2, name.suffix(2).elementsEqual("[]".utf8) {
        name.removeLast(2)
        isArray = true
      }
      guard let type = JavaType(Text(bytes: name)), !isArray || index == parts.count - 1 else { return nil }
      types.append(type)
      isVariadic = isArray
    }
    self.name = Text(bytes: Array(bytes[..<opening]))
    self.types = types
    self.isVariadic = isVariadic
    self.text = Text(bytes: bytes)
  }

  func takes(_ count: Int) -> Bool { isVariadic ? count >= types.count - 1 : count == types.count }

  /// The type of an argument.
  func type(at place: Int) -> JavaType { types.isEmpty ? .object : types[min(place, types.count - 1)] }

  /// Whether it is that method.
  func isCalled(_ name: Text, _ types: JavaType...) -> Bool { self.name == name && self.types == types && !isVariadic }
}
