internal import FEEL
internal import HTTPTypes
internal import Service

extension Route {
  static let signing = [
    Route(.get, "/sign-in", .open, .page, work: signInPage),
    Route(.post, "/sign-in", .open, .form, work: signIn),
    Route(.post, "/sign-out", .signedIn, .form, work: signOut),
  ]

  private static func signInPage(_ call: Call) async throws(ServiceError) -> Reply {
    .page(SignInPage(link: call.fields["link"], to: call.fields["to"].flatMap { LocalPath(checking: $0) }).html)
  }

  private static func signIn(_ call: Call) async throws(ServiceError) -> Reply {
    let to = call.fields["to"].flatMap { LocalPath(checking: $0) }
    guard let credential = call.fields["credential"], credential.utf8.count <= 512 else {
      return .page(SignInPage(to: to, problem: "Paste your token first.").html, status: 422)
    }
    let session: Session
    do throws(ServiceError) {
      session = try await call.application.signIn(token: credential, from: call.address)
    } catch {
      guard error.kind == .notSignedIn || error.kind == .invalid else { throw error }
      return .page(SignInPage(to: to, problem: error.message).html, status: 401)
    }
    var home = LocalPath()
    // A rep's day begins with the rep's own deals.
    if to == nil, try await call.application.person(token: session.token, from: call.address).role == .rep {
      home = MyDealsPage.path
    }
    var reply = Reply.seeOther(to ?? home)
    let seconds = (session.expiresAt - call.application.time.now()) / 1000
    reply.headers[.setCookie] = call.door.cookie.setting(session.token, seconds: seconds)
    return reply
  }

  private static func signOut(_ call: Call) async throws(ServiceError) -> Reply {
    if let session = call.session { try await call.application.signOut(session: session) }
    var reply = Reply.seeOther(LocalPath("sign-in"))
    reply.headers[.setCookie] = call.door.cookie.clearing
    return reply
  }
}
