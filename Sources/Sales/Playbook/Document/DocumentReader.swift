import FEEL

/// A value of a document and the way to it.
struct DocumentPlace {
  let json: JSON
  let path: Text

  /// The place of a member; nil if it is absent or `null`, which mean the same in our documents.
  subscript(key: Text) -> DocumentPlace? {
    guard let member = json[key], !member.isNull else { return nil }
    return DocumentPlace(json: member, path: self.path(to: key))
  }

  func path(to key: Text) -> Text { path.isEmpty ? key : path + "." + key }
}

/// Takes a document apart strictly and gathers everything that is wrong with it.
///
/// What cannot be read gives a harmless stand-in, so that reading goes on to the end; whoever reads throws at the end
/// if there is a problem.
struct DocumentReader {
  static let mostProblems = 100
  private(set) var problems: [DocumentError.Problem] = []

  mutating func report(_ path: Text, _ message: Text, fix: Text? = nil) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(DocumentError.Problem(path: path, message: message, fix: fix))
  }

  /// Throws all problems, if there are any.
  func finish() throws(DocumentError) {
    if !problems.isEmpty { throw DocumentError(problems) }
  }

  /// Says which members an object has that it may not have, and whether it is an object at all.
  mutating func check(_ place: DocumentPlace, keys: [Text], what: Text = "key") {
    guard let members = place.json.members else {
      report(place.path, "an object belongs here, not " + Self.kind(of: place.json))
      return
    }
    for member in members where !keys.contains(member.name) {
      report(
        place.path(to: member.name), "unknown " + what + " " + Suggestion.shown(member.name),
        fix: Suggestion.didYouMean(member.name, among: keys))
    }
  }

  // MARK: Members that must be there

  mutating func text(_ place: DocumentPlace, _ key: Text) -> Text {
    guard let member = require(place, key) else { return "" }
    return text(member)
  }

  mutating func integer(_ place: DocumentPlace, _ key: Text) -> Int {
    guard let member = require(place, key) else { return 0 }
    return integer(member)
  }

  mutating func decimal(_ place: DocumentPlace, _ key: Text) -> Decimal34 {
    guard let member = require(place, key) else { return Decimal34(0) }
    return decimal(member)
  }

  mutating func boolean(_ place: DocumentPlace, _ key: Text) -> Bool {
    guard let member = require(place, key) else { return false }
    return boolean(member)
  }

  mutating func require(_ place: DocumentPlace, _ key: Text) -> DocumentPlace? {
    if let member = place[key] { return member }
    if place.json.members != nil { report(place.path, "the key " + key + " is missing") }
    return nil
  }

  // MARK: Members that may be absent

  mutating func optionalText(_ place: DocumentPlace, _ key: Text) -> Text? {
    guard let member = place[key] else { return nil }
    return text(member)
  }

  mutating func optionalInteger(_ place: DocumentPlace, _ key: Text) -> Int? {
    guard let member = place[key] else { return nil }
    return integer(member)
  }

  mutating func optionalDecimal(_ place: DocumentPlace, _ key: Text) -> Decimal34? {
    guard let member = place[key] else { return nil }
    return decimal(member)
  }

  /// The items of a list; none if it is absent.
  mutating func items(_ place: DocumentPlace, _ key: Text) -> [DocumentPlace] {
    guard let member = place[key] else { return [] }
    return items(member)
  }

  mutating func texts(_ place: DocumentPlace, _ key: Text) -> [Text] {
    var texts: [Text] = []
    for item in items(place, key) { texts.append(text(item)) }
    return texts
  }

  // MARK: Values

  mutating func text(_ place: DocumentPlace) -> Text {
    if let text = place.json.text { return text }
    report(place.path, "a text belongs here, not " + Self.kind(of: place.json))
    return ""
  }

  mutating func decimal(_ place: DocumentPlace) -> Decimal34 {
    if let number = place.json.number { return number }
    report(place.path, "a number belongs here, not " + Self.kind(of: place.json))
    return Decimal34(0)
  }

  mutating func integer(_ place: DocumentPlace) -> Int {
    if let number = place.json.number, let integer = number.wholeNumber { return integer }
    report(place.path, "a whole number belongs here, not " + Self.kind(of: place.json))
    return 0
  }

  mutating func boolean(_ place: DocumentPlace) -> Bool {
    if let boolean = place.json.boolean { return boolean }
    report(place.path, "true or false belongs here, not " + Self.kind(of: place.json))
    return false
  }

  mutating func items(_ place: DocumentPlace) -> [DocumentPlace] {
    guard let items = place.json.items else {
      report(place.path, "a list belongs here, not " + Self.kind(of: place.json))
      return []
    }
    var places: [DocumentPlace] = []
    places.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      places.append(DocumentPlace(json: item, path: place.path + Text("[\(index)]")))
    }
    return places
  }

  /// What a value is, as a sentence names it.
  static func kind(of json: JSON) -> Text {
    switch json {
    case .null: "null"
    case .boolean(let boolean): boolean ? "true" : "false"
    case .number: "a number"
    case .string(let text): "the text " + Suggestion.shown(text)
    case .array: "a list"
    case .object: "an object"
    }
  }
}
