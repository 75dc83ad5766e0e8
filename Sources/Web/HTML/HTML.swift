internal import FEEL

/// A piece of HTML. Whatever goes into it as a text is escaped; markup comes from elements only.
struct HTML: Sendable, Hashable {
  private(set) var text = ""

  static let nothing = HTML()

  private init() {}

  /// A text for people, escaped.
  init(_ text: String) { self.text = Self.escaped(text) }

  fileprivate init(markup: String) { text = markup }

  static func + (a: HTML, b: HTML) -> HTML { HTML(markup: a.text + b.text) }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      // No HTML text may have these; a browser would make of them what it likes.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        escaped.unicodeScalars.append("\u{FFFD}")
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// An element's name. Scripts and styles are not among them: a page has none of its own.
enum Tag: String, Sendable {
  case html, head, title, body, header, nav, main, footer, section, article, aside
  case h1, h2, h3, p, div, span, strong, small, a, code, pre, time
  case ul, ol, li, dl, dt, dd
  case table, caption, thead, tbody, tr, th, td
  case form, label, select, option, textarea, button, fieldset, legend, details, summary
  case svg, g, text
  case desc
  case meta, link, input, br, rect, path

  /// Elements that have no end.
  fileprivate var isVoid: Bool {
    switch self {
    case .meta, .link, .input, .br: true
    default: false
    }
  }
}

/// An element with what is in it.
func tag(_ tag: Tag, _ attributes: Attribute?..., @HTMLBuilder content: () -> HTML = { .nothing }) -> HTML {
  var markup = "<" + tag.rawValue
  for attribute in attributes { if let attribute { markup += attribute.markup } }
  markup += ">"
  if !tag.isVoid { markup += content().text + "</" + tag.rawValue + ">" }
  return HTML(markup: markup)
}

/// Collects texts and elements.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ text: String) -> HTML { HTML(text) }
  static func buildExpression(_ text: Text) -> HTML { HTML(text.string) }
  static func buildExpression(_ html: HTML) -> HTML { html }
  static func buildBlock(_ parts: HTML...) -> HTML { HTML(markup: parts.map(\.text).joined()) }
  static func buildOptional(_ part: HTML?) -> HTML { part ?? .nothing }
  static func buildEither(first part: HTML) -> HTML { part }
  static func buildEither(second part: HTML) -> HTML { part }
  static func buildArray(_ parts: [HTML]) -> HTML { HTML(markup: parts.map(\.text).joined()) }
}
