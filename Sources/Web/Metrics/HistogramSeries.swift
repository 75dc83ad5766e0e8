internal import CoreMetrics
internal import Synchronization

/// How values are spread, in fixed buckets.
final class HistogramSeries: TimerHandler, RecorderHandler, Series {
  /// Upper ends of the buckets, and what one of the unit shown is in that of the values.
  struct Scale: Sendable {
    var ends: [Int64]
    var unit: Int64

    /// Nanoseconds, shown as seconds: from 1 ms to 30 s.
    static let durations = Scale(
      ends: [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000].map { $0 * 1_000_000 },
      unit: 1_000_000_000)
    /// Counts and sizes as they are.
    static let amounts = Scale(
      ends: [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 10_000, 100_000, 1_000_000], unit: 1)
  }

  private struct State {
    var counts: [Int64]
    var sum: Int64 = 0
    var count: Int64 = 0
  }

  private let scale: Scale
  private let state: Mutex<State>

  init(_ scale: Scale) {
    self.scale = scale
    state = Mutex(State(counts: Array(repeating: 0, count: scale.ends.count)))
  }

  func recordNanoseconds(_ duration: Int64) { record(duration) }

  func record(_ value: Int64) {
    let place = scale.ends.firstIndex { value <= $0 }
    state.withLock { state in
      if let place { state.counts[place] += 1 }
      state.sum &+= value
      state.count += 1
    }
  }

  func record(_ value: Double) { record(Int64(exactly: value.rounded()) ?? (value < 0 ? .min : .max)) }

  func write(_ name: String, _ labels: String, into text: inout String) {
    let state = state.withLock { $0 }
    let before = labels.isEmpty ? "" : labels + ","
    var below: Int64 = 0
    for (end, count) in zip(scale.ends, state.counts) {
      below += count
      text += "\(name)_bucket{\(before)le=\"\(shown(end))\"} \(below)\n"
    }
    let all = labels.isEmpty ? "" : "{\(labels)}"
    text += "\(name)_bucket{\(before)le=\"+Inf\"} \(state.count)\n"
    text += "\(name)_sum\(all) \(shown(state.sum))\n\(name)_count\(all) \(state.count)\n"
  }

  /// A value in the unit shown, with the decimals that it has: `0.025`.
  private func shown(_ value: Int64) -> String {
    if scale.unit == 1 { return "\(value)" }
    let (whole, rest) = value.quotientAndRemainder(dividingBy: scale.unit)
    if rest == 0 { return "\(whole)" }
    var digits = "\(rest.magnitude)"
    digits = String(repeating: "0", count: 9 - digits.utf8.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return (value < 0 && whole == 0 ? "-" : "") + "\(whole).\(digits)"
  }
}
