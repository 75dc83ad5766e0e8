/// Numbers that are the same in every run and on every machine: SplitMix64 over a seed.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(_ seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, `count`; 0 if there is none.
  public mutating func below(_ count: Int) -> Int { count < 2 ? 0 : Int(next() % UInt64(count)) }

  /// True so many times in a hundred.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the items, which must not be none.
  public mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

  /// The items in any order.
  public mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var shuffled = items
    var place = shuffled.count - 1
    while place > 0 {
      shuffled.swapAt(place, below(place + 1))
      place -= 1
    }
    return shuffled
  }

  /// A generator of its own, so that what is made with it does not hang on how much is made beside it.
  public mutating func fork() -> SeededRandom { SeededRandom(next()) }
}
