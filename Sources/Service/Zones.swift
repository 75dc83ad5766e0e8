public import FEEL
internal import Glibc
internal import Synchronization

/// The time zones of this machine (tzdata's compiled files, RFC 8536), read once each. Safe from any thread, unlike the
/// C library's own `TZ`.
public final class Zones: Sendable {
  private let known = Mutex<[Text: Zone?]>([:])
  private let folder: String

  public init(folder: String = "/usr/share/zoneinfo") { self.folder = folder }

  /// What the zone adds to UTC at an instant (epoch milliseconds), in seconds; nil: the machine knows no such zone.
  public func offset(of name: Text, at instant: Int64) -> Int32? {
    if name == "UTC" || name == "Etc/UTC" { return 0 }
    let zone = known.withLock { known in
      if let zone = known[name] { return zone }
      // Names come from policies: a bounded few; what is no zone is remembered too.
      if known.count > 1000 { known.removeAll() }
      let zone = Zone(bytes: read(name))
      known[name] = .some(zone)
      return zone
    }
    let seconds = instant >= 0 ? instant / 1000 : (instant - 999) / 1000
    return zone?.offset(at: seconds)
  }

  private func read(_ name: Text) -> [UInt8] {
    let allowed = name.bytes.allSatisfy { byte in
      (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || "/_+-".utf8.contains(byte)
    }
    guard allowed, !name.isEmpty, name.bytes.count < 64 else { return [] }
    let file = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : []
  }
}

/// One zone: the instants at which its offset changes.
private struct Zone: Sendable {
  /// Ascending, epoch seconds.
  var changes: [Int64] = []
  /// In force from the change of the same place on.
  var offsets: [Int32] = []
  /// Before the first change.
  var first: Int32 = 0

  func offset(at seconds: Int64) -> Int32 {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : offsets[low - 1]
  }

  /// The 64-bit block of a file of version 2 or later; nil for anything else.
  init?(bytes: [UInt8]) {
    guard let old = Header(bytes, at: 0), old.version >= 2,
      let header = Header(bytes, at: 44 + old.length(timeSize: 4))
    else { return nil }
    let start = header.start
    guard header.types > 0, start + header.length(timeSize: 8) <= bytes.count else { return nil }
    func number(_ place: Int, _ size: Int) -> Int64 {
      var value: UInt64 = 0
      for index in place..<place + size { value = value << 8 | UInt64(bytes[index]) }
      return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }
    let typeStart = start + header.changes * 9
    func offset(ofType type: Int) -> Int32? {
      guard type < header.types else { return nil }
      return Int32(truncatingIfNeeded: number(typeStart + type * 6, 4))
    }
    first = offset(ofType: 0) ?? 0
    for place in 0..<header.changes {
      guard let offset = offset(ofType: Int(bytes[start + header.changes * 8 + place])) else { return nil }
      changes.append(number(start + place * 8, 8))
      offsets.append(offset)
    }
  }

  private struct Header {
    let version: UInt8
    let start: Int
    let changes: Int
    let types: Int
    private let letters: Int
    private let leaps: Int
    private let standards: Int
    private let universals: Int

    init?(_ bytes: [UInt8], at place: Int) {
      guard place >= 0, place + 44 <= bytes.count, Array(bytes[place..<place + 4]) == Array("TZif".utf8) else {
        return nil
      }
      func count(_ index: Int) -> Int {
        var value = 0
        for byte in bytes[place + 20 + index * 4..<place + 24 + index * 4] { value = value << 8 | Int(byte) }
        return min(value, 65_536)
      }
      version = bytes[place + 4] >= 0x30 ? bytes[place + 4] - 0x30 : 0
      start = place + 44
      universals = count(0)
      standards = count(1)
      leaps = count(2)
      changes = count(3)
      types = count(4)
      letters = count(5)
    }

    func length(timeSize: Int) -> Int {
      changes * (timeSize + 1) + types * 6 + letters + leaps * (timeSize + 4) + standards + universals
    }
  }
}
