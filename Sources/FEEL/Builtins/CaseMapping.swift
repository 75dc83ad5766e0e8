/// Upper and lower case of Latin, Greek, Cyrillic and Armenian letters, without the Unicode tables of `String`. Other
/// letters stay as they are; most scripts have no case.
enum CaseMapping {
  static func append(upper point: UInt32, to bytes: inout [UInt8]) {
    if point == 0xDF {
      bytes.append(UInt8(ascii: "S"), UInt8(ascii: "S"))
    } else {
      UTF8Scan.append(upper(point), to: &bytes)
    }
  }

  static func append(lower point: UInt32, to bytes: inout [UInt8]) {
    if point == 0x130 {
      // İ is an i with a dot above it.
      UTF8Scan.append(0x69, to: &bytes)
      UTF8Scan.append(0x307, to: &bytes)
    } else {
      UTF8Scan.append(lower(point), to: &bytes)
    }
  }

  /// Stretches in which the small letter of each capital is `step` farther on.
  private static let shifts: [(capitals: ClosedRange<UInt32>, step: UInt32)] = [
    (0x41...0x5A, 32), (0xC0...0xD6, 32), (0xD8...0xDE, 32), (0x388...0x38A, 37), (0x391...0x3A1, 32),
    (0x3A3...0x3AB, 32), (0x400...0x40F, 80), (0x410...0x42F, 32), (0x531...0x556, 48),
  ]

  /// Stretches in which capital and small letter take turns, the capital first.
  private static let pairs: [ClosedRange<UInt32>] = [
    0x100...0x12F, 0x132...0x137, 0x139...0x148, 0x14A...0x177, 0x179...0x17E, 0x1CD...0x1DC, 0x1DE...0x1EF,
    0x1F8...0x21F, 0x222...0x233, 0x370...0x373, 0x376...0x377, 0x3D8...0x3EF, 0x460...0x481, 0x48A...0x4BF,
    0x4C1...0x4CE, 0x4D0...0x52F, 0x1E00...0x1E95, 0x1EA0...0x1EFF,
  ]

  /// Single letters.
  private static let singles: [(capital: UInt32, small: UInt32)] = [
    (0x178, 0xFF), (0x386, 0x3AC), (0x38C, 0x3CC), (0x38E, 0x3CD), (0x38F, 0x3CE), (0x4C0, 0x4CF),
  ]

  static func lower(_ point: UInt32) -> UInt32 {
    if point < 0x80 { return point >= 0x41 && point <= 0x5A ? point + 32 : point }
    for shift in shifts where shift.capitals.contains(point) { return point + shift.step }
    for pair in pairs where pair.contains(point) { return (point - pair.lowerBound) % 2 == 0 ? point + 1 : point }
    for single in singles where single.capital == point { return single.small }
    return point == 0x1E9E ? 0xDF : point
  }

  static func upper(_ point: UInt32) -> UInt32 {
    if point < 0x80 { return point >= 0x61 && point <= 0x7A ? point - 32 : point }
    for shift in shifts where point >= shift.step && shift.capitals.contains(point - shift.step) {
      return point - shift.step
    }
    for pair in pairs where pair.contains(point) { return (point - pair.lowerBound) % 2 == 1 ? point - 1 : point }
    for single in singles where single.small == point { return single.capital }
    switch point {
    case 0xB5: return 0x39C  // µ, the micro sign
    case 0x131: return 0x49  // ı, without a dot
    case 0x17F: return 0x53  // ſ, the long s
    case 0x3C2: return 0x3A3  // ς, the sigma that ends a word
    default: return point
    }
  }
}
