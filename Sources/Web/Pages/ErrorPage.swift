internal import HTTPTypes

/// A refusal in words, with a way on.
struct ErrorPage {
  var problem: Problem
  /// The page that the person came from.
  var back: LocalPath?

  var html: HTML {
    Layout(title: heading).page {
      tag(.div, .class("narrow")) {
        tag(.p, .class("eyebrow")) { "\(problem.status)" }
        tag(.h1) { heading }
        tag(.p, .class("lead")) { problem.detail }
        if !problem.errors.isEmpty {
          tag(.ul) { for error in problem.errors { tag(.li) { error } } }
        }
        tag(.p, .class("row")) {
          if let back { tag(.a, .class("button"), .href(back)) { "Back" } }
          tag(.a, .class(back == nil ? "button" : "button quiet"), .href(LocalPath())) { "To the pipeline" }
        }
      }
    }
  }

  private var heading: String {
    switch problem.status {
    case 401: "Please sign in"
    case 403: "That is not for you to do"
    case 404: "There is nothing here"
    case 405: "That cannot be done here"
    case 409: "Something else happened in between"
    case 413: "That is too much at once"
    case 400, 422: "That did not work"
    case 503: "Not available just now"
    default: "Something went wrong here"
    }
  }

  var reply: Reply {
    var reply = Reply.page(html, status: problem.status)
    for field in problem.headers where field.name != .wwwAuthenticate { reply.headers.append(field) }
    return reply
  }
}
