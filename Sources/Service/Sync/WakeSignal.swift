internal import Synchronization

/// Tells waiting workers that there may be work. Whoever notes the count before looking at the queue misses no signal:
/// a wait for a count that is past ends at once. The queue itself is in the store.
final class WakeSignal: Sendable {
  private struct State {
    var count = 0
    var next = 0
    var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    /// Waits that ended before they began.
    var ended: Set<Int> = []
  }
  private let state = Mutex(State())

  /// How many signals there were.
  var count: Int { state.withLock { $0.count } }

  func signal() {
    let waiters = state.withLock { state in
      state.count += 1
      defer { state.waiters = [:] }
      return Array(state.waiters.values)
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Waits for a signal after `count`, so many milliseconds at most, or for the task's cancellation.
  func wait(after count: Int, milliseconds: Int64) async {
    let number = state.withLock { state in
      state.next += 1
      return state.next
    }
    let timer = Task {
      try? await Task.sleep(for: .milliseconds(milliseconds))
      end(number)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if state.count > count || state.ended.contains(number) { return true }
          state.waiters[number] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      end(number)
    }
    timer.cancel()
    // The timer and a cancellation may still come; numbers are never used again, so this only frees the memory.
    await timer.value
    state.withLock { _ = $0.ended.remove(number) }
  }

  private func end(_ number: Int) {
    let waiter = state.withLock { state in
      let waiter = state.waiters.removeValue(forKey: number)
      if waiter == nil { state.ended.insert(number) }
      return waiter
    }
    waiter?.resume()
  }
}
