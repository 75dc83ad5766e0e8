internal import FEEL
internal import Service

/// Who looks at a page, and what that page may show them.
struct Visitor: Sendable {
  var person: Person
  /// What the forms of this session carry.
  var formToken: String
  /// A fresh id for each form, so that a form sent twice works once.
  var freshKey: @Sendable () -> String
  /// What was just done, in a sentence.
  var notice: String?

  func may(_ permission: Role.Permission) -> Bool { person.may(permission) }

  /// A form that sends to one of our addresses, with what guards it.
  func form(
    to path: LocalPath, _ classes: String = "form", @HTMLBuilder content: () -> HTML
  ) -> HTML {
    tag(.form, .method("post"), .action(path), .class(classes)) {
      tag(.input, .type("hidden"), .name("token"), .value(formToken))
      tag(.input, .type("hidden"), .name("key"), .value(freshKey()))
      content()
    }
  }
}

extension Call {
  /// Who looks, for a page.
  func visitor() throws(ServiceError) -> Visitor {
    let person = try person()
    guard let session else { throw .notSignedIn() }
    let seal = Seal(session: session)
    let time = application.time
    var notice: String?
    if let told = fields["told"], let mark = fields["mark"], seal.isMark(mark, of: "told " + told) { notice = told }
    return Visitor(person: person, formToken: seal.formToken, freshKey: { time.identifier() }, notice: notice)
  }

  /// Back to a page that says what was done; only this session can make it say so.
  func done(_ told: String, at path: LocalPath) throws(ServiceError) -> Reply {
    guard let session else { throw .notSignedIn() }
    let short = String(told.prefix(400))
    return .seeOther(path.with("told", short).with("mark", Seal(session: session).mark("told " + short)))
  }
}
