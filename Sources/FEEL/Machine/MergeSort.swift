/// A merge sort that stops at every comparison, since the order may be a function of FEEL that the machine must call.
///
/// Stable where the function says `true` only for items that must come before others.
///
/// - Complexity: O(n log n) comparisons, O(n) memory.
struct MergeSort: Sendable {
  /// The items, in sorted runs of `width`.
  private var items: [Value]
  private var merged: [Value] = []
  private var width = 1
  /// The start of the pair of runs that is being merged, and how far each was taken.
  private var start = 0
  private var left = 0
  private var right = 0

  init(_ items: [Value]) {
    self.items = items
    open(at: 0)
  }

  /// The items in order, once there is nothing left to compare.
  var result: [Value] { items }

  /// The next two items to compare: whether the first must come before the second, which stands before it now. Nil once
  /// the items are in order.
  mutating func next() -> (Value, Value)? {
    while width < items.count {
      if left < leftEnd, right < rightEnd { return (items[right], items[left]) }
      merged += items[left..<leftEnd]
      merged += items[right..<rightEnd]
      if rightEnd < items.count {
        open(at: rightEnd)
      } else {
        swap(&items, &merged)
        merged.removeAll(keepingCapacity: true)
        width *= 2
        open(at: 0)
      }
    }
    return nil
  }

  /// Takes the answer about the two items that `next` gave last.
  mutating func settle(isBefore: Bool) {
    if isBefore {
      merged.append(items[right])
      right += 1
    } else {
      merged.append(items[left])
      left += 1
    }
  }

  private var leftEnd: Int { min(start + width, items.count) }
  private var rightEnd: Int { min(start + 2 * width, items.count) }

  private mutating func open(at place: Int) {
    start = place
    left = place
    right = min(place + width, items.count)
  }
}
