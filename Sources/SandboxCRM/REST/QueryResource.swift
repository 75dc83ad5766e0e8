internal import Synchronization

/// `/query?q=` and the further pages of its answer; `/queryAll` shows deleted rows too.
struct QueryResource: Sendable {
  let call: DataCall

  private static let longestQuery = 100_000

  func answer() throws(APIFailure) -> Reply {
    guard call.request.method == "GET" else { throw .wrongMethod(call.request.method, allowed: "HEAD,GET") }
    let path = Array(call.segments)
    if path.count == 2 { return try further(path[1]) }
    guard let text = call.request.parameter("q") else {
      throw APIFailure(400, "MALFORMED_QUERY", "A query string has to be specified")
    }
    if text.utf8.count > Self.longestQuery {
      throw APIFailure(400, "MALFORMED_QUERY", "SOQL statements cannot be longer than 100,000 characters.")
    }
    let tree: QueryTree
    do throws(QuerySyntaxError) {
      tree = try QueryParser.parse(text)
    } catch {
      throw error.failure
    }
    let withDeleted = path[0] == "queryAll"
    let (query, ids) = try call.sandbox.database.withLock { (database) throws(APIFailure) in
      let query = try Query(tree, schema: database.schema)
      return (query, query.run(database, withDeleted: withDeleted))
    }
    if query.columns.isEmpty {
      return Reply(200, ["totalSize": JSONValue(ids.count), "done": true, "records": []])
    }
    return page(of: QueryCursors.Cursor(query: query, ids: ids, pageSize: pageSize), from: 0, locator: nil)
  }

  /// `Sforce-Query-Options: batchSize=500`, between 200 and 2,000.
  private var pageSize: Int {
    let option = call.request.header("sforce-query-options")?.split(separator: "=").last
    guard let size = option.flatMap({ Int($0) }) else { return 2000 }
    return min(2000, max(200, size))
  }

  private func further(_ locator: String) throws(APIFailure) -> Reply {
    let parts = locator.split(separator: "-")
    guard parts.count == 2, let from = Int(parts[1]), let cursor = call.sandbox.cursors.cursor(String(parts[0])),
      from > 0, from < cursor.ids.count
    else { throw APIFailure(400, "INVALID_QUERY_LOCATOR", "invalid query locator") }
    return page(of: cursor, from: from, locator: String(parts[0]))
  }

  private func page(of cursor: QueryCursors.Cursor, from: Int, locator: String?) -> Reply {
    let end = min(cursor.ids.count, from + cursor.pageSize)
    let records = call.sandbox.database.withLock { database in
      cursor.ids[from..<end].compactMap { database.row($0) }
        .map { cursor.query.json(of: $0, database, version: call.version) }
    }
    var members = [
      JSONValue.Member("totalSize", JSONValue(cursor.ids.count)),
      JSONValue.Member("done", .boolean(end == cursor.ids.count)),
    ]
    if end < cursor.ids.count {
      let locator = locator ?? call.sandbox.cursors.open(cursor)
      members.append(
        JSONValue.Member("nextRecordsUrl", .string("/services/data/\(call.version)/query/\(locator)-\(end)")))
    }
    return Reply(200, .object(members + [JSONValue.Member("records", .array(records))]))
  }
}
