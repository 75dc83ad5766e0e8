internal import Glibc
public import Logging
public import ServiceLifecycle
public import Store

/// A row of the store that says who does something that only one may do: the server of a file, the nightly run. A dead
/// holder's lease runs out after ten seconds, or at once where the holder was a process of this machine that is gone.
public struct HeldLease: Sendable {
  /// What it entitles to: `server`, `worker`, `night`.
  public let name: String
  let token: Int64
  let application: Application

  /// How long a lease lasts without renewal, and how often it is renewed.
  static let length: Int64 = 10_000
  static let renewal: Int64 = 3_000

  /// Takes the lease.
  ///
  /// - Throws: `Taken` naming the holder where another process has it.
  public static func take(_ name: String, _ application: Application) async throws -> HeldLease {
    let host = hostName()
    let now = application.time.now()
    let holder = application.holder
    var answer = try await application.store.write { transaction -> LeaseAnswer in
      let answer = try transaction.takeLease(
        name: name, holder: holder, pid: getpid(), host: host, now: now, length: length)
      guard case .heldBy(let lease) = answer, lease.host == host, !isAlive(lease.pid) else { return answer }
      try transaction.releaseLease(name: name, holder: lease.holder, token: lease.token)
      return try transaction.takeLease(
        name: name, holder: holder, pid: getpid(), host: host, now: now, length: length)
    }
    if case .heldBy(let lease) = answer, lease.expiresAt > now + length {
      answer = try await takeWhereSilent(lease, application, host: host)
    }
    switch answer {
    case .taken(let token): return HeldLease(name: name, token: token, application: application)
    case .heldBy(let lease): throw Taken(lease: lease)
    }
  }

  /// No lease is ever for so long, so the clock was set back. A holder that lives renews its lease meanwhile; one that
  /// does not is gone.
  private static func takeWhereSilent(
    _ lease: Lease, _ application: Application, host: String
  ) async throws -> LeaseAnswer {
    for _ in 0..<40 {
      try await Task.sleep(for: .milliseconds(length / 40))
      let present = try await application.store.read { try $0.lease(lease.name) }
      if let present, present.token != lease.token || present.renewedAt != lease.renewedAt { return .heldBy(present) }
    }
    let holder = application.holder
    let now = application.time.now()
    return try await application.store.write { transaction in
      if try transaction.lease(lease.name) == lease {
        try transaction.releaseLease(name: lease.name, holder: lease.holder, token: lease.token)
      }
      return try transaction.takeLease(
        name: lease.name, holder: holder, pid: getpid(), host: host, now: now, length: length)
    }
  }

  /// Somebody else holds it.
  public struct Taken: Error, Sendable {
    /// The lease, with process and host of its holder.
    public var lease: Lease
  }

  /// From now on the store of the application only writes while the lease is held.
  public func fence() { application.store.fence(by: name, holder: application.holder, token: token) }

  /// - Returns: false where another has it, or the store cannot be written.
  public func renew() async -> Bool { (try? await lasts()) ?? false }

  /// Makes the lease last from now on.
  ///
  /// - Returns: false where another has it.
  /// - Throws: `StoreError` where the store cannot be written: whose the lease is shows when it can be again.
  func lasts() async throws -> Bool {
    let now = application.time.now()
    do {
      return try await application.store.write { transaction in
        try transaction.renewLease(
          name: name, holder: application.holder, token: token, now: now, length: Self.length)
      }
    } catch StoreError.takenOver {
      return false
    }
  }

  /// Gives the lease back; somebody else can take it at once.
  public func release() async {
    application.store.liftFence(name)
    _ = try? await application.store.write { transaction in
      try transaction.releaseLease(name: name, holder: application.holder, token: token)
    }
  }

  private static func isAlive(_ pid: Int32) -> Bool { kill(pid, 0) == 0 || errno == EPERM }

  static func hostName() -> String {
    var bytes = [UInt8](repeating: 0, count: 256)
    let failed = bytes.withUnsafeMutableBytes { buffer in
      buffer.baseAddress.map { gethostname($0.assumingMemoryBound(to: CChar.self), buffer.count - 1) != 0 } ?? true
    }
    return failed ? "" : String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}

/// Keeps a lease renewed while the process lives; ends with an error where another has it, so that the process stops. A
/// store that cannot be written for a while is no such case: the fence keeps a process that lost its lease meanwhile from
/// writing.
public struct LeaseKeeper: ServiceLifecycle.Service {
  let lease: HeldLease
  let logger: Logger

  /// Keeps that lease from when it is run.
  public init(_ lease: HeldLease, logger: Logger) {
    self.lease = lease
    self.logger = logger
  }

  /// Another process has the lease.
  public struct Lost: Error {}

  /// Renews the lease until it is cancelled; throws `Lost` where another process has it.
  public func run() async throws {
    try await cancelWhenGracefulShutdown {
      var failures = 0
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(failures == 0 ? HeldLease.renewal : 1_000))
        if Task.isCancelled { break }
        do {
          guard try await lease.lasts() else {
            logger.critical("another process took the lease over", metadata: ["lease": "\(lease.name)"])
            throw Lost()
          }
          if failures > 0 { logger.notice("the lease is renewed again", metadata: ["lease": "\(lease.name)"]) }
          failures = 0
        } catch let error as StoreError {
          // Once, and then every minute.
          if failures % 60 == 0 {
            logger.error(
              "the lease cannot be renewed: what writes is refused until the store can be written again",
              metadata: ["lease": "\(lease.name)", "reason": "\(error)"])
          }
          failures += 1
        }
      }
    }
  }
}
