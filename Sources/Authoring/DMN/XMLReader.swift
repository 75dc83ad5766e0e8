internal import Decisions
internal import FEEL

/// Reads XML 1.0 with namespaces into a tree of elements, strictly and with the place of everything.
///
/// It takes less than the standard allows, and nothing that can do harm: no document type (so no entities but the five
/// that XML knows, and character references), no more bytes and levels than the limits say. Elements of namespaces that
/// nobody asked for are checked, but not kept.
///
/// - Complexity: O(n); no recursion.
struct XMLReader {
  struct Limits {
    var bytes = 16 << 20
    var depth = 200
    /// Namespace declarations around one element.
    var prefixDepth = 32
  }

  let bytes: [UInt8]
  let limits: Limits
  var offset = 0
  /// The line and column of `counted`, a byte at or before `offset`.
  var line = 1
  var column = 1
  var counted = 0
  /// The attributes of the start tag being read.
  private var attributes: [RawAttribute] = []
  /// Whether an element of a namespace is kept, with all that it holds.
  let keeps: (_ namespace: Text, _ name: String) -> Bool

  /// An element that is not closed yet.
  struct Open {
    /// The name with its prefix, as written.
    var name: Range<Int>
    /// Nil inside of what is not kept.
    var element: XMLElement?
  }

  init(_ bytes: [UInt8], limits: Limits = Limits(), keeps: @escaping (Text, String) -> Bool) {
    self.bytes = bytes
    self.limits = limits
    self.keeps = keeps
  }

  /// The root element.
  static func read(
    _ bytes: [UInt8], limits: Limits = Limits(), keeps: @escaping (Text, String) -> Bool = { _, _ in true }
  ) throws(XMLFailure) -> XMLElement {
    let start = SourcePlace(line: 1, column: 1)
    if bytes.count > limits.bytes {
      throw XMLFailure(
        code: "LIMIT", place: start, message: "the file has \(bytes.count) bytes, more than \(limits.bytes)",
        fix: "divide the model over several files that import each other")
    }
    var reader = XMLReader(try XMLEncoding.utf8(bytes), limits: limits, keeps: keeps)
    return try reader.document()
  }

  private mutating func document() throws(XMLFailure) -> XMLElement {
    if starts(with: "<?xml"), isSpace(byte(5)) { try skip(past: "?>", from: 5, "the XML declaration") }
    var root: XMLElement?
    var open: [Open] = []
    while offset < bytes.count {
      if byte() != UInt8(ascii: "<") {
        try text(into: open.last?.element, isOutside: open.isEmpty)
      } else if starts(with: "<!--") {
        try comment()
      } else if starts(with: "<![CDATA[") {
        try section(into: open.last?.element, isOutside: open.isEmpty)
      } else if starts(with: "<!DOCTYPE") {
        throw failure(
          "DOCTYPE", "the file declares a document type, which models don't need and which can hide harm",
          fix: "remove the <!DOCTYPE ...>")
      } else if starts(with: "<!") {
        throw failure("XML", "this is neither an element nor a comment")
      } else if starts(with: "<?") {
        try skip(past: "?>", from: 2, "the processing instruction")
      } else if byte(1) == UInt8(ascii: "/") {
        try close(&open)
      } else {
        if open.isEmpty, root != nil { throw failure("XML", "a second element stands beside the first") }
        try self.open(&open, root: &root)
      }
    }
    if let last = open.last {
      throw failure("XML", "the file ends before <\(written(last.name))> is closed", fix: "is it cut short?")
    }
    guard let root else { throw failure("XML", "the file has no element") }
    return root
  }

  // MARK: Elements

  /// An attribute as it stands in the file: its name, and its value between the quotation marks.
  struct RawAttribute {
    var name: Range<Int>
    var value: Range<Int>
    /// Where the value starts.
    var place: SourcePlace
  }

  /// Reads a start tag; inside of what is not kept only its form is checked.
  private mutating func open(_ open: inout [Open], root: inout XMLElement?) throws(XMLFailure) {
    let start = offset
    offset += 1
    let name = try self.name("element")
    if open.count >= limits.depth {
      throw failure("LIMIT", "elements nest deeper than \(limits.depth) levels", fix: "divide the expression")
    }
    let parent = open.last?.element
    guard parent != nil || open.isEmpty else {
      if try !readAttributes(of: name, placed: false) { open.append(Open(name: name, element: nil)) }
      return
    }
    let place = place(at: start)
    let isEmpty = try readAttributes(of: name, placed: true)
    var prefixes = parent?.prefixes ?? XMLPrefixes.standard()
    if attributes.contains(where: { declaresPrefix($0.name) }) {
      prefixes = XMLPrefixes(try declarations(), parent: prefixes)
      if prefixes.depth > limits.prefixDepth { throw failure("LIMIT", "namespaces are declared again and again") }
    }
    let (prefix, local) = divided(name)
    guard let namespace = prefix.isEmpty ? prefixes.standard : prefixes.namespace(of: prefix) else {
      throw XMLFailure(
        code: "XML", place: place, message: "the prefix `\(prefix)` of <\(written(name))> is not declared",
        fix: "add xmlns:\(prefix)=\"...\"")
    }
    var element: XMLElement?
    // The root is kept whatever it is: what it is not will be told.
    if parent == nil || keeps(namespace, local) {
      let kept = try plainAttributes()
      element = XMLElement(
        name: local, namespace: namespace, attributes: kept, place: place, prefixes: prefixes, textPlace: self.place())
    }
    if let element { parent?.children.append(element) }
    if root == nil { root = element }
    if !isEmpty { open.append(Open(name: name, element: element)) }
  }

