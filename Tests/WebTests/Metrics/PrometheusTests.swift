import CoreMetrics
import Foundation
import Testing

@testable import Web

@Suite("Metrics as Prometheus text")
struct PrometheusTests {
  @Test("counters, gauges and timers have our prefix and their unit")
  func text() {
    let metrics = PrometheusMetrics()
    metrics.makeCounter(label: "submissions", dimensions: [("outcome", "judged"), ("kind", "a\"b\\c\nd")])
      .increment(by: 2)
    metrics.makeRecorder(label: "queue.depth", dimensions: [], aggregate: false).record(Int64(7))
    metrics.makeMeter(label: "stagecraft_share", dimensions: []).set(0.25)
    #expect(
      metrics.text
        == #"""
        # TYPE stagecraft_queue_depth gauge
        stagecraft_queue_depth 7
        # TYPE stagecraft_share gauge
        stagecraft_share 0.25
        # HELP stagecraft_submissions_total Submissions by the status of their answer.
        # TYPE stagecraft_submissions_total counter
        stagecraft_submissions_total{kind="a\"b\\c\nd",outcome="judged"} 2

        """#)
  }

  @Test("every metric that the program makes says what it is, and nothing else does")
  func help() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let measures = try String(
      contentsOf: root.appending(path: "Sources/Service/Operations/Measures.swift"), encoding: .utf8)
    let labels = measures.matches(of: /label: "(stagecraft_[a-z_]+)"/).map { String($0.1) }
    #expect(labels.count >= 14)
    for label in labels + ["stagecraft_http_requests_total", "stagecraft_http_request_duration_seconds"] {
      #expect(MetricHelp.text(of: label) != nil, "\(label)")
    }
    let metrics = PrometheusMetrics()
    metrics.makeCounter(label: "webhooks", dimensions: []).increment(by: 1)
    #expect(metrics.text.hasPrefix("# HELP stagecraft_webhooks_total Webhook calls by outcome: "))
  }

  @Test("timers are histograms in seconds, their buckets heaped up")
  func histograms() {
    let metrics = PrometheusMetrics()
    let timer = metrics.makeTimer(label: "decide", dimensions: [("kind", "deal")])
    for milliseconds: Int64 in [1, 30, 30, 60_000] { timer.recordNanoseconds(milliseconds * 1_000_000) }
    let lines = metrics.text.split(separator: "\n")
    #expect(lines.first == "# TYPE stagecraft_decide_seconds histogram")
    for line in [
      #"stagecraft_decide_seconds_bucket{kind="deal",le="0.001"} 1"#,
      #"stagecraft_decide_seconds_bucket{kind="deal",le="0.025"} 1"#,
      #"stagecraft_decide_seconds_bucket{kind="deal",le="0.05"} 3"#,
      #"stagecraft_decide_seconds_bucket{kind="deal",le="30"} 3"#,
      #"stagecraft_decide_seconds_bucket{kind="deal",le="+Inf"} 4"#,
      #"stagecraft_decide_seconds_sum{kind="deal"} 60.061"#, #"stagecraft_decide_seconds_count{kind="deal"} 4"#,
    ] { #expect(lines.contains { $0 == line }, "\(line)") }
  }

  @Test("the same name and labels are the same series, whatever their order")
  func sameSeries() {
    let metrics = PrometheusMetrics()
    metrics.makeCounter(label: "x", dimensions: [("a", "1"), ("b", "2")]).increment(by: 1)
    metrics.makeCounter(label: "x_total", dimensions: [("b", "2"), ("a", "1")]).increment(by: 1)
    #expect(metrics.text.hasSuffix("stagecraft_x_total{a=\"1\",b=\"2\"} 2\n"))
  }

  @Test("a family grows only so far, and a name keeps its kind")
  func limits() {
    let metrics = PrometheusMetrics()
    for number in 0..<1100 { metrics.makeCounter(label: "x", dimensions: [("n", "\(number)")]).increment(by: 1) }
    #expect(metrics.text.split(separator: "\n").count == 1001)
    metrics.makeMeter(label: "x_total", dimensions: []).set(Int64(5))
    #expect(metrics.text.split(separator: "\n").count == 1001)
  }

  @Test("requests are counted by pattern; a method that nobody knows has no name of its own")
  func requests() {
    let metrics = PrometheusMetrics()
    let requests = RequestMetrics(metrics)
    requests.count(route: "/v1/records/{kind}/{id}", method: "GET", status: 200, took: .milliseconds(3))
    requests.count(route: "unmatched", method: "BREW", status: 404, took: .seconds(1))
    #expect(
      metrics.text.contains(
        #"stagecraft_http_requests_total{method="GET",route="/v1/records/{kind}/{id}",status="200"} 1"#))
    #expect(metrics.text.contains(#"stagecraft_http_requests_total{method="other",route="unmatched",status="404"} 1"#))
    #expect(metrics.text.contains(#"stagecraft_http_request_duration_seconds_sum{route="unmatched"} 1"#))
  }
}
