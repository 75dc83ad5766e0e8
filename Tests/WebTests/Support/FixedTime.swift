import FEEL
import Service
import Synchronization

/// A clock that stands still, and ids in a row.
final class FixedTime: TimeSource {
  private let count = Atomic<Int>(0)

  func now() -> Int64 { 1_790_000_000_000 }
  func identifier() -> String {
    "00000000-0000-7000-8000-00000000\(1000 + count.wrappingAdd(1, ordering: .relaxed).newValue)"
  }
  func random(_ count: Int) -> [UInt8] { Array(repeating: 7, count: count) }
  func jitter() -> Int64 { 0 }
  func offset(of zone: Text, at instant: Int64) -> Int32 { 0 }
}
