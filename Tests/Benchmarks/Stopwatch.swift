import Foundation

/// CPU time (user and system) of this process: what other processes do beside it does not show.
enum Stopwatch {
  /// Seconds since the process began.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds that one round takes, of enough rounds to fill about a second; the best of three.
  static func perRound(_ round: () -> Void) -> Double {
    round()
    let start = seconds
    round()
    let once = max(seconds - start, 1e-9)
    let rounds = max(1, Int(0.4 / once))
    var best = Double.infinity
    for _ in 0..<3 {
      let start = seconds
      for _ in 0..<rounds { round() }
      best = min(best, (seconds - start) / Double(rounds))
    }
    return best
  }

  /// One line of the table.
  static func tell(_ what: String, _ figure: Double, _ unit: String) {
    let digits = figure < 10 ? 2 : figure < 100 ? 1 : 0
    let number = String(format: "%.\(digits)f", figure)
    print(what.padding(toLength: 62, withPad: " ", startingAt: 0), number, unit)
  }
}
