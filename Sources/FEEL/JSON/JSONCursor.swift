/// A place in a JSON text that is being read.
///
/// SAFETY: `bytes` is only read at places below `count`, while the buffer handed to `JSONReader.read` lives.
struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  let count: Int
  let depthLimit: Int
  let limits: JSONLimits
  var at = 0
  var values = 0
  var names: NameCache
  /// Where the names of the open objects' members stand, for the message about a duplicate.
  var nameOffsets: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits, names: NameCache) {
    self.bytes = bytes
    self.limits = limits
    self.names = names
    count = bytes.count
    depthLimit = min(limits.depth, JSONLimits.deepest)
  }

  /// The next byte, or 0 at the end (a zero byte stands nowhere in JSON outside strings, and there it is refused).
  @inline(__always) var next: UInt8 { at < count ? bytes[at] : 0 }

  @inline(__always) mutating func skipBlanks() {
    while at < count {
      let byte = bytes[at]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      at += 1
    }
  }

  func error(_ code: JSONError.Code, at offset: Int, _ message: Text) -> JSONError {
    JSONError(code, at: offset, in: bytes, message)
  }

  /// The error of not finding what must stand here.
  func missing(_ what: String) -> JSONError {
    at >= count
      ? error(.unexpectedEnd, at: count, Text("the text ends where \(what) must follow"))
      : error(.unexpected, at: at, Text("\(what) must follow here"))
  }

  mutating func document() throws(JSONError) -> JSON {
    if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      throw error(.encoding, at: 0, "the text starts with a byte order mark; save it as UTF-8 without one")
    }
    skipBlanks()
    let value = try value(depth: 0)
    skipBlanks()
    if at < count { throw error(.trailing, at: at, "the value has ended, but more text follows") }
    return value
  }

  mutating func value(depth: Int) throws(JSONError) -> JSON {
    values += 1
    if values > limits.values {
      throw error(.tooManyValues, at: at, Text("the text has more than \(limits.values) values"))
    }
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t") where word("true"): return .boolean(true)
    case UInt8(ascii: "f") where word("false"): return .boolean(false)
    case UInt8(ascii: "n") where word("null"): return .null
    default: throw missing("a value")
    }
  }

  /// Steps over a word if it stands here.
  private mutating func word(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count - at >= length else { return false }
    let start = word.utf8Start
    for index in 0..<length where bytes[at + index] != start[index] { return false }
    at += length
    return true
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSON {
    try open(depth)
    skipBlanks()
    if next == UInt8(ascii: "]") {
      at += 1
      return .array([])
    }
    var items: [JSON] = []
    items.reserveCapacity(4)
    while true {
      skipBlanks()
      items.append(try value(depth: depth))
      skipBlanks()
      switch next {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "]"):
        at += 1
        return .array(items)
      default: throw missing("a comma or ]")
      }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSON {
    try open(depth)
    skipBlanks()
    if next == UInt8(ascii: "}") {
      at += 1
      return .object([])
    }
    let firstOffset = nameOffsets.count
    defer { nameOffsets.removeSubrange(firstOffset...) }
    var members: [JSON.Member] = []
    members.reserveCapacity(8)
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw missing("a name in quotes") }
      nameOffsets.append(at)
      let name = try name()
      if members.count < Self.fewMembers {
        for member in members where member.name.hasSameBytes(as: name) {
          throw error(.duplicateName, at: nameOffsets.last ?? at, Text("the name \"\(name.string)\" stands here twice"))
        }
      }
      skipBlanks()
      guard next == UInt8(ascii: ":") else { throw missing("a colon") }
      at += 1
      skipBlanks()
      members.append(JSON.Member(name, try value(depth: depth)))
      skipBlanks()
      switch next {
      case UInt8(ascii: ","): at += 1
      case UInt8(ascii: "}"):
        at += 1
        if members.count > Self.fewMembers { try refuseDuplicates(members, firstOffset: firstOffset) }
        return .object(members)
      default: throw missing("a comma or }")
      }
    }
  }

  /// Up to so many members each name is held against all before it; beyond, all are sorted once.
  private static let fewMembers = 16

  private func refuseDuplicates(_ members: [JSON.Member], firstOffset: Int) throws(JSONError) {
    var order = Array(members.indices)
    order.sort { a, b in
      members[a].name == members[b].name ? a < b : members[a].name < members[b].name
    }
    var twice: Int?
    for place in order.indices.dropFirst() where members[order[place]].name == members[order[place - 1]].name {
      twice = min(twice ?? Int.max, order[place])
    }
    guard let twice else { return }
    throw error(
      .duplicateName, at: nameOffsets[firstOffset + twice],
      Text("the name \"\(members[twice].name.string)\" stands here twice"))
  }

  private mutating func open(_ depth: Int) throws(JSONError) {
    if depth > depthLimit {
      throw error(.tooDeep, at: at, Text("objects and arrays are nested more than \(depthLimit) deep"))
    }
    at += 1
  }
}
