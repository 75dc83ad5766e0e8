internal import FoundationEssentials
internal import Synchronization

/// `/sandbox/`: what tests and people do to the CRM from behind: look, break, change, mend.
struct ControlPlane: Sendable {
  let sandbox: Sandbox

  func answer(_ request: IncomingRequest) async -> Reply {
    do throws(ControlFailure) {
      let path = request.segments.dropFirst().joined(separator: "/")
      switch (request.method, path) {
      case ("GET", "journal"): return journal(request)
      case ("GET", "requests"):
        return Reply(200, sandbox.requests.json(after: request.parameter("after").flatMap { Int($0) }))
      case ("GET", "faults"): return Reply(200, sandbox.faults.json)
      case ("POST", "faults"): return try addFaults(try body(request))
      case ("DELETE", "faults"):
        sandbox.faults.clear()
        return Reply(204)
      case ("POST", "change"): return try change(try body(request))
      case ("POST", "expire-sessions"): return Reply(200, ["expired": JSONValue(sandbox.sessions.closeAll())])
      case ("POST", "down"), ("POST", "up"):
        sandbox.isDown = path == "down"
        return Reply(204)
      case ("POST", "webhook"): return try setWebhook(try body(request))
      case ("GET", "webhooks"): return Reply(200, ["deliveries": .array(sandbox.webhooks.deliveries.map(\.json))])
      case ("GET", _) where request.segments.count == 3 && request.segments[1] == "rows":
        return try rows(request.segments[2])
      default: throw ControlFailure("the control plane has no \(request.method) \(request.path)", status: 404)
      }
    } catch {
      return error.reply
    }
  }

  private func body(_ request: IncomingRequest) throws(ControlFailure) -> JSONValue {
    do throws(JSONSyntaxError) {
      return try JSONValue.parse(request.body)
    } catch {
      throw ControlFailure("the body is not JSON: \(error.message) at byte \(error.offset)")
    }
  }

  private func journal(_ request: IncomingRequest) -> Reply {
    let after = request.parameter("after").flatMap { Int($0) } ?? 0
    let most = request.parameter("limit").flatMap { Int($0) } ?? Int.max
    let (commits, last) = sandbox.database.withLock { database in
      (database.journal.dropFirst(max(0, after)).prefix(max(0, most)).map(\.json), database.journal.count)
    }
    return Reply(200, ["commits": .array(commits), "last": JSONValue(last)])
  }

  private func addFaults(_ body: JSONValue) throws(ControlFailure) -> Reply {
    if let mix = body["mix"] {
      guard case .number(let probability)? = mix["probability"], let value = Double(probability.description),
        (0...1).contains(value), let kinds = mix["kinds"]?.items, !kinds.isEmpty
      else { throw ControlFailure("a mix needs kinds (a list) and a probability between 0 and 1") }
      var faults: [Fault] = []
      for kind in kinds {
        // A kind with settings of its own, or its name alone.
        let own = kind.members ?? [JSONValue.Member("kind", kind)]
        let shared = (mix.members ?? []).filter { member in
          member.name != "kind" && member.name != "count" && !own.contains { $0.name == member.name }
        }
        let members = shared + own
        faults.append(try Fault(.object(members)))
      }
      let seed = UInt64(clamping: mix["seed"]?.integer ?? 0)
      sandbox.faults.set(
        FaultQueue.Mix(faults: faults, probability: value, generator: SeededGenerator(seed: seed)))
      return Reply(204)
    }
    var faults: [Fault] = []
    for item in body["faults"]?.items ?? body.items ?? [body] { faults.append(try Fault(item)) }
    sandbox.faults.add(faults)
    return Reply(204)
  }

