/// Open stages and the gates between them, for finding how far a record gets (design §7.5).
struct GateGraph {
  struct Edge {
    let from: Int
    let to: Int
    /// Whether it is passed for certain.
    var certain: Bool
    /// Whether it is passed or could still be.
    var possible: Bool
    /// Whether no rule leads out of `from`: passed while the record is beyond.
    var ruleless: Bool
  }

  /// By origin, then target; targets lie beyond origins.
  var edges: [Edge] = []

  /// The farthest stage within reach.
  ///
  /// A stage without rules is passed while the record stands beyond it, and also once the evidence carries beyond it by
  /// another path: else a promotion to that stage would itself open further gates, and deciding twice would differ.
  /// - Complexity: O(edges), once for each stage at most.
  func farthest(from start: Int, stated: Int?, undecidedToo: Bool) -> Int {
    var beyond = max(stated ?? start, start)
    while true {
      var reached: UInt64 = 1 << UInt64(start)
      var farthest = start
      for edge in edges where reached & (1 << UInt64(edge.from)) != 0 {
        let passes = edge.ruleless ? beyond > edge.from : undecidedToo ? edge.possible : edge.certain
        guard passes else { continue }
        reached |= 1 << UInt64(edge.to)
        farthest = max(farthest, edge.to)
      }
      if farthest <= beyond { return farthest }
      beyond = farthest
    }
  }

  /// The stages that are reached for certain, as bits.
  func reached(from start: Int, beyond: Int) -> UInt64 {
    var reached: UInt64 = 1 << UInt64(start)
    for edge in edges where reached & (1 << UInt64(edge.from)) != 0 {
      if edge.ruleless ? beyond > edge.from : edge.certain { reached |= 1 << UInt64(edge.to) }
    }
    return reached
  }

  /// The edges of a promotion from the stated stage to `least`, as places in `edges`.
  ///
  /// Of several paths the one with most stages; of these the one that takes the lower stage first. Paths by rules alone
  /// come first, as only they can say why; where the evidence jumps over the stated stage, the path from `start` counts
  /// from there on.
  func promotion(from stated: Int, to least: Int, start: Int) -> [Int] {
    for beyond in [-1, least] {
      for origin in [stated, start] {
        if let path = longest(from: origin, to: least, beyond: beyond) {
          return path.filter { edges[$0].to > stated }
        }
      }
    }
    return []
  }

  /// The certain path with most stages; edges without rules count below `beyond`.
  private func longest(from start: Int, to end: Int, beyond: Int) -> [Int]? {
    // Backwards: the most stages from each stage to the end, and the edge that begins them.
    var length: [Int?] = Array(repeating: nil, count: 64)
    var first: [Int] = Array(repeating: -1, count: 64)
    length[end] = 0
    for place in edges.indices.reversed() {
      let edge = edges[place]
      guard edge.ruleless ? beyond > edge.from : edge.certain, let rest = length[edge.to] else { continue }
      // Edges come by target in descending order here, so that among equals the lower target wins.
      if length[edge.from].map({ rest + 1 >= $0 }) ?? true {
        length[edge.from] = rest + 1
        first[edge.from] = place
      }
    }
    guard length[start] != nil else { return nil }
    var path: [Int] = []
    var stage = start
    while stage != end {
      path.append(first[stage])
      stage = edges[first[stage]].to
    }
    return path
  }
}
