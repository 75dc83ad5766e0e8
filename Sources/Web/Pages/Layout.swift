internal import Service

/// What all pages have around them.
struct Layout {
  /// The places that the bar on top leads to.
  enum Place: CaseIterable {
    case myDeals, pipeline, proposals, held, deadLetters, findings

    var title: String {
      switch self {
      case .myDeals: "My deals"
      case .pipeline: "Pipeline"
      case .proposals: "Proposals"
      case .held: "Held"
      case .deadLetters: "Dead letters"
      case .findings: "Findings"
      }
    }

    var path: LocalPath {
      switch self {
      case .myDeals: MyDealsPage.path
      case .pipeline: LocalPath()
      case .proposals: LocalPath("proposals")
      case .held: LocalPath("held")
      case .deadLetters: LocalPath("dead-letters")
      case .findings: LocalPath("findings")
      }
    }

    var permission: Role.Permission {
      switch self {
      case .myDeals: .submit
      case .pipeline, .proposals: .readRecords
      case .held: .decideHeld
      case .deadLetters: .readSync
      case .findings: .readFindings
      }
    }
  }

  var title: String
  var place: Place?
  var visitor: Visitor?

  func page(@HTMLBuilder content: () -> HTML) -> HTML {
    tag(.html, .language("en")) {
      tag(.head) {
        tag(.meta, .plain("charset", "utf-8"))
        tag(.meta, .name("viewport"), .plain("content", "width=device-width, initial-scale=1"))
        tag(.meta, .name("color-scheme"), .plain("content", "light dark"))
        tag(.title) { title + " · Stagecraft" }
        tag(.link, .plain("rel", "stylesheet"), .href(LocalPath("assets", "style.css")))
        tag(.link, .plain("rel", "icon"), .type("image/svg+xml"), .href(LocalPath("assets", "icon.svg")))
      }
      tag(.body) {
        tag(.a, .class("skip"), .anchor("content")) { "Skip to the content" }
        bar()
        tag(.main, .id("content"), .plain("tabindex", "-1")) {
          if let notice = visitor?.notice { tag(.p, .class("notice done"), .role("status")) { notice } }
          content()
        }
      }
    }
  }

  private func bar() -> HTML {
    tag(.header, .class("bar")) {
      tag(.a, .class("brand"), .href(LocalPath())) {
        tag(.svg, .plain("viewBox", "0 0 32 32"), .hiddenFromReaders) {
          tag(.rect, .plain("width", "32"), .plain("height", "32"), .plain("rx", "7"))
          tag(.path, .plain("d", "M7 23h5v-5h5v-5h5V8h4"))
        }
        "Stagecraft"
      }
      if let visitor {
        tag(.nav, .label("Main")) {
          tag(.ul) {
            for place in Place.allCases where visitor.may(place.permission) {
              tag(.li) {
                tag(.a, .href(place.path), place == self.place ? .currentPage : nil) { place.title }
              }
            }
          }
        }
        tag(.div, .class("who")) {
          tag(.span) {
            tag(.strong) { visitor.person.id }
            " "
            tag(.small) { visitor.person.role.rawValue }
          }
          visitor.form(to: LocalPath("sign-out"), "plain") {
            tag(.button, .type("submit"), .class("quiet")) { "Sign out" }
          }
        }
      }
    }
  }
}
