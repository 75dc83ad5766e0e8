/// The name that was probably meant, if any is near enough ("did you mean employees?").
///
/// A name that differs by case only comes first; then the nearest by edit distance (insert, delete, replace a byte, or
/// swap two neighbours), of which a third of the length may differ, three at most; equally near ones by their order.
///
/// - Complexity: O(names × length²) for lengths up to 64 bytes; longer names are compared by case only.
public func suggestions(for name: Text, among names: [Text]) -> Text? {
  let wanted = lowercased(name)
  var best: (distance: Int, name: Text)?
  for candidate in names where candidate != name {
    let letters = lowercased(candidate)
    let allowed = min(3, max(1, max(wanted.count, letters.count) / 3))
    guard let distance = editDistance(wanted, letters, atMost: allowed) else { continue }
    // A short name is another name altogether once half of it differs.
    guard distance * 2 < max(wanted.count, letters.count) else { continue }
    if let best, (best.distance, best.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

private func lowercased(_ text: Text) -> [UInt8] {
  text.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
}

/// The Damerau distance (optimal string alignment), or nil if it is more than `limit`.
private func editDistance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
  if a == b { return 0 }
  guard a.count <= 64, b.count <= 64, abs(a.count - b.count) <= limit else { return nil }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var row = last
  for i in 0..<a.count {
    row[0] = i + 1
    for j in 0..<b.count {
      var distance = min(last[j + 1], row[j]) + 1
      distance = min(distance, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
      row[j + 1] = distance
    }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
