/// stub
struct ErrorPage { var problem: Problem; var back: LocalPath?
  var reply: Reply { var r = Reply.page(tag(.html) { problem.title }, status: problem.status); for f in problem.headers { r.headers.append(f) }; return r } }
extension Route { static let signing: [Route] = []; static let pages: [Route] = []; static let forms: [Route] = [] }
