internal import Synchronization

/// One signed-in call of the data API, on its way to the resource that answers it.
struct DataCall: Sendable {
  let sandbox: Sandbox
  let request: IncomingRequest
  /// `v62.0`.
  let version: String
  /// The parts of the path after the version.
  let segments: ArraySlice<String>
  let user: RecordID
  let now: Int64
  /// A fault that was drawn for this request hits every row it writes.
  let rowFault: APIFailure?

  /// The object that the path names.
  func object(_ name: String) throws(APIFailure) -> ObjectDefinition {
    guard let object = sandbox.database.withLock({ $0.schema.object(name) }) else { throw .notFound }
    return object
  }

  /// By whom, when and on which condition this call writes.
  func writeContext() throws(APIFailure) -> WriteContext {
    let (queue, method, path, drawn) = (sandbox.faults, request.method, request.path, rowFault)
    var context = WriteContext(user: user, now: now, request: request.number) { object, names in
      drawn ?? queue.rowFailure(method: method, path: path, object: object, names: names)
    }
    if let header = request.header("if-unmodified-since") {
      guard let since = Calendar.httpInstant(header) else {
        throw APIFailure(400, "INVALID_HEADER", "If-Unmodified-Since is no HTTP date: \(header.prefix(60))")
      }
      context.ifUnmodifiedSince = since
    }
    return context
  }

  /// The body as a JSON object.
  func members() throws(APIFailure) -> [JSONValue.Member] {
    guard request.header("content-type")?.lowercased().hasPrefix("application/json") == true else {
      throw APIFailure(
        415, "UNSUPPORTED_MEDIA_TYPE", "Content type not supported: \(request.header("content-type") ?? "none")")
    }
    let body: JSONValue
    do throws(JSONSyntaxError) {
      body = try JSONValue.parse(request.body)
    } catch {
      throw APIFailure(400, "JSON_PARSER_ERROR", "\(error.message) at [line:1, column:\(error.offset + 1)]")
    }
    guard let members = body.members else {
      throw APIFailure(400, "JSON_PARSER_ERROR", "The HTTP entity body must be a JSON object")
    }
    return members
  }
}