  /// Reads the attributes of a start tag up to its end; tells whether the element is empty.
  private mutating func readAttributes(of name: Range<Int>, placed: Bool) throws(XMLFailure) -> Bool {
    attributes.removeAll(keepingCapacity: true)
    while true {
      let hadSpace = skipSpace()
      if byte() == UInt8(ascii: ">") {
        offset += 1
        return false
      }
      if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: ">") {
        offset += 2
        return true
      }
      if offset >= bytes.count { throw failure("XML", "<\(written(name))> is not closed with `>`") }
      if !hadSpace { throw failure("XML", "white space is missing before an attribute of <\(written(name))>") }
      let attribute = try self.name("attribute")
      for other in attributes where other.name.count == attribute.count {
        if bytes[other.name].elementsEqual(bytes[attribute]) {
          throw failure("XML", "<\(written(name))> has the attribute `\(written(attribute))` twice")
        }
      }
      if attributes.count >= 1_000 { throw failure("LIMIT", "<\(written(name))> has more than 1000 attributes") }
      _ = skipSpace()
      guard byte() == UInt8(ascii: "=") else {
        throw failure("XML", "the attribute `\(written(attribute))` has no `=`")
      }
      offset += 1
      _ = skipSpace()
      let value = try rawValue(of: attribute)
      let place = placed ? place(at: value.lowerBound) : Self.nowhere
      attributes.append(RawAttribute(name: attribute, value: value, place: place))
    }
  }

  /// The attributes without a prefix, their values read; nobody asks for others.
  private mutating func plainAttributes() throws(XMLFailure) -> [XMLElement.Attribute] {
    var plain: [XMLElement.Attribute] = []
    for attribute in attributes where !bytes[attribute.name].contains(UInt8(ascii: ":")) {
      if declaresPrefix(attribute.name) { continue }
      let value = try self.value(attribute)
      plain.append(XMLElement.Attribute(name: String(decoding: bytes[attribute.name], as: UTF8.self), value: value))
    }
    return plain
  }

  private mutating func declarations() throws(XMLFailure) -> [(prefix: Text, namespace: Text)] {
    var declared: [(prefix: Text, namespace: Text)] = []
    for attribute in attributes where declaresPrefix(attribute.name) {
      let prefix = bytes[attribute.name].dropFirst(6)
      declared.append((Text(bytes: Array(prefix)), try value(attribute).text))
    }
    return declared
  }

  /// Whether an attribute is `xmlns` or starts so.
  private func declaresPrefix(_ name: Range<Int>) -> Bool {
    guard name.count >= 5, bytes[name.lowerBound] == UInt8(ascii: "x") else { return false }
    let text = bytes[name]
    return text.elementsEqual("xmlns".utf8) || text.starts(with: "xmlns:".utf8)
  }

  private mutating func close(_ open: inout [Open]) throws(XMLFailure) {
    guard let last = open.last?.name else { throw failure("XML", "this closes nothing") }
    let start = offset
    offset += 2
    let name = try self.name("element")
    guard bytes[name].elementsEqual(bytes[last]) else {
      throw XMLFailure(
        code: "XML", place: place(at: start),
        message: "</\(written(name))> stands where <\(written(last))> is to be closed")
    }
    _ = skipSpace()
    guard byte() == UInt8(ascii: ">") else { throw failure("XML", "</\(written(name))> is not closed with `>`") }
    offset += 1
    open.removeLast()
  }

  /// A name as its prefix and the rest.
  private func divided(_ name: Range<Int>) -> (prefix: Text, local: String) {
    guard let colon = bytes[name].firstIndex(of: UInt8(ascii: ":")) else {
      return (Self.noPrefix, String(decoding: bytes[name], as: UTF8.self))
    }
    return (
      Text(bytes: Array(bytes[name.lowerBound..<colon])),
      String(decoding: bytes[colon + 1..<name.upperBound], as: UTF8.self)
    )
  }

  private static let noPrefix: Text = ""
  private static let nowhere = SourcePlace(line: 1, column: 1)
}
