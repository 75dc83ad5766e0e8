internal import CoreMetrics
internal import Synchronization

/// One line, or for a histogram one block, of the metrics.
protocol Series: AnyObject, Sendable {
  func write(_ name: String, _ labels: String, into text: inout String)
}

/// Counts upwards.
final class CounterSeries: CounterHandler, Series {
  private let count = Atomic<Int64>(0)

  func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }
  func reset() { count.store(0, ordering: .relaxed) }

  func write(_ name: String, _ labels: String, into text: inout String) {
    text += "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(count.load(ordering: .relaxed))\n"
  }
}

/// The last value.
final class GaugeSeries: MeterHandler, RecorderHandler, FloatingPointCounterHandler, Series {
  private let value = Mutex(0.0)

  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { self.value.withLock { $0 = value } }
  func increment(by amount: Double) { value.withLock { $0 += amount } }
  func decrement(by amount: Double) { value.withLock { $0 -= amount } }
  func record(_ value: Int64) { set(value) }
  func record(_ value: Double) { set(value) }
  func reset() { set(0.0) }

  func write(_ name: String, _ labels: String, into text: inout String) {
    let value = value.withLock { $0 }
    let whole = Int64(exactly: value).map { "\($0)" }
    text += "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(whole ?? "\(value)")\n"
  }
}
