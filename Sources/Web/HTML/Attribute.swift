internal import FEEL

/// An attribute of an element; its value is escaped. There is none that runs a script or carries a style.
struct Attribute: Sendable {
  private let name: StaticString
  private let value: String?

  private init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }

  /// As it stands in an element, after a blank.
  var markup: String {
    guard let value else { return " " + name.description }
    return " " + name.description + "=\"" + HTML.escaped(value) + "\""
  }

  static func id(_ value: String) -> Attribute { Attribute("id", value) }
  static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
  static func href(_ path: LocalPath) -> Attribute { Attribute("href", path.text) }
  /// A place on the same page.
  static func anchor(_ id: String) -> Attribute { Attribute("href", "#" + id) }
  static func action(_ path: LocalPath) -> Attribute { Attribute("action", path.text) }
  static func method(_ value: StaticString) -> Attribute { Attribute("method", value.description) }
  static func name(_ value: String) -> Attribute { Attribute("name", value) }
  static func type(_ value: StaticString) -> Attribute { Attribute("type", value.description) }
  static func value(_ value: String) -> Attribute { Attribute("value", value) }
  static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
  static func scope(_ value: StaticString) -> Attribute { Attribute("scope", value.description) }
  static func role(_ value: StaticString) -> Attribute { Attribute("role", value.description) }
  static func label(_ value: String) -> Attribute { Attribute("aria-label", value) }
  static func labelledBy(_ ids: String) -> Attribute { Attribute("aria-labelledby", ids) }
  static func describedBy(_ ids: String) -> Attribute { Attribute("aria-describedby", ids) }
  static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
  static func most(_ characters: Int) -> Attribute { Attribute("maxlength", "\(characters)") }
  static func rows(_ count: Int) -> Attribute { Attribute("rows", "\(count)") }
  static func autocomplete(_ value: StaticString) -> Attribute { Attribute("autocomplete", value.description) }
  static func language(_ value: String) -> Attribute { Attribute("lang", value) }
  /// What a narrow screen shows before a table's cell.
  static func head(_ value: String) -> Attribute { Attribute("data-head", value) }
  /// An attribute without a rule of its own (`charset`, or a drawing's numbers).
  static func plain(_ name: StaticString, _ value: String) -> Attribute { Attribute(name, value) }
  static let required = Attribute("required", nil)
  static let checked = Attribute("checked", nil)
  static let invalid = Attribute("aria-invalid", "true")
  static let open = Attribute("open", nil)
  static let selected = Attribute("selected", nil)
  static let currentPage = Attribute("aria-current", "page")
  static let focusable = Attribute("tabindex", "0")
  static let hiddenFromReaders = Attribute("aria-hidden", "true")
}
