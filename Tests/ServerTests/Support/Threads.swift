import Foundation
import Synchronization

/// Blocking work off Swift's own few threads, which other tests need.
func onThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread { continuation.resume(with: Swift.Result(catching: body)) }.start()
  }
}

/// Runs `body` on so many threads at once and waits for all.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for place in 0..<count {
    group.enter()
    Thread {
      body(place)
      group.leave()
    }.start()
  }
  group.wait()
}

/// Looks again and again until something holds.
///
/// - Returns: false: it did not within the time.
func eventually(seconds: Double, every milliseconds: UInt32 = 50, _ holds: () throws -> Bool) rethrows -> Bool {
  let limit = Date().addingTimeInterval(seconds)
  while Date() < limit {
    if try holds() { return true }
    usleep(milliseconds * 1000)
  }
  return try holds()
}

/// Random numbers that a seed repeats (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The result of asynchronous work, on a thread that may wait.
func waitFor<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) throws -> Result {
  let done = DispatchSemaphore(value: 0)
  let result = Mutex<Swift.Result<Result, any Error>?>(nil)
  Task {
    do {
      let value = try await body()
      result.withLock { $0 = .success(value) }
    } catch {
      result.withLock { $0 = .failure(error) }
    }
    done.signal()
  }
  done.wait()
  guard let result = result.withLock({ $0 }) else { throw RunningProcess.Failure(description: "no result") }
  return try result.get()
}
