/// Where a token, or a one-time link, becomes a session.
struct SignInPage {
  /// A one-time link's token: then one button signs in, so that a mail program that looks at the link does not use it up.
  var link: String?
  /// Where to go afterwards.
  var to: LocalPath?
  /// Why the last try failed.
  var problem: String?

  var html: HTML {
    Layout(title: "Sign in").page {
      tag(.div, .class("narrow panel sign-in")) {
        tag(.h1) { "Sign in" }
        if let problem { tag(.p, .class("notice problem"), .role("alert"), .id("problem")) { problem } }
        tag(.form, .method("post"), .action(LocalPath("sign-in")), .class("form")) {
          if let to { tag(.input, .type("hidden"), .name("to"), .value(to.text)) }
          if let link {
            tag(.p) { "This link signs you in once, on this device." }
            tag(.input, .type("hidden"), .name("credential"), .value(link))
          } else {
            tag(.label, .for("credential")) { "Your token" }
            tag(.p, .class("hint"), .id("hint")) {
              "Paste the token that you were given, or open the link that was sent to you."
            }
            tag(
              .input, .type("password"), .id("credential"), .name("credential"), .autocomplete("current-password"),
              .most(512), .required, .describedBy(problem == nil ? "hint" : "hint problem"),
              .plain("spellcheck", "false"))
          }
          tag(.button, .type("submit")) { "Sign in" }
        }
      }
    }
  }
}
