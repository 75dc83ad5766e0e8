import FEEL
import Testing

@Suite struct `JSON for any input` {
  /// Any document: what a seeded generator makes of numbers, texts and nesting.
  static func document(_ random: inout RepeatableRandom, depth: Int = 0) -> JSON {
    switch random.next(below: depth < 5 ? 7 : 5) {
    case 0: return .null
    case 1: return .boolean(random.next(below: 2) == 0)
    case 2: return .number(number(&random))
    case 3, 4: return .string(random.text(longest: 12))
    case 5: return .array((0..<random.next(below: 5)).map { _ in document(&random, depth: depth + 1) })
    default:
      var members: [JSON.Member] = []
      for _ in 0..<random.next(below: 30) {
        let name = random.text(longest: 4)
        if members.contains(where: { $0.name == name }) { continue }
        members.append(JSON.Member(name, document(&random, depth: depth + 1)))
      }
      return .object(members)
    }
  }

  /// A number as a reader makes it: digits without trailing zeros.
  static func number(_ random: inout RepeatableRandom) -> Decimal34 {
    let digits = String(random.next() >> UInt64(random.next(below: 60)))
    let text = digits + ".5"
    guard case .number(let number)? = try? JSON.parse(Array(text.utf8)) else { return Decimal34(0) }
    return number
  }

  @Test func `what is written reads back as the same`() throws {
    var random = RepeatableRandom(seed: 7)
    for _ in 0..<500 {
      let json = Self.document(&random)
      #expect(try JSON.parse(json.bytes) == json)
    }
  }

  @Test func `the canonical text doesn't depend on the order of members`() throws {
    var random = RepeatableRandom(seed: 8)
    for _ in 0..<200 {
      let json = Self.document(&random)
      let canonical = json.canonicalBytes
      #expect(shuffled(json, &random).canonicalBytes == canonical)
      #expect(try JSON.parse(canonical).canonicalBytes == canonical)
    }
  }

  private func shuffled(_ json: JSON, _ random: inout RepeatableRandom) -> JSON {
    switch json {
    case .array(let items): return .array(items.map { shuffled($0, &random) })
    case .object(let members):
      return .object(members.map { JSON.Member($0.name, shuffled($0.value, &random)) }.shuffled(using: &random))
    default: return json
    }
  }

  @Test func `random bytes and broken documents are refused or read, never more`() {
    var random = RepeatableRandom(seed: 9)
    let alphabet = Array("{}[]\",:0123456789.eE+-truefalsn\\u \u{e9}\u{1f600}".utf8)
    for _ in 0..<3000 {
      var bytes = (0..<random.next(below: 60)).map { _ in
        random.next(below: 4) == 0 ? UInt8(random.next(below: 256)) : alphabet[random.next(below: alphabet.count)]
      }
      _ = try? JSON.parse(bytes)
      bytes = Self.document(&random).bytes
      if !bytes.isEmpty { bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256)) }
      _ = try? JSON.parse(bytes)
      _ = try? JSON.parse(Array(bytes.prefix(random.next(below: bytes.count + 1))))
    }
  }
}
