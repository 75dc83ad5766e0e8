internal import Synchronization

/// Counts the requests: by method, path and status, how many at once, and each one for itself.
final class RequestLog: Sendable {
  /// One finished request.
  struct Entry: Sendable {
    var number: Int
    var method: String
    var path: String
    /// 0 when the connection was cut.
    var status: Int
    var fault: String?
    /// Milliseconds since 1970.
    var at: Int64
    var milliseconds: Int64
  }

  private struct Key: Hashable {
    var method: String
    var pattern: String
    var status: Int
  }

  private struct State {
    var begun = 0
    var inFlight = 0
    var peak = 0
    var counted = 0
    var counts: [Key: Int] = [:]
    var entries: [Entry] = []
  }

  private let state = Mutex(State())
  private static let kept = 100_000

  /// The number of a request that has come in.
  func begin() -> Int {
    state.withLock { state in
      state.begun += 1
      state.inFlight += 1
      state.peak = max(state.peak, state.inFlight)
      return state.begun
    }
  }

  func end(_ entry: Entry) {
    state.withLock { state in
      state.inFlight -= 1
      let key = Key(method: entry.method, pattern: Self.pattern(entry.path), status: entry.status)
      state.counts[key, default: 0] += 1
      state.entries.append(entry)
      if state.entries.count > Self.kept { state.entries.removeFirst(Self.kept / 10) }
    }
  }

  /// Counts a call against the day's quota; returns how many there were with it.
  func countCall() -> Int {
    state.withLock { state in
      state.counted += 1
      return state.counted
    }
  }

  /// Calls of the day so far.
  var calls: Int { state.withLock { $0.counted } }

  /// Everything; single requests only those after number `after`, if it is given.
  func json(after: Int?) -> JSONValue {
    state.withLock { state in
      var members: [JSONValue.Member] = [
        JSONValue.Member("total", JSONValue(state.begun)), JSONValue.Member("inFlight", JSONValue(state.inFlight)),
        JSONValue.Member("peak", JSONValue(state.peak)), JSONValue.Member("calls", JSONValue(state.counted)),
      ]
      let counts = state.counts.sorted { left, right in
        (left.key.pattern, left.key.method, left.key.status) < (right.key.pattern, right.key.method, right.key.status)
      }
      let items = counts.map { key, count -> JSONValue in
        [
          "method": .string(key.method), "path": .string(key.pattern), "status": JSONValue(key.status),
          "count": JSONValue(count),
        ]
      }
      members.append(JSONValue.Member("counts", .array(items)))
      if let after {
        let entries = state.entries.filter { $0.number > after }.sorted { $0.number < $1.number }
        members.append(JSONValue.Member("log", .array(entries.map(\.json))))
      }
      return .object(members)
    }
  }

  /// The path with `{version}`, `{id}` and `{value}` where each request has another text.
  static func pattern(_ path: String) -> String {
    var parts = path.split(separator: "/").map { String($0) }
    guard parts.count > 2, parts[0] == "services", parts[1] == "data" else { return "/" + parts.joined(separator: "/") }
    parts[2] = "{version}"
    if parts.count > 5, parts[3] == "sobjects", parts[5] != "describe" {
      if parts.count > 6 { parts[6] = "{value}" } else { parts[5] = "{id}" }
    } else if parts.count > 4, parts[3].hasPrefix("query") {
      parts[4] = "{locator}"
    }
    return "/" + parts.joined(separator: "/")
  }
}

extension RequestLog.Entry {
  fileprivate var json: JSONValue {
    [
      "number": JSONValue(number), "method": .string(method), "path": .string(path), "status": JSONValue(status),
      "fault": JSONValue(fault), "at": .string(Calendar.text(instant: at)), "milliseconds": JSONValue(milliseconds),
    ]
  }
}
