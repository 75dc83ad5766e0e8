internal import HTTPTypes
internal import Service

/// One route: all that there is stands in the tables that list these, each with who may take it.
struct Route: Sendable {
  /// What a route is, for how it is guarded and how its errors look.
  enum Kind: Sendable {
    /// Answers problems as JSON. A token in the header, or for reading the session's cookie.
    case api
    /// An API route whose writes demand an `Idempotency-Key`.
    case keyed
    /// A page: errors in words, and whoever is not signed in is led to do so.
    case page
    /// What a page's form sends: guarded against other sites' forms.
    case form
  }

  typealias Work = @Sendable (Call) async throws(ServiceError) -> Reply

  var method: HTTPRequest.Method
  /// As OpenAPI writes it: `/v1/records/{kind}/{id}`.
  var path: String
  var access: Access
  var kind: Kind
  /// Which limit the body has.
  var limit: BodyLimit
  var work: Work
  /// What must hold before anything of the body is read.
  var precondition: @Sendable (Call) throws(ServiceError) -> Void

  enum BodyLimit: Sendable { case none, request, submission, webhook }

  init(
    _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ kind: Kind = .api, limit: BodyLimit? = nil,
    precondition: @escaping @Sendable (Call) throws(ServiceError) -> Void = { (_) throws(ServiceError) in },
    work: @escaping Work
  ) {
    self.method = method
    self.path = path
    self.access = access
    self.kind = kind
    self.limit = limit ?? (method == .get ? .none : .request)
    self.precondition = precondition
    self.work = work
  }

  /// Every route of the door.
  static let all: [Route] =
    submissions + records + proposals + heldSubmissions + playbook + night + sync + operations + signing + pages + forms
    + assessments
}
