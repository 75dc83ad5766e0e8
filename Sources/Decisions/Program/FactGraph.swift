import FEEL

/// Which fact reads which: edges of facts by their places.
struct FactGraph {
  /// By fact: the facts that it reads, by name, each once.
  let reads: [[Int]]
  /// All facts, by name.
  let byName: [Int]

  init(reads: [Set<Int>], names: [Text]) {
    byName = names.indices.sorted { names[$0] != names[$1] ? names[$0] < names[$1] : $0 < $1 }
    self.reads = reads.map { facts in facts.sorted { names[$0] != names[$1] ? names[$0] < names[$1] : $0 < $1 } }
  }

  /// The strongly connected components, those that are read before their readers; the same for every order of the
  /// definitions. (Tarjan's algorithm without recursion.)
  func components() -> [[Int]] {
    let count = reads.count
    var number = Array(repeating: -1, count: count)
    var lowest = Array(repeating: 0, count: count)
    var onStack = Array(repeating: false, count: count)
    var stack: [Int] = []
    var next = 0
    var components: [[Int]] = []
    var path: [(fact: Int, edge: Int)] = []
    for start in byName where number[start] < 0 {
      path.append((start, 0))
      while let (fact, edge) = path.popLast() {
        if edge == 0 {
          number[fact] = next
          lowest[fact] = next
          next += 1
          stack.append(fact)
          onStack[fact] = true
        }
        if edge < reads[fact].count {
          path.append((fact, edge + 1))
          let read = reads[fact][edge]
          if number[read] < 0 {
            path.append((read, 0))
          } else if onStack[read] {
            lowest[fact] = min(lowest[fact], number[read])
          }
          continue
        }
        if let parent = path.last?.fact { lowest[parent] = min(lowest[parent], lowest[fact]) }
        if lowest[fact] == number[fact] {
          var component: [Int] = []
          while let member = stack.popLast() {
            onStack[member] = false
            component.append(member)
            if member == fact { break }
          }
          let members = component
          components.append(byNameOrder(members))
        }
      }
    }
    return components
  }

  private func byNameOrder(_ members: [Int]) -> [Int] {
    if members.count < 2 { return members }
    let wanted = Set(members)
    return byName.filter { wanted.contains($0) }
  }

  /// Whether the facts of a component need each other, or its only one itself.
  func isLoop(_ component: [Int]) -> Bool {
    component.count > 1 || component.contains { reads[$0].contains($0) }
  }

  /// A shortest loop through the first fact of a component, from it back to it: a, b, a.
  func loop(in component: [Int]) -> [Int] {
    guard let start = component.first else { return [] }
    let members = Set(component)
    var cameFrom: [Int: Int] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let fact = queue[head]
      head += 1
      for read in reads[fact] where members.contains(read) {
        if read == start {
          var loop = [start]
          var step = fact
          while step != start, let previous = cameFrom[step] {
            loop.append(step)
            step = previous
          }
          loop.append(start)
          return loop.reversed()
        }
        if cameFrom[read] == nil {
          cameFrom[read] = fact
          queue.append(read)
        }
      }
    }
    return component + [start]
  }
}
