public import CoreMetrics
internal import Synchronization

/// Collects what the program counts and measures, and writes it as Prometheus text (format 0.0.4).
///
/// Every name begins with `stagecraft_`; counters end with `_total`, timers are histograms in seconds. Labels never name
/// a person or a record: a family has at most so many series, and what comes beyond goes uncounted.
public final class PrometheusMetrics: MetricsFactory {
  static let mostSeries = 1000

  struct Family: Sendable {
    var kind: Kind
    /// By their labels as text.
    var series: [String: any Series] = [:]
  }

  enum Kind: String, Sendable { case counter, gauge, histogram }

  private let families = Mutex<[String: Family]>([:])

  /// Collects nothing yet.
  public init() {}

  /// A counter; the same series for the same name and labels.
  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(.counter, MetricName.counter(label), dimensions) { CounterSeries() }
  }

  /// A counter of fractions, shown as a counter.
  public func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    series(.counter, MetricName.counter(label), dimensions) { GaugeSeries() }
  }

  /// A gauge that is set, and goes up and down.
  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(.gauge, MetricName.prefixed(label), dimensions) { GaugeSeries() }
  }

  /// A histogram of amounts if the values are aggregated, else a gauge.
  public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    if aggregate {
      series(.histogram, MetricName.prefixed(label), dimensions) { HistogramSeries(.amounts) }
    } else {
      series(.gauge, MetricName.prefixed(label), dimensions) { GaugeSeries() }
    }
  }

  /// A histogram of durations, in seconds.
  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(.histogram, MetricName.timer(label), dimensions) { HistogramSeries(.durations) }
  }

  // Series stay when their users go: a counter that begins again at 0 would look like a restart.
  /// Does nothing: the series stays.
  public func destroyCounter(_: any CounterHandler) {}
  /// Does nothing: the series stays.
  public func destroyFloatingPointCounter(_: any FloatingPointCounterHandler) {}
  /// Does nothing: the series stays.
  public func destroyMeter(_: any MeterHandler) {}
  /// Does nothing: the series stays.
  public func destroyRecorder(_: any RecorderHandler) {}
  /// Does nothing: the series stays.
  public func destroyTimer(_: any TimerHandler) {}

  /// The series of that name and those labels; a new one that nobody reads where the name has another kind already, or
  /// too many series.
  private func series<S: Series>(
    _ kind: Kind, _ name: String, _ dimensions: [(String, String)], make: () -> S
  ) -> S {
    let labels = MetricName.labels(dimensions)
    return families.withLock { families in
      var family = families[name] ?? Family(kind: kind)
      if let known = family.series[labels] as? S, family.kind == kind { return known }
      let new = make()
      guard family.kind == kind, family.series[labels] == nil, family.series.count < Self.mostSeries else { return new }
      family.series[labels] = new
      families[name] = family
      return new
    }
  }

  /// Everything, sorted by name and labels.
  public var text: String {
    var text = ""
    let all = families.withLock { $0 }
    for (name, family) in all.sorted(by: { $0.key < $1.key }) {
      if let help = MetricHelp.text(of: name) { text += "# HELP \(name) \(help)\n" }
      text += "# TYPE \(name) \(family.kind.rawValue)\n"
      for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
        series.write(name, labels, into: &text)
      }
    }
    return text
  }
}