  /// A person changes a row in the CRM's own pages.
  ///
  /// With `late` (milliseconds), or where a fault of kind `late-commit` waits, it is answered at once and shows up that
  /// much later, with the stamp of its start.
  private func change(_ body: JSONValue) throws(ControlFailure) -> Reply {
    guard let name = body["object"]?.text, let id = body["id"]?.text, let fields = body["fields"]?.members else {
      throw ControlFailure("a change needs object, id and fields")
    }
    let now = sandbox.now()
    let person = body["user"]?.text ?? "person@sandbox.example"
    let change = Change(object: name, id: id, fields: fields, person: person, now: now)
    let late = try body["late"].map { (json) throws(ControlFailure) in
      guard let milliseconds = json.integer, (0...600_000).contains(milliseconds) else {
        throw ControlFailure("late is a number of milliseconds up to 600000")
      }
      return milliseconds
    }
    guard let late = late ?? sandbox.faults.lateness(method: "POST", path: "/sandbox/change"), late > 0 else {
      let row = try sandbox.database.withLock { (database) throws(ControlFailure) in
        try change.carryOut(in: &database, as: sandbox.integrationUser)
      }
      let webhook = sandbox.webhooks.send(object: row.object, id: row.id, now: now)
      return Self.reply(row, webhook: webhook, late: 0)
    }
    // Whether it can be carried out is told now; nobody sees it yet.
    let row = try sandbox.database.withLock { (database) throws(ControlFailure) in
      var copy = database
      return try change.carryOut(in: &copy, as: sandbox.integrationUser)
    }
    Task { [sandbox] in
      try? await Task.sleep(for: .milliseconds(late))
      let row = sandbox.database.withLock { try? change.carryOut(in: &$0, as: sandbox.integrationUser) }
      if let row { _ = sandbox.webhooks.send(object: row.object, id: row.id, now: sandbox.now()) }
    }
    return Self.reply(row, webhook: nil, late: late)
  }

  private static func reply(_ row: Row, webhook: String?, late: Int) -> Reply {
    Reply(
      200,
      [
        "id": .string(row.id.string), "by": .string(row.modifiedBy.string),
        "SystemModstamp": .string(Calendar.text(instant: row.modified)), "webhook": JSONValue(webhook),
        "late": JSONValue(late),
      ])
  }

  /// A person's change of one row.
  private struct Change: Sendable {
    var object: String
    var id: String
    var fields: [JSONValue.Member]
    var person: String
    /// When it began.
    var now: Int64

    /// - Returns: the row as it is after it.
    func carryOut(in database: inout Database, as integration: RecordID) throws(ControlFailure) -> Row {
      do throws(APIFailure) {
        guard let object = database.schema.object(object) else { throw .notFound }
        let row = try database.row(id, of: object)
        let system = WriteContext(user: integration, now: now, request: 0)
        let user = try database.user(named: person, context: system)
        let input = try RowInput(fields, of: object, schema: database.schema)
        _ = try database.update(row.id, input, context: WriteContext(user: user, now: now, request: 0))
        return try database.row(id, of: object)
      } catch {
        throw ControlFailure(error)
      }
    }
  }

  private func setWebhook(_ body: JSONValue) throws(ControlFailure) -> Reply {
    guard let url = body["url"]?.text else {
      sandbox.webhooks.target = nil
      return Reply(204)
    }
    do throws(WebhookTarget.Failure) {
      sandbox.webhooks.target = try WebhookTarget(url: url, secret: body["secret"]?.text ?? "")
    } catch {
      throw ControlFailure(error.message)
    }
    return Reply(204)
  }

  private func rows(_ name: String) throws(ControlFailure) -> Reply {
    guard let object = sandbox.database.withLock({ $0.schema.object(name) }) else {
      throw ControlFailure("there is no object \(name)", status: 404)
    }
    let rows = sandbox.database.withLock { $0.rows(of: object) }
    return Reply(
      200,
      [
        "rows": .array(
          rows.map { row in
            .object(object.fields.map { JSONValue.Member($0.name, row.value($0).json(as: $0.type)) })
          })
      ])
  }
}
