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

  /// `requests`, `tokens`, `effects`, `inbound`.
  func removed(_ what: String, _ count: Int) {
    Counter(label: "stagecraft_housekeeping_removed_total", dimensions: [("what", what)]).increment(by: count)
  }

  /// The time of a poll that went through, epoch milliseconds.
  func polled(_ connection: String, at instant: Int64) {
    Gauge(label: "stagecraft_last_poll_timestamp_seconds", dimensions: [("connection", connection)])
      .record(instant / 1000)
  }

  func lastNight(at instant: Int64) { Gauge(label: "stagecraft_last_night_timestamp_seconds").record(instant / 1000) }

  func lastBackup(at instant: Int64) { Gauge(label: "stagecraft_last_backup_timestamp_seconds").record(instant / 1000) }

  func store(bytes: Int, freeBytes: Int?) {
    Gauge(label: "stagecraft_store_bytes").record(Int64(bytes))
    if let freeBytes { Gauge(label: "stagecraft_disk_free_bytes").record(Int64(freeBytes)) }
  }

  func queue(connection: String, waiting: Int, dead: Int, oldestSeconds: Int64) {
    Gauge(label: "stagecraft_queue_waiting", dimensions: [("connection", connection)]).record(Int64(waiting))
    Gauge(label: "stagecraft_queue_dead", dimensions: [("connection", connection)]).record(Int64(dead))
    Gauge(label: "stagecraft_queue_oldest_seconds", dimensions: [("connection", connection)]).record(oldestSeconds)
  }
}
