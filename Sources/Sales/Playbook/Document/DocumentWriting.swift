import FEEL

/// The members of an object in making: what is absent or empty is left out, the rest is sorted by key at the end.
struct DocumentMembers {
  private var members: [JSON.Member] = []

  mutating func add(_ key: Text, _ value: JSON) { members.append(JSON.Member(key, value)) }
  mutating func add(_ key: Text, _ text: Text) { add(key, .string(text)) }
  mutating func add(_ key: Text, _ number: Int) { add(key, .number(Decimal34(number))) }
  mutating func add(_ key: Text, _ number: Decimal34) { add(key, .number(number)) }
  mutating func add(_ key: Text, ifAny text: Text?) {
    if let text { add(key, text) }
  }
  mutating func add(_ key: Text, ifAny number: Int?) {
    if let number { add(key, number) }
  }
  mutating func add(_ key: Text, ifAny number: Decimal34?) {
    if let number { add(key, number) }
  }
  mutating func add(_ key: Text, ifAny items: [JSON]) {
    if !items.isEmpty { add(key, .array(items)) }
  }
  mutating func add(_ key: Text, ifAny texts: [Text]) {
    var items: [JSON] = []
    for text in texts { items.append(.string(text)) }
    add(key, ifAny: items)
  }

  /// The object, its keys in the order of their code points.
  func sorted() -> JSON { .object(members.sorted { $0.name < $1.name }) }
}

extension Sequence {
  /// Every element as JSON.
  func json(_ write: (Element) -> JSON) -> [JSON] {
    var items: [JSON] = []
    for element in self { items.append(write(element)) }
    return items
  }
}
