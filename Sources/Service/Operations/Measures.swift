internal import Metrics

/// What the service counts, by swift-metrics; never an id as a label.
struct Measures: Sendable {
  func submission(_ status: Int) {
    Counter(label: "stagecraft_submissions_total", dimensions: [("status", "\(status)")]).increment()
  }

  /// `applied`, `unchanged`, `echo`, `stale`, `failed`.
  func inbound(_ outcome: String, by way: String, count: Int = 1) {
    Counter(label: "stagecraft_inbound_rows_total", dimensions: [("outcome", outcome), ("way", way)])
      .increment(by: count)
  }

  /// `stored`, `duplicate`, `refused`, `malformed`, `ignored`.
  func webhook(_ outcome: String) {
    Counter(label: "stagecraft_webhooks_total", dimensions: [("outcome", outcome)]).increment()
  }

  /// `done`, `dead`, `retry`, `superseded`.
  func effect(_ kind: String, _ outcome: String, count: Int = 1) {
    guard count > 0 else { return }
    Counter(label: "stagecraft_effects_total", dimensions: [("kind", kind), ("outcome", outcome)]).increment(by: count)
  }

  func failure(_ kind: String) {
    Counter(label: "stagecraft_crm_failures_total", dimensions: [("class", kind)]).increment()
  }

  func queue(connection: String, waiting: Int, dead: Int, oldestSeconds: Int64) {
    Gauge(label: "stagecraft_queue_waiting", dimensions: [("connection", connection)]).record(Int64(waiting))
    Gauge(label: "stagecraft_queue_dead", dimensions: [("connection", connection)]).record(Int64(dead))
    Gauge(label: "stagecraft_queue_oldest_seconds", dimensions: [("connection", connection)]).record(oldestSeconds)
  }
}
