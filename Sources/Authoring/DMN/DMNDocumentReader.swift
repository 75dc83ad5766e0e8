internal import Decisions
internal import FEEL

/// Turns the elements of a DMN file into the model as written, telling whatever is wrong on the way.
///
/// Elements that have no meaning for evaluation (knowledge sources, annotations, diagrams) are passed over, and so are
/// unknown ones.
struct DMNDocumentReader {
  let file: Text
  /// The model namespace of the file; elements of the model stand in it.
  let namespace: Text
  let limits: FEEL.Limits
  var findings: [ModelFinding] = []
  /// Whether expressions of the file are FEEL if they don't say otherwise.
  var language: Text = ""
  /// What is being read, for findings.
  var node: Text?
  var depth = 0

  /// The model in a file; nil if it is none.
  static func read(
    _ bytes: [UInt8], file: Text, limits: FEEL.Limits
  ) -> (document: ModelDocument?, findings: [ModelFinding]) {
    let root: XMLElement
    var known: Text?
    do throws(XMLFailure) {
      root = try XMLReader.read(bytes) { namespace, name in
        if known?.hasSameBytes(as: namespace) != true {
          guard DMNNamespace.version(of: namespace) != nil else { return false }
          known = namespace
        }
        return name != "extensionElements"
      }
    } catch {
      let finding = ModelFinding(.error, error.code, file: file, error.place, error.message, fix: error.fix)
      return (nil, [finding])
    }
    guard root.name == "definitions", DMNNamespace.version(of: root.namespace) != nil else {
      let finding = ModelFinding(
        .error, "NAMESPACE", file: file, root.place,
        "the file is no DMN: its root is <\(root.name)> of the namespace `\(root.namespace)`",
        fix: "DMN 1.5 files start with <definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\">")
      return (nil, [finding])
    }
    var reader = DMNDocumentReader(file: file, namespace: root.namespace, limits: limits)
    let document = reader.document(root)
    return (document, reader.findings)
  }

  private mutating func document(_ root: XMLElement) -> ModelDocument {
    let name = root.attribute("name")?.text ?? ""
    let namespace = root.attribute("namespace")?.text ?? ""
    if namespace.isEmpty {
      report(.warning, "MISSING", root.place, "the model has no `namespace`, so no other model can import it")
    }
    language = root.attribute("expressionLanguage")?.text ?? ""
    var document = ModelDocument(file: file, name: name, namespace: namespace)
    for child in root.children {
      switch child.name {
      case "import": if let imported = importedModel(child) { document.imports.append(imported) }
      case "itemDefinition": document.types.append(itemDefinition(child))
      case "inputData", "decision", "businessKnowledgeModel", "decisionService":
        if let element = element(child) { document.elements.append(element) }
      default: break
      }
    }
    return document
  }

  // MARK: Findings

  mutating func report(
    _ severity: Diagnostic.Severity, _ code: Text, _ place: SourcePlace, _ message: Text, fix: Text? = nil
  ) {
    guard findings.count < 1_000 else { return }
    findings.append(ModelFinding(severity, code, node: node, file: file, place, message, fix: fix))
  }

  /// The name of an element; told and made empty if it is missing.
  mutating func name(of element: XMLElement) -> Text {
    if let name = element.attribute("name")?.text, !name.isEmpty { return name.trimmed }
    report(.error, "MISSING", element.place, "<\(element.name)> has no `name`")
    return ""
  }

  // MARK: References

  private mutating func importedModel(_ element: XMLElement) -> ModelImport? {
    let type = element.attribute("importType")?.text ?? namespace
    // Other kinds (PMML, XML Schema) bring no elements of a model.
    guard DMNNamespace.version(of: type) != nil else {
      report(.note, "IMPORT", element.place, "only DMN is imported, `\(type)` is passed over")
      return nil
    }
    guard let namespace = element.attribute("namespace")?.text else {
      report(.error, "MISSING", element.place, "<import> has no `namespace`")
      return nil
    }
    return ModelImport(
      name: element.attribute("name")?.text.trimmed ?? "", namespace: namespace,
      location: element.attribute("locationURI")?.text.trimmed, place: element.place)
  }

  /// A type named in an attribute.
  mutating func type(of element: XMLElement, _ attribute: String = "typeRef") -> TypeReference? {
    guard let value = element.attribute(attribute), !value.isBlank else { return nil }
    return type(value, element)
  }

  /// A type as an attribute or element names it; prefixes are those of XML in files of DMN 1.1.
  mutating func type(_ value: PlacedText, _ element: XMLElement) -> TypeReference {
    let name = value.text.trimmed
    var reference = TypeReference(name, place: value.place)
    if let colon = name.bytes.firstIndex(of: UInt8(ascii: ":")) {
      let prefix = Text(bytes: Array(name.bytes[..<colon]))
      let local = Text(bytes: Array(name.bytes[(colon + 1)...]))
      // Some tools write the prefix `feel` without declaring it.
      let namespace: Text? = element.prefixes.namespace(of: prefix) ?? (prefix == "feel" ? "http://FEEL" : nil)
      if let namespace {
        reference.qualified = TypeReference.QualifiedName(namespace: namespace, name: local)
        if DMNNamespace.isFEELTypes(namespace) { reference = TypeReference(local, place: value.place) }
        if namespace == DMNNamespace.schema, let type = Self.schemaTypes[local] {
          reference = TypeReference(type, place: value.place)
        }
      }
    }
    return reference
  }

  /// The types of XML Schema that FEEL has (DMN 1.1 table 24).
  private static let schemaTypes: [Text: Text] = [
    "string": "string", "integer": "number", "int": "number", "long": "number", "short": "number",
    "decimal": "number", "double": "number", "float": "number", "boolean": "boolean", "date": "date", "time": "time",
    "dateTime": "date and time", "dayTimeDuration": "days and time duration",
    "yearMonthDuration": "years and months duration", "anyType": "Any",
  ]

  /// What `href` refers to.
  mutating func reference(_ element: XMLElement) -> ElementReference? {
    guard let href = element.attribute("href"), !href.isBlank else {
      report(.error, "MISSING", element.place, "<\(element.name)> has no `href`")
      return nil
    }
    let bytes = href.text.trimmed.bytes
    guard let mark = bytes.lastIndex(of: UInt8(ascii: "#")) else {
      return ElementReference(namespace: nil, id: Text(bytes: bytes), place: href.place)
    }
    return ElementReference(
      namespace: mark == 0 ? nil : Text(bytes: Array(bytes[..<mark])), id: Text(bytes: Array(bytes[(mark + 1)...])),
      place: href.place)
  }
}

extension Text {
  /// Without white space at its ends.
  var trimmed: Text {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return first == 0 && last == bytes.count - 1 ? self : Text(bytes: Array(bytes[first...last]))
  }
}
