internal import Glibc

/// A bar on standard error while something long runs; silent unless that is a terminal.
struct ProgressBar {
  private let label: String
  private let unit: String
  private let isShown: Bool
  /// What is done in no time needs no bar.
  private var lastShown = CommandClock.monotonicMilliseconds()
  private var hasDrawn = false

  /// - Parameter unit: what is counted.
  init(_ label: String, unit: String = "records") {
    self.label = label
    self.unit = unit
    isShown = Terminal.isInteractiveError && !Terminal.isDumb
  }

  /// Draws at most ten times a second.
  ///
  /// - Parameters:
  ///   - done: bytes or items so far.
  ///   - total: of how many; nil: unknown.
  ///   - count: what to print as a number ("records").
  mutating func show(done: Int, total: Int?, count: Int) {
    guard isShown else { return }
    let now = CommandClock.monotonicMilliseconds()
    guard now - lastShown >= 100 else { return }
    lastShown = now
    hasDrawn = true
    var line = "\r\u{1B}[K\(label)  "
    if let total, total > 0 {
      let share = min(1, Double(done) / Double(total))
      let filled = Int(share * 30)
      line += String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      line += " \(Int(share * 100)) %  "
    }
    if count > 0 { line += "\(count) \(unit)" }
    Terminal.write(Array(line.utf8), to: STDERR_FILENO)
  }

  /// Takes the bar away.
  mutating func finish() {
    if hasDrawn { Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
    hasDrawn = false
  }
}
