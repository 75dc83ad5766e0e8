internal import Hummingbird
internal import Logging
internal import Service

extension RouteGuard {
  /// A refusal in the form that the one who asks can read.
  func reply(to error: ServiceError, _ request: Request, _ context: DoorContext) -> Reply {
    if error.kind == .unavailable || error.kind == .notReady {
      context.logger.warning("refused", metadata: ["code": "\(error.code)", "route": "\(route.path)"])
    }
    let problem = Problem(error)
    switch route.kind {
    case .api, .keyed: return problem.reply
    case .page, .form:
      if error.kind == .notSignedIn || error.kind == .tooMany, route.path != "/sign-in" {
        let target = route.kind == .page ? request.head.path : nil
        return .seeOther(LocalPath("sign-in").with("to", target.flatMap { $0 == "/" ? nil : $0 }))
      }
      return ErrorPage(problem: problem, back: Self.back(to: request)).reply
    }
  }

  /// The page that a form stood on, where the browser says so.
  private static func back(to request: Request) -> LocalPath? {
    guard let referer = request.headers[.referer] else { return nil }
    let parts = referer.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    return LocalPath(checking: "/" + parts[3])
  }
}
