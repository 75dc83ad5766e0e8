internal import FEEL
internal import Glibc
internal import Sales
public import Store

/// Puts a copy of a store in its place, where nobody works with it.
public enum StoreRestoring {
  /// What was done.
  public struct Restored: Sendable {
    /// What the copy holds, as it was verified.
    public var inspection: StoreInspection
    /// Where the store is that was there before; nil: there was none.
    public var old: String?
  }

  /// Checks the copy whole, then puts it in the store's place. The store that was there stays beside it.
  ///
  /// - Parameter progress: how many pages are copied, and of how many.
  /// - Throws: `ServiceError`: `.unavailable` while a process has the store, `.invalid` where the copy's audit chain is
  ///   broken. `StoreError` where the copy is none, or a file cannot be written.
  public static func restore(
    _ backup: String, to path: String, time: any TimeSource,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> Restored {
    let inspection = try await Store.inspect(backup)
    if let bad = inspection.audit.firstBad {
      throw ServiceError(
        .invalid, code: "audit-broken",
        "\(backup) is not as it was written: entry \(bad.number) of its audit chain is wrong (\(bad.what)). Nothing was "
          + "changed. Take an older copy.")
    }
    let now = time.now()
    let (isOpen, leases) = await Store.users(of: path)
    let host = HeldLease.hostName()
    // On this machine a lease without a process that has the file open is a dead one's.
    let holders = leases.filter { !$0.holder.isEmpty && $0.expiresAt > now && (isOpen || $0.host != host) }
    if isOpen || !holders.isEmpty {
      let who = holders.map {
        "the \($0.name), process \($0.pid) on \($0.host), since \(Instant.text($0.startedAt))"
      }
      throw ServiceError(
        .unavailable, code: "store-in-use",
        "\(path) is in use by \(who.isEmpty ? "another process" : who.joined(separator: "; ")). Nothing was changed. "
          + "Stop it first, e.g. with `systemctl stop stagecraft`.")
    }
    let stamp = Instant.text(now).string.filter { $0 != "-" && $0 != ":" }
    let old = path + ".before-" + stamp
    let wasThere = try await Store.restore(from: backup, to: path, keepingOldAs: old, progress: progress)
    return Restored(inspection: inspection, old: wasThere ? old : nil)
  }
}
