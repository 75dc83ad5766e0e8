internal import Synchronization

/// Tells a waiting worker that there may be work. A signal that nobody waits for is kept, several are one: the queue
/// itself is in the store, and workers look at it from time to time anyway.
final class WakeSignal: Sendable {
  private let continuation: AsyncStream<Void>.Continuation
  private let stream: AsyncStream<Void>

  init() { (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1)) }

  func signal() { continuation.yield() }

  /// Waits for a signal, so many milliseconds at most, or for the task's cancellation. One task waits at a time.
  func wait(milliseconds: Int64) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { [stream] in
        var iterator = stream.makeAsyncIterator()
        _ = await iterator.next()
      }
      group.addTask { try? await Task.sleep(for: .milliseconds(milliseconds)) }
      await group.next()
      group.cancelAll()
    }
  }
}
