internal import Decisions
internal import FEEL

/// An element of an XML file, with what a model reader needs of it.
final class XMLElement {
  /// An attribute without a prefix.
  struct Attribute {
    var name: String
    var value: PlacedText
  }

  /// Its name without the prefix; a string, which compares with literals without making anything.
  let name: String
  let namespace: Text
  let attributes: [Attribute]
  /// Where its `<` stands.
  let place: SourcePlace
  let prefixes: XMLPrefixes
  var children: [XMLElement] = []
  /// All its character data in one, comments and child elements left out.
  var text: PlacedText

  init(
    name: String, namespace: Text, attributes: [Attribute], place: SourcePlace, prefixes: XMLPrefixes,
    textPlace: SourcePlace
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.place = place
    self.prefixes = prefixes
    text = PlacedText("", textPlace)
  }

  /// An attribute without a prefix.
  func attribute(_ name: String) -> PlacedText? {
    attributes.first { $0.name == name }?.value
  }
}

/// The namespace prefixes that hold in an element; elements that declare none share those of their parent.
final class XMLPrefixes {
  let parent: XMLPrefixes?
  let names: [(prefix: Text, namespace: Text)]

  /// The namespace of what has no prefix.
  let standard: Text
  /// How many elements around declare some.
  let depth: Int

  init(_ names: [(prefix: Text, namespace: Text)], parent: XMLPrefixes?) {
    self.names = names
    self.parent = parent
    standard = names.last { $0.prefix.isEmpty }?.namespace ?? parent?.standard ?? ""
    depth = (parent?.depth ?? -1) + 1
  }

  static func standard() -> XMLPrefixes {
    XMLPrefixes([("xml", "http://www.w3.org/XML/1998/namespace"), ("", "")], parent: nil)
  }

  /// The namespace of a prefix, or of what has no prefix if it is empty.
  func namespace(of prefix: Text) -> Text? {
    var scope: XMLPrefixes? = self
    while let here = scope {
      for name in here.names.reversed() where name.prefix.hasSameBytes(as: prefix) { return name.namespace }
      scope = here.parent
    }
    return nil
  }
}

/// Why a file is no XML that is read here; only the first reason can be told.
struct XMLFailure: Error {
  var code: Text
  var place: SourcePlace
  var message: Text
  var fix: Text?
}
