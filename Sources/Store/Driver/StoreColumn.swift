internal import FEEL

/// What one column can hold.
protocol StoreColumn {
  /// Nil where the value is of another type.
  init?(_ value: StoreValue)
  var storeValue: StoreValue { get }
}

extension Int64: StoreColumn {
  init?(_ value: StoreValue) {
    guard case .integer(let number) = value else { return nil }
    self = number
  }
  var storeValue: StoreValue { .integer(self) }
}

extension Int: StoreColumn {
  init?(_ value: StoreValue) {
    guard case .integer(let number) = value else { return nil }
    self.init(exactly: number)
  }
  var storeValue: StoreValue { .integer(Int64(self)) }
}

extension Int32: StoreColumn {
  init?(_ value: StoreValue) {
    guard case .integer(let number) = value else { return nil }
    self.init(exactly: number)
  }
  var storeValue: StoreValue { .integer(Int64(self)) }
}

/// 0 or 1.
extension Bool: StoreColumn {
  init?(_ value: StoreValue) {
    guard case .integer(let number) = value, number == 0 || number == 1 else { return nil }
    self = number == 1
  }
  var storeValue: StoreValue { .integer(self ? 1 : 0) }
}

extension String: StoreColumn {
  init?(_ value: StoreValue) {
    guard case .text(let string) = value else { return nil }
    self = string
  }
  var storeValue: StoreValue { .text(self) }
}

extension Text: StoreColumn {
  init?(_ value: StoreValue) {
    guard case .text(let string) = value else { return nil }
    self.init(string)
  }
  var storeValue: StoreValue { .text(string) }
}

extension Optional: StoreColumn where Wrapped: StoreColumn {
  init?(_ value: StoreValue) {
    if case .null = value {
      self = Optional<Wrapped>.none
    } else {
      guard let wrapped = Wrapped(value) else { return nil }
      self = wrapped
    }
  }
  var storeValue: StoreValue { self?.storeValue ?? .null }
}

extension StoreColumn where Self: RawRepresentable, RawValue == String {
  init?(_ value: StoreValue) {
    guard case .text(let word) = value else { return nil }
    self.init(rawValue: word)
  }
  var storeValue: StoreValue { .text(rawValue) }
}

/// What a column can hold many of.
protocol StoreElement {
  static func list(_ value: StoreValue) -> [Self]?
  static func storeValue(_ list: [Self]) -> StoreValue
}

extension Array: StoreColumn where Element: StoreElement {
  init?(_ value: StoreValue) {
    guard let list = Element.list(value) else { return nil }
    self = list
  }
  var storeValue: StoreValue { Element.storeValue(self) }
}

/// Bytes are a blob.
extension UInt8: StoreElement {
  static func list(_ value: StoreValue) -> [UInt8]? {
    guard case .blob(let bytes) = value else { return nil }
    return bytes
  }
  static func storeValue(_ list: [UInt8]) -> StoreValue { .blob(list) }
}

/// Texts are a JSON array in a text column.
extension Text: StoreElement {
  static func list(_ value: StoreValue) -> [Text]? {
    guard case .text(let string) = value, let items = try? JSON.parse(Array(string.utf8)).items else { return nil }
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? texts : nil
  }
  static func storeValue(_ list: [Text]) -> StoreValue {
    .text(String(decoding: JSON.array(list.map { .string($0) }).bytes, as: UTF8.self))
  }
}
