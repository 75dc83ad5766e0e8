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
  /// Whether an element of a namespace is kept, with all that it holds.
  let keeps: (_ namespace: Text, _ name: String) -> Bool

  /// An element that is not closed yet.
  struct Open {
    /// The name with its prefix, as written.
    var name: Range<Int>
    /// Nil inside of what is not kept.
    var element: XMLElement?
    var prefixes: XMLPrefixes
    var declarations: Int
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
        try text(into: open.last)
      } else if starts(with: "<!--") {
        try comment()
      } else if starts(with: "<![CDATA[") {
        try section(into: open.last)
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
        let (opened, isEmpty) = try self.open(in: open.last, depth: open.count)
        if root == nil {
          // The root is kept whatever it is: what it is not will be told.
          root = opened.element
        }
        if !isEmpty { open.append(opened) }
      }
    }
    if let last = open.last {
      throw failure("XML", "the file ends before <\(written(last.name))> is closed", fix: "is it cut short?")
    }
    guard let root else { throw failure("XML", "the file has no element") }
    return root
  }

  // MARK: Elements

  private mutating func open(in parent: Open?, depth: Int) throws(XMLFailure) -> (Open, isEmpty: Bool) {
    let place = place()
    offset += 1
    let name = try self.name("element")
    if depth >= limits.depth {
      throw failure("LIMIT", "elements nest deeper than \(limits.depth) levels", fix: "divide the expression")
    }
    // Inside of what is not kept only the form is checked.
    let isSkipped = parent != nil && parent?.element == nil
    var attributes: [(name: Range<Int>, value: PlacedText)] = []
    var isEmpty = false
    while true {
      let hadSpace = skipSpace()
      if byte() == UInt8(ascii: ">") {
        offset += 1
        break
      }
      if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: ">") {
        offset += 2
        isEmpty = true
        break
      }
      if offset >= bytes.count { throw failure("XML", "<\(written(name))> is not closed with `>`") }
      if !hadSpace { throw failure("XML", "white space is missing before an attribute of <\(written(name))>") }
      let attribute = try self.name("attribute")
      if attributes.contains(where: { bytes[$0.name].elementsEqual(bytes[attribute]) }) {
        throw failure("XML", "<\(written(name))> has the attribute `\(written(attribute))` twice")
      }
      if attributes.count >= 1_000 { throw failure("LIMIT", "<\(written(name))> has more than 1000 attributes") }
      _ = skipSpace()
      guard byte() == UInt8(ascii: "=") else {
        throw failure("XML", "the attribute `\(written(attribute))` has no `=`")
      }
      offset += 1
      _ = skipSpace()
      attributes.append((attribute, isSkipped ? try skippedValue(of: attribute) : try value(of: attribute)))
    }
    if let parent, isSkipped {
      return (Open(name: name, element: nil, prefixes: parent.prefixes, declarations: parent.declarations), isEmpty)
    }
    var prefixes = parent?.prefixes ?? XMLPrefixes.standard()
    var declarations = parent?.declarations ?? 0
    var declared: [(prefix: Text, namespace: Text)] = []
    for attribute in attributes {
      if let prefix = declaredPrefix(attribute.name) { declared.append((prefix, attribute.value.text)) }
    }
    if !declared.isEmpty {
      declarations += 1
      if declarations > limits.prefixDepth { throw failure("LIMIT", "namespaces are declared again and again") }
      prefixes = XMLPrefixes(declared, parent: prefixes)
    }
    let (prefix, local) = divided(name)
    guard let namespace = prefixes.namespace(of: prefix) else {
      throw XMLFailure(
        code: "XML", place: place, message: "the prefix `\(prefix)` of <\(written(name))> is not declared",
        fix: "add xmlns:\(prefix)=\"...\"")
    }
    var opened = Open(name: name, element: nil, prefixes: prefixes, declarations: declarations)
    guard parent == nil || keeps(namespace, local) else { return (opened, isEmpty) }
    var kept: [XMLElement.Attribute] = []
    for (attribute, value) in attributes where declaredPrefix(attribute) == nil {
      let (prefix, local) = divided(attribute)
      let namespace: Text? = prefix.isEmpty ? prefix : prefixes.namespace(of: prefix)
      // What an undeclared prefix means nobody knows; nothing here asks for it.
      if let namespace { kept.append(XMLElement.Attribute(name: local, namespace: namespace, value: value)) }
    }
    let element = XMLElement(
      name: local, namespace: namespace, attributes: kept, place: place, prefixes: prefixes, textPlace: self.place())
    parent?.element?.children.append(element)
    opened.element = element
    return (opened, isEmpty)
  }

  private mutating func close(_ open: inout [Open]) throws(XMLFailure) {
    guard let last = open.last else { throw failure("XML", "this closes nothing") }
    let place = place()
    offset += 2
    let name = try self.name("element")
    guard bytes[name].elementsEqual(bytes[last.name]) else {
      throw XMLFailure(
        code: "XML", place: place, message: "</\(written(name))> stands where <\(written(last.name))> is to be closed")
    }
    _ = skipSpace()
    guard byte() == UInt8(ascii: ">") else { throw failure("XML", "</\(written(name))> is not closed with `>`") }
    offset += 1
    open.removeLast()
  }

  /// The prefix that an attribute declares, empty for `xmlns` itself; nil if it declares none.
  private func declaredPrefix(_ name: Range<Int>) -> Text? {
    guard name.count >= 5, bytes[name.lowerBound] == UInt8(ascii: "x") else { return nil }
    let text = bytes[name]
    if text.elementsEqual("xmlns".utf8) { return "" }
    return text.starts(with: "xmlns:".utf8) ? Text(bytes: Array(text.dropFirst(6))) : nil
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
}
