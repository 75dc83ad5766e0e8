internal import Synchronization

/// How many bytes of bodies may be held at the same time, over all requests: what comes beyond is refused, so that many
/// bodies, none of them too large, cannot use the memory up.
final class BodyBudget: Sendable {
  private let most: Int
  private let held = Mutex(0)

  init(_ most: Int) { self.most = most }

  /// Whether so many bytes more may be held; then they are, until they are given back.
  func take(_ count: Int) -> Bool {
    held.withLock { held in
      if held + count > most { return false }
      held += count
      return true
    }
  }

  func giveBack(_ count: Int) { held.withLock { $0 -= count } }
}

/// The bytes of one request's body, held until this goes.
final class HeldBody {
  private let budget: BodyBudget
  private(set) var bytes: [UInt8] = []

  init(_ budget: BodyBudget) { self.budget = budget }

  deinit { if !bytes.isEmpty { budget.giveBack(bytes.count) } }

  /// - Returns: false: the budget is used up.
  func add(_ part: some Collection<UInt8>) -> Bool {
    if part.isEmpty { return true }
    guard budget.take(part.count) else { return false }
    bytes += part
    return true
  }
}
