internal import Connect
internal import Glibc
internal import Service
internal import Synchronization

/// Waits in a command for work that others do meanwhile: a command runs from its first line to its last.
enum OutboxWaiting {
  private final class Ending<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
  }

  /// What the work comes to.
  ///
  /// - Throws: what the work throws, errors of the device as `Refusal`.
  static func value<Value: Sendable>(of work: @escaping @Sendable () async throws -> Value) throws -> Value {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else {
      throw Refusal("no pipe can be opened: \(String(cString: strerror(errno)))", ExitStatus.inputOutput)
    }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    let ending = Ending<Value>()
    Task {
      let result: Result<Value, any Error>
      do { result = .success(try await work()) } catch { result = .failure(error) }
      ending.result.withLock { $0 = result }
      close(writing)
    }
    // Nothing is ever written: the end of the pipe is the end of the work.
    var byte: UInt8 = 0
    while read(reading, &byte, 1) < 0 && errno == EINTR {}
    guard let result = ending.result.withLock({ $0 }) else {
      throw Refusal("waiting for an answer failed: \(String(cString: strerror(errno)))", ExitStatus.inputOutput)
    }
    do { return try result.get() } catch let error as DeviceError { throw error.refusal }
  }
}
